import type { IsoDay } from '@/domain/calendar'
import type { Clause, PlanTarget } from '@/domain/rules/clause'
import type { TargetStanding } from '@/domain/rules/outcome'
import type { Rule } from '@/domain/rules/rule'
import type { MonthProblems } from '@/questions/month/month-problems'
import type { TargetValue } from '@/questions/plan/target-values'

/** The parts of a package that tell when judging begins. */
interface Plan {
  readonly settings: { readonly plan?: { readonly day: IsoDay } | undefined }
  readonly rules: readonly Pick<Rule, 'from'>[]
}

/**
 * The day on which the plan takes effect: its own day, else that of the first rule; null if the package has neither.
 */
const planBegin = ({ settings, rules }: Plan): IsoDay | null =>
  settings.plan?.day ?? rules.map(({ from }) => from).sort()[0] ?? null

/**
 * Returns the day the plan takes effect if `day` is before it, since nothing is judged then; null if `day` is judged.
 */
export function notJudgedUntil(plan: Plan, day: IsoDay): IsoDay | null {
  const begin = planBegin(plan)
  return begin !== null && day < begin ? begin : null
}

/** The month's problems; none on a day before the plan took effect. */
export function judgedProblems(plan: Plan, problems: MonthProblems): MonthProblems {
  if (notJudgedUntil(plan, problems.day) === null) return problems
  const total = { overdue: 0, failing: 0 }
  const none = { sources: 0, tasks: 0, monitors: 0, pastUnknown: 0, toVerify: null }
  return { ...none, day: problems.day, total, clauses: [], departments: [], counties: [] }
}

/** A target of the plan with its status. */
export interface StandingTarget extends PlanTarget {
  readonly clause: number
  readonly measured: TargetValue['measured']
  readonly standing: CountedStanding
}

/** Statuses of a target; a base value from which others are measured has none. */
export type CountedStanding = Exclude<TargetStanding, 'base'>

/** Number of targets per status. */
export type TargetCounts = Readonly<Record<CountedStanding, number>>

/** Missed targets first, in case rows at the end are cut off; otherwise in the plan's order. */
export const missedFirst = (targets: readonly StandingTarget[]): readonly StandingTarget[] =>
  [...targets].sort((a, b) => Number(b.standing === 'notMet') - Number(a.standing === 'notMet'))

/** Facts on the plan's tasks on a day, for the wall and papers. */
export interface TaskFacts extends TargetCounts {
  /** The day on which the plan takes effect, if later; then there are no targets and no problems. Null otherwise. */
  readonly notJudgedUntil: IsoDay | null
  /** In the plan's order. */
  readonly targets: readonly StandingTarget[]
  readonly overdue: number
  /** Number of items past their deadline of which nothing is known. */
  readonly pastUnknown: number
  /**
   * Requirements that a person must look at, because readings miss a value that nobody confirmed. Null if there are
   * none.
   */
  readonly toVerify: MonthProblems['toVerify']
}

/** Every numbered target of the plan, the number per status, and how much is overdue. */
export function taskFacts(
  dataset: Plan & { readonly clauses: readonly Clause[] },
  values: readonly TargetValue[],
  { day, total, pastUnknown, toVerify }: Pick<MonthProblems, 'day' | 'total' | 'pastUnknown' | 'toVerify'>,
): TaskFacts {
  const until = notJudgedUntil(dataset, day)
  const targets = until === null ? values.flatMap((value) => targetOf(dataset.clauses, value)) : []
  const count = (standing: CountedStanding) => targets.filter((each) => each.standing === standing).length
  return {
    notJudgedUntil: until,
    targets,
    met: count('met'),
    partlyMet: count('partlyMet'),
    notMet: count('notMet'),
    notDue: count('notDue'),
    noData: count('noData'),
    overdue: until === null ? total.overdue : 0,
    pastUnknown: until === null ? pastUnknown : 0,
    toVerify: until === null ? toVerify : null,
  }
}

function targetOf(
  clauses: readonly Clause[],
  { clause, target, measured, standing }: TargetValue,
): readonly StandingTarget[] {
  const found = clauses.find(({ number }) => number === clause)?.targets[target]
  return found && standing !== 'base' ? [{ clause, ...found, measured, standing }] : []
}
