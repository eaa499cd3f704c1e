import { type IsoDay, parseDay } from '@/domain/calendar'

/** What says that a day has been: the data's as-of date, the day on which the app was made, a record that is here. */
export type ClockWitness = 'data' | 'app' | 'record'

/** A clock that is behind what must have been, and by what that is told. */
export interface ClockFault {
  /** Today by the clock. */
  readonly today: IsoDay
  readonly by: ClockWitness
  /** The day that has been. */
  readonly day: IsoDay
}

/** An as-of date may lie ahead: the last day of a month that is still being worked on. The other two never do, but for zones. */
const MOST_AHEAD_DAYS: Readonly<Record<ClockWitness, number>> = { data: 31, app: 1, record: 1 }

/**
 * Whether a clock is behind what must have been; null where nothing tells that it is. A clock that is ahead can't be told so.
 * @param known days that have been, as far as they are known
 */
export function clockFault(today: IsoDay, known: Readonly<Partial<Record<ClockWitness, IsoDay>>>): ClockFault | null {
  const witnesses = (Object.entries(known) as [ClockWitness, IsoDay][])
    .filter(([by, day]) => parseDay(today) < parseDay(day) - MOST_AHEAD_DAYS[by])
    .sort(([, a], [, b]) => (a < b ? 1 : -1))
  const [latest] = witnesses
  return latest ? { today, by: latest[0], day: latest[1] } : null
}
