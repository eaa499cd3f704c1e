import type { Field } from '@/domain/sources/kinds/field'
import { parseFlag, plainText } from '@/domain/sources/reading/cell'

/** How a column's words for yes and no were read, in the order in which the file has them. */
export interface FlagWords {
  readonly field: string
  readonly yes: readonly string[]
  readonly no: readonly string[]
}

/** Collects the words that a file writes for yes and no, column by column. */
export class FlagWordLog {
  private readonly columns: readonly { readonly field: string; readonly slot: number; readonly words: Words }[]

  /** `present`: the fields whose cells are read, by slot. */
  constructor(present: readonly Field[]) {
    this.columns = present.flatMap(({ name, type }, slot) =>
      type === 'flag' ? [{ field: name, slot, words: new Map() }] : [],
    )
  }

  /** Notes the words of a row that was taken. */
  note(cells: readonly string[]): void {
    for (const { slot, words } of this.columns) {
      const cell = cells[slot]!
      if (words.has(cell)) continue
      const flag = parseFlag(cell)
      // Only cells that are a flag, so a column of a million other texts takes no memory.
      if (flag !== null) words.set(cell, flag)
    }
  }

  /** The columns with any word besides 是 and 否, which need no explanation. */
  finish(): FlagWords[] {
    return this.columns.flatMap(({ field, words }) => {
      const [yes, no] = [wordsFor(words, true), wordsFor(words, false)]
      return [...yes, ...no].every((word) => PLAIN.has(word)) ? [] : [{ field, yes, no }]
    })
  }
}

type Words = Map<string, boolean>

const PLAIN = new Set(['是', '否'])

const wordsFor = (words: Words, flag: boolean) => [
  ...new Set([...words].flatMap(([cell, is]) => (is === flag ? [plainText(cell)] : []))),
]
