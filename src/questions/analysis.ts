import { addMonths, type DayNumber, type Month, parseDay } from '@/domain/calendar'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { distanceMetres, nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { type Upwind, upwind, type Wind } from '@/domain/geodesy/upwind'
import { findingsOf } from '@/domain/rules/findings'
import { type MeasureBase, type Measured, measure } from '@/domain/rules/measure'
import { STATUS } from '@/domain/rules/status'
import { gradeOverview } from '@/domain/sources/grades'
import type { Inventory } from '@/domain/sources/inventory'
import type { DataPackage } from '@/io/package/open-package'
import type { Judged } from './judge'
import { type SourceSummary, summarise } from './source-summary'

/** A package on the day judged last, with the ring measured last and the filters chosen last. */
export interface AnalysisFacts {
  readonly pack: Pick<DataPackage, 'rules' | 'clauses' | 'dustfallPoints'>
  readonly inventory: Inventory
  readonly lons: Float64Array
  readonly lats: Float64Array
  /** 1 for each source in the ring, and for each that is shown. */
  readonly members: Uint8Array
  readonly mask: Uint8Array
  readonly reports: readonly MonthReport[]
  readonly judged: Judged
}

/** The value beside one target of a clause. */
export interface TargetValue {
  readonly clause: number
  /** Its place among the targets of the clause. */
  readonly target: number
  /** Null where the data has nothing for it. */
  readonly measured: Measured | null
}

/** The values beside all numbered targets of the plan; filters do not narrow them. */
export function targetValues({ pack, members, reports, judged }: AnalysisFacts): TargetValue[] {
  const { findings, tables, judgement } = judged
  const kind = tables.find(({ schema }) => schema.ring && schema.ladder)
  const rows = Array.from({ length: kind?.table.length ?? 0 }, (_, row) => row)
  const inRing = rows.filter((row) => members[kind!.first + row] === 1)
  const base: MeasureBase = {
    tables,
    rules: pack.rules,
    findings,
    grades: kind ? gradeOverview(kind, rows) : null,
    inRing: kind ? gradeOverview(kind, inRing) : null,
    report: reports.findLast(({ month }) => month <= judgement.asOf.slice(0, 7)) ?? null,
  }
  return pack.clauses.flatMap(({ number, targets }) =>
    targets.map((target, i) => ({
      clause: number,
      target: i,
      measured: target.measure ? measure(target.measure, base) : null,
    })),
  )
}

/** A source upwind of a place. */
export interface UpwindSource extends SourceSummary, Upwind {}

/** How many sources lie upwind, and the heaviest of them. */
export interface UpwindAnswer {
  readonly total: number
  readonly heaviest: readonly UpwindSource[]
}

/** Shown sources upwind of a place that fail or are overdue: all counted, and the `count` heaviest in full. */
export function upwindSources(
  { inventory, lons, lats, mask, judged }: AnalysisFacts,
  receptor: Position,
  winds: readonly Wind[],
  maxMetres: number,
  count: number,
): UpwindAnswer {
  const found: { source: number; of: Upwind }[] = []
  for (let source = 0; source < mask.length; source++) {
    if (mask[source] !== 1 || judged.status[source]! < STATUS.failing || Number.isNaN(lons[source]!)) continue
    const of = upwind(receptor, [lons[source]!, lats[source]!], winds, maxMetres)
    if (of) found.push({ source, of })
  }
  const heaviest = found
    .sort((a, b) => b.of.weight - a.of.weight)
    .slice(0, count)
    .map(({ source, of }) => ({ ...summarise(inventory, judged, source), ...of }))
  return { total: found.length, heaviest }
}

/** Code of the dustfall point that is nearest to the middle of the shown sources; null where there is none. */
export function nearestPoint({ pack, lons, lats, mask }: AnalysisFacts): string | null {
  let [lon, lat, count] = [0, 0, 0]
  for (let source = 0; source < mask.length; source++) {
    if (mask[source] !== 1 || Number.isNaN(lons[source]!)) continue
    lon += lons[source]!
    lat += lats[source]!
    count++
  }
  if (count === 0) return null
  const middle: Position = [lon / count, lat / count]
  const points = pack.dustfallPoints.filter(isPlaced).map((point) => ({
    code: point.code,
    metres: distanceMetres(middle, [point.lon, point.lat]),
  }))
  return points.sort((a, b) => a.metres - b.metres)[0]?.code ?? null
}

const isPlaced = ({ lon, lat }: { lon: number; lat: number }) => !Number.isNaN(lon) && !Number.isNaN(lat)

/** A dustfall point that got worse, and what is near it. */
export interface WorsenedPoint {
  readonly point: string
  readonly county: string
  readonly before: number
  readonly after: number
  /** False where nobody knows yet where it stands: then nothing is known of what is near it. */
  readonly placed: boolean
  readonly failing: number
  readonly overdue: number
  /** Sources near it with a failure seen between the two months, the nearest first. */
  readonly newly: readonly (SourceSummary & { readonly metres: number })[]
}

/** Values of the points that count in a month. */
function pointValues(reports: readonly MonthReport[], month: Month) {
  const rows = reports.find((report) => report.month === month)?.rows ?? []
  return new Map(
    rows.flatMap(({ county, figure }) =>
      figure.points.flatMap((point) =>
        point.counted ? [[point.point, { county, value: Number(point.value) }] as const] : [],
      ),
    ),
  )
}

/** The points whose value rose most from one month to another, with what fails within `metres` and what was newly seen there. */
export function worsenedPoints(
  { pack, inventory, lons, lats, mask, reports, judged }: AnalysisFacts,
  month: Month,
  other: Month,
  metres: number,
  count: number,
): WorsenedPoint[] {
  const [from, to] = month > other ? [other, month] : [month, other]
  const [earlier, later] = [lastDayOf(from), lastDayOf(to)]
  const before = pointValues(reports, from)
  const rises = [...pointValues(reports, to)].flatMap(([point, { county, value }]) => {
    const old = before.get(point)
    return old && value > old.value ? [{ point, county, before: old.value, after: value }] : []
  })
  rises.sort((a, b) => b.after - b.before - (a.after - a.before))
  return rises.slice(0, count).flatMap((rise) => {
    const place = pack.dustfallPoints.find(({ code }) => code === rise.point)
    if (!place) return []
    const at: Position = [place.lon, place.lat]
    const near: { source: number; metres: number }[] = []
    const placed = isPlaced(place)
    for (let source = 0; placed && source < mask.length; source++) {
      if (judged.status[source]! < STATUS.failing || Number.isNaN(lons[source]!)) continue
      if (nearbyDistanceMetres(...at, lons[source]!, lats[source]!) > metres * 1.01) continue
      const exact = distanceMetres(at, [lons[source]!, lats[source]!])
      if (exact <= metres) near.push({ source, metres: exact })
    }
    const isNew = (source: number) =>
      findingsOf(judged.findings, source).some(({ since }) => since !== null && since > earlier && since <= later)
    near.sort((a, b) => a.metres - b.metres)
    return [
      {
        ...rise,
        placed,
        failing: near.filter(({ source }) => judged.status[source] === STATUS.failing).length,
        overdue: near.filter(({ source }) => judged.status[source] === STATUS.overdue).length,
        newly: near
          .filter(({ source }) => isNew(source))
          .map(({ source, metres }) => ({ ...summarise(inventory, judged, source), metres })),
      },
    ]
  })
}

const lastDayOf = (month: Month): DayNumber => parseDay(`${addMonths(month, 1)}-01`) - 1
