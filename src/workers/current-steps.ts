import type { IsoDay } from '@/domain/calendar'
import type { OnlineDays } from '@/domain/monitoring/online-days'
import type { Seen } from '@/domain/rules/seen'
import type { Filters } from '@/domain/sources/view/filters'
import type { HaulMonth } from '@/domain/trucks/hauls'
import { type EvaluatedPackage, evaluateRules } from '@/questions/evaluated-package'
import { type FilteredSources, filterSources } from '@/questions/filtered-sources'
import { memoLast } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'
import { planBefore, underPlan } from '@/questions/plan-on'
import { type RingChoice, sourcesInRing } from '@/questions/sources-in-ring'
import { NothingOpen } from '@/workspace/nothing-open'

/** What the page wants to be shown of the package that is open. */
export interface ShownRequest {
  readonly asOf: IsoDay
  readonly ring: RingChoice
  readonly filters: Filters
}

/** What is known besides the package that is open. */
interface Known {
  readonly seen: readonly Seen[]
  readonly hauls: readonly HaulMonth[]
  readonly online: OnlineDays
}

const evaluatesOnce = () =>
  memoLast(
    (opened: OpenedPackage, { asOf, seen, hauls, online }: Known & { readonly asOf: IsoDay }) =>
      evaluateRules(opened, asOf, seen, hauls, online),
    (one, other) =>
      one.asOf === other.asOf && one.seen === other.seen && one.hauls === other.hauls && one.online === other.online,
  )
/** A package under a plan of before; as it is where what that asked can't be read here. */
const openedUnder = memoLast((opened: OpenedPackage, place: number): OpenedPackage => {
  const pack = underPlan(opened.pack, place)
  return pack ? { ...opened, pack } : opened
})

const evaluate = evaluatesOnce()
/** Of the meeting, which speaks of a month as of its end while the page may stand on another day. */
const evaluateBeside = evaluatesOnce()

/** Where each source stands towards a ring. */
export const membersOf = memoLast(
  sourcesInRing,
  (one, other) => one.basis === other.basis && one.radiusMetres === other.radiusMetres,
)

/**
 * The steps that the page's questions are answered of, in one place: they are what the page has shown last, also while it is
 * on its way to another day or another package.
 */
export class CurrentSteps {
  /** What field teams saw, whichever package is open. */
  seen: readonly Seen[] = []
  /** What tracks say that this browser keeps. */
  hauls: readonly HaulMonth[] = []
  /** What readings say that this browser keeps. */
  online: OnlineDays = new Map()
  private current: FilteredSources | null = null

  private knownOn(asOf: IsoDay) {
    return { asOf, seen: this.seen, hauls: this.hauls, online: this.online }
  }

  private isKnownIn({ hauls, keptOnline }: EvaluatedPackage) {
    return this.hauls === hauls && this.online === keptOnline
  }

  /** An opened package on a day, with what teams saw. */
  evaluated(opened: OpenedPackage, asOf: IsoDay): EvaluatedPackage {
    return evaluate(opened, this.knownOn(asOf))
  }

  /** Makes the sources of a package that the page shows the current ones. */
  show(opened: OpenedPackage, { asOf, ring, filters }: ShownRequest): FilteredSources {
    this.current = filterSources(this.evaluated(opened, asOf), membersOf(opened, ring), filters)
    return this.current
  }

  /** What the page shows, as of another day, under the plan that was in force then. @throws NothingOpen before it shows anything. */
  beside(asOf: IsoDay): EvaluatedPackage {
    return this.besideUnder(asOf, planBefore(this.filtered.evaluated.opened.pack, asOf))
  }

  /** The same under the plan of now, or one of before by its place. @throws NothingOpen before it shows anything. */
  besideUnder(asOf: IsoDay, place: number | null): EvaluatedPackage {
    const { evaluated } = this.filtered
    const opened = place === null ? evaluated.opened : openedUnder(evaluated.opened, place)
    if (opened === evaluated.opened && asOf === evaluated.evaluation.asOf && this.isKnownIn(evaluated)) return evaluated
    return evaluateBeside(opened, this.knownOn(asOf))
  }

  /**
   * What other filters would leave of what the page shows, which stays, as {@link besideUnder} has it on a day under a plan.
   * @throws NothingOpen before it shows anything.
   */
  filteredBeside(filters: Filters, asOf: IsoDay, place: number | null): FilteredSources {
    return filterSources(this.besideUnder(asOf, place), this.filtered.members, filters)
  }

  /** What the page shows. @throws NothingOpen before it shows anything. */
  get filtered(): FilteredSources {
    if (!this.current) throw new NothingOpen()
    return this.current
  }
}
