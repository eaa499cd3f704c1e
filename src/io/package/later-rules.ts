import { CHECK_TYPES, MEASURES, SCOPE_KEYS } from './plan'

/** JSON without what only a later version knows, and the ids of what was left out. */
export interface LeftOut {
  readonly kept: unknown
  readonly left: readonly string[]
}

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json => value !== null && typeof value === 'object'

/** Whether something says of itself what it is, in a word that this version does not have. */
const isOther = (value: unknown, key: string, known: readonly string[]) =>
  isObject(value) && typeof value[key] === 'string' && !known.includes(value[key])

/**
 * The rules of a file without those whose check or scope is of a type that this version does not know: evaluated by half of what
 * it asks, a source would be called fine or failing wrongly.
 */
export function withoutLaterRules(value: unknown): LeftOut {
  if (!Array.isArray(value)) return { kept: value, left: [] }
  const isLater = (rule: unknown) =>
    isObject(rule) &&
    (isOther(rule.check, 'type', CHECK_TYPES) ||
      (Array.isArray(rule.scope) &&
        rule.scope.some((scope) => isObject(scope) && !SCOPE_KEYS.some((key) => key in scope))))
  return {
    kept: value.filter((rule) => !isLater(rule)),
    left: value.filter(isLater).map((rule: Json) => String(rule.id ?? '')),
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

/** The clauses of a file; a target that is measured in a way that this version does not know stands there unmeasured, a figure not at all. */
export function withoutLaterMeasures(value: unknown): LeftOut {
  const left: string[] = []
  if (!Array.isArray(value)) return { kept: value, left }
  const kept = value.map((clause: unknown) => {
    if (!isObject(clause) || !Array.isArray(clause.targets)) return clause
    const targets = clause.targets.map((target: unknown) => {
      if (!isObject(target) || !isOther(target.measure, 'of', MEASURES)) return target
      left.push(String(clause.number ?? ''))
      const { measure: _, ...unmeasured } = target
      return unmeasured
    })
    if (!Array.isArray(clause.figures)) return { ...clause, targets }
    const figures = clause.figures.filter((figure: unknown) => {
      const isLater = isObject(figure) && isOther(figure.measure, 'of', MEASURES)
      if (isLater) left.push(String(clause.number ?? ''))
      return !isLater
    })
    return { ...clause, targets, figures }
  })
  return { kept, left }
}
