import type { IsoDay } from '@/domain/calendar'
import { type Clause, meets, type PlanTarget } from '@/domain/rules/clause'
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
  return { day: problems.day, total, sources: 0, clauses: [], departments: [], counties: [] }
}

/** A target of the plan and how it stands. */
export interface StandingTarget extends PlanTarget {
  readonly clause: number
  readonly measured: TargetValue['measured']
  readonly standing: 'met' | 'notMet' | 'noData'
}

/** What is missed stands first where rows beyond the last are cut off; otherwise in the plan's order. */
export const missedFirst = (targets: readonly StandingTarget[]): readonly StandingTarget[] =>
  [...targets].sort((a, b) => Number(b.standing === 'notMet') - Number(a.standing === 'notMet'))

/** What is said of the plan's tasks on a day, on the wall and in papers. */
export interface TaskFacts {
  /** Set before the plan held: there are no targets then, and no problems. */
  readonly notJudgedUntil: IsoDay | null
  /** In the plan's order. */
  readonly targets: readonly StandingTarget[]
  readonly met: number
  readonly notMet: number
  readonly noData: number
  readonly overdue: number
}

/** Every numbered target of the plan, how many are met, not met and without data, and how much is overdue. */
export function taskFacts(
  dataset: Plan & { readonly clauses: readonly Clause[] },
  values: readonly TargetValue[],
  { day, total }: Pick<MonthProblems, 'day' | 'total'>,
): TaskFacts {
  const until = notJudgedUntil(dataset, day)
  const targets = until === null ? values.flatMap((value) => standingOf(dataset.clauses, value)) : []
  const count = (standing: StandingTarget['standing']) => targets.filter((each) => each.standing === standing).length
  return {
    notJudgedUntil: until,
    targets,
    met: count('met'),
    notMet: count('notMet'),
    noData: count('noData'),
    overdue: until === null ? total.overdue : 0,
  }
}

function standingOf(clauses: readonly Clause[], { clause, target, measured }: TargetValue): StandingTarget[] {
  const found = clauses.find(({ number }) => number === clause)?.targets[target]
  if (!found) return []
  const standing = measured === null ? 'noData' : meets(found, measured.value) ? 'met' : 'notMet'
  return [{ clause, ...found, measured, standing }]
}
