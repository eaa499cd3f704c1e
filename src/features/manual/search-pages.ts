import type { Page } from './read-page'

/** Where the manual has what was searched for. */
export interface Place {
  readonly page: Page
  /** Number of the section in its page. */
  readonly section: number
  /** A few words around the first place, in one line. */
  readonly excerpt: string
}

const BEFORE = 18
const AFTER = 60

/** The words of a query, in small letters; all of them must be there. */
export const wordsOfQuery = (query: string): readonly string[] =>
  query.trim().toLowerCase().split(/\s+/).filter(Boolean)

function excerptOf(text: string, word: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const at = Math.max(0, line.toLowerCase().indexOf(word))
  const from = Math.max(0, at - BEFORE)
  const until = Math.min(line.length, at + word.length + AFTER)
  return `${from > 0 ? '…' : ''}${line.slice(from, until)}${until < line.length ? '…' : ''}`
}

/** The sections that have all words of a query, those with one in their heading first, else in the order of the pages. */
export function searchPages(pages: readonly Page[], query: string): readonly Place[] {
  const words = wordsOfQuery(query)
  const [first] = words
  if (first === undefined) return []
  const found = pages.flatMap((page) =>
    page.sections.flatMap(({ heading, text }, section) => {
      const all = `${heading}\n${text}`.toLowerCase()
      if (!words.every((word) => all.includes(word))) return []
      const inHeading = words.some((word) => heading.toLowerCase().includes(word))
      return [{ place: { page, section, excerpt: excerptOf(text, first) }, inHeading }]
    }),
  )
  return [...found.filter((each) => each.inHeading), ...found.filter((each) => !each.inHeading)].map(
    ({ place }) => place,
  )
}
