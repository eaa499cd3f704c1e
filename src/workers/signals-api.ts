import type { IsoDay, Month } from '@/domain/calendar'
import type { OpenedOn } from '@/domain/cases/opened-on'
import type { DoubtVerdicts } from '@/domain/monitoring/doubts/verdict'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { BreachRequest } from '@/questions/cases/breach-opening'
import type { CaseEffectRequest } from '@/questions/cases/case-effect'
import { caseProposals } from '@/questions/cases/case-openings'
import type { RunRequest } from '@/questions/cases/exceedance-openings'
import { judgedByMadeUp } from '@/questions/monitors/made-up-readings'
import { type MonitorNumbers, monitorsOfCard } from '@/questions/monitors/monitor-card'
import type { MonitorDaysRequest } from '@/questions/monitors/monitor-days'
import type { MonitorSeriesRequest } from '@/questions/monitors/monitor-series'
import { onlineByCounty } from '@/questions/monitors/online-by-county'
import type { BesideDustfallRequest } from '@/questions/month/monitors-beside-dustfall'
import { sharesByMadeUp } from '@/questions/trucks/made-up-tracks'
import type { TruckCardRequest } from '@/questions/trucks/truck-card'
import type { CalledExceedancesRequest } from '@/questions/warnings/called-exceedances'
import { keptDays } from '@/workspace/readings/kept-days-list'
import { hasReadings } from '@/workspace/readings/readings-shelves'
import { keptHauls, sameHauls } from '@/workspace/tracks/kept-hauls-list'
import { tracksBase } from '@/workspace/tracks/tracks-base'
import { tracksShelf } from '@/workspace/tracks/tracks-shelves'
import type { Workspace } from '@/workspace/workspace'
import type { CurrentSteps } from './current-steps'
import { loadedOnce } from './loaded-once'
import { transferred } from './transfer'

/**
 * Questions of the page on monitors and trucks, from the package and from data that this browser keeps under the name
 * of a shelf. `takeHauls` and `takeReadings` load kept counts into the steps.
 */
