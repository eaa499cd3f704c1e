import type { IsoDay } from '@/domain/calendar'
import { isRecurring } from './check'
import { sameCheck } from './relation'
import type { Check, Rule } from './rule'
import { withPredecessors } from './rule-change'

const within = (inner: readonly string[], outer: readonly string[]) => inner.every((each) => outer.includes(each))

/**
 * Whether all that keeps one check keeps another one: what was seen to hold by the one holds by the other. Of what is done again and
 * again a team sees that it was done, whatever the interval, so that it tells of each.
 */
function keepsToo(one: Check, other: Check): boolean {
  if (sameCheck(one, other)) return true
  switch (other.type) {
    case 'all-yes':
    case 'all-no':
    case 'present':
      return one.type === other.type && within(other.fields, one.fields)
    case 'one-of':
      return one.type === 'one-of' && one.field === other.field && within(one.values, other.values)
    case 'at-least':
      return one.type === 'at-least' && one.field === other.field && one.value >= other.value
    case 'at-most':
      return one.type === 'at-most' && one.field === other.field && one.value <= other.value
    case 'share-at-least':
      return (
        one.type === 'share-at-least' &&
        one.part === other.part &&
        one.whole === other.whole &&
        one.percent >= other.percent
      )
    case 'done':
      return one.type === 'done' && one.flag === other.flag && one.day === other.day
    case 'not-before':
      return one.type === 'not-before' && one.field === other.field && one.day >= other.day
    case 'after-months':
      return (
        one.type === 'after-months' &&
        one.since === other.since &&
        one.months <= other.months &&
        within(other.fields, one.fields)
      )
    case 'this-month':
    case 'this-quarter':
    case 'max-age':
      return isRecurring(one) && one.field === other.field
  }
}

/** Whether what breaks one check breaks another one. */
function breaksToo(one: Check, other: Check): boolean {
  if (isRecurring(one) && isRecurring(other)) {
    if (one.field !== other.field) return false
    if (one.type === 'max-age' && other.type === 'max-age') return other.days <= one.days
    return one.type === other.type || (one.type === 'this-quarter' && other.type === 'this-month')
  }
  return keepsToo(other, one)
}

/** Of rules that took each other's place, the latest first, the one that was asked on a day. */
const askedOn = (chain: readonly Rule[], day: IsoDay): Rule | undefined =>
  chain.find(({ from, askedFrom }) => (askedFrom ?? from) <= day) ?? chain.at(-1)

/** The rule that a record of a day answers under an id: one whose place that rule took since, where it was asked then. */
export function ruleAnswered(rules: readonly Rule[], id: string, day: IsoDay): Rule | undefined {
  const chain = withPredecessors(rules, id).flatMap((each) => rules.find((rule) => rule.id === each) ?? [])
  return chain.length > 1 ? askedOn(chain, day) : chain[0]
}

/**
 * The rule that a record of a day answers under the id of one of some rules that took each other's place: the one that was asked
 * then. Where that one was answered under its own id by then, the two were asked beside each other.
 * @param chain the rules, the latest first.
 * @param known ids under which the source was answered up to then, the record's own too.
 */
export function ruleAmong(chain: readonly Rule[], id: string, day: IsoDay, known: ReadonlySet<string>): Rule {
  const asked = askedOn(chain, day)!
  return (known.has(asked.id) ? chain.find((rule) => rule.id === id) : undefined) ?? asked
}

/**
 * Whether what a team saw of one rule says how another one stands: that more than 85 % were swept says nothing of 92 %, and that
 * less than 92 % were says nothing of 85 %.
 */
export const tellsOf = ({ check }: Rule, asked: Rule, holds: boolean): boolean =>
  holds ? keepsToo(asked.check, check) : breaksToo(asked.check, check)
