import type { FeatureCollection, LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson'
import type { CaseSettings } from '@/domain/cases/settings'
import type { DustfallInput } from '@/domain/dustfall/series'
import type { Surface } from '@/domain/geodesy/area-index'
import { joinSurfaces } from '@/domain/geodesy/join-surfaces'
import type { Glossary } from '@/domain/glossary'
import type { SetByHand } from '@/domain/intake/set-by-hand'
import type { OnlineDays } from '@/domain/monitoring/online-days'
import type { MonitoringSettings } from '@/domain/monitoring/settings'
import type { Problem, Result } from '@/domain/problem'
import type { Clause } from '@/domain/rules/clause'
import type { EndedRule, Rule, UnreadRule } from '@/domain/rules/rule'
import { type County, countyFinder } from '@/domain/sources/county'
import type { KindResource } from '@/domain/sources/inventory'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { FLEET_FIELDS } from '@/domain/sources/kinds/fleet-fields'
import { HAUL_FIELDS } from '@/domain/sources/kinds/haul-fields'
import type { Kind, KindId } from '@/domain/sources/kinds/kind'
import { ONLINE_FIELDS } from '@/domain/sources/kinds/online-fields'
import { DUSTFALL_PUBLISHED_FIELDS } from '@/domain/sources/kinds/published'
import * as regional from '@/domain/sources/kinds/regional'
import { WARNING_FIELDS } from '@/domain/sources/kinds/warning-fields'
import type { Table } from '@/domain/table/column'
import type { FleetTruck } from '@/domain/trucks/fleet'
import type { HaulMonth } from '@/domain/trucks/hauls'
import type { TruckSettings } from '@/domain/trucks/settings'
import type { WarningMeasure } from '@/domain/warnings/measure'
import { latestFirst, type Warning } from '@/domain/warnings/warning'
import { type PackageBasemap, readBasemapSetting } from './basemap-setting'
import { type Descriptor, PACKAGE_ROLES, type PackageSettings, RANGED_ROLES, type Role } from './descriptor'
import { earlierPlansOf } from './earlier-plans'
import { readFleet } from './fleet'
import { glossaryOf, glossaryProblems } from './glossary'
import { gradingProblems } from './grade-limits'
import { readHauls } from './haul-table'
import { withoutLaterMeasures, withoutMeasuresOfEarlier, withoutUnreadEnded } from './later-rules'
import { readOnlineDays } from './online-table'
import { DESCRIPTOR, type PackageFiles } from './package-files'
import { PackageReader, readContents } from './package-reader'
import { clausesSchema, type EarlierPlan, earlierPlansSchema, endedRulesSchema } from './plan'
import { readDescriptor, setByHandOf } from './read-descriptor'
import {
  type DustfallPoint,
  readCounties,
  readDustfallPoints,
  readDustfallSamples,
  readPublished,
  readUnmeasured,
  withCountedFigures,
} from './regional-tables'
import { readWarnings } from './warnings'

/** Origin of a resource, for display. */
export interface Provenance {
  readonly title: string
  readonly path: string
  readonly role: Role
  readonly dataClass: DataClass
  readonly source: string
  readonly licence: string
}

/** A data package, read and checked. */
export interface DataPackage {
  readonly name: string
  /** As it was read; what later versions wrote into it is kept. */
  readonly descriptor: Descriptor
  readonly settings: PackageSettings
  readonly provenance: readonly Provenance[]
  /** Base map in the package's folder; null without one. */
  readonly basemap: PackageBasemap | null
  readonly kinds: readonly Kind[]
  readonly glossary: Glossary
  readonly clauses: readonly Clause[]
  readonly rules: readonly Rule[]
  /** For an earlier plan only: the rules in force now, since teams' answers use the same ids. */
  readonly laterRules?: readonly Rule[]
  /** Requirements of the current plan that this version cannot read; nothing is judged by them. */
  readonly unreadRules: readonly UnreadRule[]
  /** Requirements removed from the plan, oldest first. */
  readonly endedRules: readonly EndedRule[]
  /** Earlier plans, latest first. */
  readonly earlierPlans: readonly EarlierPlan[]
  readonly counties: readonly County[]
  /** Feature id = county code. */
  readonly outlines: FeatureCollection<Polygon | MultiPolygon>
  readonly rivers: FeatureCollection<LineString | MultiLineString>
  /** Borders around the city, each with its `level`: `city` or `county`. */
  readonly neighbours: FeatureCollection<LineString | MultiLineString>
  /** Places around the city, each with its `name`, `nameEn` and `level`. */
  readonly places: FeatureCollection<Point>
  readonly builtUpArea: Surface | null
  /** How readings of monitors are judged; null if the package does not define it. */
  readonly monitoring: MonitoringSettings | null
  /** Valid hours of readings per monitor and day; empty if the package has none. */
  readonly onlineDays: OnlineDays
  /** How tracks of trucks are judged; null if the package does not define it. */
  readonly trucks: TruckSettings | null
  /** Trips by county and day, from tracks of trucks. */
  readonly hauls: readonly HaulMonth[]
  /** Owner of each truck, by plate. */
  readonly fleet: ReadonlyMap<string, FleetTruck>
  readonly resources: readonly KindResource[]
  /** Line geometries of each kind of place `line`, in the order of its rows. */
  readonly lines: ReadonlyMap<KindId, FeatureCollection<LineString | MultiLineString>>
  /** Survey tables of each kind that has surveys. */
  readonly surveys: ReadonlyMap<KindId, readonly Table[]>
  readonly dustfallPoints: readonly DustfallPoint[]
  /** Values set by hand, by role. */
  readonly byHand: ReadonlyMap<Role, SetByHand>
  readonly dustfall: DustfallInput
  /** Warnings of heavy pollution, latest first. */
  readonly warnings: readonly Warning[]
  /** What the warnings require, and of which sources. */
  readonly warningMeasures: readonly WarningMeasure[]
  /** What opens a case, and its time limits; null if the package does not define it. */
  readonly cases: CaseSettings | null
}

/** With one of these problems a package cannot be shown; all others are only reported. */
const FATAL = new Set<Problem['code']>([
  'file-unreachable',
  'server-unreachable',
  'other-origin',
  'file-redirected',
  'file-unreadable',
  'package-invalid',
  'package-later',
  'rule-field-unknown',
  'rule-field-type',
  'column-missing',
  'geometry-invalid',
])

/**
 * Opens the data package with the descriptor `file`. Null if it cannot be shown, with all problems found so far; else
 * the package with the problems of single cells. `known` are tables read before, by path.
 */
export async function openPackage(
  files: PackageFiles,
  file: string,
  known: ReadonlyMap<string, Table> = new Map(),
): Promise<Result<DataPackage>> {
  const described = await readDescriptor(files, file)
  if (described.value === null) return { value: null, problems: described.problems }
  const descriptor = described.value
  const contents = await readContents(
    files,
    // Readings and tracks are far larger than everything else and are read by ranges on demand.
    descriptor.resources.filter(({ chentu }) => !RANGED_ROLES.has(chentu.role)),
  )
  const reader = new PackageReader(contents.value ?? [], known)
  const problems = reader.problems
  problems.push(...contents.problems)

  const counties = (await reader.tables('counties', regional.COUNTY_FIELDS)).flatMap(({ table }) => readCounties(table))
  if (counties.length === 0) problems.push({ code: 'package-invalid', file, expected: 'counties' })
  const find = countyFinder(counties)
  const dustfallPoints = (await reader.tables('dustfall-points', regional.DUSTFALL_POINT_FIELDS)).flatMap(
    ({ table, descriptor: { path } }) => readDustfallPoints(table, path, find, problems),
  )
  const pointCodes = new Set(dustfallPoints.map(({ code }) => code))
  const records = (await reader.tables('dustfall-samples', regional.DUSTFALL_SAMPLE_FIELDS)).flatMap(
    ({ table, descriptor: { path } }) => readDustfallSamples(table, path, pointCodes, problems),
  )
  const share = descriptor.chentu.dustfall.belowDetectionShare
  const publishedTables = await reader.tables('dustfall-published', DUSTFALL_PUBLISHED_FIELDS)
  const unmeasured = publishedTables.flatMap(({ table }) => readUnmeasured(table, find))
  const published = publishedTables.flatMap(({ table, descriptor: { path } }) =>
    readPublished(withCountedFigures(table, share), path, find, problems),
  )
  const warningLines = new Map<string, number>()
  const warnings = (await reader.tables('warnings', WARNING_FIELDS)).flatMap(({ table, descriptor: { path } }) =>
    readWarnings(table, path, find, problems, warningLines),
  )
  const fleet = new Map(
    (await reader.tables('truck-fleet', FLEET_FIELDS)).flatMap(({ table }) => readFleet(table, find)),
  )
  const kinds = await reader.kinds()
  const resources: KindResource[] = []
  const lines = new Map<KindId, FeatureCollection<LineString | MultiLineString>>()
  const surveys = new Map<KindId, Table[]>()
  for (const schema of kinds) {
    const { id: kind, fields, place, surveys: surveyed } = schema
    for (const { table, descriptor } of await reader.tables(kind, fields))
      resources.push({ kind, schema, file: descriptor.path, dataClass: descriptor.chentu.class, table })
    if (place === 'line') lines.set(kind, await reader.features(kind, 'line'))
    const found = surveyed ? await reader.tables(surveyed.id, surveyed.fields) : []
    if (found.length === 0) continue
    problems.push(...gradingProblems(file.split('/').at(-1) || DESCRIPTOR, descriptor.chentu, schema))
    surveys.set(
      kind,
      found.map(({ table }) => table),
    )
  }
  problems.push(...unknownRoles(descriptor, kinds), ...glossaryProblems(file, descriptor.chentu.english))
  const basemap = readBasemapSetting(descriptor, file)
  problems.push(...basemap.problems)
  const area = (await reader.features('built-up-area', 'surface')).features
  const value: DataPackage = {
    name: descriptor.name,
    descriptor,
    settings: descriptor.chentu,
    basemap: basemap.value,
    provenance: descriptor.resources.map(({ title, name, path, chentu, sources, licenses }) => ({
      title: title ?? name,
      path,
      role: chentu.role,
      dataClass: chentu.class,
      source: sources?.map((source) => source.title).join('；') ?? '',
      licence: licenses?.map((licence) => licence.title ?? licence.name ?? '').join('；') ?? '',
    })),
    kinds,
    glossary: glossaryOf(descriptor.chentu.english, kinds),
    clauses: await reader.list('clauses', clausesSchema, withoutLaterMeasures),
    ...(await reader.rules(kinds)),
    endedRules: await reader.list('ended-rules', endedRulesSchema, withoutUnreadEnded),
    earlierPlans: earlierPlansOf(
      await reader.list('earlier-plans', earlierPlansSchema, withoutMeasuresOfEarlier),
      kinds,
    ),
    counties,
    outlines: await reader.features('county-outlines', 'surface'),
    rivers: await reader.features('rivers', 'line'),
    neighbours: await reader.features('neighbours', 'line'),
    places: await reader.features('places', 'point'),
    builtUpArea: area.length > 0 ? joinSurfaces(area.map(({ geometry }) => geometry)) : null,
    monitoring: await reader.monitoring(),
    onlineDays: readOnlineDays(await reader.tables('readings-online', ONLINE_FIELDS), problems),
    trucks: await reader.trucks(),
    hauls: readHauls(await reader.tables('truck-hauls', HAUL_FIELDS), find, problems),
    fleet,
    resources,
    lines,
    surveys,
    dustfallPoints,
    byHand: byHandOf(descriptor),
    dustfall: {
      ranked: counties.filter(({ ranked }) => ranked).map(({ code }) => code),
      points: dustfallPoints,
      records,
      published,
      unmeasured,
      belowDetectionShare: share,
    },
    warnings: latestFirst(warnings),
    warningMeasures: await reader.warningMeasures(kinds),
    cases: await reader.cases(),
  }
  const fatal = problems.filter(({ code }) => FATAL.has(code))
  if (fatal.length === 0) return { value, problems }
  // Fatal problems come first: beside them thousands of cell problems do not matter.
  return { value: null, problems: [...fatal, ...problems.filter(({ code }) => !FATAL.has(code))] }
}

/** Reports resources with roles unknown to this version: they stay in the package, but nothing of them is shown. */
function unknownRoles({ resources }: Descriptor, kinds: readonly Kind[]): Problem[] {
  const known = new Set<string>([
    ...PACKAGE_ROLES,
    ...kinds.flatMap(({ id, surveys }) => [id, ...(surveys ? [surveys.id] : [])]),
  ])
  return resources
    .filter(({ chentu }) => !known.has(chentu.role))
    .map(({ path, chentu }) => ({ code: 'role-unknown', file: path, seen: chentu.role }))
}

/** Values set by hand, by role, joined over all files of the role. */
function byHandOf({ resources }: Descriptor): Map<Role, SetByHand> {
  const byRole = new Map<Role, SetByHand>()
  for (const each of resources) {
    const { role } = each.chentu
    byRole.set(role, new Map([...(byRole.get(role) ?? []), ...setByHandOf(each)]))
  }
  return byRole
}
