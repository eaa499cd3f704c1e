import type { IsoDay } from '@/domain/calendar'
import type { Clause, Measure } from '@/domain/rules/clause'
import { fieldNameByMeaning, kindWithId } from '@/domain/sources/kinds/kind'
import type { DataPackage } from '@/io/package/open-package'

/** The parts of a package that depend on which plan is in force. */
export type PlanDependent = Pick<
  DataPackage,
  'settings' | 'clauses' | 'rules' | 'laterRules' | 'unreadRules' | 'earlierPlans' | 'kinds'
>

/**
 * Index of the earlier plan that was in force on a day; null if the current plan was, or if it is unknown: a package
 * may not contain it.
 */
export function earlierPlanOfDay(
  { settings, earlierPlans }: Pick<PlanDependent, 'settings' | 'earlierPlans'>,
  day: IsoDay,
): number | null {
  if (settings.plan === undefined || day >= settings.plan.day) return null
  // Latest plan first, so the first one issued by that day was in force.
  const place = earlierPlans.findIndex(({ plan }) => plan === null || plan.day <= day)
  return place < 0 ? null : place
}

/**
 * A package under an earlier plan, by index: its clauses, rules and year. Its named tasks now belong to a later plan,
 * so no rule or measure refers to them. Null if its rules can't be read.
 */
export function underEarlierPlan<Pack extends PlanDependent>(pack: Pack, place: number): Pack | null {
  const { earlierPlans, kinds, settings } = pack
  const earlier = earlierPlans[place]
  if (!earlier?.asked) return null
  const isOfTasks = (id: string) => {
    const kind = kindWithId(kinds, id)
    return kind !== undefined && fieldNameByMeaning(kind, 'clause') !== undefined
  }
  const { plan: _, ...said } = settings
  return {
    ...pack,
    settings: { ...said, year: earlier.year, ...(earlier.plan ? { plan: earlier.plan } : {}) },
    clauses: earlier.clauses.map((clause) => withoutMeasures(clause, (what) => 'kind' in what && isOfTasks(what.kind))),
    rules: earlier.asked.filter(({ kind }) => !isOfTasks(kind)),
    laterRules: pack.laterRules ?? pack.rules,
    unreadRules: [],
    earlierPlans: earlierPlans.slice(place + 1),
  }
}

function withoutMeasures(clause: Clause, isLeft: (measure: Measure) => boolean): Clause {
  const targets = clause.targets.map(({ measure, ...target }) =>
    measure === undefined || isLeft(measure) ? target : { ...target, measure },
  )
  const figures = clause.figures?.filter(({ measure }) => !isLeft(measure))
  return { ...clause, targets, ...(figures ? { figures } : {}) }
}

/** A package under the plan that was in force on a day; unchanged if that is the current one or can't be known. */
export function underPlanOfDay<Pack extends PlanDependent>(pack: Pack, day: IsoDay): Pack {
  const place = earlierPlanOfDay(pack, day)
  return place === null ? pack : (underEarlierPlan(pack, place) ?? pack)
}
