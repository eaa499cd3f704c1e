import type { ClockFault } from '@/domain/field/clock'
import { useClockFault } from '@/store/page/clock'
import type { Check, Checked } from './check'

const MINUTE_MS = 60_000
/** A clock that is off by more puts records into another order than they were made in. */
const MOST_OFF = 5 * MINUTE_MS
/** All of China, at any day of the year. */
const CHINA_MINUTES = -480

/** Whether the clock runs as the server's does, in China's time. `served` is the server's own time, null where it can't be asked; `fault` what data, app and records tell. */
export function clockAgainst(served: number | null, now: Date, fault: ClockFault | null = null): Checked {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const off = served === null ? 0 : now.getTime() - served
  if (Math.abs(off) > MOST_OFF) {
    const minutes = Math.round(Math.abs(off) / MINUTE_MS)
    return {
      standing: 'wrong',
      says: (t) => t(off > 0 ? 'diagnosis.clock.fast' : 'diagnosis.clock.slow', { minutes }),
    }
  }
  if (fault) {
    const { by, day, today } = fault
    // The clock is right: what tells otherwise was written by one that was not.
    if (served !== null) return { standing: 'odd', says: (t) => t('diagnosis.clock.later', { day, today }) }
    return { standing: 'wrong', says: (t) => t(`notice.clock.${by}`, { day, today }) }
  }
  if (now.getTimezoneOffset() !== CHINA_MINUTES)
    return { standing: 'odd', says: (t) => t('diagnosis.clock.zone', { zone }) }
  return served === null
    ? { standing: 'unknown', says: (t) => t('diagnosis.clock.alone') }
    : { standing: 'fine', says: (t) => t('diagnosis.clock.fine') }
}

/** The time of the server that Chentu comes from; null without a network, or where it does not say. */
async function servedTime(): Promise<number | null> {
  try {
    // Past the offline copy and every cache, whose answers are of another day.
    const { headers } = await fetch(`${location.pathname}?now=${Date.now()}`, { method: 'HEAD', cache: 'no-store' })
    const said = Date.parse(headers.get('Date') ?? '')
    return Number.isNaN(said) ? null : said
  } catch {
    return null
  }
}

export const checkClock: Check = async () =>
  clockAgainst(await servedTime(), new Date(), useClockFault.getState().fault)
