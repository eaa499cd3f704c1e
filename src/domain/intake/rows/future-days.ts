import { type DayNumber, type IsoDay, parseDay } from '@/domain/calendar'
import type { Field } from '@/domain/sources/kinds/field'
import type { Meaning } from '@/domain/sources/kinds/meaning'
import { parseDayCell } from '@/domain/sources/reading/cell'
import type { CurrentRow } from './current-row'

/** Meanings of days on which something has happened, unlike deadlines. */
const PAST: ReadonlySet<Meaning> = new Set(['inspectedOn', 'surveyedOn', 'foundOn', 'reportedOn', 'doneOn'])

/** A problem is given less time than this to be rectified, in days. */
const LONGEST_DEADLINE = 2 * 366

/**
 * Reports days after today on which something is said to have happened, and deadlines of rectification long after what
 * happened last, which would keep a problem from ever being overdue: most often the year is mistyped.
 */
export class FutureDays {
  private readonly fields: readonly Field[]
  private readonly deadline: Field | undefined
  private readonly today: DayNumber
  /** Cells known to be no such day. */
  private readonly past = new Set<string>([''])

  constructor(fields: readonly Field[], today: IsoDay) {
    this.fields = fields.filter(({ means }) => means !== undefined && PAST.has(means))
    this.deadline = fields.find(({ means }) => means === 'rectifyBy')
    this.today = parseDay(today)
  }

  /** Reports those of the current row, which are kept: the clock of the device may be wrong. */
  note(hand: CurrentRow): void {
    for (const { name } of this.fields) {
      const cell = hand.get(name)
      if (this.past.has(cell)) continue
      if ((parseDayCell(cell) ?? this.today) <= this.today) this.past.add(cell)
      else hand.note({ code: 'day-in-future', seen: cell, action: 'kept' }, hand.heading(name))
    }
    this.noteDeadline(hand)
  }

  private noteDeadline(hand: CurrentRow): void {
    const cell = this.deadline ? hand.get(this.deadline.name) : ''
    const by = cell === '' ? null : parseDayCell(cell)
    if (by === null) return
    const happened = this.fields
      .map(({ name }) => parseDayCell(hand.get(name)))
      .filter((day) => day !== null && day <= this.today) as DayNumber[]
    const from = happened.length > 0 ? Math.max(...happened) : this.today
    if (by - from > LONGEST_DEADLINE)
      hand.note({ code: 'deadline-far', seen: cell, action: 'kept' }, hand.heading(this.deadline!.name))
  }
}
