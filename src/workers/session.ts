import { centerOfMass, pointOnFeature } from '@turf/turf'
import type { Point } from 'geojson'
import { type IsoDay, parseDay } from '@/domain/calendar'
import { type MonthReport, monthReport } from '@/domain/dustfall/month-report'
import { dustfallSeries, monthsOf } from '@/domain/dustfall/series'
import { indexArea, type Surface } from '@/domain/geodesy/area-index'
import { indexNearest, type NearestIndex, type Neighbour } from '@/domain/geodesy/nearest'
import { metresToNearest } from '@/domain/geodesy/nearest-metres'
import type { Position } from '@/domain/geodesy/position'
import { indexRegions } from '@/domain/geodesy/regions'
import { placeInRing, type RingBasis, type RingPlace, ringAround } from '@/domain/geodesy/ring'
import { ringMembers } from '@/domain/geodesy/ring-members'
import type { Problem, Result } from '@/domain/problem'
import { type Finding, findAll, findingsOf, type RuleFindings } from '@/domain/rules/findings'
import { bySeverity, severityOf } from '@/domain/rules/severity'
import type { NameIndex } from '@/domain/search/name-index'
import { countyFinder } from '@/domain/sources/county'
import type { Filters } from '@/domain/sources/filters'
import {
  buildInventory,
  type CountyLookup,
  findDuplicateCodes,
  type Inventory,
  rowOf,
} from '@/domain/sources/inventory'
import { mercatorPlaces, type Scene, sceneOf, type Window } from '@/domain/sources/scene'
import type { SourceKind } from '@/domain/sources/schema'
import { withSiltSurveys } from '@/domain/sources/silt-load'
import { type NumberColumn, type Table, textAt, type Value, valueAt } from '@/domain/table/column'
import type { ExportTable } from '@/io/export'
import { type DataPackage, openPackage } from '@/io/open-package'
import type { PackageFiles } from '@/io/package-files'
import { type ExportWhat, type ExportWords, exportFindings, exportSources } from './export-sources'
import { type ClauseCounts, countByClause, type FacetCounts, type KindCounts, type Shown, SourceFilter } from './filter'

/** What the page needs of a package; the tables of the single kinds and the findings stay here. */
export interface Dataset extends Omit<DataPackage, 'resources' | 'siltSurveys' | 'dustfall'> {
  readonly sources: Table
  /** Where each county's name stands, by code. */
  readonly labelPlaces: Readonly<Record<string, Position>>
  /** Oldest first. */
  readonly reports: readonly MonthReport[]
}

/** How the sources stand on a day. */
export interface Judgement {
  readonly asOf: IsoDay
  readonly status: Uint8Array
  readonly overdueDays: Int32Array
  readonly byClause: ReadonlyMap<number, ClauseCounts>
  /** Silt grade of each road on that day, by code; '' where nobody knows. */
  readonly roadGrades: ReadonlyMap<string, string>
}

/** How many sources each choice of a filter would leave, and what is shown of each kind. */
export interface ShownCounts {
  readonly facets: FacetCounts
  readonly byKind: KindCounts
}

/** A ring and how many enterprises of each grade are in it. */
export interface RingState {
  readonly basis: RingBasis
  readonly radiusMetres: number
  readonly enterprises: ReadonlyMap<string, number>
}

/** What the filters look at, and how the map is looked at. */
export interface SceneRequest {
  readonly window: Window
  readonly zoom: number
  /** Kinds that are not drawn. */
  readonly hidden: readonly string[]
}

/** A source as its file has it. */
export interface SourceRecord {
  readonly kind: SourceKind
  readonly file: string
  readonly row: number
  readonly values: Readonly<Record<string, Value>>
  /** Worst first. */
  readonly findings: readonly Finding[]
}

/** The middle of a surface, or some point of it where the middle lies outside. */
function labelPlace(surface: Surface): Position {
  const [lon, lat] = centerOfMass(surface).geometry.coordinates as [number, number]
  return indexArea(surface).contains(lon, lat)
    ? [lon, lat]
    : (pointOnFeature(surface).geometry.coordinates as [number, number])
}

