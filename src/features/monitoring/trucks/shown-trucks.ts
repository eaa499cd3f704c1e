import { containsText } from '@/domain/search/contains'
import { BREACHES, type BreachKind } from '@/domain/trucks/breach-kinds'
import type { CompanyLine, TruckLine, TruckList } from '@/questions/trucks/truck-list'
import type { BreachCounts, TruckTally } from '@/questions/trucks/truck-month'

export const TRUCK_FILTERS = ['all', 'low', 'breaches', 'unlisted'] as const
export type TruckFilter = (typeof TRUCK_FILTERS)[number]
/** Orders of trucks and companies: by share, the lowest come first and those without trips last. */
export const TALLY_SORTS = ['share', 'breaches', 'trips'] as const
export type TallySort = (typeof TALLY_SORTS)[number]
export const TRUCK_SORTS = ['plate', ...TALLY_SORTS] as const
export type TruckSort = (typeof TRUCK_SORTS)[number]

/** The user's filter and sort order of the truck list. */
export interface TruckListFilter {
  readonly filter: TruckFilter
  /** Part of a plate number or company name. */
  readonly text: string
  readonly sort: TruckSort
  /** Kinds of suspected breaches that do not count while the list is filtered by them. */
  readonly hidden: ReadonlySet<BreachKind>
}

export const ALL_TRUCKS: TruckListFilter = { filter: 'all', text: '', sort: 'plate', hidden: new Set() }

const NO_KINDS: ReadonlySet<BreachKind> = new Set()

/** The number of suspected breaches, without those of hidden kinds. */
export const breachCount = (breaches: BreachCounts, hidden = NO_KINDS): number =>
  BREACHES.reduce((sum, kind) => sum + (hidden.has(kind) ? 0 : breaches[kind]), 0)

/** A daytime share of trips, of a county or of something within it. Without a county the plan sets no requirement. */
export interface ShareOfCounty {
  readonly trips: number
  readonly byDay: number
  readonly county?: string
  /** False if the tracks are too little to decide the county's share. */
  readonly isEnough?: boolean
}

/**
 * True if a share is below the plan's minimum, whatever the county. Used for trucks and companies, which may work in
 * several counties and so have no requirement of their own.
 */
export const isBelowShare = ({ trips, byDay }: ShareOfCounty, least: TruckList['least']): boolean =>
  least !== null && trips > 0 && byDay * 100 < least.percent * trips

/** True if a share is below the plan's minimum for its county; false without trips, or if these are too few to decide. */
export const isBelowCountyShare = (share: ShareOfCounty, least: TruckList['least']): boolean =>
  share.county !== undefined &&
  share.isEnough !== false &&
  (!least?.counties || least.counties.includes(share.county)) &&
  isBelowShare(share, least)

const shareOf = ({ trips, byDay }: TruckTally) => (trips === 0 ? 2 : byDay / trips)
const ORDERS: Readonly<Record<TallySort, (a: TruckTally, b: TruckTally, hidden?: ReadonlySet<BreachKind>) => number>> =
  {
    share: (a, b) => shareOf(a) - shareOf(b),
    breaches: (a, b, hidden) => breachCount(b.breaches, hidden) - breachCount(a.breaches, hidden),
    trips: (a, b) => b.trips - a.trips,
  }

/** Companies in an order; trucks without a known company stay last. */
export const sortedCompanies = (companies: readonly CompanyLine[], sort: TallySort): readonly CompanyLine[] =>
  [...companies].sort((a, b) => Number(a.company === '') - Number(b.company === '') || ORDERS[sort](a, b))

/** The trucks that match the filter, sorted. */
export function shownTrucks(
  trucks: readonly TruckLine[],
  least: TruckList['least'],
  { filter, text, sort, hidden: ofFilter }: TruckListFilter,
) {
  const hidden = filter === 'breaches' ? ofFilter : NO_KINDS
  const has: Readonly<Record<TruckFilter, (line: TruckLine) => boolean>> = {
    all: () => true,
    low: (line) => isBelowShare(line, least),
    breaches: ({ breaches }) => breachCount(breaches, hidden) > 0,
    unlisted: ({ unlistedStops }) => unlistedStops > 0,
  }
  const contains = containsText(text)
  const named = trucks.filter(({ plate, company }) => contains([plate, company]))
  const counts = Object.fromEntries(TRUCK_FILTERS.map((each) => [each, named.filter(has[each]).length]))
  return {
    lines: [...named.filter(has[filter])].sort(sort === 'plate' ? () => 0 : (a, b) => ORDERS[sort](a, b, hidden)),
    /** The kinds that do not count in the list. */
    hidden,
    /** The number of breaches of each kind by the trucks with this name. */
    kinds: Object.fromEntries(
      BREACHES.map((kind) => [kind, named.reduce((sum, { breaches }) => sum + breaches[kind], 0)]),
    ) as unknown as BreachCounts,
    counts: counts as Readonly<Record<TruckFilter, number>>,
  }
}
