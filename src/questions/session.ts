import { centerOfMass, pointOnFeature } from '@turf/turf'
import type { Point } from 'geojson'
import { formatDay, type IsoDay } from '@/domain/calendar'
import { type MonthReport, monthReport } from '@/domain/dustfall/month-report'
import { dustfallSeries, monthsOf } from '@/domain/dustfall/series'
import { indexArea, type Surface } from '@/domain/geodesy/area-index'
import { indexNearest, type NearestIndex } from '@/domain/geodesy/nearest'
import type { Position } from '@/domain/geodesy/position'
import { indexRegions } from '@/domain/geodesy/regions'
import { placeInRing, type RingBasis, type RingPlace, ringAround } from '@/domain/geodesy/ring'
import { ringMembers } from '@/domain/geodesy/ring-members'
import type { Problem, Result } from '@/domain/problem'
import { findingsOf, type RuleFindings } from '@/domain/rules/findings'
import { leadsOf } from '@/domain/rules/rule'
import type { Seen } from '@/domain/rules/seen'
import type { NameIndex } from '@/domain/search/name-index'
import { countyFinder, countyName } from '@/domain/sources/county'
import { type GradeOverview, gradeOverview } from '@/domain/sources/grades'
import {
  buildInventory,
  type CountyLookup,
  findDuplicateCodes,
  type Inventory,
  type KindResource,
  rowOf,
} from '@/domain/sources/inventory'
import { type KindId, nameMeaning } from '@/domain/sources/kinds/kind'
import { meantText } from '@/domain/sources/kinds/meant'
import { type AreaPlaces, lineAlong, selectRows } from '@/domain/sources/view/area'
import type { Filters } from '@/domain/sources/view/filters'
import type { Look } from '@/domain/sources/view/look'
import { mercatorPlaces, type Scene, sceneOf } from '@/domain/sources/view/scene'
import { textColumn } from '@/domain/table/build-column'
import { checksum } from '@/domain/table/checksum'
import { findText, lineOf, type NumberColumn, type Table, textAt, valueAt } from '@/domain/table/column'
import type { ExportTable } from '@/io/export/export'
import { type DataPackage, openPackage } from '@/io/package/open-package'
import type { PackageFiles } from '@/io/package/package-files'
import type { AnalysisFacts } from './analysis'
import {
  type Dataset,
  type LineSource,
  lineKey,
  type NearSource,
  type RingState,
  type SceneRequest,
  type ShownCounts,
  type ShownSources,
  type SourceRecord,
} from './answers'
import { type BoardGroup, type BoardRow, boardOf } from './board'
import { type ExportWhat, type ExportWords, exportFindings, exportSources } from './export-sources'
import { SourceFilter } from './filter'
import { type HandoverGroup, type HandoverSheet, handoverSheets } from './handover'
import { type Judged, type Judgement, judgeDay } from './judge'
import { LookView } from './look-view'
import { type SourceSummary, summarise } from './source-summary'
import { type TableRequest, TableView } from './table-view'

/** The middle of a surface, or some point of it where the middle lies outside. */
function labelPlace(surface: Surface): Position {
  const [lon, lat] = centerOfMass(surface).geometry.coordinates as [number, number]
  return indexArea(surface).contains(lon, lat)
    ? [lon, lat]
    : (pointOnFeature(surface).geometry.coordinates as [number, number])
}

/** One opened package with everything that is computed from it. Pure but for the reading of files. */
export class Session {
  readonly inventory: Inventory
  private readonly lons: Float64Array
  private readonly lats: Float64Array
  private readonly mercator: { xs: Float32Array; ys: Float32Array }
  private lookView: LookView | null = null
  private names: NameIndex | null = null
  private near: NearestIndex | null = null
  private judged: Judged | null = null
  private members: Uint8Array
  readonly lines: readonly (LineSource & { readonly source: number })[]
  private filter: SourceFilter | null = null
  private view: { readonly filter: SourceFilter; readonly table: TableView } | null = null
  readonly lookup: CountyLookup
  readonly reports: readonly MonthReport[]
  readonly problems: readonly Problem[]

