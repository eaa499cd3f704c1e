import type { Rule } from '@/domain/rules/rule'
import { type Kind, kindWithId } from '@/domain/sources/kinds/kind'
import { type EarlierPlan, fieldProblems, ruleSchema, type WrittenEarlierPlan } from './plan'

/** The requirements of an earlier plan; null if any of them cannot be read: nothing is judged by part of a plan. */
function askedOf(written: WrittenEarlierPlan['rules'], kinds: readonly Kind[]): readonly Rule[] | null {
  const asked: Rule[] = []
  for (const each of written) {
    const { data: rule } = ruleSchema.safeParse(each)
    const kind = rule && kindWithId(kinds, rule.kind)
    if (!rule || !kind || fieldProblems('', rule, kind).length > 0) return null
    asked.push(rule)
  }
  return asked
}

/** The earlier plans, latest first. */
export const earlierPlansOf = (written: readonly WrittenEarlierPlan[], kinds: readonly Kind[]): EarlierPlan[] =>
  written
    .map(({ rules, ...plan }) => ({
      ...plan,
      rules: rules.map(({ id, clause, title }) => ({ id, clause, title })),
      asked: askedOf(rules, kinds),
    }))
    .reverse()
