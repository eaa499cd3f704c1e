import type { IsoDay } from '@/domain/calendar'
import type { Parameter } from '@/domain/monitoring/parameter'
import { monitorList } from '@/questions/monitor-list'
import { type AskedSeries, monitorSeries } from '@/questions/monitor-series'
import { hoursOf } from './package-hours'
import type { Workspace } from './workspace'

/** What is asked of monitors. The code that reads their files comes with the first question. */
export const monitors = {
  list: async (workspace: Workspace, asOf: IsoDay, parameter: Parameter) =>
    monitorList(workspace.copy.opened, await hoursOf(workspace), asOf, parameter),
  series: async (workspace: Workspace, asked: AskedSeries) =>
    monitorSeries(workspace.copy.opened, await hoursOf(workspace), asked),
}
