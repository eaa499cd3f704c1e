import type { HourRule } from './hours'
import { MINUTES_PER_DAY, minuteOfDay } from './local-time'
import { isHour24 } from './minute-of'
import type { Minute } from './readings'

type Stamp = HourRule['stamp']

const HOUR = 60

/** What the times of a table show about whether they are the begins or the ends of their periods. */
export interface TimeNumbers {
  /**
   * How a table numbers its hours: from 0, to 24, or `open` if it has neither. Shorter periods are known only by a last
   * one at 24:00. Null if times show none of these.
   */
  readonly hours: 'from-0' | 'to-24' | 'open' | null
  /**
   * Whether the first and the last time bound whole days as begins (00:00 to 23:00) or as ends (01:00 to 00:00). That
   * is no proof: somebody may have asked for just these hours.
   */
  readonly likely: Stamp | null
  /** The longest period in minutes, at most an hour, that all times are multiples of. */
  readonly step: number
}

const divisorOf = (a: number, b: number): number => (b === 0 ? a : divisorOf(b, a % b))

/** Notes the times of a table as they are read; each distinct cell is needed only once. */
export class TimesSeen {
  private first = Number.POSITIVE_INFINITY
  private last = Number.NEGATIVE_INFINITY
  private step = HOUR
  private hasHour0 = false
  private hasHour24 = false

  add(cell: string, minute: Minute): void {
    const ofDay = minuteOfDay(minute)
    this.first = Math.min(this.first, minute)
    this.last = Math.max(this.last, minute)
    this.step = divisorOf(this.step, ofDay)
    if (ofDay > 0) return
    if (isHour24(cell)) this.hasHour24 = true
    else this.hasHour0 = true
  }

  get numbers(): TimeNumbers {
    const { step, hasHour0, hasHour24 } = this
    const to24 = hasHour24 && !hasHour0
    const hours = to24 ? 'to-24' : step < HOUR ? null : hasHour0 ? 'from-0' : 'open'
    return { hours: this.last < this.first ? null : hours, likely: this.likely, step }
  }

  private get likely(): Stamp | null {
    if (this.last <= this.first) return null
    const [first, last] = [minuteOfDay(this.first), minuteOfDay(this.last)]
    if (first === this.step && last === 0) return 'end'
    return first === 0 && last === MINUTES_PER_DAY - this.step ? 'begin' : null
  }
}

/**
 * Whether the times of a table are begins or ends; null if nothing shows it. An hour 24 proves that they are ends.
 * `said`: what a person stated. `besideEnds`: another table of the export has hours to 24, so hours with neither 0 nor 24
 * are ends here too.
 */
export function stampOf({ hours }: TimeNumbers, said: Stamp | undefined, besideEnds: boolean): Stamp | null {
  if (hours === 'to-24') return 'end'
  return said ?? (hours === 'open' && besideEnds ? 'end' : null)
}

/** Minutes to add to times of the kind `known` that are stored as `wanted`, for periods of `step` minutes. */
export function minutesToStamp(known: Stamp | null, wanted: Stamp | undefined, step: number): number {
  if (known === null || wanted === undefined || known === wanted) return 0
  return wanted === 'end' ? step : -step
}
