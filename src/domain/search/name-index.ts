import { pinyin } from 'pinyin-pro'
import { commonForms } from '@/domain/sources/reading/cell'

/** One thing that can be searched for. */
export interface SearchEntry {
  readonly name: string
  readonly code: string
  readonly county: string
}

interface IndexedText {
  readonly text: string
  readonly initials: string
}

/** Finds entries by a part of their name, code or county, or by the initials of their pinyin (`wlbdgz` → 文林北段改造); of several words each. */
export interface NameIndex {
  /** Numbers of the entries found: those that begin with the query first, then in the order given. */
  search(query: string, count: number): number[]
}

/** Pinyin takes time by the square of a text's length, and nobody types initials of a longer name. */
const LONGEST_SPELT = 200

const plain = (text: string) => commonForms(text).toLowerCase()

/** Indexes entries in their order. Each distinct text is turned into pinyin once. */
export function indexNames(entries: readonly SearchEntry[]): NameIndex {
  const known = new Map<string, IndexedText>()
  const index = (text: string): IndexedText => {
    const found = known.get(text)
    if (found) return found
    const spelt = text.slice(0, LONGEST_SPELT)
    const initials = pinyin(spelt, { pattern: 'first', toneType: 'none', separator: '', nonZh: 'consecutive' })
    const made = { text: plain(text), initials: plain(initials).replace(/\s/g, '') }
    known.set(text, made)
    return made
  }
  const rows = entries.map(({ name, code, county }) => [
    index(name),
    { text: plain(code), initials: '' },
    index(county),
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
