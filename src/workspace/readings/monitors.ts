import type { IsoDay } from '@/domain/calendar'
import type { DoubtVerdicts } from '@/domain/monitoring/doubts/verdict'
import type { Parameter } from '@/domain/monitoring/parameter'
import { type CaseEffectRequest, caseEffect } from '@/questions/cases/case-effect'
import {
  applyVerdicts,
  exceedanceOpening,
  exceedanceOpenings,
  monthsLookedAt,
  type RunRequest,
} from '@/questions/cases/exceedance-openings'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { exceedanceList } from '@/questions/monitors/exceedance-list'
import { lastReports, type MonitorNumbers } from '@/questions/monitors/monitor-card'
import { type MonitorDaysRequest, monitorDays } from '@/questions/monitors/monitor-days'
import { monitorFindings } from '@/questions/monitors/monitor-findings'
import { monitorList } from '@/questions/monitors/monitor-list'
import { monitorRose } from '@/questions/monitors/monitor-rose'
import { type MonitorSeriesRequest, monitorSeries, ownHours } from '@/questions/monitors/monitor-series'
import { type BesideDustfallRequest, monitorsBesideDustfall } from '@/questions/month/monitors-beside-dustfall'
import { type CalledExceedancesRequest, calledExceedances } from '@/questions/warnings/called-exceedances'
import type { Workspace } from '@/workspace/workspace'
import { countKeptDays } from './kept-days'
import { hoursOf } from './monitor-hours'

const minuteNow = () => Math.floor(Date.now() / 60_000)

/** The sort of case that exceedances open, and the days to look back; null if the package has none. */
function exceedanceSort({ opened }: EvaluatedPackage): { readonly id: string; readonly withinDays: number } | null {
  const sort = opened.pack.cases?.sorts.find(({ from }) => from.exceedance)
  return sort?.from.exceedance ? { id: sort.id, ...sort.from.exceedance } : null
}

/**
 * Questions on monitors; `shelf` names where this browser keeps imports. This module, with the code that reads the
 * files, is loaded at the first question.
 */
export const monitors = {
  list: async (workspace: Workspace, shelf: string, asOf: IsoDay, parameter: Parameter) =>
    monitorList(workspace.copy.opened, await hoursOf(workspace, shelf), asOf, parameter, minuteNow()),
  findings: async (workspace: Workspace, shelf: string, asOf: IsoDay, parameter: Parameter, verdicts: DoubtVerdicts) =>
    monitorFindings(workspace.copy.opened, await hoursOf(workspace, shelf), asOf, parameter, verdicts, minuteNow()),
  lastReports: async (workspace: Workspace, shelf: string, of: readonly MonitorNumbers[], asOf: IsoDay) =>
    lastReports(workspace.copy.opened, await hoursOf(workspace, shelf), of, asOf),
  hours: async (workspace: Workspace, shelf: string, asked: MonitorSeriesRequest) =>
    ownHours(workspace.copy.opened, await hoursOf(workspace, shelf), asked, minuteNow()),
  openings: async (workspace: Workspace, shelf: string, evaluated: EvaluatedPackage, verdicts: DoubtVerdicts) => {
    const sort = exceedanceSort(evaluated)
    if (!sort) return { openings: [], problems: [] }
    const hours = await hoursOf(workspace, shelf)
    const all = await exceedanceOpenings(evaluated, hours, sort.id, sort.withinDays, verdicts)
    const decided = await Promise.all(all.map((each) => applyVerdicts(evaluated, hours, verdicts, each)))
    const problems = hours.problemsOf(monthsLookedAt(evaluated, sort.withinDays))
    return { openings: decided.flatMap((each) => each ?? []), problems }
  },
  opening: async (
    workspace: Workspace,
    shelf: string,
    evaluated: EvaluatedPackage,
    run: RunRequest,
    verdicts: DoubtVerdicts,
  ) => {
    const sort = exceedanceSort(evaluated)
    if (!sort) return null
    const hours = await hoursOf(workspace, shelf)
    const found = await exceedanceOpening(evaluated, hours, sort.id, run, verdicts)
    return found && applyVerdicts(evaluated, hours, verdicts, found)
  },
  called: async (
    workspace: Workspace,
    shelf: string,
    evaluated: EvaluatedPackage,
    asked: CalledExceedancesRequest,
    verdicts: DoubtVerdicts,
  ) => calledExceedances(evaluated, await hoursOf(workspace, shelf), asked, verdicts),
  effect: async (workspace: Workspace, shelf: string, asked: CaseEffectRequest, verdicts: DoubtVerdicts) =>
    caseEffect(workspace.copy.opened, await hoursOf(workspace, shelf), asked, verdicts),
  series: async (workspace: Workspace, shelf: string, asked: MonitorSeriesRequest, verdicts: DoubtVerdicts) =>
    monitorSeries(workspace.copy.opened, await hoursOf(workspace, shelf), asked, verdicts, minuteNow()),
  days: async (workspace: Workspace, shelf: string, asked: MonitorDaysRequest, verdicts: DoubtVerdicts) =>
    monitorDays(workspace.copy.opened, await hoursOf(workspace, shelf), asked, verdicts),
  rose: async (workspace: Workspace, shelf: string, asked: MonitorSeriesRequest, verdicts: DoubtVerdicts) =>
    monitorRose(workspace.copy.opened, await hoursOf(workspace, shelf), asked, verdicts, minuteNow()),
  exceedances: async (workspace: Workspace, shelf: string, asOf: IsoDay, days: number, verdicts: DoubtVerdicts) =>
    exceedanceList(workspace.copy.opened, await hoursOf(workspace, shelf), asOf, days, verdicts, minuteNow()),
  count: countKeptDays,
  besideDustfall: async (workspace: Workspace, shelf: string, asked: BesideDustfallRequest, verdicts: DoubtVerdicts) =>
    monitorsBesideDustfall(workspace.copy.opened, await hoursOf(workspace, shelf), asked, verdicts),
}
