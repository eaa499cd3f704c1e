import type { IsoDay } from '@/domain/calendar'
import type { Clause, PlanTarget } from '@/domain/rules/clause'
import type { TargetStanding } from '@/domain/rules/outcome'
import type { Rule } from '@/domain/rules/rule'
import type { MonthProblems } from '@/questions/month-problems'
import type { TargetValue } from '@/questions/target-values'

/** What of a package says from when on its sources are judged. */
interface Plan {
  readonly settings: { readonly plan?: { readonly day: IsoDay } | undefined }
  readonly rules: readonly Pick<Rule, 'from'>[]
}

/** The day from which on the plan holds: its own, else that of the first rule; null where the package has neither. */
const planBegin = ({ settings, rules }: Plan): IsoDay | null =>
  settings.plan?.day ?? rules.map(({ from }) => from).sort()[0] ?? null

/** The day from which on the plan holds, where a day lies before it: nothing is judged on such a day. Null where it is judged. */
export function notJudgedUntil(plan: Plan, day: IsoDay): IsoDay | null {
  const begin = planBegin(plan)
  return begin !== null && day < begin ? begin : null
}

/** What fails, as far as it is judged: nothing on a day before the plan held. */
export function judgedProblems(plan: Plan, problems: MonthProblems): MonthProblems {
  if (notJudgedUntil(plan, problems.day) === null) return problems
  const total = { overdue: 0, failing: 0 }
  const none = { sources: 0, tasks: 0, monitors: 0, pastUnknown: 0, toVerify: null }
  return { ...none, day: problems.day, total, clauses: [], departments: [], counties: [] }
}

/** A target of the plan and how it stands. */
export interface StandingTarget extends PlanTarget {
  readonly clause: number
  readonly measured: TargetValue['measured']
  readonly standing: Counted
}

/** How a target can stand; a number that others are counted from is none. */
export type Counted = Exclude<TargetStanding, 'base'>

/** How many targets stand how. */
export type TargetCounts = Readonly<Record<Counted, number>>

/** What is missed stands first where rows beyond the last are cut off; otherwise in the plan's order. */
export const missedFirst = (targets: readonly StandingTarget[]): readonly StandingTarget[] =>
  [...targets].sort((a, b) => Number(b.standing === 'notMet') - Number(a.standing === 'notMet'))

/** What is said of the plan's tasks on a day, on the wall and in papers. */
export interface TaskFacts extends TargetCounts {
  /** Set before the plan held: there are no targets then, and no problems. */
  readonly notJudgedUntil: IsoDay | null
  /** In the plan's order. */
  readonly targets: readonly StandingTarget[]
  readonly overdue: number
  /** What is past its day and of which nothing is known. */
  readonly pastUnknown: number
  /** Of what readings fall short of a setting that nobody confirmed. */
  readonly toVerify: MonthProblems['toVerify']
}

/** Every numbered target of the plan, how many stand how, and how much is overdue. */
export function taskFacts(
  dataset: Plan & { readonly clauses: readonly Clause[] },
  values: readonly TargetValue[],
  { day, total, pastUnknown, toVerify }: Pick<MonthProblems, 'day' | 'total' | 'pastUnknown' | 'toVerify'>,
): TaskFacts {
  const until = notJudgedUntil(dataset, day)
  const targets = until === null ? values.flatMap((value) => targetOf(dataset.clauses, value)) : []
  const count = (standing: Counted) => targets.filter((each) => each.standing === standing).length
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
