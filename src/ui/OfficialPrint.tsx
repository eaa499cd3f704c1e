import { type CSSProperties, type ReactNode, useEffect, useMemo } from 'react'
import { HeadRow } from './HeadRow'
import './official-pages.css'
import classes from './OfficialPrint.module.css'
import { Paper } from './Paper'

interface Table {
  readonly above: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly shares: readonly number[]
  readonly fromLeft: readonly boolean[]
  readonly strong: readonly (readonly boolean[])[]
  readonly notes: readonly string[]
  /** Font size. */
  readonly points: number
  readonly kept: readonly boolean[]
}

interface Picture {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Share of the text width; absent means the full width. */
  readonly share?: number
}

interface Photos {
  readonly perRow: number
  readonly photos: readonly {
    readonly picture: Picture | null
    readonly name: string
    readonly lines: readonly string[]
  }[]
}

type Block =
  | {
      readonly type: 'title' | 'subtitle' | 'to' | 'heading' | 'subheading' | 'paragraph' | 'blank' | 'note'
      readonly text: string
    }
  | { readonly type: 'named' | 'annex'; readonly name: string; readonly text: string }
  | ({ readonly type: 'table' } & Table)
  | ({ readonly type: 'picture' } & Picture)
  | ({ readonly type: 'photos' } & Photos)

/** An office paper ready for layout. */
interface TypesetPaper {
  readonly lines: {
    readonly head: string
    readonly number: string
    readonly copyTo: string
    readonly issuedBy: string
    readonly issuedOn: string
  }
  /** Line spacing up to the signature, in points. */
  readonly spacing: number
  readonly text: readonly Block[]
  readonly annexNotes: readonly string[]
  readonly blanks: readonly Block[]
  readonly signed: readonly { readonly text: string; readonly right: number }[]
  readonly annexes: readonly Block[]
}

interface Props {
  readonly papers: readonly TypesetPaper[]
  /** Text before the list of annexes. */
  readonly annexWord: string
}

/** Prints office papers by the same standard as their Word documents. */
export function OfficialPrint({ papers, annexWord }: Props) {
  return (
    <Paper>
      {papers.map(({ lines, spacing, text, annexNotes, blanks, signed, annexes }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: papers are identified by position
        <section key={i} className={classes.official} style={{ '--spacing': `${spacing}pt` } as CSSProperties}>
          {lines.head && <p className={classes.head}>{lines.head}</p>}
          {lines.number && <p className={lines.head ? classes.ruled : classes.number}>{lines.number}</p>}
          <Ended blocks={text}>
            {annexNotes.length > 0 && (
              <div className={classes.annexNote}>
                <span>{annexWord}</span>
                <div>
                  {annexNotes.map((note) => (
                    <div key={note}>{note}</div>
                  ))}
                </div>
              </div>
            )}
            <Blocks blocks={blanks} />
            {signed.length > 0 && (
              <div className={classes.signed}>
                {signed.map(({ text, right }) => (
                  <div key={text} style={{ marginRight: `${right}em` }}>
                    {text}
                  </div>
                ))}
              </div>
            )}
          </Ended>
          <Ended blocks={annexes} />
          {(lines.copyTo || lines.issuedBy || lines.issuedOn) && (
            <div className={classes.imprint}>
              {lines.copyTo && <div>{lines.copyTo}</div>}
              {(lines.issuedBy || lines.issuedOn) && (
                <div>
                  <span>{lines.issuedBy}</span>
                  <span>{lines.issuedOn}</span>
                </div>
              )}
            </div>
          )}
        </section>
      ))}
    </Paper>
  )
}

/**
 * Blocks, and what ends them: their last notes and `children`. The ending is on one page, with the last rows of a table
 * or the picture before it, or with the last lines of a text. In a table it is a row of its own, because Chromium keeps
 * nothing together with the end of a table that began on an earlier page.
 */
