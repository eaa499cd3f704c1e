import { lexer, type Token, type Tokens } from 'marked'

/** The content under one heading of a page. */
export interface Section {
  /** The heading; the page's title for the first section. */
  readonly heading: string
  /** The level of the heading: 1 for the title. */
  readonly level: number
  readonly tokens: readonly Token[]
  /** Its plain text, used for searching. */
  readonly text: string
}

/** A page of the manual, split at its headings. */
export interface Page {
  readonly name: string
  readonly title: string
  readonly sections: readonly Section[]
}

type Parent = Token & { readonly tokens?: readonly Token[]; readonly items?: readonly Tokens.ListItem[] }

/** The plain text of a token. */
export function wordsOf(token: Token): string {
  const { tokens, items } = token as Parent
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table
    return [header, ...rows].map((row) => row.map((cell) => cell.tokens.map(wordsOf).join('')).join(' ')).join('\n')
  }
  if (items) return items.map(wordsOf).join('\n')
  // Blocks are separated by line breaks, inline tokens are not.
  if (tokens) return tokens.map(wordsOf).join(token.type === 'blockquote' ? '\n' : '')
  return 'text' in token && typeof token.text === 'string' ? token.text : ''
}

/** Parses a page from Markdown: its first-level heading is the title, and each further heading starts a section. */
export function readPage(name: string, markdown: string): Page {
  const sections: { heading: string; level: number; tokens: Token[] }[] = []
  for (const token of lexer(markdown)) {
    if (token.type === 'heading') sections.push({ heading: wordsOf(token), level: token.depth, tokens: [] })
    else sections.at(-1)?.tokens.push(token)
  }
  return {
    name,
    title: sections[0]?.heading ?? name,
    sections: sections.map((section) => ({ ...section, text: section.tokens.map(wordsOf).join('\n') })),
  }
}
