import { DeviceTimes, type PeriodOf, periodsOf, stepOfMost } from './device-times'
import type { HourRule } from './hours'
import { FIRST_MINUTE, localDay, MINUTES_PER_DAY, minuteOfDay } from './local-time'
import { isHour24 } from './minute-of'
import type { Minute } from './readings'

type Stamp = HourRule['stamp']

const HOUR = 60
/** The number of times from which a device shows its step. */
const MIN_TIMES = 3
/** Times further from all others than these days are those of a wrong clock. */
const APART_DAYS = 365
/** Up to this step in minutes it is hardly by chance that times bound whole hours as begins or as ends. */
const MAX_STEP_OF_HOURS = 10

/** What the times of a table show about whether they are the begins or the ends of their periods. */
export interface TimeNumbers {
  /**
   * How a table numbers its hours: from 0, to 24, or `open` if it has neither. `parts`: its periods are shorter, which
   * are known only by a last one at 24:00. Null if times show none of these.
   */
  readonly hours: 'from-0' | 'to-24' | 'open' | 'parts' | null
  /**
   * Whether the first and the last time of a device bound whole days as begins (00:00 to 23:00) or as ends (01:00 to
   * 00:00), or whole hours if its periods are much shorter (06:05 to 12:00). That is no proof: somebody may have asked
   * for just these hours.
   */
  readonly likely: Stamp | null
  /** The periods of the times, which are their begins or ends. */
  readonly periodsAs: (stamp: Stamp) => PeriodOf
}

/** A device's times, or those of several with the same step. */
interface Stepped {
  readonly minutes: Int32Array
  readonly step: number
}

/** Notes the times of a table as they are read. */
export class TimesSeen {
  private readonly days = new Set<number>()
  private readonly hours0: Minute[] = []
  private readonly hours24: Minute[] = []
  private readonly times = new DeviceTimes()

  /** Notes a time as it is written; each distinct cell is needed only once. */
  addCell(cell: string, minute: Minute): void {
    if (minute >= FIRST_MINUTE) this.days.add(localDay(minute))
    if (minuteOfDay(minute) === 0) (isHour24(cell) ? this.hours24 : this.hours0).push(minute)
  }

  /** Notes a time of a device. */
  add(device: string, minute: Minute): void {
    this.times.add(device, minute)
  }

  get numbers(): TimeNumbers {
    const isPossible = this.possible()
    const devices = this.times.byDevice()
    const of = [...devices.values()].map(({ minutes, step }) => ({
      minutes: minutes.filter((minute) => isPossible(minute) && (step === 0 || minuteOfDay(minute) % step === 0)),
      step,
    }))
    const shown = of.filter(({ minutes, step }) => minutes.length >= MIN_TIMES && step > 0)
    const judged = shown.length > 0 ? shown : pooled(of)
    return {
      hours: this.hours(judged, isPossible),
      likely: likelyOf(judged) ?? likelyOf(pooled(judged, stepOfMost(shown))),
      periodsAs: (stamp) => periodsOf(devices, stamp),
    }
  }

  private hours(judged: readonly Stepped[], isPossible: (minute: Minute) => boolean): TimeNumbers['hours'] {
    const hasHour0 = this.hours0.some(isPossible)
    if (!hasHour0 && this.hours24.some(isPossible)) return 'to-24'
    const steps = judged.flatMap(({ minutes, step }) => (minutes.length > 0 && step > 0 ? [step] : []))
    if (!steps.includes(HOUR)) return steps.length > 0 ? 'parts' : null
    return hasHour0 ? 'from-0' : 'open'
  }

  private possible(): (minute: Minute) => boolean {
    const days = [...this.days].sort((a, b) => a - b)
    while (days.length > 1 && days.at(-1)! - days.at(-2)! > APART_DAYS) days.pop()
    while (days.length > 1 && days[1]! - days[0]! > APART_DAYS) days.shift()
    const [first, last] = [days[0] ?? 0, days.at(-1) ?? -1]
    return (minute) => localDay(minute) >= first && localDay(minute) <= last
  }
}

/** The times of all devices with a step as one; without a step, of all, as hours if there are only full hours. */
function pooled(devices: readonly Stepped[], step = 0): Stepped[] {
  const own = step === 0 ? devices : devices.filter((each) => each.step === step)
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { minutes } of own) {
    first = Math.min(first, minutes[0] ?? first)
    last = Math.max(last, minutes.at(-1) ?? last)
  }
  if (last < first) return []
  const isHours = own.every(({ minutes }) => minutes.every((minute) => minute % HOUR === 0))
  return [{ minutes: Int32Array.of(first, last), step: step || (isHours ? HOUR : stepOfMost(own)) }]
}

/** What most devices' first and last times speak for; null if none does, or as many for one as for the other. */
function likelyOf(devices: readonly Stepped[]): Stamp | null {
  let more = 0
  for (const { minutes, step } of devices) {
    if (minutes.length < 2 || step === 0) continue
    const whole = step <= MAX_STEP_OF_HOURS ? HOUR : MINUTES_PER_DAY
    const [first, last] = [minuteOfDay(minutes[0]!) % whole, minuteOfDay(minutes.at(-1)!) % whole]
    if (first === step % whole && last === 0) more++
    else if (first === 0 && last === whole - step) more--
  }
  return more === 0 ? null : more > 0 ? 'end' : 'begin'
}

/** What proves that times are ends: an hour 24, in the table or beside it in another of the export. */
export type EndsProof = 'hour-24' | 'beside'

/**
 * What proves that the times of a table are ends; null if nothing does. `besideEnds`: another table of the export has
 * hours to 24, so hours with neither 0 nor 24 are ends here too.
 */
export const endsProof = ({ hours }: TimeNumbers, besideEnds: boolean): EndsProof | null =>
  hours === 'to-24' ? 'hour-24' : hours === 'open' && besideEnds ? 'beside' : null

/** Tells the minutes to add to times of the kind `known` that are stored as `wanted`; null if nothing is added. */
export function minutesToStamp(known: Stamp, wanted: Stamp | undefined, periodOf: PeriodOf): PeriodOf | null {
  if (wanted === undefined || known === wanted) return null
  return wanted === 'end' ? periodOf : (device, minute) => -periodOf(device, minute)
}
