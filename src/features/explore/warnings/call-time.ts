import { localMinute } from '@/domain/calendar'
import { instantOf, minuteOf } from '@/domain/monitoring/minute-of'
import type { Minute } from '@/domain/monitoring/readings'

/** Time of a call as entered: day and time; null means now. */
export type CallTime = { readonly day: string; readonly time: string } | null
export const CALLED_NOW: CallTime = null

/** The initial value when the user starts to edit the time: now. */
export function timeOfNow(now: Date = new Date()): NonNullable<CallTime> {
  const [day, time] = localMinute(now.toISOString()).split(' ')
  return { day: day!, time: time! }
}

/** The time as stored in the record (nothing if it is now), or the fault of an entered time. */
export function readCallTime(
  said: CallTime,
  now: Date,
): { readonly calledAt?: string } | { readonly fault: 'unread' | 'future' } {
  if (said === null) return {}
  const time = said.time.normalize('NFKC').trim()
  const minute = /^\d/.test(time) ? minuteOf(`${said.day} ${time}`) : null
  if (minute === null) return { fault: 'unread' }
  const calledAt = instantOf(minute)
  return calledAt > now.toISOString() ? { fault: 'future' } : { calledAt }
}

/**
 * Whether a call's entered time is before the warning began: the warning may have been announced ahead, or the day may
 * be a typing error.
 */
export const isEarlyCall = (called: ReturnType<typeof readCallTime>, from: Minute): boolean =>
  'calledAt' in called && called.calledAt !== undefined && called.calledAt < instantOf(from)
