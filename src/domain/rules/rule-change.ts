import { formatDay, type IsoDay, parseDay } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import type { Rule } from './rule'
import { changedParts, type RulePart } from './rule-difference'

/**
 * How a rule is changed: from a day on, so that until then it asks what it asked; or put right, as if it had always been so. A new
 * rule, and one whose duty stays the same, are only put.
 */
export type Manner = 'from' | 'correction'

/** What a rule asks of whom, by when: what is said of the time before is another thing once one of these is. */
const ASKED: readonly RulePart[] = ['kind', 'scope', 'check', 'deadline', 'from']

/** What comes of a rule that is written over another one. */
export interface PlannedChange {
  /** Null where there is no choice between the two. */
  readonly manner: Manner | null
  /** The rule that was, with its last day; null where it does not stay. */
  readonly ended: Rule | null
  /** The rule as it is put; its id is '' where it gets one of its own. */
  readonly rule: Rule
}

export const dayBefore = (day: IsoDay): IsoDay => formatDay(parseDay(day) - 1)

/**
 * The first day on which teams are asked what counts from a day on: the day after it was put in force, since lists taken out on that
 * day still ask what was before. Undefined where that is no later than the day itself.
 * @param putOn the day on which it is put in force, by the clock.
 */
export const askedFrom = (from: IsoDay, putOn: IsoDay): IsoDay | undefined =>
  putOn > from ? formatDay(parseDay(putOn) + 1) : undefined

/**
 * How a rule takes the place of the one that it was made of. Where it asks another thing, the one before goes on to count until
 * the day before, and a new one follows it; a first day that was not changed is then `today`.
 * @param original null for a new one.
 * @param wanted null where nobody chose: from a day on.
 * @param today the day that what is shown is of.
 * @param putOn the day on which it is put in force, by the clock: what teams recorded until then answers the one before.
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
  // What applied never before leaves no time before to keep.
  if (!isAsked || from <= original.from) return { manner: null, ended: null, rule }
  if (wanted === 'correction') return { manner: 'correction', ended: null, rule }
  const last = dayBefore(from)
  const until = original.until !== undefined && original.until < last ? original.until : last
  const { askedFrom: _, ...asked } = rule
  const first = askedFrom(from, putOn)
  return {
    manner: 'from',
    ended: { ...original, until },
    rule: { ...asked, id: '', from, follows: original.id, ...(first === undefined ? {} : { askedFrom: first }) },
  }
}

/** The ids of a rule and of all that it took the place of, the latest first. */
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

/** Rules that took each other's place, the latest first, by the id of each of them; rules that stand alone are in none. */
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

/** The rules that apply on a day or will; one that is over by then is left out. */
export const notOver = <T extends Pick<Rule, 'until'>>(rules: readonly T[], day: IsoDay): readonly T[] =>
  rules.filter(({ until }) => until === undefined || day <= until)
