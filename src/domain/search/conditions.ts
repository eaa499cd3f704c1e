import { normalise, pinyinIndexOf, type SpeltText, speller } from './spelling'

/** A condition that can be typed; its texts are its names in all languages, including short ones. */
export interface ConditionTerm {
  /** A query uses at most one condition per facet. */
  readonly facet: string
  readonly texts: readonly string[]
}

/** A combination of conditions that a query may mean. */
export interface Combination {
  /** Indexes of the terms, in the order typed. */
  readonly terms: readonly number[]
  /** How well the words match; higher is better. */
  readonly fit: number
}

/** Finds the combinations of conditions that a query may mean: 围挡 秦都 is a requirement in a county. */
export interface ConditionIndex {
  /** Best match first, then in the order of the terms. */
  search(query: string, count: number): Combination[]
}

/** Scores of a typed word against a name. */
const FIT = { whole: 4, begins: 3, within: 2, pinyin: 1 } as const

/** Most words in a query. */
const MAX_WORDS = 8
/** Most meanings per word; a word with more is unspecific. */
const MAX_MEANINGS = 8

const HAN = /^\p{Script=Han}+$/u

/**
 * How well a word matches a text; 0 if not at all. Latin words match only from the start of a word, so that `at` does
 * not match `water`.
 */
function fitOf(word: string, { text, initials }: SpeltText): number {
  if (text === word) return FIT.whole
  if (word.length < 2) return 0
  if (text.startsWith(word)) return FIT.begins
  if (HAN.test(word) ? text.includes(word) : text.includes(` ${word}`)) return FIT.within
  const isSpelt = (initials.startsWith(word) && initials !== text) || pinyinIndexOf(text, word) === 0
  return isSpelt ? FIT.pinyin : 0
}

interface Meaning {
  readonly term: number
  readonly fit: number
}

/** A possible name of the first condition, and the remaining words. */
interface Beginning {
  readonly name: string
  readonly rest: readonly string[]
}

/** Adjacent words may form one name, such as `wet work`. */
const together = (words: readonly string[]): Beginning[] =>
  words.map((_, i) => ({ name: words.slice(0, i + 1).join(' '), rest: words.slice(i + 1) }))

/** Two names may be joined without a space, such as 渭城堆场. */
function apart([first = '', ...others]: readonly string[]): Beginning[] {
  const cuts = HAN.test(first) ? Math.max(0, first.length - 3) : 0
  return Array.from({ length: cuts }, (_, i) => ({
    name: first.slice(0, i + 2),
    rest: [first.slice(i + 2), ...others],
  }))
}

/** Indexes conditions in the given order. */
export function indexConditions(terms: readonly ConditionTerm[], spell = speller()): ConditionIndex {
  const spelt = terms.map(({ texts }) => texts.filter(Boolean).map(spell))

  /** Cache for the words of the current query. */
  const known = new Map<string, readonly Meaning[]>()

  function meaningsOf(word: string): readonly Meaning[] {
    const found =
      known.get(word) ??
      spelt
        .map((texts, term) => ({ term, fit: Math.max(0, ...texts.map((text) => fitOf(word, text))) }))
        .filter(({ fit }) => fit > 0)
        .sort((one, other) => other.fit - one.fit)
        .slice(0, MAX_MEANINGS)
    known.set(word, found)
    return found
  }

  /**
   * All ways to read all words as conditions of different facets; so the recursion is no deeper than the number of
   * facets.
   */
  function readingsOf(words: readonly string[], before: readonly Meaning[] = []): (readonly Meaning[])[] {
    if (words.length === 0) return [before]
    const isFree = ({ term }: Meaning) => before.every((each) => terms[each.term]!.facet !== terms[term]!.facet)
    // A word that is a name itself is not split.
    const isName = meaningsOf(words[0]!).length > 0
    return [...together(words), ...(isName ? [] : apart(words))].flatMap(({ name, rest }) =>
      meaningsOf(name)
        .filter(isFree)
        .flatMap((meaning) => readingsOf(rest, [...before, meaning])),
    )
  }

  return {
    search(query, count) {
      const words = normalise(query).split(/\s+/).filter(Boolean)
      if (words.length === 0 || words.length > MAX_WORDS) return []
      known.clear()
      const best = new Map<string, Combination>()
      for (const meant of readingsOf(words)) {
        // The worst match decides: one word that hardly matches makes the whole combination a guess.
        const fit = Math.min(...meant.map((each) => each.fit))
        const found = meant.map(({ term }) => term)
        const key = [...found].sort((one, other) => one - other).join()
        if (fit > (best.get(key)?.fit ?? 0)) best.set(key, { terms: found, fit })
      }
      return [...best.values()].sort((one, other) => other.fit - one.fit).slice(0, count)
    },
  }
}