  private constructor(
    readonly pack: Omit<DataPackage, 'resources'>,
    resources: readonly KindResource[],
  ) {
    this.lookup = {
      find: countyFinder(pack.counties),
      regions: indexRegions(pack.outlines.features.map(({ geometry }) => geometry)),
      regionCodes: pack.outlines.features.map(({ id }) => String(id)),
    }
    const built = buildInventory(resources, this.lookup)
    this.inventory = built.inventory
    this.problems = [...built.problems, ...resources.flatMap(findDuplicateCodes)]
    this.lons = (this.inventory.sources.columns.lon as NumberColumn).values
    this.lats = (this.inventory.sources.columns.lat as NumberColumn).values
    this.mercator = mercatorPlaces(this.lons, this.lats)
    this.members = new Uint8Array(this.lons.length)
    this.lines = [...pack.lines].flatMap(([kind, { features }]) => {
      const rows = this.inventory.kinds
        .filter((each) => each.kind === kind)
        .flatMap(({ first, table }) =>
          Array.from({ length: table.length }, (_, row) => ({ table, row, source: first + row })),
        )
      return features.flatMap(({ geometry }, i) => {
        const at = rows[i]
        if (!at) return []
        const { table, row, source } = at
        return { kind, source, code: textAt(table, 'code', row), name: textAt(table, 'name', row), geometry }
      })
    })
    const series = dustfallSeries(pack.dustfall)
    this.reports = monthsOf(series).map((month) => monthReport(series, month, pack.settings.dustfall.limit))
  }

  /** Opens a package; null with the problems where it can't be shown. `known` are tables read before, by path. */
  static async open(files: PackageFiles, file: string, known?: ReadonlyMap<string, Table>): Promise<Result<Session>> {
    const { value, problems } = await openPackage(files, file, known)
    if (value === null) return { value, problems }
    // The tables as they were read are let go: the inventory holds what they hold.
    const { resources, ...pack } = value
    const session = new Session(pack, resources)
    return { value: session, problems: [...problems, ...session.problems] }
  }

  dataset(): Dataset {
    const { surveys: _, dustfall: __, lines: ___, ...shown } = this.pack
    const labelPlaces = Object.fromEntries(
      shown.outlines.features.map(({ id, geometry }) => [String(id), labelPlace(geometry)]),
    )
    return {
      ...shown,
      lines: this.lines.map(({ source: _, ...line }) => line),
      labelPlaces,
      reports: this.reports,
      checksum: this.checksum(),
    }
  }

  private checksum(): string {
    const figures = this.reports.flatMap(({ month, rows }) =>
      rows.map(({ county, figure }) => `${month} ${county} ${figure.value}`),
    )
    const dustfall = { length: figures.length, columns: { figures: textColumn(figures) } }
    return checksum([...this.inventory.kinds, { file: 'dustfall', table: dustfall }])
  }

  judge(asOf: IsoDay, seen: readonly Seen[] = []): Judgement {
    this.judged = judgeDay(this.pack, this.inventory, this.reports, asOf, seen)
    return this.judged.judgement
  }

  /** The findings of the day judged last. */
  findings(): readonly RuleFindings[] {
    return this.judgedDay().findings
  }

  private judgedDay(): Judged {
    if (!this.judged) throw new Error('no day is judged yet')
    return this.judged
  }

  /** Narrows the sources of the day judged last and the ring measured last. */
  show(filters: Filters): ShownSources {
    const { findings, status, order, tables } = this.judgedDay()
    const { sources } = this.inventory
    const { rules } = this.pack
    this.filter = new SourceFilter(
      {
        sources,
        rules,
        findings,
        status,
        order,
        members: this.members,
        kinds: tables,
        leadsOf: (rule, source) => this.leadsOf(rule, source),
        select: (steps) => selectRows(steps, this.lons, this.lats, this.places),
      },
      filters,
    )
    const { mask, total } = this.filter.shown
    const lines = this.lines.filter(({ source }) => mask[source] === 1)
    return { total, lines: lines.map(({ kind, code }) => lineKey(kind, code)) }
  }

