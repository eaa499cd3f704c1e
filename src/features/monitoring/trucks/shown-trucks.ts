import { containsText } from '@/domain/search/contains'
import { BREACHES } from '@/domain/trucks/breach-kinds'
import type { TruckLine, TruckList } from '@/questions/truck-list'
import type { BreachCounts } from '@/questions/truck-month'

export const TRUCK_FILTERS = ['all', 'low', 'breaches', 'unlisted'] as const
export type TruckFilter = (typeof TRUCK_FILTERS)[number]
export const TRUCK_SORTS = ['plate', 'share', 'breaches', 'trips'] as const
export type TruckSort = (typeof TRUCK_SORTS)[number]

/** What a person asks of the list of trucks. */
export interface AskedTrucks {
  readonly filter: TruckFilter
  /** A part of a plate or a company. */
  readonly text: string
  readonly sort: TruckSort
}

export const ALL_TRUCKS: AskedTrucks = { filter: 'all', text: '', sort: 'plate' }

export const breachCount = (breaches: BreachCounts): number => BREACHES.reduce((sum, kind) => sum + breaches[kind], 0)

/** A share by day, of a county or of something in it; of what is in no one county nothing is asked. */
export interface ShareOfCounty {
  readonly trips: number
  readonly byDay: number
  readonly county?: string
}

/** Whether a share is below what the plan asks of some counties, wherever it is of: of a truck, which may work in several, nothing is asked. */
export const isFew = ({ trips, byDay }: ShareOfCounty, least: TruckList['least']): boolean =>
  least !== null && trips > 0 && byDay * 100 < least.percent * trips

/** Whether a share is below what the plan asks of its county; of no trips nothing is. */
export const isLow = (share: ShareOfCounty, least: TruckList['least']): boolean =>
  share.county !== undefined && (!least?.counties || least.counties.includes(share.county)) && isFew(share, least)

/** The trucks that are asked for, in the order that is asked for: the worst first, those without trips last. */
export function shownTrucks(
  trucks: readonly TruckLine[],
  least: TruckList['least'],
  { filter, text, sort }: AskedTrucks,
) {
  const has: Readonly<Record<TruckFilter, (line: TruckLine) => boolean>> = {
    all: () => true,
    low: (line) => isFew(line, least),
    breaches: ({ breaches }) => breachCount(breaches) > 0,
    unlisted: ({ unlistedStops }) => unlistedStops > 0,
  }
  const contains = containsText(text)
  const named = trucks.filter(({ plate, company }) => contains([plate, company]))
  const share = ({ trips, byDay }: TruckLine) => (trips === 0 ? 2 : byDay / trips)
  const orders: Readonly<Record<TruckSort, (a: TruckLine, b: TruckLine) => number>> = {
    plate: () => 0,
    share: (a, b) => share(a) - share(b),
    breaches: (a, b) => breachCount(b.breaches) - breachCount(a.breaches),
    trips: (a, b) => b.trips - a.trips,
  }
  const counts = Object.fromEntries(TRUCK_FILTERS.map((each) => [each, named.filter(has[each]).length]))
  return {
    lines: [...named.filter(has[filter])].sort(orders[sort]),
    counts: counts as Readonly<Record<TruckFilter, number>>,
  }
}
