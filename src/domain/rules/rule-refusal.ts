import { parseDay } from '@/domain/calendar'
import type { Kind } from '@/domain/sources/kinds/kind'
import type { Rule } from './rule'
import { daysOf } from './rule-doubt'
import { requiredFigure } from './rule-title'

/** Why a complete rule can't be saved. */
export type RuleRefusal =
  | { readonly code: 'deadline-before-from' | 'until-before-from' | 'negative' }
  /** The column has a fixed list of texts, and this is not one of them. */
  | { readonly code: 'value-unknown'; readonly field: string; readonly value: string }

/** Texts named by a rule, by column. */
function textsOf({ check, scope }: Rule): readonly (readonly [field: string, values: readonly string[]])[] {
  const asked = check.type === 'one-of' ? [[check.field, check.values] as const] : []
  return [...asked, ...scope.flatMap((each) => ('oneOf' in each ? [[each.field, each.oneOf] as const] : []))]
}

/**
 * Conditions that no source can ever meet or break, so that they must be a mistake. Conditions that the original
 * already had are not refused.
 * @param original the rule being edited; null for a new one.
 * @param kind the kind of the rule.
 */
export function refusalsOf(rule: Rule, original: Rule | null, kind: Kind | undefined): readonly RuleRefusal[] {
  const before = original ? oddOf(original, kind).map((each) => JSON.stringify(each)) : []
  return oddOf(rule, kind).filter((each) => !before.includes(JSON.stringify(each)))
}

function oddOf(rule: Rule, kind: Kind | undefined): readonly RuleRefusal[] {
  const from = parseDay(rule.from)
  const unknown = textsOf(rule).flatMap(([field, values]) => {
    const allowed = kind?.fields.find(({ name }) => name === field)?.values
    return values
      .filter((value) => allowed !== undefined && !allowed.includes(value))
      .map((value): RuleRefusal => ({ code: 'value-unknown', field, value }))
  })
  return [
    ...(daysOf(rule).some((day) => parseDay(day) < from) ? [{ code: 'deadline-before-from' } as const] : []),
    ...(rule.until !== undefined && parseDay(rule.until) < from ? [{ code: 'until-before-from' } as const] : []),
    ...((requiredFigure(rule.check) ?? 0) < 0 ? [{ code: 'negative' } as const] : []),
    ...unknown,
  ]
}
