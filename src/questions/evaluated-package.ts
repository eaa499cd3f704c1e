import { type IsoDay, parseDay } from '@/domain/calendar'
import { metresToNearest } from '@/domain/geodesy/nearest-metres'
import { mergeDeviceDays } from '@/domain/monitoring/counted-days'
import { type OnlineDays, withoutMadeUp } from '@/domain/monitoring/online-days'
import { findAll, type RuleFindings } from '@/domain/rules/findings'
import { bySeverity } from '@/domain/rules/severity'
import { type TeamObservation, withoutHints } from '@/domain/rules/team-observations'
import type { HaulMonth } from '@/domain/trucks/hauls'
import { overLimitPoints } from '@/questions/points/over-limit-points'
import { cacheLast } from './memo'
import type { OpenedPackage } from './opened-package'
import { lineGradesOf, type TableOnDay, tablesOnDay } from './tables-on-day'

/** What the page gets of an evaluation. */
export interface DayEvaluation {
  readonly asOf: IsoDay
  /** Surveyed grade on that day of each source that follows a line, by its key; '' if unknown. */
  readonly lineGrades: ReadonlyMap<string, string>
}

/** The second step: an opened package with the rules evaluated for a day, including teams' checks. */
export interface EvaluatedPackage {
  readonly opened: OpenedPackage
  /** Trips from tracks kept in this browser, besides those of the package. */
  readonly hauls: readonly HaulMonth[]
  /** Valid hours per device and day: from readings kept in the browser, and from those plus the package's. */
  readonly keptOnline: OnlineDays
  readonly online: OnlineDays
  readonly evaluation: DayEvaluation
  readonly tables: readonly TableOnDay[]
  readonly findings: readonly RuleFindings[]
  /** Findings of advisory rules (hints); counted nowhere. */
  readonly hints: readonly RuleFindings[]
  /** Overall status of each source. */
  readonly status: Uint8Array
  /** Days past the oldest missed deadline of each source, 0 if none is missed. */
  readonly overdueDays: Int32Array
  /** Metres from each source to the nearest dustfall point over the limit, Infinity if there is none. */
  readonly overMetres: Float64Array
  /** All sources, worst first. */
  readonly order: Uint32Array
  /** Position of each source in `order`. */
  readonly rank: Uint32Array
}

const NO_DAYS: OnlineDays = new Map()
const overlaidOnce = cacheLast(
  ({ pack }: OpenedPackage, kept: OnlineDays) => {
    if (kept.size === 0) return pack.onlineDays
    // Next to readings kept in this browser, made-up data does not count: it would fill gaps in real data.
    return mergeDeviceDays(withoutMadeUp(pack.onlineDays), kept)
  },
  (one, other) => one === other,
)

/**
 * Evaluates all rules for all sources on a day, from the tables and teams' checks: the findings, and the order by
 * severity.
 */
export function evaluateRules(
  opened: OpenedPackage,
  asOf: IsoDay,
  seen: readonly TeamObservation[] = [],
  hauls: readonly HaulMonth[] = [],
  keptOnline: OnlineDays = NO_DAYS,
): EvaluatedPackage {
  const { rules, settings } = opened.pack
  const online = overlaidOnce(opened, keptOnline)
  const tables = tablesOnDay(opened, parseDay(asOf), withoutHints(seen, rules), hauls, online)
  const { rules: findings, hints, severity } = findAll(tables, rules, parseDay(asOf), settings.year)
  const overMetres = metresToNearest(opened.lons, opened.lats, overLimitPoints(opened, asOf))
  const order = bySeverity(severity, overMetres)
  const rank = new Uint32Array(order.length)
  order.forEach((source, place) => {
    rank[source] = place
  })
  const { status, overdueDays } = severity
  const evaluation = { asOf, lineGrades: lineGradesOf(tables, opened) }
  return {
    opened,
    hauls,
    keptOnline,
    online,
    evaluation,
    tables,
    findings,
    hints,
    status,
    overdueDays,
    overMetres,
    order,
    rank,
  }
}
