import { type IsoDay, parseDay } from '@/domain/calendar'
import { metresToNearest } from '@/domain/geodesy/nearest-metres'
import { overlaidDays } from '@/domain/monitoring/counted-days'
import { type OnlineDays, withoutMadeUp } from '@/domain/monitoring/online-days'
import { findAll, type RuleFindings } from '@/domain/rules/findings'
import { type Seen, withoutHints } from '@/domain/rules/seen'
import { bySeverity } from '@/domain/rules/severity'
import type { HaulMonth } from '@/domain/trucks/hauls'
import { memoLast } from './memo'
import type { OpenedPackage } from './opened-package'
import { overLimitPoints } from './over-limit-points'
import { lineGradesOf, type TableOnDay, tablesOn } from './tables-on-day'

/** What the page sees of a day on which the rules were evaluated. */
export interface DayEvaluation {
  readonly asOf: IsoDay
  /** Surveyed grade of each source along a line on that day, by its key; '' where nobody knows. */
  readonly lineGrades: ReadonlyMap<string, string>
}

/** The second step: an opened package whose rules are evaluated on a day, with what teams saw. */
export interface EvaluatedPackage {
  readonly opened: OpenedPackage
  /** What tracks say of trips besides those of the package. */
  readonly hauls: readonly HaulMonth[]
  /** Of how many hours of each day devices have valid readings, by what is kept besides the package; and by both. */
  readonly keptOnline: OnlineDays
  readonly online: OnlineDays
  readonly evaluation: DayEvaluation
  readonly tables: readonly TableOnDay[]
  readonly findings: readonly RuleFindings[]
  /** Findings of rules that are hints only; nothing counts them. */
  readonly hints: readonly RuleFindings[]
  /** How each source stands. */
  readonly status: Uint8Array
  /** Days past the oldest deadline of each source, 0 where none is missed. */
  readonly overdueDays: Int32Array
  /** Metres from each source to the nearest dustfall point over the limit, Infinity where there is none. */
  readonly overMetres: Float64Array
  /** All sources, worst first. */
  readonly order: Uint32Array
  /** Place of each source in that order. */
  readonly rank: Uint32Array
}

const NO_DAYS: OnlineDays = new Map()
const overlaidOnce = memoLast(
  ({ pack }: OpenedPackage, kept: OnlineDays) => {
    if (kept.size === 0) return pack.onlineDays
    // Beside what this browser keeps nothing made up counts: it would fill the gaps of what is real.
    return overlaidDays(withoutMadeUp(pack.onlineDays), kept)
  },
  (one, other) => one === other,
)

/** Evaluates the rules for all sources on a day, as they are written and as teams saw them: what they break, and which stand first. */
export function evaluateRules(
  opened: OpenedPackage,
  asOf: IsoDay,
  seen: readonly Seen[] = [],
  hauls: readonly HaulMonth[] = [],
  keptOnline: OnlineDays = NO_DAYS,
): EvaluatedPackage {
  const { rules, settings } = opened.pack
  const online = overlaidOnce(opened, keptOnline)
  const tables = tablesOn(opened, parseDay(asOf), withoutHints(seen, rules), hauls, online)
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
