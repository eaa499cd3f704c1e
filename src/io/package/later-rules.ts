import { RECURRENCES } from '@/domain/rules/clause'
import type { UnreadRule } from '@/domain/rules/rule'
import { DUTIES } from '@/domain/warnings/measure'
import { WARNING_LEVELS } from '@/domain/warnings/warning'
import { CHECK_TYPES, endedRuleSchema, MEASURES, SCOPE_KEYS } from './plan'

/** JSON without what only a later version knows, and the ids of what was left out. */
export interface LeftOut {
  readonly kept: unknown
  readonly left: readonly string[]
  /** The rules among what was left out, as far as they can be named. */
  readonly unread?: readonly UnreadRule[]
}

/** What is said of a rule that this version can't read: it goes on, or ends with its plan, by its name all the same. */
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

/** Whether something says of itself what it is, in a word that this version does not have. */
const isOther = (value: unknown, key: string, known: readonly string[]) =>
  isObject(value) && typeof value[key] === 'string' && !known.includes(value[key])

/** Whether one of some scopes is told by a word that this version does not have. */
const hasOtherScope = (scopes: unknown) =>
  Array.isArray(scopes) && scopes.some((scope) => isObject(scope) && !SCOPE_KEYS.some((key) => key in scope))

/** Whether a value is measured in a way, or of rows, that this version does not know. */
const isLaterMeasure = (measure: unknown) =>
  isOther(measure, 'of', MEASURES) ||
  (isObject(measure) && (hasOtherScope(measure.where) || hasOtherScope(measure.among)))

/**
 * The rules of a file without those whose check or scope is of a type that this version does not know: evaluated by half of what
 * it asks, a source would be called fine or failing wrongly.
 */
export function withoutLaterRules(value: unknown): LeftOut {
  if (!Array.isArray(value)) return { kept: value, left: [] }
  const isLater = (rule: unknown) =>
    isObject(rule) && (isOther(rule.check, 'type', CHECK_TYPES) || hasOtherScope(rule.scope))
  return {
    kept: value.filter((rule) => !isLater(rule)),
    left: value.filter(isLater).map((rule: Json) => String(rule.id ?? '')),
    unread: value.filter(isLater).flatMap((rule: unknown) => unreadRule(rule) ?? []),
  }
}

/** What warnings ask, without what is of a level, a duty or a scope that only a later version knows. */
export function withoutLaterWarnings(value: unknown): LeftOut {
  if (!Array.isArray(value)) return { kept: value, left: [] }
  const isLater = (measure: unknown) =>
    isObject(measure) &&
    (isOther(measure, 'duty', DUTIES) ||
      hasOtherScope(measure.scope) ||
      (Array.isArray(measure.levels) && measure.levels.some((level) => !WARNING_LEVELS.includes(level))))
  return {
    kept: value.filter((measure) => !isLater(measure)),
    left: value.filter(isLater).map((measure: Json) => String(measure.id ?? '')),
  }
}

/** The requirements that ended, without those that can't be read: nothing is judged by them, and the package opens all the same. */
export function withoutUnreadEnded(value: unknown): LeftOut {
  if (!Array.isArray(value)) return { kept: value, left: [] }
  const isRead = (rule: unknown) => endedRuleSchema.safeParse(rule).success
  return {
    kept: value.filter(isRead),
    left: value.filter((rule: unknown) => !isRead(rule)).map((rule: unknown) => String(isObject(rule) ? rule.id : '')),
  }
}

/** The plans that were in force before, each without what {@link withoutLaterMeasures} takes away: nothing of them is measured. */
export const withoutMeasuresOfEarlier = (value: unknown): LeftOut => ({
  kept: Array.isArray(value)
    ? value.map((plan: unknown) =>
        isObject(plan) ? { ...plan, clauses: withoutLaterMeasures(plan.clauses).kept } : plan,
      )
    : value,
  left: [],
})

/**
 * The clauses of a file; a target that is measured in a way that this version does not know stands there unmeasured, a figure or
 * what recurs at times of a later version not at all.
 */
export function withoutLaterMeasures(value: unknown): LeftOut {
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
