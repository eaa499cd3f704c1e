import type { Token, Tokens } from 'marked'
import { createElement, Fragment, type ReactNode } from 'react'
import classes from './Manual.module.css'
import { Picture } from './Picture'
import { pictureOf } from './pictures'
import { wordsOfQuery } from './search-pages'

interface Props {
  readonly tokens: readonly Token[]
  /** Search words to mark. */
  readonly query: string
}

/** A UI label in a Chinese page; English pages use bold for labels. */
const LABEL = /「([^」]+)」/

/** A text with the words of a query marked. */
export function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  const words = wordsOfQuery(query)
  if (words.length === 0) return text
  const sign = new RegExp(`(${words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'gi')
  // With a capturing group, `split` puts the matches at odd indices.
  return text.split(sign).map((part, i) => (i % 2 === 1 ? <mark key={String(i)}>{part}</mark> : part))
}

/** A text with UI labels in bold. */
const textOf = (text: string, query: string) =>
  text.split(LABEL).map((part, i) => {
    const isLabel = i % 2 === 1
    // Keeps the brackets, which separate adjacent labels.
    const words = <Marked key={String(i)} text={isLabel ? `「${part}」` : part} query={query} />
    return isLabel ? <b key={String(i)}>{words}</b> : words
  })

/** Turns `cases.md` into the address of that page in the app; leaves other links unchanged. */
const addressOf = (href: string) => href.replace(/^(?:\.\/)?([a-z-]+)\.md$/, '#/help/$1')

function Inline({ token, query }: { readonly token: Token; readonly query: string }): ReactNode {
  const inner = <Markdown tokens={('tokens' in token && token.tokens) || []} query={query} />
  switch (token.type) {
    case 'strong':
      return <b>{inner}</b>
    case 'em':
      return <em>{inner}</em>
    case 'codespan':
      return <kbd>{(token as Tokens.Codespan).text}</kbd>
    case 'br':
      return <br />
    case 'link': {
      const address = addressOf((token as Tokens.Link).href)
      const isOwn = address.startsWith('#')
      return (
        <a href={address} {...(isOwn ? {} : { target: '_blank', rel: 'noreferrer' })}>
          {inner}
        </a>
      )
    }
    case 'image': {
      const { href, text } = token as Tokens.Image
      const file = pictureOf(href)
      return file ? <Picture file={file} alt={text} /> : null
    }
    default: {
      const nested = 'tokens' in token && token.tokens !== undefined
      return nested ? inner : textOf('text' in token ? String(token.text) : token.raw, query)
    }
  }
}

function Cells({ as, row, query }: { as: 'th' | 'td'; row: readonly Tokens.TableCell[]; query: string }) {
  return (
    <tr>
      {row.map((cell, i) => createElement(as, { key: String(i) }, <Markdown tokens={cell.tokens} query={query} />))}
    </tr>
  )
}

function Block({ token, query }: { readonly token: Token; readonly query: string }): ReactNode {
  switch (token.type) {
    case 'space':
      return null
    case 'paragraph':
      return (
        <p>
          <Markdown tokens={(token as Tokens.Paragraph).tokens} query={query} />
        </p>
      )
    case 'blockquote':
      return (
        <aside className={classes.note}>
          <Markdown tokens={(token as Tokens.Blockquote).tokens} query={query} />
        </aside>
      )
    case 'list': {
      const { ordered, start, items } = token as Tokens.List
      const lines = items.map((item, i) => (
        <li key={String(i)}>
          <Markdown tokens={item.tokens} query={query} />
        </li>
      ))
      return ordered ? <ol start={start === '' ? 1 : start}>{lines}</ol> : <ul>{lines}</ul>
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table
      return (
        <div className={classes.table}>
          <table>
            <thead>
              <Cells as="th" row={header} query={query} />
            </thead>
            <tbody>
              {rows.map((row, i) => (
                <Cells key={String(i)} as="td" row={row} query={query} />
              ))}
            </tbody>
          </table>
        </div>
      )
    }
    default:
      return <Inline token={token} query={query} />
  }
}

/** Renders Markdown as React elements. HTML in it is never interpreted; unknown tokens are shown as text. */
export function Markdown({ tokens, query }: Props) {
  return tokens.map((token, i) => (
    <Fragment key={String(i)}>
      <Block token={token} query={query} />
    </Fragment>
  ))
}
