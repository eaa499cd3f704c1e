import { type DayNumber, type IsoDay, parseDay } from '@/domain/calendar'
import { ABSENT_DAY } from '@/domain/table/column'
import { answerDecides, answeredRuleOfChain } from './answered-rule'
import type { ObservedItem } from './kind-table'
import type { Rule } from './rule'

/** State of an item that was seen, or written in the table, to hold. */
export const metItem = (day: DayNumber): ObservedItem => ({
  holds: true,
  day,
  heldBefore: true,
  heldOn: day,
  since: ABSENT_DAY,
  due: ABSENT_DAY,
})

/**
 * State of an item that a team saw not met. A failure counts from the day on which it was first seen; one that was
 * rectified and comes back counts anew. A new deadline replaces the earlier one unless that has passed: what is overdue
 * stays overdue, whatever is demanded afterwards.
 * @param before earlier state; undefined if unknown.
 * @param deadline ABSENT_DAY if none was set.
 */
function whileFailing(before: ObservedItem | undefined, day: DayNumber, deadline: DayNumber): ObservedItem {
  const seen = { holds: false, day, heldBefore: before?.heldBefore ?? false, heldOn: before?.heldOn ?? ABSENT_DAY }
  if (!before || before.holds) return { ...seen, since: day, due: deadline }
  const hasRunOut = before.due !== ABSENT_DAY && before.due < day
  return {
    ...seen,
    since: before.since === ABSENT_DAY ? day : before.since,
    due: hasRunOut || deadline === ABSENT_DAY ? before.due : deadline,
  }
}

/** A rule with its chain of predecessors and successors, latest first. */
export interface ChainedRule {
  readonly rule: Rule
  readonly chain: readonly Rule[]
}

/** A team's record of a row on a day: whether items hold, and deadlines for those that do not. */
interface RowRecord {
  readonly day: IsoDay
  readonly answers: Readonly<Record<string, boolean>>
  readonly deadlines: Readonly<Record<string, IsoDay>>
}

/** State of one row's items, updated record by record. */
export class RowObservations {
  readonly items = new Map<string, ObservedItem>()
  /** Ids under which the row has been answered so far. */
  private readonly known = new Set<string>()
  /** Rules for which a milder rule of their chain was seen to hold. */
  private readonly heldMildly = new Set<string>()

  /**
   * @param chained rules of the row's kind that are part of a chain. Each has its own answer; if a record lacks it, the
   * answer to another rule of the chain counts as far as it decides this one.
   * @param written state of an item before teams looked; undefined if unknown.
   */
  constructor(
    private readonly chained: readonly ChainedRule[],
    private readonly written: (item: string) => ObservedItem | undefined,
  ) {}

  /** Applies a record; records must come in order of their days. */
  take({ day, answers, deadlines }: RowRecord): void {
    const isChained = (item: string) => this.chained.some(({ chain }) => chain.some(({ id }) => id === item))
    const put = (item: string, answered: string) => {
      const deadline = Object.hasOwn(deadlines, answered) ? parseDay(deadlines[answered]!) : ABSENT_DAY
      const before = this.items.get(item) ?? this.written(item)
      const now = answers[answered] ? metItem(parseDay(day)) : whileFailing(before, parseDay(day), deadline)
      this.items.set(item, this.heldMildly.has(item) ? { ...now, heldBefore: true } : now)
    }
    for (const answered of Object.keys(answers)) {
      this.known.add(answered)
      if (!isChained(answered)) put(answered, answered)
    }
    for (const { rule, chain } of this.chained) {
      const answered = [rule, ...chain].find(({ id }) => Object.hasOwn(answers, id))?.id
      if (answered === undefined) continue
      if (answerDecides(rule, answeredRuleOfChain(chain, answered, day, this.known), answers[answered]!))
        put(rule.id, answered)
      else if (answers[answered]) this.holdMildly(rule.id)
    }
  }

  /** A failure was rectified as far as a milder rule requires, so the state under this rule is unknown. */
  private holdMildly(rule: string): void {
    this.heldMildly.add(rule)
    if (this.items.get(rule)?.holds === false) this.items.delete(rule)
  }
}
