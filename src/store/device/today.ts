import { useSyncExternalStore } from 'react'
import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import { everyInSight } from '@/store/page/in-sight'

const LOOK_MS = 60_000

/** Today by the clock of this device, in the office's time. */
export const today = (): IsoDay => dayOfInstant(new Date().toISOString())

const followers = new Set<() => void>()
let rest = () => {}

const tellAll = () => {
  for (const each of followers) each()
}

/** One look at the clock for all who follow it. */
function follow(tell: () => void): () => void {
  if (followers.size === 0) rest = everyInSight(LOOK_MS, tellAll)
  followers.add(tell)
  return () => {
    followers.delete(tell)
    if (followers.size === 0) rest()
  }
}

/** What is read off the clock, for what is rendered: looked at each minute, and rendered anew when it says something else. */
export const useByClock = <T extends string>(read: () => T): T => useSyncExternalStore(follow, read)

/** {@link today} for what is rendered, which is rendered anew when the day changes: tablets and walls stay on overnight. */
export const useToday = (): IsoDay => useByClock(today)

const minute = () => String(Math.floor(Date.now() / LOOK_MS))

/** The time by the clock of this device, milliseconds since 1970, to the minute: rendered anew as it passes, for what runs out by hours. */
export const useMinute = (): number => Number(useByClock(minute)) * LOOK_MS
