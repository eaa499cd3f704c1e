import type { IsoDay } from '@/domain/calendar'
import type { Measure } from '@/domain/rules/clause'
import { isMonitorList, type KindId } from '@/domain/sources/kinds/kind'
import type { Dataset } from '@/questions/dataset'
import { type PlanDependent, underPlanOfDay } from '@/questions/plan-on'
import { notJudgedUntil } from './task-facts'

type Facts = PlanDependent & Pick<Dataset, 'warningMeasures'>

/**
 * Tests whether a month's papers rest on the data of a kind: the plan in force on the day judges or measures it, or it
 * has to respond to the month's warning. A pinned view may show any kind; only papers that draw the scenes have one.
 */
export function kindsOfPapers(
  dataset: Facts,
  { day, isCalled, hasPinned }: { readonly day: IsoDay; readonly isCalled: boolean; readonly hasPinned: boolean },
): (kind: KindId) => boolean {
  if (hasPinned) return () => true
  const plan = underPlanOfDay(dataset, day)
  const isJudged = notJudgedUntil(plan, day) === null
  const judged = isJudged ? plan.rules.filter(({ advisory, from }) => !advisory && from <= day) : []
  const measured = isJudged
    ? plan.clauses.flatMap(({ targets, figures = [] }) =>
        [...targets, ...figures].flatMap(({ measure }) => measure ?? []),
      )
    : []
  const used = new Set([
    // A list of monitors tells which readings are whose.
    ...(isJudged ? dataset.kinds.filter(isMonitorList).map(({ id }) => id) : []),
    ...judged.map(({ kind }) => kind),
    ...measured.flatMap((measure) => kindsMeasured(measure, plan)),
    ...(isCalled ? dataset.warningMeasures.map(({ kind }) => kind) : []),
  ])
  return (kind) => used.has(kind)
}

function kindsMeasured(measure: Measure, { kinds, rules }: Pick<Facts, 'kinds' | 'rules'>): readonly KindId[] {
  switch (measure.of) {
    case 'passing':
      return rules.flatMap(({ id, kind }) => (id === measure.rule ? [kind] : []))
    case 'newly-advanced':
    case 'in-ring':
    case 'industries':
      return kinds.flatMap(({ id, ring }) => (ring ? [id] : []))
    case 'worst-dustfall':
      return []
    default:
      return [measure.kind]
  }
}
