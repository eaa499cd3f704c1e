import type { ClockFault } from '@/domain/field/clock'
import { useClockFault } from '@/store/page/clock'
import type { Check, CheckResult } from './check'

const MINUTE_MS = 60_000
/** A clock that is off by more than this puts records into the wrong order. */
const MAX_OFF = 5 * MINUTE_MS
/** The `getTimezoneOffset` of all of China, the same all year. */
const CHINA_MINUTES = -480

/**
 * Compares the clock with the server's and China's time zone. `served` is the server's time, null if unavailable;
 * `fault` is what the data, the app or records indicate.
 */
export function compareClock(served: number | null, now: Date, fault: ClockFault | null = null): CheckResult {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const off = served === null ? 0 : now.getTime() - served
  if (Math.abs(off) > MAX_OFF) {
    const minutes = Math.round(Math.abs(off) / MINUTE_MS)
    return {
      standing: 'wrong',
      says: (t) => t(off > 0 ? 'diagnosis.clock.fast' : 'diagnosis.clock.slow', { minutes }),
    }
  }
  if (fault) {
    const { by, day, today } = fault
    // The clock is right: the contradicting dates were written by a clock that was wrong.
    if (served !== null) return { standing: 'odd', says: (t) => t('diagnosis.clock.later', { day, today }) }
    return { standing: 'wrong', says: (t) => t(`notice.clock.${by}`, { day, today }) }
  }
  if (now.getTimezoneOffset() !== CHINA_MINUTES)
    return { standing: 'odd', says: (t) => t('diagnosis.clock.zone', { zone }) }
  return served === null
    ? { standing: 'unknown', says: (t) => t('diagnosis.clock.alone') }
    : { standing: 'fine', says: (t) => t('diagnosis.clock.fine') }
}

/** Time of the server that serves the app; null without a network, or if it sends no date. */
async function servedTime(): Promise<number | null> {
  try {
    // Bypasses the offline copy and every cache, whose responses have old dates.
    const { headers } = await fetch(`${location.pathname}?now=${Date.now()}`, { method: 'HEAD', cache: 'no-store' })
    const said = Date.parse(headers.get('Date') ?? '')
    return Number.isNaN(said) ? null : said
  } catch {
    return null
  }
}

export const checkClock: Check = async () =>
  compareClock(await servedTime(), new Date(), useClockFault.getState().fault)
