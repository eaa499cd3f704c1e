import { parseFlag, plainText } from '@/domain/sources/reading/cell'

/** How a column's words for yes and no were read, in the order in which the file has them. */
export interface FlagWords {
  readonly field: string
  readonly yes: readonly string[]
  readonly no: readonly string[]
  /** Words that were not read; absent if nobody can choose how they are. */
  readonly unread?: readonly string[]
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
