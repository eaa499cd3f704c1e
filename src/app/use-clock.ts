import { useEffect } from 'react'
import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import { clockFault } from '@/domain/field/clock'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { useToday } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { faultKey, useClockFault } from '@/store/page/clock'
import { notice } from '@/store/page/notices'

/** Day of the release; undefined in other builds. */
const BUILT_ON = import.meta.env.CHENTU_BUILT_AT && dayOfInstant(import.meta.env.CHENTU_BUILT_AT)

/** The day of the newest record on this device; undefined without any. */
function lastRecordDay(events: Iterable<{ readonly at: string }>): IsoDay | undefined {
  let last = ''
  for (const { at } of events) if (at > last) last = at
  return last === '' ? undefined : dayOfInstant(last)
}

/** Shows a notice on every screen if this machine's clock is behind known dates: records would get a wrong date. */
export function useClock(): void {
  const today = useToday()
  const asOf = useChentu((state) => state.loaded?.settings.asOf)
  const events = useLedger((state) => state.events)
  useEffect(() => {
    const record = events ? lastRecordDay(events.values()) : undefined
    const fault = clockFault(today, {
      ...(asOf && asOf !== 'today' && { data: asOf }),
      ...(BUILT_ON && { app: BUILT_ON }),
      ...(record && { record }),
    })
    useClockFault.setState({ fault })
    notice('clock', fault !== null && faultKey(fault) !== usePreferences.getState().clockTold)
  }, [today, asOf, events])
}
