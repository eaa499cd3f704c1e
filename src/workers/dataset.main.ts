import { expose } from 'comlink'
import { formatDay, type IsoDay, type Month, parseDay } from '@/domain/calendar'
import type { WindWithCalmLimit } from '@/domain/cases/calm'
import type { Position } from '@/domain/geodesy/position'
import type { Wind } from '@/domain/geodesy/upwind'
import type { Rule } from '@/domain/rules/rule'
import type { TeamObservation } from '@/domain/rules/team-observations'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { SurroundedPlaces } from '@/domain/sources/view/area'
import type { Filters } from '@/domain/sources/view/filters'
import type { Look } from '@/domain/sources/view/look'
import { caseOpeningOf } from '@/questions/cases/case-openings'
import { type LikelyReach, likelySources } from '@/questions/cases/likely-sources'
import { upwindSources } from '@/questions/cases/upwind-sources'
import { aroundSurface } from '@/questions/map/around-surface'
import { drawnCounts } from '@/questions/map/drawn-counts'
import { shownLookLegend } from '@/questions/map/look-view'
import { type DrawnOnMap, filteredOnMap } from '@/questions/map/on-map'
import { shownBox } from '@/questions/map/shown-box'
import { type SceneRequest, sourceScene } from '@/questions/map/source-scene'
import { placeTowardsRing, type RingChoice, ringState, surfaceOfRing } from '@/questions/map/sources-in-ring'
import { knownMonitors, monitorsByCode } from '@/questions/monitors/known-monitors'
import { countyStory } from '@/questions/month/county-story'
import { monthProblems } from '@/questions/month/month-problems'
import { type BoardGroup, boardOf } from '@/questions/plan/board'
import { clauseBases } from '@/questions/plan/clause-basis'
import { countNamedTasks } from '@/questions/plan/named-task-counts'
import { tryRule } from '@/questions/plan/rule-trial'
import { targetValues } from '@/questions/plan/target-values'
import { yearEndOf } from '@/questions/plan/year-end'
import { nearestPoint } from '@/questions/points/nearest-point'
import { pointSurroundings } from '@/questions/points/point-surroundings'
import { worsenedPoints } from '@/questions/points/worsened-points'
import { type StandingNames, searchConditions } from '@/questions/search/search-conditions'
import { searchNames } from '@/questions/search/search-names'
import { searchRequirements } from '@/questions/search/search-requirements'
import { searchSources } from '@/questions/search/search-sources'
import { numberSpreads } from '@/questions/shown/number-spreads'
import { countKinds, countShown } from '@/questions/shown/shown-counts'
import { shownGrades } from '@/questions/shown/shown-grades'
import { indexInList, listedRows, shownRows, shownSources } from '@/questions/shown/shown-sources'
import { standingCounts } from '@/questions/shown/standing-counts'
import { coverageOf } from '@/questions/source/coverage'
import { findSource } from '@/questions/source/find-source'
import { nearestKinds, nearestSources } from '@/questions/source/nearest-sources'
import { sourceHistory } from '@/questions/source/source-history'
import { sourceRecord } from '@/questions/source/source-record'
import { visitPlaces } from '@/questions/source/visit-places'
import { storedTables } from '@/questions/stored-tables'
import { columnFacts } from '@/questions/table/column-facts'
import { columnTexts } from '@/questions/table/column-texts'
import { storedCell } from '@/questions/table/stored-cell'
import { indexInTable, type TableRequest, tableRows, tableView } from '@/questions/table/table-view'
import { dutiesOf, warningDutiesOf } from '@/questions/warnings/warning-duties'
import { type CalledRequest, warningLines, warningOverview } from '@/questions/warnings/warning-overview'
import { handMarks } from '@/workspace/hand-marks'
import { Workspace } from '@/workspace/workspace'
import { cityApi } from './city-api'
import { CurrentSteps, membersOf, type ShownRequest } from './current-steps'
import { importApi } from './import-api'
import { nextMessage } from './next-message'
import { paperApi } from './paper-api'
import { pulse } from './pulse'
import { signalsApi } from './signals-api'
import { transferred } from './transfer'
import { versionApi } from './version-api'

const workspace = new Workspace()
const steps = new CurrentSteps()

/** The step that the page shows, from which its questions are answered. */
const filtered = () => steps.filtered
const evaluated = () => filtered().evaluated
const table = (request: TableRequest) => tableView(filtered(), request)

