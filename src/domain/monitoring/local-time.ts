import type { DayNumber } from '@/domain/calendar'
import type { Minute } from './readings'

/** The offset of Asia/Shanghai from UTC, in minutes; it has no daylight saving time. */
export const SHANGHAI_MINUTES = 480
export const MINUTES_PER_DAY = 1440

/** The day of a minute in Asia/Shanghai. */
export const localDay = (minute: Minute): DayNumber => Math.floor((minute + SHANGHAI_MINUTES) / MINUTES_PER_DAY)

/** The hour of that day, 0 to 23. */
export const localHour = (minute: Minute): number =>
  Math.floor((minute + SHANGHAI_MINUTES - localDay(minute) * MINUTES_PER_DAY) / 60)

/** The minutes since the begin of that day. */
export const minuteOfDay = (minute: Minute): number => minute - dayBegin(localDay(minute))

/** The minute at which a day in Asia/Shanghai begins. */
export const dayBegin = (day: DayNumber): Minute => day * MINUTES_PER_DAY - SHANGHAI_MINUTES

/** 2010-01-01 in Asia/Shanghai: monitors that lost their time report a day long before. */
export const FIRST_MINUTE = Date.UTC(2009, 11, 31, 16) / 60_000