  /** The shown sources from place `from` on up to place `to`, worst first. */
  shownRows(from: number, to: number): SourceSummary[] {
    return Array.from(this.filter?.shown.order.subarray(from, to) ?? [], (source) => this.summary(source))
  }

  /** Departments that lead what a rule asks of a source: the rule's, else the one that the row names. */
  leadsOf(rule: number, source: number): readonly string[] {
    const { kind, row } = rowOf(this.inventory, source)
    return leadsOf(this.pack.rules[rule]!, (meaning) => meantText(kind, meaning, row))
  }

  private readonly places: AreaPlaces = {
    line: (along) => lineAlong(this.lines, along)?.geometry ?? null,
    county: (code) => this.pack.outlines.features.find(({ id }) => String(id) === code)?.geometry ?? null,
  }

  /** All requirements by a group, and the grades of kinds that have a ladder, of what the filters leave. */
  board(group: BoardGroup): BoardRow[] {
    return boardOf(this.filtered(), group)
  }

  grades(): GradeOverview[] {
    const { mask } = this.filtered().shown
    const graded = this.judgedDay().tables.filter(({ schema }) => schema.ladder)
    return graded.map((kind) => {
      const rows = Array.from({ length: kind.table.length }, (_, row) => row)
      return gradeOverview(
        kind,
        rows.filter((row) => mask[kind.first + row] === 1),
      )
    })
  }

  /** The shown sources as a table; the same as long as neither they nor the request change. */
  table(request: TableRequest): TableView {
    const filter = this.filtered()
    const same = this.view?.filter === filter && JSON.stringify(this.view.table.request) === JSON.stringify(request)
    if (!same) this.view = { filter, table: new TableView(this, this.judgedDay(), filter.shown.mask, request) }
    return this.view!.table
  }

  /** What the analysis of the shown sources looks at. */
  facts(): AnalysisFacts {
    const { pack, inventory, lons, lats, members, reports } = this
    return { pack, inventory, lons, lats, members, reports, judged: this.judgedDay(), mask: this.filtered().shown.mask }
  }

  private filtered(): SourceFilter {
    if (!this.filter) throw new Error('nothing is shown yet')
    return this.filter
  }

  summary(source: number): SourceSummary {
    return summarise(this.inventory, this.judgedDay(), source)
  }

  /** The source of a kind with a code, or null where the package has none. */
  find(kind: KindId, code: string): SourceSummary | null {
    const { sources } = this.inventory
    for (let row = findText(sources.columns.code, code); row >= 0; row = findText(sources.columns.code, code, row + 1))
      if (textAt(sources, 'kind', row) === kind) return this.summary(row)
    return null
  }

  /** The shown sources as rows for a file. */
  export(what: ExportWhat, language: string, words: ExportWords): ExportTable {
    const judged = this.judgedDay()
    const order = this.filter?.shown.order ?? new Uint32Array(0)
    return what === 'sources'
      ? exportSources(this, judged, order, words)
      : exportFindings(this, judged, order, language, words)
  }

  /** The shown sources as sheets to hand over. */
  handover(group: HandoverGroup, language: string): HandoverSheet[] {
    return handoverSheets(this, this.judgedDay(), this.filtered().shown.order, group, language)
  }

  /** What each further choice would leave, and what is shown of each kind. */
  counts(): ShownCounts {
    const filter = this.filtered()
    return { facets: filter.facets(), byKind: filter.byKind() }
  }