export function signalsApi(workspace: Workspace, steps: CurrentSteps) {
  const evaluated = () => steps.filtered.evaluated
  /** The code that reads Parquet is loaded with the first question on monitors. */
  const monitors = loadedOnce(async () => (await import('@/workspace/readings/monitors')).monitors)

  /** The same for trucks' tracks. */
  const trucks = loadedOnce(async () => (await import('@/workspace/tracks/trucks')).trucks)

  /** Whether the package has tracks, or this browser under a name. */
  const hasTracks = async (shelf: string) =>
    workspace.copy.opened.pack.provenance.some(({ role }) => role === 'truck-trips') ||
    (await tracksShelf(shelf).parts.count()) > 0

  /**
   * Loads the trip counts of tracks kept under a name; returns whether they changed, and whether some are not counted
   * yet.
   */
  async function takeHauls(shelf: string): Promise<{ readonly isOther: boolean; readonly isBehind: boolean }> {
    const { months, isBehind } = await keptHauls(workspace.copy.opened, shelf)
    const isOther = !sameHauls(months, steps.hauls)
    if (isOther) steps.hauls = months
    return { isOther, isBehind }
  }

  /** Fingerprint of the valid hours loaded last. */
  let countedBy = ''

  /** Loads the valid hours of readings kept under a name, as {@link takeHauls} does. */
  async function takeReadings(shelf: string): Promise<{ readonly isOther: boolean; readonly isBehind: boolean }> {
    const { days, by, isBehind } = await keptDays(workspace.copy.opened, shelf)
    const isOther = by !== countedBy
    if (isOther) steps.online = days
    countedBy = by
    return { isOther, isBehind }
  }

  const api = {
    /** Proposed cases by sort, and why some readings that may propose more cannot be read. */
    async caseProposals(
      [shelf, ofTrucks]: readonly [string, string],
      done: readonly OpenedOn[],
      most: number,
      whole: readonly string[],
      verdicts: DoubtVerdicts,
    ) {
      const step = evaluated()
      const hasHours = await hasReadings(workspace.copy, shelf)
      const { openings: ofHours, problems } = hasHours
        ? await (await monitors()).openings(workspace, shelf, step, verdicts)
        : { openings: [], problems: [] }
      const ofTracks = (await hasTracks(ofTrucks))
        ? await (await trucks()).openings(
            workspace,
            ofTrucks,
            step,
            done.map(({ key }) => key),
          )
        : []
      return { proposed: caseProposals(step, [...ofHours, ...ofTracks], done, most, whole), problems }
    },
    calledExceedances: async (shelf: string, asked: CalledExceedancesRequest, verdicts: DoubtVerdicts) =>
      (await hasReadings(workspace.copy, shelf))
        ? (await monitors()).called(workspace, shelf, evaluated(), asked, verdicts)
        : { found: [], untold: [], isPartly: false },
    caseEffect: async (shelf: string, asked: CaseEffectRequest, verdicts: DoubtVerdicts) =>
      (await hasReadings(workspace.copy, shelf)) ? (await monitors()).effect(workspace, shelf, asked, verdicts) : null,
    exceedanceOpening: async (shelf: string, run: RunRequest, verdicts: DoubtVerdicts) =>
      (await monitors()).opening(workspace, shelf, evaluated(), run, verdicts),
    monitors: async (shelf: string, asOf: IsoDay, parameter: Parameter) =>
      (await monitors()).list(workspace, shelf, asOf, parameter),
    monitorFindings: async (shelf: string, asOf: IsoDay, parameter: Parameter, verdicts: DoubtVerdicts) =>
      (await monitors()).findings(workspace, shelf, asOf, parameter, verdicts),
    exceedances: async (shelf: string, asOf: IsoDay, days: number, verdicts: DoubtVerdicts) =>
      (await monitors()).exceedances(workspace, shelf, asOf, days, verdicts),
    monitorsOfCard: (source: number) => monitorsOfCard(evaluated(), source),
    lastReports: async (shelf: string, of: readonly MonitorNumbers[], asOf: IsoDay) =>
      of.length > 0 && (await hasReadings(workspace.copy, shelf))
        ? (await monitors()).lastReports(workspace, shelf, of, asOf)
        : { reports: of.map(() => null), beginLater: of.map(() => null), isPartly: false },
    monitorHours: async (shelf: string, asked: MonitorSeriesRequest) =>
      (await monitors()).hours(workspace, shelf, asked),
    monitorSeries: async (shelf: string, asked: MonitorSeriesRequest, verdicts: DoubtVerdicts) =>
      (await monitors()).series(workspace, shelf, asked, verdicts),
    monitorDays: async (shelf: string, asked: MonitorDaysRequest, verdicts: DoubtVerdicts) =>
      (await monitors()).days(workspace, shelf, asked, verdicts),
    monitorRose: async (shelf: string, asked: MonitorSeriesRequest, verdicts: DoubtVerdicts) =>
      (await monitors()).rose(workspace, shelf, asked, verdicts),
    monitorsBesideDustfall: async (shelf: string, asked: BesideDustfallRequest, verdicts: DoubtVerdicts) =>
      (await monitors()).besideDustfall(workspace, shelf, asked, verdicts),
    trucks: async (shelf: string, asOf: IsoDay) =>
      (await trucks()).list(workspace, shelf, steps.evaluated(workspace.copy.opened, asOf)),
    truckCard: async (shelf: string, asOf: IsoDay, asked: TruckCardRequest) =>
      (await trucks()).card(workspace, shelf, asOf, asked),
    truckBreaches: async (shelf: string, asOf: IsoDay, day: IsoDay, asked: TruckCardRequest | null) =>
      (await trucks()).breaches(workspace, shelf, asOf, day, asked),
    truckDay: async (shelf: string, day: IsoDay, asked: TruckCardRequest | null) =>
      transferred(await (await trucks()).day(workspace, shelf, day, asked)),
    truckStops: async (shelf: string, asOf: IsoDay, asked: TruckCardRequest | null) =>
      transferred(await (await trucks()).stops(workspace, shelf, asOf, asked)),
    currentUnlistedPlaces: async (shelf: string, asOf: IsoDay, ids: readonly string[]) =>
      (await trucks()).currentUnlistedPlaces(workspace, shelf, asOf, ids),
    unlistedOpening: async (shelf: string, key: string) =>
      (await (await trucks()).openings(workspace, shelf, evaluated(), [key])).find((each) => each.key === key) ?? null,
    breachOpening: async (shelf: string, asked: BreachRequest) =>
      (await trucks()).breachOpening(workspace, shelf, evaluated(), asked),
    onlineByCounty: async (asOf: IsoDay) => onlineByCounty(evaluated(), asOf),
    judgedByMadeUp: () => judgedByMadeUp(evaluated(), steps.seen),
    sharesByMadeUp: (months: readonly Month[]) => sharesByMadeUp(evaluated(), steps.seen, months),
    tracksBase: () => tracksBase(workspace.copy.opened),
    /** Counts trips of kept tracks that are not counted yet; returns whether the counts changed. */
    async countHauls(shelf: string) {
      const before = await takeHauls(shelf)
      if (!before.isBehind) return before.isOther
      await (await trucks()).count(workspace, shelf)
      return (await takeHauls(shelf)).isOther || before.isOther
    },
    /** The same for the valid hours of kept readings. */
    async countReadings(shelf: string) {
      const before = await takeReadings(shelf)
      if (!before.isBehind) return before.isOther
      await (await monitors()).count(workspace, shelf)
      return (await takeReadings(shelf)).isOther || before.isOther
    },
  }
  return { api, takeHauls, takeReadings }
}