/** A day judged: what the page sees, and what stays here. */
export interface Judged {
  readonly judgement: Judgement
  readonly findings: readonly RuleFindings[]
  /** All sources, worst first. */
  readonly order: Uint32Array
  /** Place of each source in that order. */
  readonly rank: Uint32Array
}

/** One opened package with everything that is computed from it. Pure but for the reading of files. */
export class Session {
  readonly inventory: Inventory
  private readonly lons: Float64Array
  private readonly lats: Float64Array
  private readonly places: { xs: Float32Array; ys: Float32Array }
  private names: NameIndex | null = null
  private near: NearestIndex | null = null
  private judged: Judged | null = null
  private members: Uint8Array
  private filter: SourceFilter | null = null
  readonly lookup: CountyLookup
  readonly reports: readonly MonthReport[]
  readonly problems: readonly Problem[]

  private constructor(readonly pack: DataPackage) {
    this.lookup = {
      find: countyFinder(pack.counties),
      regions: indexRegions(pack.outlines.features.map(({ geometry }) => geometry)),
      regionCodes: pack.outlines.features.map(({ id }) => String(id)),
    }
    const built = buildInventory(pack.resources, this.lookup)
    this.inventory = built.inventory
    this.problems = [...built.problems, ...pack.resources.flatMap(findDuplicateCodes)]
    this.lons = (this.inventory.sources.columns.lon as NumberColumn).values
    this.lats = (this.inventory.sources.columns.lat as NumberColumn).values
    this.places = mercatorPlaces(this.lons, this.lats)
    this.members = new Uint8Array(this.lons.length)
    const series = dustfallSeries(pack.dustfall)
    this.reports = monthsOf(series).map((month) => monthReport(series, month, pack.settings.dustfall.limit))
  }

  /** Opens a package; null with the problems where it can't be shown. `known` are tables read before, by path. */
  static async open(files: PackageFiles, file: string, known?: ReadonlyMap<string, Table>): Promise<Result<Session>> {
    const { value, problems } = await openPackage(files, file, known)
    if (value === null) return { value, problems }
    const session = new Session(value)
    return { value: session, problems: [...problems, ...session.problems] }
  }

  dataset(): Dataset {
    const { resources: _, siltSurveys: __, dustfall: ___, ...shown } = this.pack
    const labelPlaces = Object.fromEntries(
      shown.outlines.features.map(({ id, geometry }) => [String(id), labelPlace(geometry)]),
    )
    return { ...shown, sources: this.inventory.sources, labelPlaces, reports: this.reports }
  }

  /** The kinds' tables on a day: roads know their silt load from the surveys up to then. */
  private tablesOn(asOf: IsoDay) {
    const { siltSurveys, settings } = this.pack
    if (!siltSurveys) return this.inventory.kinds
    const limits = settings.siltGradeLimits?.limits ?? null
    return this.inventory.kinds.map((kind) =>
      kind.kind === 'road'
        ? { ...kind, table: withSiltSurveys(kind.table, siltSurveys, parseDay(asOf), limits) }
        : kind,
    )
  }

  /** Points whose month is over the limit, the newest month not after `asOf`. */
  private overLimitPoints(asOf: IsoDay) {
    const report = this.reports.findLast(({ month }) => month <= asOf.slice(0, 7))
    const over = new Set<string>()
    for (const { figure } of report?.rows ?? []) {
      for (const point of figure.points) if (point.counted && Number(point.value) > report!.limit) over.add(point.point)
    }
    const points = this.pack.dustfallPoints.filter(({ code }) => over.has(code))
    return { lons: Float64Array.from(points, ({ lon }) => lon), lats: Float64Array.from(points, ({ lat }) => lat) }
  }