  /** What the map draws of the shown sources. Those along lines are drawn otherwise. */
  scene({ window, zoom, hidden, look, density }: SceneRequest): Scene {
    const judged = this.judgedDay()
    const { status, rank } = judged
    const mask = this.filter?.shown.mask.slice() ?? new Uint8Array(0)
    for (const { kind, schema, first, table } of this.inventory.kinds)
      if (schema.place === 'line' || hidden.includes(kind)) mask.fill(0, first, first + table.length)
    const { lons, lats, mercator } = this
    const { sources } = this.inventory
    const painted = look && this.look(look)
    return sceneOf({ ...mercator, lons, lats, sources, mask, status, rank, painted, density }, window, zoom)
  }

  /** A look on the day judged last. */
  look(look: Look): LookView {
    const judged = this.judgedDay()
    const same = this.lookView?.judged === judged && JSON.stringify(this.lookView.look) === JSON.stringify(look)
    if (!same) this.lookView = new LookView(judged, look)
    return this.lookView!
  }

  private core(basis: RingBasis): Point | Surface {
    const { builtUpArea, settings } = this.pack
    return basis === 'outline' && builtUpArea ? builtUpArea : { type: 'Point', coordinates: [...settings.centre] }
  }

  ring(basis: RingBasis, radiusMetres: number): RingState {
    this.members = ringMembers(this.lons, this.lats, ringAround(this.core(basis), radiusMetres))
    const members = new Map<string, number>()
    for (const kind of this.inventory.kinds) {
      for (let row = 0; kind.schema.ring && row < kind.table.length; row++) {
        const grade = meantText(kind, 'grade', row)
        if (this.members[kind.first + row] === 1) members.set(grade, (members.get(grade) ?? 0) + 1)
      }
    }
    return { basis, radiusMetres, members }
  }

  /** Whether each source is in the ring measured last. */
  inRing(): Uint8Array {
    return this.members
  }

  /** The ring as a surface, for drawing; its library is loaded at the first call. */
  async ringSurface(basis: RingBasis, radiusMetres: number): Promise<Surface> {
    const { ringSurface } = await import('@/domain/geodesy/ring-polygon')
    return ringSurface(this.core(basis), radiusMetres)
  }

  place(position: Position, basis: RingBasis, radiusMetres: number): RingPlace {
    return placeInRing(position, ringAround(this.core(basis), radiusMetres))
  }

  nearest(from: Position, count: number, maxMetres: number): NearSource[] {
    this.near ??= indexNearest(this.lons, this.lats)
    return this.near.nearest(from, count, maxMetres).map(({ row, metres }) => {
      const { values, findings } = this.record(row)
      const day = values[nameMeaning(rowOf(this.inventory, row).kind.schema, 'inspectedOn') ?? '']
      return {
        ...this.summary(row),
        metres,
        worst: findings[0]?.rule ?? null,
        inspectedOn: typeof day === 'number' ? formatDay(day) : null,
      }
    })
  }

  /** A source as it stands on the day judged last. */
  record(source: number): SourceRecord {
    const { kind, row } = rowOf({ kinds: this.judgedDay().tables }, source)
    const values = Object.fromEntries(
      Object.keys(kind.table.columns).map((name) => [name, valueAt(kind.table, name, row)]),
    )
    const { findings, hints } = this.judgedDay()
    return {
      kind: kind.kind,
      file: kind.file,
      row: lineOf(kind.table, row),
      values,
      findings: findingsOf(findings, source),
      hints: findingsOf(hints, source),
    }
  }

  async search(query: string, limit: number): Promise<SourceSummary[]> {
    if (!this.names) {
      const { indexNames } = await import('@/domain/search/name-index')
      const { sources } = this.inventory
      this.names = indexNames(
        Array.from({ length: sources.length }, (_, row) => ({
          name: textAt(sources, 'name', row),
          code: textAt(sources, 'code', row),
          county: countyName(this.pack, textAt(sources, 'county', row)),
        })),
      )
    }
    return this.names.search(query, limit).map((row) => this.summary(row))
  }
}
