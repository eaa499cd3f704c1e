import type { Page } from './read-page'

/** Where the manual has what was searched for. */
export interface Place {
  readonly page: Page
  /** Number of the section in its page. */
  readonly section: number
  /** A few words around the first place, in one line. */
  readonly excerpt: string
  /** The words that are there, with blanks between: those of the query, or others that mean the same. */
  readonly words: string
}

/** Words that mean the same: of one that is typed, all others are looked for too. */
export type Synonyms = readonly (readonly string[])[]

/** Groups of words as the texts have them: groups apart by `;`, words by blanks. */
export const readSynonyms = (text: string): Synonyms =>
  text.split(/[;；]/).map((group) => group.toLowerCase().split(/\s+/).filter(Boolean))

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

/** What may stand for a word, itself first. A word may be typed with more around it (误删了), so that it is enough to hold one of a group. */
function meant(word: string, synonyms: Synonyms): readonly string[] {
  const groups = synonyms.filter((group) =>
    group.some((each) => each === word || (each.length > 1 && word.includes(each))),
  )
  return [...new Set([word, ...groups.flat()])]
}

/**
 * The sections that have all words of a query, or others that mean the same: those with the very words before the others, of each
 * those with one in their heading first, else in the order of the pages.
 */
export function searchPages(pages: readonly Page[], query: string, synonyms: Synonyms = []): readonly Place[] {
  const words = wordsOfQuery(query).map((word) => meant(word, synonyms))
  if (words.length === 0) return []
  const found = pages.flatMap((page) =>
    page.sections.flatMap(({ heading, text }, section) => {
      const all = `${heading}\n${text}`.toLowerCase()
      const there = words.map((group) => group.find((word) => all.includes(word)))
      if (there.some((word) => word === undefined)) return []
      const isOther = there.some((word, i) => word !== words[i]![0])
      const inHeading = there.some((word) => heading.toLowerCase().includes(word!))
      const place = { page, section, excerpt: excerptOf(text, there[0]!), words: there.join(' ') }
      return [{ place, order: (isOther ? 2 : 0) + (inHeading ? 0 : 1) }]
    }),
  )
  // Sorting leaves those of one order as they are.
  return found.sort((a, b) => a.order - b.order).map(({ place }) => place)
}
