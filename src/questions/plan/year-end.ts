import type { IsoDay } from '@/domain/calendar'
import type { PlanTarget } from '@/domain/rules/clause'
import type { Measured } from '@/domain/rules/measure'
import { type ClauseOutcome, clauseOutcome, type TargetStanding } from '@/domain/rules/outcome'
import type { Rule } from '@/domain/rules/rule'
import { sumTallies, type Tally, tallyTotal } from '@/domain/rules/tally'
import { fieldNameByMeaning, kindWithId } from '@/domain/sources/kinds/kind'
import type { FilteredSources } from '@/questions/filtered-sources'
import { type ClauseBasis, clauseBases } from './clause-basis'
import { targetValues } from './target-values'

/** A clause of the plan and its outcome. */
export interface YearEndClause {
  readonly clause: number
  readonly outcome: ClauseOutcome
  /** For how much of what its targets and requirements cover there is data; a source counts once for each. */
  readonly known: { readonly count: number; readonly of: number }
  readonly targets: readonly {
    readonly target: PlanTarget
    readonly standing: TargetStanding
    readonly measured: Measured | null
  }[]
  /**
   * Tallies of its named tasks and of its other requirements; a source counts once for each requirement. Null if
   * there are none.
   */
  readonly tasks: Tally | null
  readonly requirements: Tally | null
}

/** The plan compared with the data of a day, clause by clause; filters do not narrow it. */
export interface YearEnd {
  readonly day: IsoDay
  readonly clauses: readonly YearEndClause[]
}

/** The day for which a plan's year is summed up: its last day, or the as-of date while the year goes on. */
export function yearEndDay(year: number, asOf: IsoDay): IsoDay {
  const last = `${year}-12-31`
  return asOf < last ? asOf : last
}

type ChosenSources = Pick<FilteredSources, 'evaluated' | 'members'>

const sumOfSome = (tallies: readonly Tally[]): Tally | null => (tallies.length === 0 ? null : sumTallies(tallies))

/** As the outcome of a clause counts: `toVerify` is unknown. */
const known = ({ toVerify, ...tally }: Tally) => ({ ...tally, unknown: tally.unknown + toVerify })

/** Known and total counts of targets and requirements together; a target without data counts as one. */
function knownOf(measured: readonly (Measured | null)[], tallies: readonly Tally[]): YearEndClause['known'] {
  const ofTargets = measured.map((each) => ({ count: each?.known ?? 0, of: each?.of ?? 1 }))
  const ofTallies = tallies.map((tally) => {
    const of = tallyTotal(tally)
    return { count: of - known(tally).unknown, of }
  })
  return [...ofTargets, ...ofTallies].reduce((all, each) => ({ count: all.count + each.count, of: all.of + each.of }), {
    ...{ count: 0, of: 0 },
  })
}

const isNone = (tally: Tally) => tallyTotal(tally) === 0

/** Whether a rule has a day after which it is either met or not. */
const hasDay = ({ check, deadline }: Rule) =>
  deadline !== undefined || check.type === 'done' || check.type === 'not-before'

/**
 * Sums up a plan's year. `after`: the package on the next day, if the year is over on the day of `filtered`; only
 * then is something due on the last day no longer "not yet due".
 */
export function yearEndOf(filtered: ChosenSources, after: ChosenSources | null): YearEnd {
  const { evaluation, opened } = filtered.evaluated
  const { clauses, rules, kinds } = opened.pack
  const [values, onDay, later] = [targetValues(filtered), clauseBases(filtered), after ? clauseBases(after) : []]
  const requirementsOf = (of: readonly ClauseBasis[], clause: number) =>
    of.find((each) => each.clause === clause)?.requirements ?? []
  // A named task is a row of a kind that has a field for its clause.
  const isTask = (rule: number) => {
    const kind = kindWithId(kinds, rules[rule]!.kind)
    return kind !== undefined && fieldNameByMeaning(kind, 'clause') !== undefined
  }
  return {
    day: evaluation.asOf,
    clauses: clauses.map(({ number, targets, deadlines }): YearEndClause => {
      const over = requirementsOf(later, number)
      const asked = requirementsOf(onDay, number)
        .map((each) => (hasDay(rules[each.rule]!) ? (over.find(({ rule }) => rule === each.rule) ?? each) : each))
        // A clause without named tasks lacks none, whatever rule refers to tasks; a requirement without sources lacks
        // their table.
        .filter(({ rule, tally }) => !(isTask(rule) && isNone(tally)))
      const standing = values
        .filter((value) => value.clause === number)
        .map(({ target, measured, standing }) => ({ target: targets[target]!, measured, standing }))
      const outcome = clauseOutcome({
        targets: standing.map((each) => each.standing),
        requirements: asked.map(({ tally }) => known(tally)),
        hasDay: deadlines.length > 0,
      })
      const tallies = (task: boolean) => asked.filter(({ rule }) => isTask(rule) === task).map(({ tally }) => tally)
      return {
        clause: number,
        outcome,
        known: knownOf(
          standing.flatMap((each) => (each.standing === 'base' ? [] : [each.measured])),
          asked.map(({ tally }) => tally),
        ),
        targets: standing,
        tasks: sumOfSome(tallies(true)),
        requirements: sumOfSome(tallies(false)),
      }
    }),
  }
}
