import type { Page } from './read-page'

/** A search result in the manual. */
export interface Place {
  readonly page: Page
  /** Index of the section in its page. */
  readonly section: number
  /** Text around the first match, on one line. */
  readonly excerpt: string
  /** The words found, separated by spaces: those of the query, or their synonyms. */
  readonly words: string
}

/** Groups of synonyms: a search for one word of a group also finds the others. */
export type Synonyms = readonly (readonly string[])[]

/** Parses groups of synonyms from a text: groups are separated by `;`, words by spaces. */
export const readSynonyms = (text: string): Synonyms =>
  text.split(/[;；]/).map((group) => group.toLowerCase().split(/\s+/).filter(Boolean))

const BEFORE = 18
const AFTER = 60

/** The words of a query in lower case; a result must contain all of them. */
export const wordsOfQuery = (query: string): readonly string[] =>
  query.trim().toLowerCase().split(/\s+/).filter(Boolean)

function excerptOf(text: string, word: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const at = Math.max(0, line.toLowerCase().indexOf(word))
  const from = Math.max(0, at - BEFORE)
  const until = Math.min(line.length, at + word.length + AFTER)
  return `${from > 0 ? '…' : ''}${line.slice(from, until)}${until < line.length ? '…' : ''}`
}

/**
 * A word and its synonyms, the word itself first. It need only contain a word of a group, since more may be typed
 * around it (误删了).
 */
function meant(word: string, synonyms: Synonyms): readonly string[] {
  const groups = synonyms.filter((group) =>
    group.some((each) => each === word || (each.length > 1 && word.includes(each))),
  )
  return [...new Set([word, ...groups.flat()])]
}

/**
 * The sections that contain all words of a query or their synonyms. Those with the exact words come first; within each
 * group, those with a word in the heading, then those of a page whose subject is a word; otherwise in page order.
 * @param subjects words that each page is about, by its name, separated by spaces
 */
export function searchPages(
  pages: readonly Page[],
  query: string,
  synonyms: Synonyms = [],
  subjects: Readonly<Record<string, string>> = {},
): readonly Place[] {
  const words = wordsOfQuery(query).map((word) => meant(word, synonyms))
  if (words.length === 0) return []
  const found = pages.flatMap((page) => {
    const subject = wordsOfQuery(subjects[page.name] ?? '')
    return page.sections.flatMap(({ heading, text }, section) => {
      const all = `${heading}\n${text}`.toLowerCase()
      const there = words.map((group) => group.find((word) => all.includes(word)))
      if (there.some((word) => word === undefined)) return []
      const isOther = there.some((word, i) => word !== words[i]![0])
      const inHeading = there.some((word) => heading.toLowerCase().includes(word!))
      const place = { page, section, excerpt: excerptOf(text, there[0]!), words: there.join(' ') }
      const rank = inHeading ? 0 : there.some((word) => subject.includes(word!)) ? 1 : 2
      return [{ place, order: (isOther ? 3 : 0) + rank }]
    })
  })
  // Sorting is stable, so results of equal order stay in page order.
  return found.sort((a, b) => a.order - b.order).map(({ place }) => place)
}
