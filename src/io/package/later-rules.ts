import { RECURRENCES } from '@/domain/rules/clause'
import type { UnreadRule } from '@/domain/rules/rule'
import { DUTIES } from '@/domain/warnings/measure'
import { WARNING_LEVELS } from '@/domain/warnings/warning'
import { CHECK_TYPES, endedRuleSchema, MEASURES, SCOPE_KEYS } from './plan'

/** JSON without the parts that only a later version knows, and the ids of those parts. */
export interface KnownParts {
  readonly kept: unknown
  readonly left: readonly string[]
  /** The rules among the parts left out, if they can be identified. */
  readonly unread?: readonly UnreadRule[]
}

/**
 * Identifies a rule that this version cannot read, so that it can still be shown, continued, or ended with its plan;
 * null if id or clause is missing.
 */
export const unreadRule = (rule: unknown): UnreadRule | null => {
  const { id, clause, title, lead, deadline } = isObject(rule) ? rule : {}
  const { zh = id, en = zh } = isObject(title) ? title : {}
  if (typeof id !== 'string' || typeof clause !== 'number') return null
  const names = Array.isArray(lead) ? lead.filter((name): name is string => typeof name === 'string') : []
  const day = typeof deadline === 'string' ? deadline : null
  return { id, clause, title: { zh: String(zh), en: String(en) }, lead: names, day }
}

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json => value !== null && typeof value === 'object'

/** Whether a value's own type word is unknown to this version. */
const isOther = (value: unknown, key: string, known: readonly string[]) =>
  isObject(value) && typeof value[key] === 'string' && !known.includes(value[key])

/** Whether any scope has a key unknown to this version. */
const hasOtherScope = (scopes: unknown) =>
  Array.isArray(scopes) && scopes.some((scope) => isObject(scope) && !SCOPE_KEYS.some((key) => key in scope))

/** Whether a measure, or the rows it covers, is of a kind unknown to this version. */
const isLaterMeasure = (measure: unknown) =>
  isOther(measure, 'of', MEASURES) ||
  (isObject(measure) && (hasOtherScope(measure.where) || hasOtherScope(measure.among)))

/**
 * The rules of a file without those whose check or scope has an unknown type: evaluated by only part of what it asks, a
 * source would wrongly be called fine or failing.
 */
export function withoutLaterRules(value: unknown): KnownParts {
  if (!Array.isArray(value)) return { kept: value, left: [] }
  const isLater = (rule: unknown) =>
    isObject(rule) && (isOther(rule.check, 'type', CHECK_TYPES) || hasOtherScope(rule.scope))
  return {
    kept: value.filter((rule) => !isLater(rule)),
    left: value.filter(isLater).map((rule: Json) => String(rule.id ?? '')),
    unread: value.filter(isLater).flatMap((rule: unknown) => unreadRule(rule) ?? []),
  }
}

/** Measures of warnings without those of a level, duty or scope that only a later version knows. */
export function withoutLaterWarnings(value: unknown): KnownParts {
  if (!Array.isArray(value)) return { kept: value, left: [] }
  const isLater = (measure: unknown) =>
    isObject(measure) &&
    (isOther(measure, 'duty', DUTIES) ||
      hasOtherScope(measure.scope) ||
      hasOtherScope(measure.finished) ||
      (Array.isArray(measure.levels) && measure.levels.some((level) => !WARNING_LEVELS.includes(level))))
  return {
    kept: value.filter((measure) => !isLater(measure)),
    left: value.filter(isLater).map((measure: Json) => String(measure.id ?? '')),
  }
}

/** Ended requirements without those that cannot be read: nothing is judged by them, and the package still opens. */
export function withoutUnreadEnded(value: unknown): KnownParts {
  if (!Array.isArray(value)) return { kept: value, left: [] }
  const isRead = (rule: unknown) => endedRuleSchema.safeParse(rule).success
  return {
    kept: value.filter(isRead),
    left: value.filter((rule: unknown) => !isRead(rule)).map((rule: unknown) => String(isObject(rule) ? rule.id : '')),
  }
}

/** Earlier plans, each without what {@link withoutLaterMeasures} removes: nothing in them is measured. */
export const withoutMeasuresOfEarlier = (value: unknown): KnownParts => ({
  kept: Array.isArray(value)
    ? value.map((plan: unknown) =>
        isObject(plan) ? { ...plan, clauses: withoutLaterMeasures(plan.clauses).kept } : plan,
      )
    : value,
  left: [],
})

/**
 * The clauses of a file. A target with a measure unknown to this version stays, unmeasured; a figure, or a recurring
 * item with times of a later version, is removed.
 */
export function withoutLaterMeasures(value: unknown): KnownParts {
  const left: string[] = []
  if (!Array.isArray(value)) return { kept: value, left }
  const kept = value.map((clause: unknown) => {
    if (!isObject(clause)) return clause
    const leave = () => void left.push(String(clause.number ?? ''))
    const without = (list: unknown, isLater: (each: unknown) => boolean) =>
      Array.isArray(list)
        ? list.filter((each: unknown) => {
            if (!isLater(each)) return true
            leave()
            return false
          })
        : list
    const unmeasured = (target: unknown) => {
      if (!isObject(target) || !isLaterMeasure(target.measure)) return target
      leave()
      const { measure: _, ...others } = target
      return others
    }
    const changed = {
      targets: Array.isArray(clause.targets) ? clause.targets.map(unmeasured) : clause.targets,
      figures: without(clause.figures, (figure) => isObject(figure) && isLaterMeasure(figure.measure)),
      recurring: without(clause.recurring, (each) => isOther(each, 'every', RECURRENCES)),
    }
    return { ...clause, ...Object.fromEntries(Object.entries(changed).filter(([key]) => key in clause)) }
  })
  return { kept, left }
}
