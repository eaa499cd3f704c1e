import { type DayNumber, type IsoDay, parseDay } from '@/domain/calendar'
import type { Field } from '@/domain/sources/kinds/field'
import { HAPPENED } from '@/domain/sources/kinds/meaning'
import { parseDayCell } from '@/domain/sources/reading/cell'
import type { CurrentRow } from './current-row'

/** A problem is given less time than this to be rectified, in days. */
const LONGEST_DEADLINE = 2 * 366

/**
 * Reports days after today on which something is said to have happened, and deadlines of rectification long after what
 * happened last, which would keep a problem from ever being overdue: most often the year is mistyped.
 */
export class DoubtfulDays {
  private readonly fields: readonly Field[]
  private readonly deadline: Field | undefined
  private readonly today: DayNumber
  /** The day of each cell; columns repeat their days. */
  private readonly days = new Map<string, DayNumber | null>([['', null]])

  constructor(fields: readonly Field[], today: IsoDay) {
    this.fields = fields.filter(({ means }) => means !== undefined && HAPPENED.has(means))
    this.deadline = fields.find(({ means }) => means === 'rectifyBy')
    this.today = parseDay(today)
  }

  /** Reports those of the current row, which are kept: the clock of the device may be wrong. */
  note(hand: CurrentRow): void {
    let last: DayNumber | null = null
    for (const { name } of this.fields) {
      const cell = hand.get(name)
      const day = this.dayOf(cell)
      if (day === null) continue
      if (day > this.today) hand.note({ code: 'day-in-future', seen: cell, action: 'kept' }, hand.heading(name))
      else last = Math.max(last ?? day, day)
    }
    if (this.deadline) this.noteDeadline(hand, this.deadline.name, last ?? this.today)
  }

  private noteDeadline(hand: CurrentRow, name: string, from: DayNumber): void {
    const cell = hand.get(name)
    const by = this.dayOf(cell)
    if (by !== null && by - from > LONGEST_DEADLINE)
      hand.note({ code: 'deadline-far', seen: cell, action: 'kept' }, hand.heading(name))
  }

  private dayOf(cell: string): DayNumber | null {
    let day = this.days.get(cell)
    if (day === undefined) {
      day = parseDayCell(cell)
      this.days.set(cell, day)
    }
    return day
  }
}