/** The names under which this browser keeps data from devices. */
export interface StorageNames {
  readonly tracks: string
  readonly readings: string
}

const signals = signalsApi(workspace, steps)

/** The questions that the page may ask; every answer is plain data. */
const api = {
  ...pulse,
  async openPackage(url: string, kept: StorageNames) {
    const opened = await workspace.open(new URL(url))
    // Only existing counts are read here; counting the rest may take long, and follows after the page is shown.
    if (opened.value) await Promise.all([signals.takeHauls(kept.tracks), signals.takeReadings(kept.readings)])
    return opened
  },
  openInForce: () => workspace.openInForce(),
  async changedElsewhere() {
    await workspace.whenOpened()
    return workspace.changedElsewhere()
  },
  basemapOfPackage: () => workspace.basemap(),
  roundsOfPackage: () => workspace.rounds(),
  keepDelivered: () => workspace.keepDelivered(),
  setObservations(seen: readonly TeamObservation[]) {
    steps.seen = seen
  },

  evaluate: (asOf: IsoDay) => steps.evaluated(workspace.copy.opened, asOf).evaluation,
  ringState: (ring: RingChoice) => ringState(workspace.copy.opened, ring, membersOf(workspace.copy.opened, ring)),
  async showSources(request: ShownRequest) {
    const shown = steps.show(workspace.copy.opened, request)
    // The map asks for its sources at the same time; they are answered before the summary is counted.
    await nextMessage()
    return shownSources(shown)
  },
  storedTables: (today: IsoDay) => storedTables(workspace.copy.opened, today),
  countShown: () => countShown(filtered()),
  numberSpreads: () => numberSpreads(filtered()),

  shownRows: (from: number, to: number) => shownRows(filtered(), from, to),
  listedRows: (sources: readonly number[]) => listedRows(filtered(), sources),
  shownPlace: (source: number) => indexInList(filtered(), source),
  visitPlaces: (sources: Parameters<typeof visitPlaces>[1]) => visitPlaces(evaluated(), sources),
  findSource: (kind: KindId, code: string, nth?: number) => findSource(evaluated(), kind, code, nth),
  sourceRecord: (source: number) => sourceRecord(evaluated(), source),
  sourceHistory: (source: number) => sourceHistory(evaluated().opened, source),
  searchSources: (query: string, count: number) => searchSources(evaluated(), query, count),
  searchRequirements: (query: string, count: number) => searchRequirements(evaluated(), query, count),
  searchConditions: (query: string, standings: StandingNames, count: number) =>
    searchConditions(filtered(), query, standings, count),
  searchNames,
  knownMonitors: (asked: readonly string[], fileNames: readonly string[]) =>
    knownMonitors(evaluated(), asked, fileNames),
  monitorsByCode: (codes: readonly string[]) => monitorsByCode(evaluated(), codes),
  nearestSources: (from: Position, count: number, maxMetres: number, kinds?: readonly KindId[]) =>
    nearestSources(evaluated(), from, count, maxMetres, kinds),
  nearestKinds: (from: Position, maxMetres: number) => nearestKinds(evaluated(), from, maxMetres),
  sourceScene: (request: SceneRequest) => transferred(sourceScene(filtered(), request)),
  lookLegend: (look: Look) => shownLookLegend(filtered(), look),
  /**
   * A view with its own filters, day and map, without changing what is shown; counts what its map draws. `place`: as
   * in {@link yearEndReport}.
   */
  pinnedView(filters: Filters, look: Look | null, on: DrawnOnMap, asOf: IsoDay, place: number | null) {
    const beside = steps.filteredOn(filters, asOf, place)
    const { chosen } = on
    const drawn = filteredOnMap(beside, on)
    return {
      shown: shownSources(drawn),
      lookLegend: look && shownLookLegend(beside, look),
      standings: standingCounts(drawn),
      kinds: countKinds(drawn),
      evaluation: beside.evaluated.evaluation,
      selected: chosen ? findSource(beside.evaluated, chosen.kind, chosen.code, chosen.nth) : null,
    }
  },
  pinnedScene: (filters: Filters, request: SceneRequest, asOf: IsoDay, place: number | null) =>
    transferred(sourceScene(steps.filteredOn(filters, asOf, place), request)),
  drawnCounts: (on: DrawnOnMap, bounds: readonly [number, number, number, number]) =>
    drawnCounts(filtered(), on, bounds),
  pinnedCounts: (
    filters: Filters,
    on: DrawnOnMap,
    bounds: readonly [number, number, number, number],
    asOf: IsoDay,
    place: number | null,
  ) => drawnCounts(steps.filteredOn(filters, asOf, place), on, bounds),
  ringSurface: (ring: RingChoice) => surfaceOfRing(evaluated().opened, ring),
  aroundSurface: (of: SurroundedPlaces, metres: number) => aroundSurface(evaluated(), of, metres),
  placeTowardsRing: (position: Position, ring: RingChoice) => placeTowardsRing(evaluated().opened, ring, position),

  boardEntries: (group: BoardGroup) => boardOf(filtered(), group),
  shownGrades: () => shownGrades(filtered()),
  warningOverview: (request: CalledRequest) => warningOverview(evaluated(), request),
  warningLines: (request: CalledRequest, group: string, count?: number) =>
    warningLines(evaluated(), request, group, count),
  dutiesOf: (sources: readonly number[], codes: readonly string[]) => dutiesOf(evaluated(), sources, codes),
  warningDutiesOf: (source: number, codes: readonly string[]) => warningDutiesOf(evaluated(), source, codes),
  caseOpeningOf: (of: string) => caseOpeningOf(evaluated(), of),
  likelySources: (
    place: Position,
    wind: (Pick<Wind, 'fromDegrees'> & WindWithCalmLimit) | null,
    reach: LikelyReach,
    own: { readonly kind: KindId; readonly code: string; readonly nth?: number | undefined } | null = null,
  ) => {
    const itself = own && findSource(evaluated(), own.kind, own.code, own.nth)
    return likelySources(evaluated(), place, wind, reach, itself?.source)
  },
  targetValues: () => targetValues(filtered()),
  clauseBases: () => clauseBases(filtered()),
  meetingFigures(day: IsoDay, ring: RingChoice) {
    const evaluated = steps.evaluatedOn(day)
    const members = membersOf(evaluated.opened, ring)
    return { problems: monthProblems(evaluated), targets: targetValues({ evaluated, members }) }
  },
  /** `place`: index of an earlier plan; null for the one in force. */
  yearEndReport(day: IsoDay, ring: RingChoice, place: number | null) {
    const on = (asOf: IsoDay) => {
      const evaluated = steps.evaluatedUnderPlan(asOf, place)
      return { evaluated, members: membersOf(evaluated.opened, ring) }
    }
    return yearEndOf(on(day), day.endsWith('-12-31') ? on(formatDay(parseDay(day) + 1)) : null)
  },
  countKeptTasks: () => countNamedTasks(evaluated().opened),
  inspectionCoverage: (days: number, count: number) => coverageOf(filtered(), days, count),
  nearestPoint: () => nearestPoint(filtered()),
  shownBox: (on: DrawnOnMap) => shownBox(filtered(), on),
  upwindSources: (receptor: Position, winds: readonly Wind[], maxMetres: number, count: number) =>
    upwindSources(filtered(), receptor, winds, maxMetres, count),
  worsenedPoints: (month: Month, other: Month, metres: number, count: number) =>
    worsenedPoints(evaluated(), month, other, metres, count),
  pointSurroundings: (points: readonly string[], metres: number, count: number) =>
    pointSurroundings(evaluated(), points, metres, count),
  countyStory: (code: string, month: Month, day: IsoDay, count: number, language: string) =>
    countyStory(steps.evaluatedOn(day), code, month, count, language),
  tableOutline(request: TableRequest) {
    const { columns, order, groups } = table(request)
    return { columns, length: order.length, groups }
  },
  tableRows: (request: TableRequest, from: number, to: number) => tableRows(table(request), from, to),
  tablePlace: (request: TableRequest, source: number) => indexInTable(table(request), source),
  storedCell: (source: number, column: string) => storedCell(evaluated(), source, column),
  handMarks: () => handMarks(workspace.copy),
  columnFacts: (request: TableRequest, name: string) => columnFacts(table(request), name),

  tryRule: (rule: Rule, ended: Rule | null = null) => tryRule(evaluated(), rule, steps.seen, ended),
  columnTexts: (kind: KindId, column: string) => columnTexts(evaluated(), kind, column),
  ...signals.api,
  ...cityApi,
  ...versionApi(workspace),
  ...importApi(workspace),
  ...paperApi(filtered),
}

export type DatasetApi = typeof api

expose(api)
