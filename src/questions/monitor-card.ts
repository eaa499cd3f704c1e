import { type IsoDay, parseDay } from '@/domain/calendar'
import { dayBegin } from '@/domain/monitoring/local-time'
import type { Minute } from '@/domain/monitoring/readings'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import { monitorPlace } from './monitors'
import type { OpenedPackage } from './opened-package'

/** What the monitor of a source reported last of TSP: begin of the hour, and its mean in µg/m³, null where too little came. */
export interface MonitorOfSource {
  readonly hour: Minute
  readonly value: number | null
}

/** The monitor that has the code of a source, as it stood at the end of a day; null where none reported in the months before. */
export async function monitorOfSource(
  opened: OpenedPackage,
  hours: MonitorHours,
  { kind, code }: { readonly kind: KindId; readonly code: string },
  asOf: IsoDay,
): Promise<MonitorOfSource | null> {
  if (monitorPlace(opened, code)?.kind !== kind) return null
  const last = await hours.lastOf(code, dayBegin(parseDay(asOf) + 1), 'tsp')
  return last && { hour: last.at, value: Number.isNaN(last.value) ? null : last.value }
}
