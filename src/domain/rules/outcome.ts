import type { IsoDay } from '@/domain/calendar'
import { type Clause, meets, type PlanTarget } from './clause'
import type { Measured } from './measure'
import type { StatusName } from './status'

/** What a clause of the plan comes to: `partlyKnown` where nothing fails of what is known, and not all is; `noTarget` where it asks for nothing that has a number or a day. */
export const OUTCOMES = ['done', 'partlyKnown', 'notDone', 'notDue', 'noData', 'noTarget'] as const
export type Outcome = (typeof OUTCOMES)[number]

/**
 * How a target with a number stands: `partlyMet` where only some of what it is about is known, `notDue` while there is still time,
 * `base` where the number is only what others are counted from.
 */
export const TARGET_STANDINGS = ['met', 'partlyMet', 'notMet', 'notDue', 'noData', 'base'] as const
export type TargetStanding = (typeof TARGET_STANDINGS)[number]

/** Says that a number is a base (以2021年为基数), or is called one (2021年用煤基数). */
const BASE = /以.*为(?:基数|基期|基准)|(?:基数|基期(?:[值数年])?|基准年(?:[值数])?)(?:（[^（）]*）)?$/

/** Says what is to come of a base: less or more than it. 占比, 比例 and 增加值 are names of figures. */
const CHANGE =
  /较|(?<!占)比(?![例重率值])|下降|降低|削减|压减|减少|减排|增加(?!值)|增长|提高|提升|改善|达到|超过|高于|低于/

/**
 * Whether a number is only what others are counted from (以2021年为基数): nothing is to reach it. A change against a base
 * (较2020年基数下降) is a target as any other.
 */
export const isBase = ({ what }: Pick<PlanTarget, 'what'>): boolean => BASE.test(what.zh) && !CHANGE.test(what.zh)

/**
 * How a target stands for which a value was measured on a day. What has to grow to its number may still do so until `due`; a limit
 * that was passed is passed.
 * @param due the last day on which it may be reached.
 */
export function standingOf(target: PlanTarget, measured: Measured | null, day: IsoDay, due: IsoDay): TargetStanding {
  if (isBase(target)) return 'base'
  if (measured === null) return 'noData'
  if (meets(target, measured.value)) return measured.known < measured.of ? 'partlyMet' : 'met'
  return target.comparison !== '≤' && day < due ? 'notDue' : 'notMet'
}

/** The last day on which the targets of a clause may be reached: of its deadlines the last; what names none has its plan's year. */
export const targetsDueBy = ({ deadlines }: Pick<Clause, 'deadlines'>, year: number): IsoDay =>
  deadlines
    .map(({ day }) => day)
    .sort()
    .at(-1) ?? `${year}-12-31`

/** What is known of a clause on a day. */
export interface JudgedClause {
  readonly targets: readonly TargetStanding[]
  /** Of each requirement and named task, how many sources stand how. */
  readonly requirements: readonly Readonly<Record<StatusName, number>>[]
  /** Whether it names a day by which something must be done. */
  readonly hasDay: boolean
}

/**
 * What a clause comes to. It is not done where a target is missed or a source fails; not yet due while time is left for a part of
 * it; done where all is known and nothing fails. What is not known is never called missed, nor is it called done with what is
 * known; what has neither number nor day is no goal.
 */
export function outcomeOf({ targets: all, requirements, hasDay }: JudgedClause): Outcome {
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
