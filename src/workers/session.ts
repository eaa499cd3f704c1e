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
import { type Findings, findAll } from '@/domain/rules/findings'
import { compareSeverity, severityOf } from '@/domain/rules/severity'
import type { NameIndex } from '@/domain/search/name-index'
import { schemaOf } from '@/domain/sources'
import { countyFinder } from '@/domain/sources/county'
import { buildInventory, findDuplicateCodes, type Inventory, rowOf } from '@/domain/sources/inventory'
import type { SourceKind } from '@/domain/sources/schema'
import { withSiltSurveys } from '@/domain/sources/silt-load'
import { type NumberColumn, type Table, textAt, type Value, valueAt } from '@/domain/table/column'
import { type DataPackage, openPackage } from '@/io/open-package'

/** What the page needs of a package; the tables of the single kinds stay here. */
export interface Dataset extends Omit<DataPackage, 'resources' | 'siltSurveys' | 'dustfall'> {
  readonly sources: Table
  /** Where each county's name stands, by code. */
  readonly labelPlaces: Readonly<Record<string, Position>>
  /** Oldest first. */
  readonly reports: readonly MonthReport[]
}

/** The findings of a day, and each source's standing. */
export interface Judgement {
  readonly asOf: IsoDay
  readonly findings: Findings
  readonly status: Uint8Array
  readonly overdueDays: Int32Array
  /** Source numbers, worst first. */
  readonly order: Uint32Array
  /** Silt grade of each road on that day, by code; '' where nobody knows. */
  readonly roadGrades: ReadonlyMap<string, string>
}

/** A ring and who is in it. */
export interface RingState {
  readonly basis: RingBasis
  readonly radiusMetres: number
  readonly members: Uint8Array
}

/** A source as its file has it. */
export interface SourceRecord {
  readonly kind: SourceKind
  readonly file: string
  readonly row: number
  readonly values: Readonly<Record<string, Value>>
}

/** The middle of a surface, or some point of it where the middle lies outside. */
function labelPlace(surface: Surface): Position {
  const [lon, lat] = centerOfMass(surface).geometry.coordinates as [number, number]
  return indexArea(surface).contains(lon, lat)
    ? [lon, lat]
    : (pointOnFeature(surface).geometry.coordinates as [number, number])
}

/** One opened package with everything that is computed from it. Pure but for the fetching. */
export class Session {
  private readonly inventory: Inventory
  private readonly lons: Float64Array
  private readonly lats: Float64Array
  private names: NameIndex | null = null
  private near: NearestIndex | null = null
  private readonly reports: readonly MonthReport[]
  readonly problems: readonly Problem[]

  private constructor(private readonly pack: DataPackage) {
    const regionCodes = pack.outlines.features.map(({ id }) => String(id))
    const lookup = {
      find: countyFinder(pack.counties),
      regions: indexRegions(pack.outlines.features.map(({ geometry }) => geometry)),
      regionCodes,
    }
    const built = buildInventory(pack.resources, lookup)
    this.inventory = built.inventory
    this.problems = [...built.problems, ...pack.resources.flatMap(findDuplicateCodes)]
    this.lons = (this.inventory.sources.columns.lon as NumberColumn).values
    this.lats = (this.inventory.sources.columns.lat as NumberColumn).values
    const series = dustfallSeries(pack.dustfall)
    this.reports = monthsOf(series).map((month) => monthReport(series, month, pack.settings.dustfall.limit))
  }

  /** Opens the package at `url`; null with the problems where it can't be shown. */
  static async open(url: URL): Promise<Result<Session>> {
    const { value, problems } = await openPackage(url)
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
    const order = Uint32Array.from({ length: this.inventory.sources.length }, (_, i) => i)
    order.sort(compareSeverity(severity, overMetres))
    const roadGrades = new Map<string, string>()
    for (const { kind, table } of tables) {
      for (let row = 0; kind === 'road' && row < table.length; row++) {
        roadGrades.set(textAt(table, 'code', row), textAt(table, 'siltGrade', row))
      }
    }
    return { asOf, findings, status: severity.status, overdueDays: severity.overdueDays, order, roadGrades }
  }

  private core(basis: RingBasis): Point | Surface {
    const { builtUpArea, settings } = this.pack
    return basis === 'outline' && builtUpArea ? builtUpArea : { type: 'Point', coordinates: [...settings.centre] }
  }

  ring(basis: RingBasis, radiusMetres: number): RingState {
    const core = this.core(basis)
    const members = ringMembers(this.lons, this.lats, ringAround(core, radiusMetres))
    return { basis, radiusMetres, members }
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
    const { kind, row } = rowOf({ ...this.inventory, kinds: this.tablesOn(asOf) }, source)
    const names = [...schemaOf(kind.kind).fields.map(({ name }) => name), 'lon', 'lat']
    const values = Object.fromEntries(names.map((name) => [name, valueAt(kind.table, name, row)]))
    return { kind: kind.kind, file: kind.file, row: row + 2, values }
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
