import { type IsoDay, parseDay } from '@/domain/calendar'

/**
 * What proves that a day has been reached: the data's as-of date, the build date of the app, a record on this device.
 */
export type ClockWitness = 'data' | 'app' | 'record'

/** A clock that is slow, and the proof. */
export interface ClockFault {
  /** Today according to the clock. */
  readonly today: IsoDay
  readonly by: ClockWitness
  /** The day that has been reached. */
  readonly day: IsoDay
}

/**
 * How many days ahead of a correct clock each may be. An as-of date may be the last day of an unfinished month; the
 * others are never ahead, except across time zones.
 */
const MAX_DAYS_AHEAD: Readonly<Record<ClockWitness, number>> = { data: 31, app: 1, record: 1 }

/**
 * Whether a clock is slow; null if nothing proves it. A fast clock cannot be detected.
 * @param known days known to have been reached
 */
export function clockFault(today: IsoDay, known: Readonly<Partial<Record<ClockWitness, IsoDay>>>): ClockFault | null {
  const witnesses = (Object.entries(known) as [ClockWitness, IsoDay][])
    .filter(([by, day]) => parseDay(today) < parseDay(day) - MAX_DAYS_AHEAD[by])
    .sort(([, a], [, b]) => (a < b ? 1 : -1))
  const [latest] = witnesses
  return latest ? { today, by: latest[0], day: latest[1] } : null
}
