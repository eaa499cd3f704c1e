import type { Rule } from './rule'

/** What a rule says that may differ from how it was, in the order in which a person reads it. */
export const RULE_PARTS = [
  'title',
  'clause',
  'kind',
  'scope',
  'check',
  'deadline',
  'from',
  'until',
  'lead',
  'support',
  'basis',
  'advisory',
] as const satisfies readonly (keyof Rule)[]
export type RulePart = (typeof RULE_PARTS)[number]

export interface ChangedRule {
  readonly before: Rule
  readonly now: Rule
  readonly parts: readonly RulePart[]
}

/** What became of the rules of a plan. */
export interface RuleDifferences {
  readonly added: readonly Rule[]
  readonly removed: readonly Rule[]
  readonly changed: readonly ChangedRule[]
}

/** JSON whose keys stand in one order: two files say the same, however they were written. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, inOrder(each)]),
  )
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))

/** The parts in which two rules differ; a list that is empty and one that is absent say the same. */
export function changedParts(before: Rule, now: Rule): readonly RulePart[] {
  const said = (rule: Rule, part: RulePart) =>
    part === 'support' ? (rule.support ?? []) : part === 'advisory' ? rule.advisory === true : rule[part]
  return RULE_PARTS.filter((part) => !isSame(said(before, part), said(now, part)))
}

/**
 * What became of the rules between two versions of a plan; a rule is the same one as long as it has its id, and goes on in the
 * one that follows it: that its last day came with that is no change of its own.
 */
export function ruleDifferences(before: readonly Rule[], now: readonly Rule[]): RuleDifferences {
  const was = new Map(before.map((rule) => [rule.id, rule]))
  const is = new Set(now.map(({ id }) => id))
  const earlierOf = ({ id, follows }: Rule) => was.get(id) ?? (follows === undefined ? undefined : was.get(follows))
  const followed = new Set(now.flatMap(({ id, follows }) => (was.has(id) || follows === undefined ? [] : [follows])))
  // As it was until the one that has its id took its place.
  const isLeft = ({ id }: Rule) => now.some((rule) => was.has(rule.id) && rule.follows === id)
  const isOnlyEnded = (id: string, parts: readonly RulePart[]) =>
    followed.has(id) && parts.every((part) => part === 'until')
  return {
    added: now.filter((rule) => earlierOf(rule) === undefined && !isLeft(rule)),
    removed: before.filter(({ id }) => !is.has(id)),
    changed: now.flatMap((rule): ChangedRule[] => {
      const earlier = earlierOf(rule)
      const parts = earlier ? changedParts(earlier, rule) : []
      return earlier && parts.length > 0 && !isOnlyEnded(rule.id, parts) ? [{ before: earlier, now: rule, parts }] : []
    }),
  }
}
