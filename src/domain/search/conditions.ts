import { plain, type SpeltText, speller } from './spelling'

/** A condition that can be typed: its texts are its names in all languages, short ones too. */
export interface ConditionTerm {
  /** Of one facet only one condition is meant by a query. */
  readonly facet: string
  readonly texts: readonly string[]
}

/** Conditions that a query means together. */
export interface Combination {
  /** Numbers of the terms, in the order in which they were typed. */
  readonly terms: readonly number[]
  /** How well the words fit; more is better. */
  readonly fit: number
}

/** Finds what combination of conditions is meant by a query: 围挡 秦都 is a requirement in a county. */
export interface ConditionIndex {
  /** What fits best first, then in the order of the terms. */
  search(query: string, count: number): Combination[]
}

/** How well what was typed fits a name. */
const FIT = { whole: 4, begins: 3, within: 2, initials: 1 } as const

/** Nobody combines more. */
const MOST_WORDS = 8
/** Of one word; more only says that it means nothing in particular. */
const MOST_MEANINGS = 8

const HAN = /^\p{Script=Han}+$/u

/** How well a word fits a text; 0 where it does not. In letters it fits from the beginning of a word on, so that `at` is not in `water`. */
function fitOf(word: string, { text, initials }: SpeltText): number {
  if (text === word) return FIT.whole
  if (word.length < 2) return 0
  if (text.startsWith(word)) return FIT.begins
  if (HAN.test(word) ? text.includes(word) : text.includes(` ${word}`)) return FIT.within
  return initials.startsWith(word) && initials !== text ? FIT.initials : 0
}

interface Meaning {
  readonly term: number
  readonly fit: number
}

/** What the first condition may be called, and what is left of the words then. */
interface Beginning {
  readonly name: string
  readonly rest: readonly string[]
}

/** Neighbouring words may be one name, as `wet work`. */
const together = (words: readonly string[]): Beginning[] =>
  words.map((_, i) => ({ name: words.slice(0, i + 1).join(' '), rest: words.slice(i + 1) }))

/** Two names may stand without a blank between them, as 渭城堆场. */
function apart([first = '', ...others]: readonly string[]): Beginning[] {
  const cuts = HAN.test(first) ? Math.max(0, first.length - 3) : 0
  return Array.from({ length: cuts }, (_, i) => ({
    name: first.slice(0, i + 2),
    rest: [first.slice(i + 2), ...others],
  }))
}

/** Indexes conditions in their order. */
export function indexConditions(terms: readonly ConditionTerm[], spell = speller()): ConditionIndex {
  const spelt = terms.map(({ texts }) => texts.filter(Boolean).map(spell))

  /** Of the words of one query. */
  const known = new Map<string, readonly Meaning[]>()

  function meaningsOf(word: string): readonly Meaning[] {
    const found =
      known.get(word) ??
      spelt
        .map((texts, term) => ({ term, fit: Math.max(0, ...texts.map((text) => fitOf(word, text))) }))
        .filter(({ fit }) => fit > 0)
        .sort((one, other) => other.fit - one.fit)
        .slice(0, MOST_MEANINGS)
    known.set(word, found)
    return found
  }

  /** Every way to take all words for conditions, no two of one facet: so it is never deeper than there are facets. */
  function readingsOf(words: readonly string[], before: readonly Meaning[] = []): (readonly Meaning[])[] {
    if (words.length === 0) return [before]
    const isFree = ({ term }: Meaning) => before.every((each) => terms[each.term]!.facet !== terms[term]!.facet)
    // What is a name itself is not torn.
    const isName = meaningsOf(words[0]!).length > 0
    return [...together(words), ...(isName ? [] : apart(words))].flatMap(({ name, rest }) =>
      meaningsOf(name)
        .filter(isFree)
        .flatMap((meaning) => readingsOf(rest, [...before, meaning])),
    )
  }

  return {
    search(query, count) {
      const words = plain(query).split(/\s+/).filter(Boolean)
      if (words.length === 0 || words.length > MOST_WORDS) return []
      known.clear()
      const best = new Map<string, Combination>()
      for (const meant of readingsOf(words)) {
        // The worst of them decides: one word that hardly fits makes the whole a guess.
        const fit = Math.min(...meant.map((each) => each.fit))
        const found = meant.map(({ term }) => term)
        const key = [...found].sort((one, other) => one - other).join()
        if (fit > (best.get(key)?.fit ?? 0)) best.set(key, { terms: found, fit })
      }
      return [...best.values()].sort((one, other) => other.fit - one.fit).slice(0, count)
    },
  }
}
