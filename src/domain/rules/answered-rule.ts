import type { IsoDay } from '@/domain/calendar'
import { isRecurring } from './check'
import { sameCheck } from './relation'
import type { Check, Rule } from './rule'
import { withPredecessors } from './rule-change'

const within = (inner: readonly string[], outer: readonly string[]) => inner.every((each) => outer.includes(each))

/**
 * Whether every row that passes `one` also passes `other`, so that seeing `one` met proves `other` met. For recurring
 * checks a team sees that the work was done, whatever the interval, so one proves the other.
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

/** Whether every row that fails `one` also fails `other`. */
function breaksToo(one: Check, other: Check): boolean {
  if (isRecurring(one) && isRecurring(other)) {
    if (one.field !== other.field) return false
    if (one.type === 'max-age' && other.type === 'max-age') return other.days <= one.days
    return one.type === other.type || (one.type === 'this-quarter' && other.type === 'this-month')
  }
  return keepsToo(other, one)
}

/** Of a chain of rules that replaced each other, latest first, the one that teams were asked on a day. */
const askedOn = (chain: readonly Rule[], day: IsoDay): Rule | undefined =>
  chain.find(({ from, askedFrom }) => (askedFrom ?? from) <= day) ?? chain.at(-1)

/**
 * The rule that a record of a day answers under an id: the rule with that id, or the predecessor that was asked on that
 * day.
 */
export function ruleAnsweredOnDay(rules: readonly Rule[], id: string, day: IsoDay): Rule | undefined {
  const chain = withPredecessors(rules, id).flatMap((each) => rules.find((rule) => rule.id === each) ?? [])
  return chain.length > 1 ? askedOn(chain, day) : chain[0]
}

/**
 * The rule of a chain that a record of a day answers under the id of any rule of the chain: the one asked on that day.
 * If the source has already been answered under that rule's own id, both were asked side by side, and the record
 * answers the rule with the given id.
 * @param chain rules that replaced each other, latest first.
 * @param known ids under which the source was answered up to then, including those of the record itself.
 */
export function answeredRuleOfChain(chain: readonly Rule[], id: string, day: IsoDay, known: ReadonlySet<string>): Rule {
  const asked = askedOn(chain, day)!
  return (known.has(asked.id) ? chain.find((rule) => rule.id === id) : undefined) ?? asked
}

/**
 * Whether an answer to the rule `asked` decides the first rule. For example, more than 85 % swept does not prove 92 %,
 * and less than 92 % does not disprove 85 %.
 */
export const answerDecides = ({ check }: Rule, asked: Rule, holds: boolean): boolean =>
  holds ? keepsToo(asked.check, check) : breaksToo(asked.check, check)
