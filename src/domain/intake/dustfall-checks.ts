import { addMonths } from '@/domain/calendar'
import { isBelowDetection, parseLooseNumber, parseNumber } from '@/domain/sources/cell'
import type { Note } from '@/domain/sources/field-reader'
import type { IntakeBase } from './base'

/** No built-up area has this much in a month, t/(km²·30d). */
const TOO_MUCH = 100
/** A month is seldom more than five times the one before, or less than a fifth. */
const JUMP = 5
/** Below this a factor of five is within the method's own spread. */
const LEAST_FOR_JUMP = 1.2

/** Doubts about dustfall values, and the points that a file brings. */
export class DustfallChecks {
  private readonly values = new Map<string, number>()
  private readonly rows = new Map<string, number>()
  private readonly latest = new Map<string, string>()
  private readonly made = new Map<string, { code: string; name: string; county: string }>()

  constructor(private readonly base: IntakeBase) {}

  /** The row that had this unit's value of the month before, or null. */
  repeated(unit: string, month: string, row: number): number | null {
    const key = `${unit} ${month}`
    const before = this.rows.get(key)
    if (before === undefined) this.rows.set(key, row)
    return before ?? null
  }

  /** Notes a value that is too large, or far from the month before, and a month that stands out of order. */
  doubt(unit: string, month: string, value: string, note: (note: Note) => void): void {
    const number = isBelowDetection(value) ? 0 : (parseNumber(value) ?? parseLooseNumber(value))
    if (number === null) return
    this.values.set(`${unit} ${month}`, number)
    if (number > TOO_MUCH) note({ code: 'value-too-large', seen: value, expected: `≤ ${TOO_MUCH}`, action: 'kept' })
    const last = this.latest.get(unit)
    if (last !== undefined && last > month)
      note({ code: 'month-order', seen: month, expected: `> ${last}`, action: 'kept' })
    this.latest.set(unit, month)
    const previous = this.values.get(`${unit} ${addMonths(month, -1)}`) ?? this.base.valueBefore(unit, month)
    if (
      previous !== null &&
      Math.max(number, previous) >= LEAST_FOR_JUMP &&
      (number > previous * JUMP || number * JUMP < previous)
    )
      note({ code: 'value-jump', seen: value, expected: String(previous), action: 'kept' })
  }

  /** A point that the package does not know, named by its heading within a county. */
  newPoint(name: string, county: string): { code: string; county: string } {
    const key = `${county} ${name}`
    let point = this.made.get(key)
    if (!point) {
      point = { code: `${county}-${name}`, name, county }
      this.made.set(key, point)
    }
    return point
  }

  points() {
    return [...this.made.values()]
  }
}
