import Big from 'big.js'
import { addMonths, type Month } from '@/domain/calendar'
import { changePercent } from '@/domain/dustfall/change'
import { competitionRanks } from '@/domain/dustfall/competition-rank'
import { divide, mean, roundHalfEven, tenth } from '@/domain/dustfall/rounding'
import type { SummaryKind } from '@/domain/intake/recognise/sum-rows'
import { parseLooseNumber, parseNumber, plainText } from '@/domain/sources/reading/cell'
import type { Note } from '@/domain/sources/reading/field-reader'

/** Derived figures stated in a row of a published table, by field, unparsed. */
export interface StatedRow {
  readonly row: number
  readonly county: string
  readonly month: Month
  readonly value: number
  readonly stated: Readonly<Record<string, string>>
  /** The headings of their columns, by field; absent if each field has one column in the table. */
  readonly headings?: Readonly<Record<string, string>>
}

/** A summary row over the counties of a month. */
export interface SumRow {
  readonly row: number
  readonly month: Month
  readonly sum: SummaryKind
  readonly value: number
}

type Say = (row: number, field: string, note: Note, heading?: string) => void

const FALL = /^(?:下降|降低|减少|降|↓|▼)/
const RISE = /^(?:上升|升高|增加|增长|反弹|升|↑|▲|\+)/

/** Parses a change in percent: `-50.0`, `下降50.0%`, `↑7.7`, `持平`; null if it is none. */
export function parseChange(cell: string): number | null {
  const text = plainText(cell)
    .replace(/[%\s]/g, '')
    .replace(/^[−–—﹣]/, '-')
  if (text === '持平') return 0
  const falls = FALL.test(text)
  const number = parseNumber(text.replace(falls ? FALL : RISE, ''))
  return number === null ? null : falls ? -Math.abs(number) : number
}

/**
 * Compares the derived figures of a published table (同比, 环比, 去年同期, 上月, 排名, the city's mean) with known values once all
 * rows are read; 同比 with the table's own 去年同期 if the month of last year is unknown. None of them is ever stored as a
 * figure.
 */
export class StatedChecks {
  // Grouped by month, because ranks and sums are per month; searching all rows for each took quadratic time.
  private readonly rows = new Map<Month, StatedRow[]>()
  private readonly sums = new Map<Month, SumRow[]>()

  /** `belowDetection` is what a figure below the detection limit counts as; no change is computed from it. */
  constructor(
    private readonly figureOf: (county: string, month: Month) => number | null,
    private readonly belowDetection: number,
  ) {}

  add(row: StatedRow): void {
    put(this.rows, row)
  }

  addSum(row: SumRow): void {
    put(this.sums, row)
  }

  /** Reports every difference. */
  finish(report: Say): void {
    for (const [month, rows] of this.rows) {
      for (const row of rows) {
        const say: Say = (at, field, note) => report(at, field, note, row.headings?.[field])
        this.change(row, 'yearOnYear', addMonths(month, -12), say)
        this.change(row, 'monthOnMonth', addMonths(month, -1), say)
        this.figure(row, 'lastYear', addMonths(month, -12), say)
        this.figure(row, 'lastMonth', addMonths(month, -1), say)
        this.unstoredLastYear(row, say)
      }
      const values = rows.map(({ value }) => value)
      const ranks = competitionRanks(values)
      rows.forEach(({ row, stated }, i) => {
        const rank = parseNumber(stated.rank ?? '')
        if (rank !== null) differ(row, 'rank', stated.rank!, rank, ranks[i]!, 0, report)
      })
      const sums = this.sums.get(month) ?? []
      if (sums.length > 0) checkSums(sums, values, report)
    }
  }

  private change(of: StatedRow, field: string, month: Month, say: Say): void {
    const { row, county, value, stated } = of
    const said = stated[field] ?? ''
    const percent = parseChange(said)
    if (percent === null) return
    const before = this.figureOf(county, month)
    if (value === this.belowDetection || before === this.belowDetection) return
    const ownBefore = field === 'yearOnYear' ? numberIn(stated.lastYear) : null
    if (before !== null) differ(row, field, said, percent, changePercent(before, value), 0.05, say)
    else if (ownBefore !== null)
      differ(row, field, said, percent, changePercent(ownBefore, value), 0.05, say, 'change-by-table')
    // From a fall by 100 % the earlier value can't be computed.
    else if (field === 'yearOnYear' && percent > -100) {
      const was = roundHalfEven(divide(new Big(value).times(100), new Big(percent).plus(100)))
      say(row, field, { code: 'change-unchecked', seen: said, expected: tenth(was), action: 'kept' })
    }
  }

  private figure({ row, county, stated }: StatedRow, field: string, month: Month, say: Say): void {
    const said = stated[field] ?? ''
    const value = numberIn(said)
    if (value !== null) differ(row, field, said, value, this.figureOf(county, month), 0.05, say)
  }

  /** Says that a figure of last year is unknown otherwise, and was only used to check the change. */
  private unstoredLastYear({ row, county, month, stated }: StatedRow, say: Say): void {
    const said = stated.lastYear ?? ''
    if (numberIn(said) !== null && this.figureOf(county, addMonths(month, -12)) === null)
      say(row, 'lastYear', { code: 'last-year-compared', seen: said, action: 'kept' })
  }
}

const numberIn = (cell = '') => parseNumber(cell) ?? parseLooseNumber(cell)

function differ(
  row: number,
  field: string,
  seen: string,
  stated: number,
  computed: number | null,
  slack: number,
  say: Say,
  code: 'stated-differs' | 'change-by-table' = 'stated-differs',
): void {
  // Half a rounding step is allowed, plus the error of binary decimals.
  if (computed === null || Math.abs(stated - computed) <= slack + 1e-9) return
  const expected = slack === 0 ? String(computed) : tenth(computed)
  say(row, field, { code, seen, expected, action: 'kept' })
}

/** Compares the summary rows of a month with its values; the sums are computed once for all rows. */
function checkSums(sums: readonly SumRow[], values: readonly number[], say: Say): void {
  const smallestFirst = [...values].sort((a, b) => a - b)
  const computed = {
    mean: roundHalfEven(mean(values)!),
    highest: smallestFirst.at(-1)!,
    lowest: smallestFirst[0]!,
  }
  for (const { row, sum, value } of sums)
    if (sum !== 'other') differ(row, 'value', String(value), value, computed[sum], 0.05, say)
}

function put<Row extends { readonly month: Month }>(byMonth: Map<Month, Row[]>, row: Row): void {
  const rows = byMonth.get(row.month)
  if (rows) rows.push(row)
  else byMonth.set(row.month, [row])
}
