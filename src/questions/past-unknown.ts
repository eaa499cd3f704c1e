import { type DayNumber, parseDay } from '@/domain/calendar'
import type { RuleFindings } from '@/domain/rules/findings'
import { STATUS } from '@/domain/rules/status'
import type { EvaluatedPackage } from './evaluated-package'

/** Tells the rows of a rule whose day is past while nobody recorded whether it was met: they are neither met nor overdue. */
export function isPastUnknown(
  { opened, evaluation }: EvaluatedPackage,
  { rule, status, at }: RuleFindings,
): (row: number) => boolean {
  const { check, deadline = check.type === 'not-before' ? check.deadline : undefined } = opened.pack.rules[rule]!
  const asOf = parseDay(evaluation.asOf)
  const isPast = (day: DayNumber | null) => day !== null && day < asOf
  const isUnknown = (row: number) => status[row] === STATUS.unknown
  if (deadline !== undefined && isPast(parseDay(deadline))) return isUnknown
  return check.type === 'done' ? (row) => isUnknown(row) && isPast(at(row).due) : () => false
}
