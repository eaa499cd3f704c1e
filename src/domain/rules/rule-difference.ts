import type { Rule } from './rule'

/** Parts of a rule that may differ between versions, in reading order. */
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

/** Differences between the rules of two plan versions. */
export interface RuleDifferences {
  readonly added: readonly Rule[]
  readonly removed: readonly Rule[]
  readonly changed: readonly ChangedRule[]
}

/** Sorts the keys of JSON, so that equal content compares as equal. */
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

/** Parts in which two rules differ; an empty list equals an absent one. */
export function changedParts(before: Rule, now: Rule): readonly RulePart[] {
  const said = (rule: Rule, part: RulePart) =>
    part === 'support' ? (rule.support ?? []) : part === 'advisory' ? rule.advisory === true : rule[part]
  return RULE_PARTS.filter((part) => !isSame(said(before, part), said(now, part)))
}

/**
 * Differences between the rules of two versions of a plan. A rule is the same as long as it keeps its id, or continues
 * in the rule that follows it. An end date added only because of the successor is no change.
 */
export function ruleDifferences(before: readonly Rule[], now: readonly Rule[]): RuleDifferences {
  const was = new Map(before.map((rule) => [rule.id, rule]))
  const is = new Set(now.map(({ id }) => id))
  const earlierOf = ({ id, follows }: Rule) => was.get(id) ?? (follows === undefined ? undefined : was.get(follows))
  const followed = new Set(now.flatMap(({ id, follows }) => (was.has(id) || follows === undefined ? [] : [follows])))
  // An earlier state of a rule that kept its id; it does not count as added.
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
