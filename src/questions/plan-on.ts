import type { IsoDay } from '@/domain/calendar'
import type { Clause, Measure } from '@/domain/rules/clause'
import { kindWithId, nameMeaning } from '@/domain/sources/kinds/kind'
import type { DataPackage } from '@/io/package/open-package'

/** What of a package depends on which plan is in force. */
export type Planned = Pick<
  DataPackage,
  'settings' | 'clauses' | 'rules' | 'laterRules' | 'unreadRules' | 'earlierPlans' | 'kinds'
>

/**
 * Which of the plans before was in force on a day, by its place among them; null where the plan of now was, or that is not known: a
 * package may not have it.
 */
export function planBefore(
  { settings, earlierPlans }: Pick<Planned, 'settings' | 'earlierPlans'>,
  day: IsoDay,
): number | null {
  if (settings.plan === undefined || day >= settings.plan.day) return null
  // The last one first: the first that had been issued was in force.
  const place = earlierPlans.findIndex(({ plan }) => plan === null || plan.day <= day)
  return place < 0 ? null : place
}

/**
 * A package under a plan that was before, by its place: its clauses, what it asked, its year. Its named tasks are another plan's by
 * now and are asked for by none of its requirements and measures. Null where what it asked can't be read here.
 */
export function underPlan<Pack extends Planned>(pack: Pack, place: number): Pack | null {
  const { earlierPlans, kinds, settings } = pack
  const earlier = earlierPlans[place]
  if (!earlier?.asked) return null
  const isOfTasks = (id: string) => {
    const kind = kindWithId(kinds, id)
    return kind !== undefined && nameMeaning(kind, 'clause') !== undefined
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

/** A package under the plan that was in force on a day: itself where that is the one of now, or that can't be known. */
export function planOn<Pack extends Planned>(pack: Pack, day: IsoDay): Pack {
  const place = planBefore(pack, day)
  return place === null ? pack : (underPlan(pack, place) ?? pack)
}
