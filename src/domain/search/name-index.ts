import { normalise, pinyinIndexOf, speller } from './spelling'

/** A searchable entry. */
export interface SearchEntry {
  readonly name: string
  readonly code: string
  readonly county: string
}

/**
 * Finds entries by part of their name, code or county, by pinyin (`wenlin`) or by pinyin initials (`wlbdgz` → 文林北段改造);
 * with several words, all must match.
 */
export interface NameIndex {
  /**
   * Indexes of the entries found: those whose name or code is the query first, then those that begin with its first
   * word, then in the given order.
   */
  search(query: string, count: number): number[]
}

/** Indexes entries in the given order. To index the same texts repeatedly, pass a shared speller, which caches them. */
export function indexNames(entries: readonly SearchEntry[], spell = speller()): NameIndex {
  const rows = entries.map(({ name, code, county }) => [
    spell(name),
    { text: normalise(code), initials: '' },
    spell(county),
  ])
  return {
    search(query, count) {
      const words = normalise(query).split(/\s+/).filter(Boolean)
      if (words.length === 0) return []
      const [exact, first, later]: [number[], number[], number[]] = [[], [], []]
      const whole = words.join(' ')
      rows.forEach((texts, i) => {
        const found = words.map((word) =>
          texts
            .flatMap(({ text, initials }) => [text.indexOf(word), initials.indexOf(word), pinyinIndexOf(text, word)])
            .filter((at) => at >= 0),
        )
        if (found.some((places) => places.length === 0)) return
        if (texts[0]!.text === whole || texts[1]!.text === whole) exact.push(i)
        else if (found[0]!.includes(0)) first.push(i)
        else later.push(i)
      })
      return [...exact, ...first, ...later].slice(0, count)
    },
  }
}
