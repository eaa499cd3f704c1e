import { formatDay, type IsoDay, parseDay } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import type { Rule } from './rule'
import { changedParts, type RulePart } from './rule-difference'

/**
 * How a rule is changed: `from` a day on, keeping the old rule until then; or as a `correction`, as if it had always
 * been so. New rules and rules whose requirement stays the same need no manner.
 */
export type Manner = 'from' | 'correction'

/**
 * The parts that define what a rule requires, of whom, and by when: changing one of these changes what it says about
 * the past.
 */
const ASKED: readonly RulePart[] = ['kind', 'scope', 'check', 'deadline', 'from']

/** Effect of saving a rule over an existing one. */
export interface PlannedChange {
  /** Null if there is no choice between the two. */
  readonly manner: Manner | null
  /** The old rule with its last day; null if it is not kept. */
  readonly ended: Rule | null
  /** The rule to save; its id is '' if it gets a new one. */
  readonly rule: Rule
}

export const dayBefore = (day: IsoDay): IsoDay => formatDay(parseDay(day) - 1)

/**
 * First day on which teams are asked a rule that applies from a day on: the day after it was put in force, because
 * lists taken out on that day still ask the old rule. Undefined if that is no later than `from`.
 * @param putOn day on which it is put in force, by the clock.
 */
export const firstDayOnChecklists = (from: IsoDay, putOn: IsoDay): IsoDay | undefined =>
  putOn > from ? formatDay(parseDay(putOn) + 1) : undefined

/**
 * Plans how an edited rule replaces its original. If it requires something different, the original stays in force until
 * the day before, and a new rule follows it; if the first day was not changed, the new rule starts `today`.
 * @param original null for a new rule.
 * @param wanted null if the user chose nothing, which means `from`.
 * @param today usually the as-of date.
 * @param putOn day on which it is put in force, by the clock: what teams recorded until then answers the original.
 */
export function plannedChange(
  original: Rule | null,
  rule: Rule,
  wanted: Manner | null,
  today: IsoDay,
  putOn: IsoDay,
): PlannedChange {
  const isAsked = original !== null && changedParts(original, rule).some((part) => ASKED.includes(part))
  const from = original?.from === rule.from ? today : rule.from
  // A rule with no time before the change leaves nothing to keep.
  if (!isAsked || from <= original.from) return { manner: null, ended: null, rule }
  if (wanted === 'correction') return { manner: 'correction', ended: null, rule }
  const last = dayBefore(from)
  const until = original.until !== undefined && original.until < last ? original.until : last
  const { askedFrom: _, ...asked } = rule
  const first = firstDayOnChecklists(from, putOn)
  return {
    manner: 'from',
    ended: { ...original, until },
    rule: { ...asked, id: '', from, follows: original.id, ...(first === undefined ? {} : { askedFrom: first }) },
  }
}

/** Ids of a rule and of all its predecessors, latest first. */
export function withPredecessors(rules: readonly Rule[], id: string): readonly string[] {
  const ids = [id]
  for (let rule = rules.find((each) => each.id === id); rule?.follows !== undefined; ) {
    const { follows } = rule
    if (ids.includes(follows)) break
    ids.push(follows)
    rule = rules.find((each) => each.id === follows)
  }
  return ids
}

/**
 * Chains of rules that replaced each other, latest first, by the id of each member; rules without predecessor or
 * successor are left out.
 */
export function successions(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const byFirst = grouped(rules, ({ id }) => withPredecessors(rules, id).at(-1)!)
  const chains = [...byFirst.values()].filter(({ length }) => length > 1)
  return new Map(
    chains.flatMap((each) => {
      const chain = [...each].sort((one, other) => (one.from > other.from ? -1 : one.from < other.from ? 1 : 0))
      return chain.map(({ id }) => [id, chain] as const)
    }),
  )
}

/** Rules that apply on a day or later, without those that are over. */
export const rulesNotOver = <T extends Pick<Rule, 'until'>>(rules: readonly T[], day: IsoDay): readonly T[] =>
  rules.filter(({ until }) => until === undefined || day <= until)
