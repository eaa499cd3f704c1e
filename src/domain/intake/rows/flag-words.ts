import type { Field } from '@/domain/sources/kinds/field'
import { parseFlag, plainText } from '@/domain/sources/reading/cell'

/** How a column's words for yes and no were read, in the order in which the file has them. */
export interface FlagWords {
  readonly field: string
  readonly yes: readonly string[]
  readonly no: readonly string[]
}

type Words = Map<string, boolean>

const PLAIN = new Set(['是', '否'])

const wordsFor = (words: Words, flag: boolean) => [
  ...new Set([...words].flatMap(([cell, is]) => (is === flag ? [plainText(cell)] : []))),
]

/** Collects the words that one column has for yes and no. */
export class ColumnFlagWords {
  private readonly words: Words = new Map()

  constructor(private readonly field: string) {}

  /** Notes a cell that was taken. */
  note(cell: string): void {
    if (this.words.has(cell)) return
    const flag = parseFlag(cell)
    // Only cells that are a flag, so a column of a million other texts takes no memory.
    if (flag !== null) this.words.set(cell, flag)
  }

  /** Null if there is no word besides 是 and 否, which need no explanation. */
  finish(): FlagWords | null {
    const [yes, no] = [wordsFor(this.words, true), wordsFor(this.words, false)]
    return [...yes, ...no].every((word) => PLAIN.has(word)) ? null : { field: this.field, yes, no }
  }
}

/** Collects the words that a file writes for yes and no, column by column. */
export class FlagWordLog {
  private readonly columns: readonly { readonly slot: number; readonly words: ColumnFlagWords }[]

  /** `present`: the fields whose cells are read, by slot. */
  constructor(present: readonly Field[]) {
    this.columns = present.flatMap(({ name, type }, slot) =>
      type === 'flag' ? [{ slot, words: new ColumnFlagWords(name) }] : [],
    )
  }

  /** Notes the words of a row that was taken. */
  note(cells: readonly string[]): void {
    for (const { slot, words } of this.columns) words.note(cells[slot]!)
  }

  /** The columns with any word besides 是 and 否. */
  finish(): FlagWords[] {
    return this.columns.flatMap(({ words }) => words.finish() ?? [])
  }
}
