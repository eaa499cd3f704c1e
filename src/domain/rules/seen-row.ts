import { type DayNumber, type IsoDay, parseDay } from '@/domain/calendar'
import { ABSENT_DAY } from '@/domain/table/column'
import { ruleAmong, tellsOf } from './answered'
import type { SeenItem } from './kind-table'
import type { Rule } from './rule'

/** An item that was seen, or written, to hold. */
export const holding = (day: DayNumber): SeenItem => ({
  holds: true,
  day,
  heldBefore: true,
  heldOn: day,
  since: ABSENT_DAY,
  due: ABSENT_DAY,
})

/**
 * An item that a team saw not to be met. A failure counts from the day on which it was first seen; one that was put right and
 * comes back counts anew. A new deadline takes the place of the one before unless that had run out by then: what is overdue
 * stays overdue, whatever is demanded afterwards.
 * @param before how the item stood; undefined where nobody knew.
 * @param deadline ABSENT_DAY where none was set.
 */
function whileFailing(before: SeenItem | undefined, day: DayNumber, deadline: DayNumber): SeenItem {
  const seen = { holds: false, day, heldBefore: before?.heldBefore ?? false, heldOn: before?.heldOn ?? ABSENT_DAY }
  if (!before || before.holds) return { ...seen, since: day, due: deadline }
  const hasRunOut = before.due !== ABSENT_DAY && before.due < day
  return {
    ...seen,
    since: before.since === ABSENT_DAY ? day : before.since,
    due: hasRunOut || deadline === ABSENT_DAY ? before.due : deadline,
  }
}

/** A rule with all that took each other's place with it, the latest first. */
export interface ChainedRule {
  readonly rule: Rule
  readonly chain: readonly Rule[]
}

/** What a team said of a row on a day: whether items hold, and by when those are to be put right that do not. */
interface RowRecord {
  readonly day: IsoDay
  readonly answers: Readonly<Record<string, boolean>>
  readonly deadlines: Readonly<Record<string, IsoDay>>
}

/** How the items of one row stand by what teams saw of it, record after record. */
export class SeenRow {
  readonly items = new Map<string, SeenItem>()
  /** Ids under which it was answered. */
  private readonly known = new Set<string>()
  /** Rules of which a milder one was seen to hold. */
  private readonly heldMildly = new Set<string>()

  /**
   * @param chained rules of its kind that took another's place, or whose place one took: each has its own answer, and where a record
   * has none of it that to another of them, as far as that one tells of it.
   * @param written how an item stood before teams looked; undefined where nobody knows.
   */
  constructor(
    private readonly chained: readonly ChainedRule[],
    private readonly written: (item: string) => SeenItem | undefined,
  ) {}

  /** Takes a record that is no earlier than those before. */
  take({ day, answers, deadlines }: RowRecord): void {
    const isChained = (item: string) => this.chained.some(({ chain }) => chain.some(({ id }) => id === item))
    const put = (item: string, answered: string) => {
      const deadline = Object.hasOwn(deadlines, answered) ? parseDay(deadlines[answered]!) : ABSENT_DAY
      const before = this.items.get(item) ?? this.written(item)
      const now = answers[answered] ? holding(parseDay(day)) : whileFailing(before, parseDay(day), deadline)
      this.items.set(item, this.heldMildly.has(item) ? { ...now, heldBefore: true } : now)
    }
    for (const answered of Object.keys(answers)) {
      this.known.add(answered)
      if (!isChained(answered)) put(answered, answered)
    }
    for (const { rule, chain } of this.chained) {
      const answered = [rule, ...chain].find(({ id }) => Object.hasOwn(answers, id))?.id
      if (answered === undefined) continue
      if (tellsOf(rule, ruleAmong(chain, answered, day, this.known), answers[answered]!)) put(rule.id, answered)
      else if (answers[answered]) this.holdMildly(rule.id)
    }
  }

  /** What was seen to fail was put right as far as another rule asks: how it stands by this one is known no more. */
  private holdMildly(rule: string): void {
    this.heldMildly.add(rule)
    if (this.items.get(rule)?.holds === false) this.items.delete(rule)
  }
}
