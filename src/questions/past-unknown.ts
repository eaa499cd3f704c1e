import { parseDay } from '@/domain/calendar'
import type { RuleFindings } from '@/domain/rules/findings'
import { STATUS } from '@/domain/rules/status'
import type { EvaluatedPackage } from './evaluated-package'
import { memoOf } from './memo'

/** By what a rule says of a table, 1 for each row that is past its own day. */
const pastRows = memoOf((_: EvaluatedPackage) => new Map<RuleFindings, Uint8Array>())

/** 1 for each row that nobody recorded and whose own day is past; looked through once for all filters. */
function unknownPast(evaluated: EvaluatedPackage, findings: RuleFindings, asOf: number): Uint8Array {
  const known = pastRows(evaluated)
  const found =
    known.get(findings) ??
    findings.status.map((status, row) => {
      const due = status === STATUS.unknown ? findings.at(row).due : null
      return due !== null && due < asOf ? 1 : 0
    })
  known.set(findings, found)
  return found
}

/**
 * Tells the rows of a rule whose day is past while nobody recorded whether it was met: they are neither met nor overdue. Null where
 * no row can be so: the rule names no day, or one that is still to come.
 */
export function isPastUnknown(evaluated: EvaluatedPackage, findings: RuleFindings): ((row: number) => boolean) | null {
  const { opened, evaluation } = evaluated
  const { check, deadline = check.type === 'not-before' ? check.deadline : undefined } =
    opened.pack.rules[findings.rule]!
  const asOf = parseDay(evaluation.asOf)
  if (deadline !== undefined && parseDay(deadline) < asOf) return (row) => findings.status[row] === STATUS.unknown
  if (check.type !== 'done' || ('day' in check.deadline && parseDay(check.deadline.day) >= asOf)) return null
  const past = unknownPast(evaluated, findings, asOf)
  return (row) => past[row] === 1
}
