import { useSyncExternalStore } from 'react'
import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import { repeatWhileVisible } from '@/store/page/repeat-while-visible'

const LOOK_MS = 60_000

/** Today by this device's clock, in the office's time zone. */
export const today = (): IsoDay => dayOfInstant(new Date().toISOString())

const followers = new Set<() => void>()
let rest = () => {}

const tellAll = () => {
  for (const each of followers) each()
}

/** One timer shared by all subscribers. */
function follow(tell: () => void): () => void {
  if (followers.size === 0) rest = repeatWhileVisible(LOOK_MS, tellAll)
  followers.add(tell)
  return () => {
    followers.delete(tell)
    if (followers.size === 0) rest()
  }
}

/** A value read from the clock, for rendering: checked every minute, rendered again when it changes. */
export const useByClock = <T extends string>(read: () => T): T => useSyncExternalStore(follow, read)

/** {@link today} for rendering, updated when the day changes: tablets and walls stay on overnight. */
export const useToday = (): IsoDay => useByClock(today)

const minute = () => String(Math.floor(Date.now() / LOOK_MS))

/**
 * The current time by this device's clock, in milliseconds since 1970, rounded to the minute and updated every minute;
 * for time limits in hours.
 */
export const useMinute = (): number => Number(useByClock(minute)) * LOOK_MS
