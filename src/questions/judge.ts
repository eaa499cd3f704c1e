import { type IsoDay, parseDay } from '@/domain/calendar'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { metresToNearest } from '@/domain/geodesy/nearest-metres'
import { findAll, type RuleFindings } from '@/domain/rules/findings'
import type { KindTable } from '@/domain/rules/kind-table'
import { type Seen, withoutHints, withSeen } from '@/domain/rules/seen'
import { bySeverity } from '@/domain/rules/severity'
import { withGradeMoves } from '@/domain/sources/grades'
import type { Inventory, KindResource } from '@/domain/sources/inventory'
import type { Kind } from '@/domain/sources/kinds/kind'
import { type GradeLimits, withSurveys } from '@/domain/sources/latest-surveys'
import { type NumberColumn, textAt } from '@/domain/table/column'
import type { DataPackage } from '@/io/package/open-package'
import { lineKey } from './answers'
import { type ClauseCounts, countByClause } from './filter'
import type { Standing } from './source-summary'

/** How the sources stand on a day. */
export interface Judgement {
  readonly asOf: IsoDay
  readonly byClause: ReadonlyMap<number, ClauseCounts>
  /** Surveyed grade of each source along a line on that day, by {@link lineKey}; '' where nobody knows. */
  readonly lineGrades: ReadonlyMap<string, string>
}

/** A day judged: what the page sees, and what stays here. */
export interface Judged extends Standing {
  readonly judgement: Judgement
  readonly tables: readonly (KindResource & KindTable)[]
  readonly findings: readonly RuleFindings[]
  /** Findings of rules that are hints only; nothing counts them. */
  readonly hints: readonly RuleFindings[]
  /** All sources, worst first. */
  readonly order: Uint32Array
  /** Place of each source in that order. */
  readonly rank: Uint32Array
}

type Facts = Pick<DataPackage, 'surveys' | 'settings' | 'rules' | 'dustfallPoints'>

/** The kinds' tables on a day: sources know what the surveys up to then say of them, and how their grade moved. */
function tablesOn(
  { surveys, settings }: Facts,
  { kinds }: Inventory,
  asOf: IsoDay,
  seen: readonly Seen[],
): readonly (KindResource & KindTable)[] {
  return kinds.map((written) => {
    const kind = withGradeMoves(withSeen(written, seen, parseDay(asOf)))
    const tables = surveys.get(kind.kind)
    if (!tables) return kind
    const limits = gradeLimits(settings, kind.schema)
    return { ...kind, table: withSurveys(kind.schema, kind.table, tables, parseDay(asOf), limits) }
  })
}

/** The limits by which a package grades what is measured on a kind; null where it has none. */
function gradeLimits(settings: Facts['settings'], { surveys }: Kind): GradeLimits | null {
  const setting = surveys?.grading && settings[surveys.grading.setting]
  if (typeof setting !== 'object' || setting === null || !('limits' in setting)) return null
  const { limits } = setting
  return Array.isArray(limits) && limits.every((limit) => typeof limit === 'number') ? limits : null
}

/** Points whose month is over the limit, the newest month not after `asOf`. */
function overLimitPoints({ dustfallPoints }: Facts, reports: readonly MonthReport[], asOf: IsoDay) {
  const report = reports.findLast(({ month }) => month <= asOf.slice(0, 7))
  const over = new Set<string>()
  for (const { figure } of report?.rows ?? []) {
    for (const point of figure.points) if (point.counted && Number(point.value) > report!.limit) over.add(point.point)
  }
  const points = dustfallPoints.filter(({ code, lon }) => over.has(code) && !Number.isNaN(lon))
  return { lons: Float64Array.from(points, ({ lon }) => lon), lats: Float64Array.from(points, ({ lat }) => lat) }
}

/** Judges all sources on a day, as they are written and as teams saw them: what they break, and which stand first. */
export function judgeDay(
  pack: Facts,
  inventory: Inventory,
  reports: readonly MonthReport[],
  asOf: IsoDay,
  seen: readonly Seen[],
): Judged {
  const tables = tablesOn(pack, inventory, asOf, withoutHints(seen, pack.rules))
  const { rules: findings, hints, severity } = findAll(tables, pack.rules, parseDay(asOf))
  const { lon, lat } = inventory.sources.columns as Record<string, NumberColumn>
  const order = bySeverity(severity, metresToNearest(lon!.values, lat!.values, overLimitPoints(pack, reports, asOf)))
  const rank = new Uint32Array(order.length)
  order.forEach((source, place) => {
    rank[source] = place
  })
  const lineGrades = new Map<string, string>()
  for (const { kind, schema, table } of tables) {
    const grade = schema.place === 'line' ? schema.surveys?.grading?.grade : undefined
    for (let row = 0; grade !== undefined && row < table.length; row++)
      lineGrades.set(lineKey(kind, textAt(table, 'code', row)), textAt(table, grade, row))
  }
  const { status, overdueDays } = severity
  return {
    judgement: { asOf, byClause: countByClause(pack.rules, findings), lineGrades },
    tables,
    findings,
    hints,
    order,
    rank,
    status,
    overdueDays,
  }
}
