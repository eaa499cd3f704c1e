import { ColumnFlagWords, type FlagWords } from '@/domain/intake/rows/flag-words'
import { parseFlag, valueText } from '@/domain/sources/reading/cell'
import { EMPTY, FULL, HALF, STATE, UNKNOWN } from './positions'

/** Columns of states. Platforms write them in words, or mark them with yes and no as in any table. */
const MARKED = ['load', 'closed', 'lift', 'fixed'] as const
export type MarkedColumn = (typeof MARKED)[number]

/** Codes of JT/T 808 other than 0 and 1, which are yes and no as well, and words that only a column of codes has. */
const LOAD_CODE = /^(?:2|3|00|01|11|半载|半|half)$/

const wordOf = (cell: string) => valueText(cell).toLowerCase()

/** Reads the columns of states of a file of positions, and notes how it writes yes and no. */
export class TrackMarks {
  private readonly words = {
    load: new ColumnFlagWords('load'),
    closed: new ColumnFlagWords('closed'),
    lift: new ColumnFlagWords('lift'),
    fixed: new ColumnFlagWords('fixed'),
  } satisfies Readonly<Record<MarkedColumn, ColumnFlagWords>>
  private hasLoadCodes = false

  private flagIn(column: MarkedColumn, cell: string): boolean | null {
    this.words[column].note(cell)
    return parseFlag(cell)
  }

  /** The load that a cell states. The digit 1 is half a load; see {@link isLoadMarked}. */
  load(cell: string): number {
    const text = wordOf(cell)
    if (LOAD_CODE.test(text)) this.hasLoadCodes = true
    if (/^(?:空车?|空载|00|empty)$/.test(text)) return EMPTY
    if (/^(?:半载|半|01|half)$/.test(text)) return HALF
    if (/^(?:重车?|重载|满载|满|2|3|11|full)$/.test(text)) return FULL
    const flag = this.flagIn('load', cell)
    if (flag === null) return UNKNOWN
    return flag ? (text === '1' ? HALF : FULL) : EMPTY
  }

  /**
   * Whether the digits 1 and 0 of a whole file mark loaded and empty trucks. As codes they would be half and empty, but
   * then some truck would be full too.
   */
  get isLoadMarked(): boolean {
    return !this.hasLoadCodes
  }

  /** State bits for the cover of the body: closed or open. */
  closed(cell: string): number {
    const text = wordOf(cell)
    if (/^(?:未密闭|未关闭|打开|开启|开|未盖|open)$/.test(text)) return STATE.open
    if (/^(?:密闭|已密闭|关闭|关|已盖|closed)$/.test(text)) return STATE.closed
    const flag = this.flagIn('closed', cell)
    return flag === null ? 0 : flag ? STATE.closed : STATE.open
  }

  /** State bits for lifting: lifted or lowered. */
  lift(cell: string): number {
    const text = wordOf(cell)
    if (/^(?:举升|举升中|顶升|升起|升|up)$/.test(text)) return STATE.lifted
    if (/^(?:未举升|平放|落下|正常|降|down)$/.test(text)) return STATE.lowered
    const flag = this.flagIn('lift', cell)
    return flag === null ? 0 : flag ? STATE.lifted : STATE.lowered
  }

  /** Whether the terminal had a satellite fix; null if the cell does not state it. */
  fixed(cell: string): boolean | null {
    const text = wordOf(cell)
    if (/^(?:有效|已定位|定位|定位有效|a|valid)$/.test(text)) return true
    if (/^(?:无效|未定位|定位无效|v|invalid)$/.test(text)) return false
    return this.flagIn('fixed', cell)
  }

  /** How the file writes yes and no, for columns where a person should know. */
  finish(): FlagWords[] {
    const marked = MARKED.filter((column) => column !== 'load' || this.isLoadMarked)
    return marked.flatMap((column) => this.words[column].finish() ?? [])
  }
}
