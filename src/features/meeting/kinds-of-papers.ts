import type { Measure } from '@/domain/rules/clause'
import { isMonitorList, type KindId } from '@/domain/sources/kinds/kind'
import type { Dataset } from '@/questions/dataset'
import type { MonthProblems } from '@/questions/month/month-problems'
import { type PlanDependent, underPlanOfDay } from '@/questions/plan-on'
import { overdueClauses } from './department-demands'
import { notJudgedUntil } from './task-facts'

type Facts = PlanDependent & Pick<Dataset, 'warningMeasures'>

/** A month's papers; `scenes`: the slides, the page and the workbook, which draw the scenes of the meeting. */
export type MonthPaper = 'bulletin' | 'monthly' | 'minutes' | 'scenes'

/** The data besides dustfall that a paper rests on. */
export interface PaperBasis {
  isUsed(kind: KindId): boolean
  /** Whether it measures targets in the ring. */
  readonly usesRing: boolean
  readonly usesWarnings: boolean
}

interface Month {
  readonly problems: MonthProblems
  /** Whether a warning was called in the month. */
  readonly isCalled: boolean
  readonly hasPinned: boolean
}

/**
 * The data besides dustfall that a month's paper rests on. The minutes have none. The bulletin has the demands, for
 * all overdue problems, those of clauses that it only counts too, and who had to respond to a warning. The monthly report and the scenes
 * have all that the plan in force on the day judges or measures too. A pinned view may show any kind; only papers that
 * draw the scenes have one.
 */
export function basisOfPaper(dataset: Facts, paper: MonthPaper, { problems, isCalled, hasPinned }: Month): PaperBasis {
  if (paper === 'minutes') return { isUsed: () => false, usesRing: false, usesWarnings: false }
  if (paper === 'scenes' && hasPinned) return { isUsed: () => true, usesRing: true, usesWarnings: isCalled }
  const called = isCalled ? dataset.warningMeasures.map(({ kind }) => kind) : []
  // A list of monitors tells which readings are whose.
  const monitors = dataset.kinds.filter(isMonitorList).map(({ id }) => id)
  if (paper === 'bulletin') {
    const demanded = overdueClauses(dataset, problems)
    const overdue = demanded.flatMap(({ overdueKinds, readings }) => [...overdueKinds, ...(readings ? monitors : [])])
    return { isUsed: isAmong([...called, ...overdue]), usesRing: false, usesWarnings: isCalled }
  }
  const { day } = problems
  const plan = underPlanOfDay(dataset, day)
  if (notJudgedUntil(plan, day) !== null) return { isUsed: isAmong(called), usesRing: false, usesWarnings: isCalled }
  const judged = plan.rules.filter(({ advisory, from }) => !advisory && from <= day)
  const measures = plan.clauses.flatMap(({ targets }) => targets.flatMap(({ measure }) => measure ?? []))
  const measured = measures.flatMap((measure) => kindsMeasured(measure, plan))
  return {
    isUsed: isAmong([...called, ...monitors, ...judged.map(({ kind }) => kind), ...measured]),
    usesRing: measures.some(isOfRing),
    usesWarnings: isCalled,
  }
}

function isAmong(kinds: readonly KindId[]): (kind: KindId) => boolean {
  const used = new Set(kinds)
  return (kind) => used.has(kind)
}

const isOfRing = ({ of }: Measure): boolean => of === 'newly-advanced' || of === 'in-ring' || of === 'industries'

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
