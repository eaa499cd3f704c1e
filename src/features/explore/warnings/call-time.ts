import { localMinute } from '@/domain/calendar'
import { instantOf, minuteOf } from '@/domain/monitoring/minute-of'
import type { Minute } from '@/domain/monitoring/readings'

/** When a call was made, as somebody says it: a day and a time of it; null while it is now. */
export type CallTime = { readonly day: string; readonly time: string } | null
export const NOW: CallTime = null

/** A time as one begins to change it: now. */
export function timeOfNow(now: Date = new Date()): NonNullable<CallTime> {
  const [day, time] = localMinute(now.toISOString()).split(' ')
  return { day: day!, time: time! }
}

/** What a record says of the time of its call: nothing where it is now; or what is wrong with the time. */
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

/** Whether a call is said to have been made before a warning began: it may have been announced ahead, or the day is a slip. */
export const isEarlyCall = (called: ReturnType<typeof readCallTime>, from: Minute): boolean =>
  'calledAt' in called && called.calledAt !== undefined && called.calledAt < instantOf(from)
