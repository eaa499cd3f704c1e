import type { IsoDay } from '@/domain/calendar'
import type { Parameter } from '@/domain/monitoring/parameter'
import { monitorList } from '@/questions/monitor-list'
import { type AskedSeries, monitorSeries } from '@/questions/monitor-series'
import { hoursOf } from './package-hours'
import type { WorkingCopy } from './working-copy'

/** What is asked of monitors. The code that reads their files comes with the first question. */
export const monitors = {
  list: async (copy: WorkingCopy, asOf: IsoDay, parameter: Parameter) =>
    monitorList(copy.opened, await hoursOf(copy), asOf, parameter),
  series: async (copy: WorkingCopy, asked: AskedSeries) => monitorSeries(copy.opened, await hoursOf(copy), asked),
}
