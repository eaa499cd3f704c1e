import { parseDay } from '@/domain/calendar'
import type { RuleFindings } from '@/domain/rules/findings'
import { STATUS } from '@/domain/rules/status'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { memoOf } from '@/questions/memo'

/** Cached by a rule's findings in a table: 1 for each row past its own due day without a record. */
const pastRows = memoOf((_: EvaluatedPackage) => new Map<RuleFindings, Uint8Array>())

/** 1 for each row without a record whose own due day is past; computed once for all filters. */
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
 * Tests whether a row's due day is past without a record of whether it was met: neither met nor overdue. Null if no
 * row can be: the rule has no due day, or a future one.
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
