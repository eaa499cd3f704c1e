import { useEffect } from 'react'
import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import { clockFault } from '@/domain/field/clock'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { useToday } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { faultKey, useClockFault } from '@/store/page/clock'
import { notice } from '@/store/page/notices'

/** The day on which a release was made; undefined in what was built otherwise. */
const BUILT_ON = import.meta.env.CHENTU_BUILT_AT && dayOfInstant(import.meta.env.CHENTU_BUILT_AT)

/** The last day on which this device wrote or took in a record; undefined without any. */
function lastRecordDay(events: Iterable<{ readonly at: string }>): IsoDay | undefined {
  let last = ''
  for (const { at } of events) if (at > last) last = at
  return last === '' ? undefined : dayOfInstant(last)
}

/** Says, on whatever screen, that the clock of this machine is behind what must have been: records would be of a wrong day. */
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
