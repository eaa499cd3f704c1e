import { addMonths } from '@/domain/calendar'
import { countedBelowDetection } from '@/domain/dustfall/below-detection'
import { tenth } from '@/domain/dustfall/rounding'
import type { IntakeBase } from '@/domain/intake/intake-base'
import type { Note } from '@/domain/sources/reading/field-reader'

/** Limit of plausible dustfall in a built-up area in a month, t/(km²·30d). */
const TOO_MUCH = 100
/** A month is rarely more than five times the previous one, or less than a fifth. */
const JUMP = 5
/** Below this value, a factor of five is within the method's own spread. */
const MIN_FOR_JUMP = 1.2

/** A unit's month as stated by a row of the file. */
interface Said {
  readonly row: number
  /** All measured values of the row, for telling a copy from a contradiction. */
  readonly measured: string
  /** Its value or remark, as text. */
  readonly value: string
}

/** A unit's dustfall in a month, as a row of the file gives it. */
interface RowValue {
  /** Code of the county or the monitoring point. */
  readonly unit: string
  readonly month: string
  /** In t/(km²·30d). */
  readonly value: number
  /** What the cell says of a value below the detection limit, which counts as `value`; '' for others. */
  readonly givenText: string
  readonly row: number
}

/** Checks for doubtful dustfall values, and for units that occur twice in a month. */
export class DustfallChecks {
  private readonly values = new Map<string, number>()
  /** Values below the detection limit as written: what they count as stands nowhere in the file. */
  private readonly below = new Map<string, string>()
  private readonly said = new Map<string, Said>()
  private readonly latest = new Map<string, { readonly row: number; readonly month: string }>()

  constructor(private readonly base: IntakeBase) {}

  /** The earlier row for this unit and month; null if this is the first, which is then recorded. */
  repeated(unit: string, month: string, now: Said): Said | null {
    const key = `${unit} ${month}`
    const before = this.said.get(key)
    if (before === undefined) this.said.set(key, now)
    return before ?? null
  }

  /**
   * Reports a value that is too large or far from the previous month, and months out of order. Within a row each month
   * has its own heading, in any order: 本月 before 去年同期.
   */
  doubt({ unit, month, value, givenText, row }: RowValue, note: (note: Note) => void): void {
    const seen = givenText || String(value)
    this.values.set(`${unit} ${month}`, value)
    if (givenText !== '') this.below.set(`${unit} ${month}`, givenText)
    if (value > TOO_MUCH) note({ code: 'value-too-large', seen, expected: `≤ ${TOO_MUCH}`, action: 'kept' })
    const last = this.latest.get(unit)
    if (last !== undefined && last.row !== row && last.month > month)
      note({ code: 'month-order', seen: month, expected: `> ${last.month}`, action: 'kept' })
    this.latest.set(unit, { row, month })
    const before = addMonths(month, -1)
    const previous = this.values.get(`${unit} ${before}`) ?? this.base.figureOf(unit, before)
    if (
      previous !== null &&
      Math.max(value, previous) >= MIN_FOR_JUMP &&
      (value > previous * JUMP || value * JUMP < previous)
    )
      note({
        code: 'value-jump',
        seen,
        expected: this.below.get(`${unit} ${before}`) ?? this.asStated(previous),
        action: 'kept',
      })
  }

  /** A value as the screens state it; in full if it was counted for one below the detection limit. */
  private asStated(value: number): string {
    return value === countedBelowDetection(this.base.belowDetectionShare) ? String(value) : tenth(value)
  }

  /** Value of a unit in a month: from the file, otherwise from the package. */
  valueOf(unit: string, month: string): number | null {
    return this.values.get(`${unit} ${month}`) ?? this.base.figureOf(unit, month)
  }
}
