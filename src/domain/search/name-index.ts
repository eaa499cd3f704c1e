import { plain, speller } from './spelling'

/** One thing that can be searched for. */
export interface SearchEntry {
  readonly name: string
  readonly code: string
  readonly county: string
}

/** Finds entries by a part of their name, code or county, or by the initials of their pinyin (`wlbdgz` → 文林北段改造); of several words each. */
export interface NameIndex {
  /** Numbers of the entries found: those that begin with the query first, then in the order given. */
  search(query: string, count: number): number[]
}

/** Indexes entries in their order. Who indexes the same texts again and again gives a speller that knows them. */
export function indexNames(entries: readonly SearchEntry[], spell = speller()): NameIndex {
  const rows = entries.map(({ name, code, county }) => [
    spell(name),
    { text: plain(code), initials: '' },
    spell(county),
  ])
  return {
    search(query, count) {
      const words = plain(query).split(/\s+/).filter(Boolean)
      if (words.length === 0) return []
      const first: number[] = []
      const later: number[] = []
      rows.forEach((texts, i) => {
        const found = words.map((word) =>
          texts.flatMap(({ text, initials }) => [text.indexOf(word), initials.indexOf(word)]).filter((at) => at >= 0),
        )
        if (found.some((places) => places.length === 0)) return
        if (found[0]!.includes(0)) first.push(i)
        else later.push(i)
      })
      return [...first, ...later].slice(0, count)
    },
  }
}
