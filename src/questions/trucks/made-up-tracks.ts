import { type Month, parseDay } from '@/domain/calendar'
import { findAll, isAboutTable } from '@/domain/rules/findings'
import { STATUS } from '@/domain/rules/status'
import { type TeamObservation, withoutHints } from '@/domain/rules/team-observations'
import { isHaulShare, rowsByCounty } from '@/domain/rules/tracked'
import type { HaulMonth } from '@/domain/trucks/hauls'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import type { JudgedByMadeUp } from '@/questions/monitors/made-up-readings'
import { tablesOnDay } from '@/questions/tables-on-day'

/** Counties whose share by day made-up tracks judge, and those that anything else judges. */
export interface SharesByMadeUp extends JudgedByMadeUp {
  /** Judged by their own figures or by real tracks, until the imported tracks have hauls there. */
  readonly others: number
}

/**
 * What the next import of real tracks of some months changes for shares that are judged on the day. `seen`: what teams
 * saw.
 */
export function sharesByMadeUp(
  { opened, evaluation, findings, hauls, online, tables }: EvaluatedPackage,
  seen: readonly TeamObservation[],
  months: readonly Month[],
): SharesByMadeUp {
  const { rules, settings, provenance, hauls: published } = opened.pack
  const counts = { asOf: evaluation.asOf, sources: 0, otherwise: 0, unknown: 0, others: 0 }
  const month = evaluation.asOf.slice(0, 7)
  const isFiguresAlone =
    provenance.every(({ role }) => role !== 'truck-trips') &&
    published.some((each) => each.month === month && each.dataClass !== 'illustrative')
  // Real figures without their trips stand, whatever is imported.
  if (!months.includes(month) || isFiguresAlone) return counts
  const day = parseDay(evaluation.asOf)
  // The month as it would be if no imported haul began in any county.
  const without: HaulMonth = { month, counties: new Map(), dataClass: 'real' }
  const besides = [...hauls.filter((each) => each.month !== month), without]
  const after = tablesOnDay(opened, day, withoutHints(seen, rules), besides, online)
  for (const [at, kind] of tables.entries()) {
    const asked = findings.filter(
      (each) => isAboutTable(each, kind.first, kind.table.length) && isHaulShare(kind.schema, rules[each.rule]!.check),
    )
    if (asked.length === 0) continue
    const next = findAll([after[at]!], rules, day, settings.year).rules
    const statusAfter = (rule: number, row: number) => next.find((each) => each.rule === rule)?.status[row]
    for (const row of rowsByCounty(kind).values()) {
      const judging = asked.filter(({ covers }) => covers(row))
      if (judging.length === 0) continue
      if (kind.tracked?.get(row)?.dataClass !== 'illustrative') {
        counts.others++
        continue
      }
      const changed = judging.filter(({ rule, status }) => statusAfter(rule, row) !== status[row])
      counts.sources++
      if (changed.length > 0) counts.otherwise++
      if (changed.some(({ rule }) => statusAfter(rule, row) === STATUS.unknown)) counts.unknown++
    }
  }
  return counts
}
