import type { IsoDay } from '@/domain/calendar'
import { type Clause, meets, type PlanTarget } from './clause'
import type { Measured } from './measure'
import type { StatusName } from './status'

/**
 * Outcomes of a clause. `partlyKnown`: nothing known fails, but not all is known; `noTarget`: the clause names neither
 * a number nor a day.
 */
export const CLAUSE_OUTCOMES = ['done', 'partlyKnown', 'notDone', 'notDue', 'noData', 'noTarget'] as const
export type ClauseOutcome = (typeof CLAUSE_OUTCOMES)[number]

/**
 * Standing of a numeric target. `partlyMet`: only part of its data is known; `notDue`: there is still time; `base`: the
 * number is only a baseline for other numbers.
 */
export const TARGET_STANDINGS = ['met', 'partlyMet', 'notMet', 'notDue', 'noData', 'base'] as const
export type TargetStanding = (typeof TARGET_STANDINGS)[number]

/** Matches a number that is a baseline (以2021年为基数), or is called one (2021年用煤基数). */
const BASE = /以.*为(?:基数|基期|基准)|(?:基数|基期(?:[值数年])?|基准年(?:[值数])?)(?:（[^（）]*）)?$/

/** Matches words for a change against a baseline. 占比, 比例 and 增加值 are excluded: they name figures. */
const CHANGE =
  /较|(?<!占)比(?![例重率值])|下降|降低|削减|压减|减少|减排|增加(?!值)|增长|提高|提升|改善|达到|超过|高于|低于/

/**
 * Whether a number is only a baseline for others (以2021年为基数), not something to reach. A change against a baseline
 * (较2020年基数下降) is a target like any other.
 */
export const isBaseline = ({ what }: Pick<PlanTarget, 'what'>): boolean => BASE.test(what.zh) && !CHANGE.test(what.zh)

/**
 * Standing of a target on a day, given its measured value. A value that has to reach its number may still do so until
 * `due`; an upper limit once exceeded is missed.
 * @param due last day for reaching the target.
 */
export function targetStanding(
  target: PlanTarget,
  measured: Measured | null,
  day: IsoDay,
  due: IsoDay,
): TargetStanding {
  if (isBaseline(target)) return 'base'
  if (measured === null) return 'noData'
  if (meets(target, measured.value)) return measured.known < measured.of ? 'partlyMet' : 'met'
  return target.comparison !== '≤' && day < due ? 'notDue' : 'notMet'
}

/** Last day for reaching the targets of a clause: its latest deadline, or the end of the plan's year if it has none. */
export const targetsDueBy = ({ deadlines }: Pick<Clause, 'deadlines'>, year: number): IsoDay =>
  deadlines
    .map(({ day }) => day)
    .sort()
    .at(-1) ?? `${year}-12-31`

/** What is known about a clause on a day. */
export interface JudgedClause {
  readonly targets: readonly TargetStanding[]
  /** For each requirement and named task, the number of sources by status. */
  readonly requirements: readonly Readonly<Record<StatusName, number>>[]
  /** Whether the clause names a day by which something must be done. */
  readonly hasDay: boolean
}

/**
 * Outcome of a clause. `notDone` if a target is missed or a source fails; `notDue` while time is left for some part;
 * `done` if everything is known and nothing fails. Missing data never counts as a miss, nor as done. A clause with
 * neither number nor day is `noTarget`.
 */
export function clauseOutcome({ targets: all, requirements, hasDay }: JudgedClause): ClauseOutcome {
  const targets = all.filter((each) => each !== 'base')
  if (targets.includes('notMet') || requirements.some(({ failing, overdue }) => failing + overdue > 0)) return 'notDone'
  if (targets.length + requirements.length === 0) return hasDay ? 'noData' : 'noTarget'
  if (targets.includes('notDue') || requirements.some(({ due }) => due > 0)) return 'notDue'
  const isKnown = ({ fine, unknown }: JudgedClause['requirements'][number]) => unknown === 0 && fine > 0
  const isWhole = !targets.includes('noData') && !targets.includes('partlyMet') && requirements.every(isKnown)
  if (isWhole) return 'done'
  const isAnyMet =
    targets.some((each) => each === 'met' || each === 'partlyMet') || requirements.some(({ fine }) => fine > 0)
  return isAnyMet ? 'partlyKnown' : 'noData'
}
