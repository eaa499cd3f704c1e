import type { IsoDay } from '@/domain/calendar'
import type { OnlineDays } from '@/domain/monitoring/online-days'
import type { TeamObservation } from '@/domain/rules/team-observations'
import type { Filters } from '@/domain/sources/view/filters'
import type { HaulMonth } from '@/domain/trucks/hauls'
import { type EvaluatedPackage, evaluateRules } from '@/questions/evaluated-package'
import { type FilteredSources, filterSources } from '@/questions/filtered-sources'
import { type RingChoice, sourcesInRing } from '@/questions/map/sources-in-ring'
import { cacheLast } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'
import { earlierPlanOfDay, underEarlierPlan } from '@/questions/plan-on'
import { NothingOpen } from '@/workspace/nothing-open'

/** What the page wants shown of the open package. */
export interface ShownRequest {
  readonly asOf: IsoDay
  readonly ring: RingChoice
  readonly filters: Filters
}

/** Data from outside the open package. */
interface Known {
  readonly seen: readonly TeamObservation[]
  readonly hauls: readonly HaulMonth[]
  readonly online: OnlineDays
}

const evaluatesOnce = () =>
  cacheLast(
    (opened: OpenedPackage, { asOf, seen, hauls, online }: Known & { readonly asOf: IsoDay }) =>
      evaluateRules(opened, asOf, seen, hauls, online),
    (one, other) =>
      one.asOf === other.asOf && one.seen === other.seen && one.hauls === other.hauls && one.online === other.online,
  )
/** The package under an earlier plan; unchanged if that plan's rules can't be read. */
const openedUnder = cacheLast((opened: OpenedPackage, place: number): OpenedPackage => {
  const pack = underEarlierPlan(opened.pack, place)
  return pack ? { ...opened, pack } : opened
})

const evaluate = evaluatesOnce()
/** For the meeting, which shows a month as of its end while the page may show another day. */
const evaluateBeside = evaluatesOnce()

/** The side of the ring on which each source is. */
export const membersOf = cacheLast(
  sourcesInRing,
  (one, other) => one.basis === other.basis && one.radiusMetres === other.radiusMetres,
)

/**
 * Holds the steps from which the page's questions are answered: those that the page showed last, even while it
 * changes to another day or package.
 */
export class CurrentSteps {
  /** Checks of field teams, for whichever package is open. */
  seen: readonly TeamObservation[] = []
  /** Trip counts from tracks kept in this browser. */
  hauls: readonly HaulMonth[] = []
  /** Valid hours from readings kept in this browser. */
  online: OnlineDays = new Map()
  private current: FilteredSources | null = null

  private knownOn(asOf: IsoDay) {
    return { asOf, seen: this.seen, hauls: this.hauls, online: this.online }
  }

  private isKnownIn({ hauls, keptOnline }: EvaluatedPackage) {
    return this.hauls === hauls && this.online === keptOnline
  }

  /** An opened package evaluated on a day, with teams' checks and kept data. */
  evaluated(opened: OpenedPackage, asOf: IsoDay): EvaluatedPackage {
    return evaluate(opened, this.knownOn(asOf))
  }

  /** Filters a package as the page requests, and makes the result the current step. */
  show(opened: OpenedPackage, { asOf, ring, filters }: ShownRequest): FilteredSources {
    this.current = filterSources(this.evaluated(opened, asOf), membersOf(opened, ring), filters)
    return this.current
  }

  /**
   * The current package evaluated for another day, under the plan in force on it. @throws NothingOpen if nothing is
   * shown yet.
   */
  evaluatedOn(asOf: IsoDay): EvaluatedPackage {
    return this.evaluatedUnderPlan(asOf, earlierPlanOfDay(this.filtered.evaluated.opened.pack, asOf))
  }

  /**
   * The same under the current plan (`place` null), or an earlier one by index. @throws NothingOpen if nothing is
   * shown yet.
   */
  evaluatedUnderPlan(asOf: IsoDay, place: number | null): EvaluatedPackage {
    const { evaluated } = this.filtered
    const opened = place === null ? evaluated.opened : openedUnder(evaluated.opened, place)
    if (opened === evaluated.opened && asOf === evaluated.evaluation.asOf && this.isKnownIn(evaluated)) return evaluated
    return evaluateBeside(opened, this.knownOn(asOf))
  }

  /**
   * The current package with other filters, evaluated as in {@link evaluatedUnderPlan}; the current step stays.
   * @throws NothingOpen if nothing is shown yet.
   */
  filteredOn(filters: Filters, asOf: IsoDay, place: number | null): FilteredSources {
    return filterSources(this.evaluatedUnderPlan(asOf, place), this.filtered.members, filters)
  }

  /** The step that the page shows. @throws NothingOpen if nothing is shown yet. */
  get filtered(): FilteredSources {
    if (!this.current) throw new NothingOpen()
    return this.current
  }
}