function Ended({ blocks, children }: { readonly blocks: readonly Block[]; readonly children?: ReactNode }) {
  const end = blocks.findLastIndex(({ type }) => type !== 'note') + 1
  const last = blocks[end - 1]
  const isJoined = last?.type === 'table' || last?.type === 'picture'
  const ending = (
    <>
      <Blocks blocks={blocks.slice(end)} />
      {children}
    </>
  )
  return (
    <>
      <Blocks blocks={blocks.slice(0, isJoined ? end - 1 : end)} />
      {last?.type === 'table' ? (
        <Grid {...last} ending={ending} />
      ) : (
        <div className={classes.ending} data-joined={isJoined || undefined}>
          {last?.type === 'picture' && <Drawing {...last} />}
          {ending}
        </div>
      )}
    </>
  )
}

const TAGS = { title: 'h1', heading: 'h2', subheading: 'h3', paragraph: 'p', blank: 'p' } as const

const Blocks = ({ blocks }: { readonly blocks: readonly Block[] }) =>
  blocks.map((block, i) => {
    const key = `${i} ${block.type}`
    switch (block.type) {
      case 'table':
        return <Grid key={key} {...block} />
      case 'picture':
        return <Drawing key={key} {...block} />
      case 'photos':
        return <PhotoGrid key={key} {...block} />
      case 'annex':
        return (
          <div key={key} className={classes.annex}>
            <p>{block.name}</p>
            <h1>{block.text}</h1>
          </div>
        )
      case 'named':
        return (
          <p key={key} className={classes.named}>
            <span className={classes.name}>{block.name}</span>
            {block.text}
          </p>
        )
      case 'subtitle':
      case 'to':
      case 'note':
        return (
          <div key={key} className={classes[block.type]}>
            {block.text}
          </div>
        )
      default: {
        const Tag = TAGS[block.type]
        return <Tag key={key}>{block.text}</Tag>
      }
    }
  })

function Drawing({ bytes, share }: Picture) {
  const url = useMemo(() => URL.createObjectURL(new Blob([bytes], { type: 'image/png' })), [bytes])
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  return (
    <img src={url} alt="" data-share={share} style={share === undefined ? undefined : { width: `${share * 100}%` }} />
  )
}

const PhotoGrid = ({ perRow, photos }: Photos) => (
  <div className={classes.photos} data-per-row={perRow}>
    {photos.map(({ picture, name, lines }, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: photos are identified by position
      <figure key={i}>
        <div>{picture && <Drawing {...picture} />}</div>
        <figcaption>
          <b>{name}</b>
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </figcaption>
      </figure>
    ))}
  </div>
)

/** Rows of a short table that stay with what ends the text. */
const WITH_ENDING = 2

/**
 * Rows that stay on one page, as the index of the first and of the one after the last. Of a short table before an
 * ending only the last rows do: all of them with the ending might need most of a page.
 */
const groupsOf = (kept: readonly boolean[], isEnded: boolean): readonly (readonly [number, number])[] => {
  const all = kept.flatMap((isKept, at) => (isKept ? [] : [at + 1]))
  const ends = isEnded && all.length === 1 && kept.length > WITH_ENDING ? [kept.length - WITH_ENDING, ...all] : all
  return ends.map((end, i) => [ends[i - 1] ?? 0, end])
}

function Grid(table: Table & { readonly ending?: ReactNode }) {
  const { above, headings, rows, shares, fromLeft, strong, notes, points, kept, ending } = table
  const noted = (
    <>
      {notes.map((note) => (
        <div key={note} className={classes.note}>
          {note}
        </div>
      ))}
      {ending}
    </>
  )
  return (
    <>
      {above && <div className={classes.above}>{above}</div>}
      <table style={{ fontSize: `${points}pt` }}>
        <colgroup>
          {shares.map((share, i) => (
            <col key={headings[i]} style={{ width: `${share * 100}%` }} />
          ))}
        </colgroup>
        <HeadRow headings={headings} />
        {groupsOf(kept, ending !== undefined).map(([first, end]) => (
          <tbody key={first}>
            {rows.slice(first, end).map((row, i) => {
              const at = first + i
              return (
                <tr key={at}>
                  {row.map((cell, i) => (
                    <td
                      key={headings[i]}
                      data-strong={strong[at]![i] || undefined}
                      data-left={fromLeft[i] || undefined}
                    >
                      {cell}
                    </td>
                  ))}
                </tr>
              )
            })}
            {end === rows.length && (
              <tr>
                <td className={classes.below} colSpan={headings.length}>
                  {noted}
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </>
  )
}