  judge(asOf: IsoDay): Judgement {
    const tables = this.tablesOn(asOf)
    const findings = findAll(tables, this.pack.rules, parseDay(asOf))
    const severity = severityOf(findings, this.inventory.sources.length)
    const overMetres = metresToNearest(this.lons, this.lats, this.overLimitPoints(asOf))
    const order = bySeverity(severity, overMetres)
    const rank = new Uint32Array(order.length)
    order.forEach((source, place) => {
      rank[source] = place
    })
    const roadGrades = new Map<string, string>()
    for (const { kind, table } of tables) {
      for (let row = 0; kind === 'road' && row < table.length; row++) {
        roadGrades.set(textAt(table, 'code', row), textAt(table, 'siltGrade', row))
      }
    }
    const { status, overdueDays } = severity
    const byClause = countByClause(this.pack.rules, findings)
    this.judged = { judgement: { asOf, status, overdueDays, byClause, roadGrades }, findings, order, rank }
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
  show(filters: Filters): Shown {
    const { judgement, findings, order } = this.judgedDay()
    const { sources } = this.inventory
    const of = { sources, rules: this.pack.rules, findings, status: judgement.status, order, members: this.members }
    this.filter = new SourceFilter(of, filters)
    return this.filter.shown
  }

  /** The shown sources as rows for a file. */
  export(what: ExportWhat, language: string, words: ExportWords): ExportTable {
    const judged = this.judgedDay()
    const order = this.filter?.shown.order ?? new Uint32Array(0)
    return what === 'sources'
      ? exportSources(this, judged, order, words)
      : exportFindings(this, judged, order, language, words)
  }

  /** What each further choice would leave, and what is shown of each kind. */
  counts(): ShownCounts {
    if (!this.filter) throw new Error('nothing is shown yet')
    return { facets: this.filter.facets(), byKind: this.filter.byKind() }
  }

  /** What the map draws of the shown sources. Roads are lines, drawn otherwise. */
  scene({ window, zoom, hidden }: SceneRequest): Scene {
    const { judgement, rank } = this.judgedDay()
    const mask = this.filter?.shown.mask.slice() ?? new Uint8Array(0)
    for (const { kind, first, table } of this.inventory.kinds)
      if (kind === 'road' || hidden.includes(kind)) mask.fill(0, first, first + table.length)
    const { lons, lats, places } = this
    return sceneOf({ ...places, lons, lats, mask, status: judgement.status, rank }, window, zoom)
  }

  private core(basis: RingBasis): Point | Surface {
    const { builtUpArea, settings } = this.pack
    return basis === 'outline' && builtUpArea ? builtUpArea : { type: 'Point', coordinates: [...settings.centre] }
  }

  ring(basis: RingBasis, radiusMetres: number): RingState {
    this.members = ringMembers(this.lons, this.lats, ringAround(this.core(basis), radiusMetres))
    const enterprises = new Map<string, number>()
    for (const { kind, first, table } of this.inventory.kinds) {
      for (let row = 0; kind === 'enterprise' && row < table.length; row++) {
        const grade = textAt(table, 'grade', row)
        if (this.members[first + row] === 1) enterprises.set(grade, (enterprises.get(grade) ?? 0) + 1)
      }
    }
    return { basis, radiusMetres, enterprises }
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

  nearest(from: Position, count: number, maxMetres: number): Neighbour[] {
    this.near ??= indexNearest(this.lons, this.lats)
    return this.near.nearest(from, count, maxMetres)
  }

  /** A source as it stands on a day. */
  record(source: number, asOf: IsoDay): SourceRecord {
    const { kind, row } = rowOf({ kinds: this.tablesOn(asOf) }, source)
    const values = Object.fromEntries(
      Object.keys(kind.table.columns).map((name) => [name, valueAt(kind.table, name, row)]),
    )
    const findings = findingsOf(this.judgedDay().findings, source)
    return { kind: kind.kind, file: kind.file, row: row + 2, values, findings }
  }

  async search(query: string, limit: number): Promise<number[]> {
    if (!this.names) {
      const { indexNames } = await import('@/domain/search/name-index')
      const { sources } = this.inventory
      const countyNames = new Map(this.pack.counties.map(({ code, name }) => [code, name]))
      this.names = indexNames(
        Array.from({ length: sources.length }, (_, row) => ({
          name: textAt(sources, 'name', row),
          code: textAt(sources, 'code', row),
          county: countyNames.get(textAt(sources, 'county', row)) ?? '',
        })),
      )
    }
    return this.names.search(query, limit)
  }
}
