import { formatDay, type IsoDay } from '@/domain/calendar'
import { SHANGHAI_MINUTES } from '@/domain/monitoring/local-time'
import type { Second } from './positions'
import type { ClockTime, HoursOfDay, Validity } from './settings'

const DAY = 86_400
const AHEAD = SHANGHAI_MINUTES * 60

/** Whether a text is a time of day, `00:00` to `24:00`. */
export const isClockTime = (text: string): text is ClockTime => /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text)

const secondsOf = (time: ClockTime): number => {
  const [hour, minute] = time.split(':').map(Number)
  return (hour! * 60 + minute!) * 60
}

/** The second within the day, in Asia/Shanghai. */
export const secondOfDay = (second: Second): number => (second + AHEAD) % DAY

/** The number of the day in Asia/Shanghai. */
export const dayOf = (second: Second): number => Math.floor((second + AHEAD) / DAY)

/** The first second of a day in Asia/Shanghai. */
export const secondsAt = (day: number): Second => day * DAY - AHEAD

/** Tests whether a second of the day lies in some hours; hours that end no later than they begin cross midnight. */
export function withinHours([from, until]: HoursOfDay): (secondOfDay: number) => boolean {
  const [begin, end] = [secondsOf(from), secondsOf(until)]
  return end > begin ? (at) => at >= begin && at < end : (at) => at >= begin || at < end
}

/** Whether a dated rule is in force on a day. */
export const isInForceOn = ({ from, until }: Validity, day: IsoDay): boolean =>
  from <= day && (until === undefined || day <= until)

/** Finds the dated rule in force at a time, the latest to begin if there are several; null if there is none. */
export function ruleAt<Rule extends Validity>(rules: readonly Rule[]): (second: Second) => Rule | null {
  const known = new Map<number, Rule | null>()
  return (second) => {
    const number = dayOf(second)
    const before = known.get(number)
    if (before !== undefined) return before
    const day = formatDay(number)
    const holding = rules.filter((rule) => isInForceOn(rule, day)).sort((a, b) => (a.from < b.from ? 1 : -1))
    known.set(number, holding[0] ?? null)
    return holding[0] ?? null
  }
}
