import { addMonths } from '@/domain/calendar'
import { countedBelowDetection } from '@/domain/dustfall/below-detection'
import { roundHalfEven, tenth } from '@/domain/dustfall/rounding'
import type { IntakeBase } from '@/domain/intake/intake-base'
import type { Note } from '@/domain/sources/reading/field-reader'

/** Limit of plausible dustfall in a built-up area in a month, t/(km²·30d). */
const TOO_MUCH = 100
/** A month is rarely more than five times the previous one, or less than a fifth. */
const JUMP = 5
/** Below this value, a factor of five is within the method's own spread. */
const MIN_FOR_JUMP = 1.2
/**
 * From this value on, in t/(km²·30d), one far above what it is compared with has to be confirmed. Below it, a quiet
 * county or month explains such a factor more often than a misplaced decimal point does.
 */
const ASKED_FROM = 6
/** Number of other values of a month whose median says what is usual in it. */
const MIN_OTHERS = 4

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
  /** Its name. */
  readonly name: string
  readonly month: string
  /** In t/(km²·30d). */
  readonly value: number
  /** What the cell says of a value below the detection limit, which counts as `value`; '' for others. */
  readonly givenText: string
  readonly row: number
  /** Heading of its cell. */
  readonly column: string
}

/** Reports what is doubtful about a value of an earlier row. */
type NoteOf = (row: number, column: string, note: Note) => void

/** Checks for doubtful dustfall values, and for units that occur twice in a month. */
export class DustfallChecks {
  private readonly values = new Map<string, number>()
  /** Values below the detection limit as written: what they count as stands nowhere in the file. */
  private readonly below = new Map<string, string>()
  private readonly said = new Map<string, Said>()
  /** The values of each month that may have to be confirmed once all rows are read, with the other values. */
  private readonly ofMonth = new Map<string, RowValue[]>()
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
   * has its own heading, in any order: 本月 before 去年同期. What has to be confirmed and needs the other rows is
   * reported by {@link finish}.
   */
  doubt(given: RowValue, note: (note: Note) => void): void {
    const { unit, name, month, value, givenText, row } = given
    const seen = givenText || String(value)
    const values = this.ofMonth.get(month)
    if (values) values.push(given)
    else this.ofMonth.set(month, [given])
    this.values.set(`${unit} ${month}`, value)
    if (givenText !== '') this.below.set(`${unit} ${month}`, givenText)
    if (value > TOO_MUCH)
      note({ code: 'value-too-large', seen, expected: `≤ ${TOO_MUCH}`, action: 'kept', unit: { name, month } })
    const last = this.latest.get(unit)
    if (last !== undefined && last.row !== row && last.month > month)
      note({ code: 'month-order', seen: month, expected: `> ${last.month}`, action: 'kept' })
    this.latest.set(unit, { row, month })
    const previous = this.previousOf(given)
    if (previous === null || Math.max(value, previous) < MIN_FOR_JUMP) return
    const isRisen = value > previous * JUMP && value < ASKED_FROM
    // Below the detection limit nothing was measured that could have jumped.
    const isFallen = value * JUMP < previous && givenText === ''
    if (isRisen || isFallen)
      note({ code: 'value-jump', seen, expected: this.previousAsStated(given, previous), action: 'kept' })
  }

  /**
   * Reports the values that a person has to confirm: five times that of the month before, or more, or more than five
   * times the median of the other values of the month. Each is reported once.
   */
  finish(note: NoteOf): void {
    for (const [month, all] of this.ofMonth) {
      const usual = usualBeside(all.map(({ value }) => value))
      for (const given of all) {
        const { name, value, row, column } = given
        if (value < ASKED_FROM || value > TOO_MUCH) continue
        // Of a weighing, not all the digits that were worked out.
        const about = { seen: String(roundHalfEven(value, 3)), action: 'kept', unit: { name, month } } as const
        const previous = this.previousOf(given)
        if (previous !== null && value >= previous * JUMP)
          note(row, column, { ...about, code: 'value-risen', expected: this.previousAsStated(given, previous) })
        else if (usual !== null && value > usual * JUMP)
          note(row, column, { ...about, code: 'value-above-others', expected: this.asStated(usual) })
      }
    }
  }

  /** Value of the month before: from the file, otherwise from the package; null if there is none. */
  private previousOf({ unit, month }: RowValue): number | null {
    return this.valueOf(unit, addMonths(month, -1))
  }

  private previousAsStated({ unit, month }: RowValue, previous: number): string {
    return this.below.get(`${unit} ${addMonths(month, -1)}`) ?? this.asStated(previous)
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

/**
 * The median of the other values of a month, for any value of its upper half: it is that of all but the largest. Null if
 * these are too few to say what is usual.
 */
function usualBeside(values: readonly number[]): number | null {
  const others = [...values].sort((a, b) => a - b).slice(0, -1)
  if (others.length < MIN_OTHERS) return null
  const half = others.length / 2
  return (others[Math.ceil(half) - 1]! + others[Math.floor(half)]!) / 2
}
