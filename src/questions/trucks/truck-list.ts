import { formatDay, type IsoDay, lastDayOf, type Month } from '@/domain/calendar'
import type { Datum } from '@/domain/geodesy/datum'
import type { Problem } from '@/domain/problem'
import type { StatedHauls } from '@/domain/rules/kind-table'
import { haulFields, rowsByCounty, statedHauls } from '@/domain/rules/tracked'
import { rowOf } from '@/domain/sources/inventory'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { textAt, valueAt } from '@/domain/table/column'
import { dayOf } from '@/domain/trucks/clock-hours'
import type { DayShare } from '@/domain/trucks/day-share'
import { isEnough } from '@/domain/trucks/hauls'
import type { TrucksTold } from '@/domain/trucks/truck-told'
import { currentPlaces, type UnlistedPlace } from '@/domain/trucks/unlisted-places'
import type { Tracks } from '@/io/tracks/tracks'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { type TracksEffect, trackFacts } from '@/questions/monitors/measured-facts'
import type { OpenedPackage } from '@/questions/opened-package'
import { type UnjudgedBreach, unjudgedBreaches } from '@/questions/plan/unjudged'
import type { PackageJudging } from './judged-anew'
import { fleetTruck, sharesBy, summed, type TruckMonth, type TruckTally, tallyByTruck, truckMonth } from './truck-month'

export interface TruckLine extends TruckTally {
  readonly plate: string
  /** '' if unknown. */
  readonly company: string
  /** Whether imported tracks name the company, because no list does. */
  readonly isByTracks: boolean
  /** The datum that a person chose for imported positions because nothing told it; null if there are none. */
  readonly assumed: Datum | null
  /** County code, or ''. */
  readonly county: string
  readonly isKept: boolean
  /** Day on which its last trip began. */
  readonly lastDay: IsoDay | null
}

export interface CompanyLine extends TruckTally {
  /** '' for trucks without a known company; sorted last. */
  readonly company: string
  readonly trucks: number
}

/** Daytime share of the trips that began in a county or at a site. */
export interface PlaceShare extends DayShare {
  /** The county's own report. */
  readonly stated: StatedHauls
  /**
   * For a county: whether on the day these trips decide its share instead of its own report, or stand beside it because
   * they are too few. Null if they may not decide it: made-up tracks beside real figures, or figures of other tracks.
   */
  readonly role: TracksEffect | null
  /** The number of days with these trips, and of distinct trucks. */
  readonly days: number
  readonly trucks: number
  /** For a county: whether the tracks are enough to decide its share. */
  readonly isEnough: boolean
  /** County code, or number of the source. */
  readonly key: string
  readonly name: string
  readonly county: string
}

/** An unlisted place, for the page. */
export interface UnlistedLine extends Omit<UnlistedPlace, 'stops'> {
  readonly stops: number
  readonly county: string
  readonly companies: readonly string[]
}

/** The daytime share that a clause requires of counties. */
export interface LeastShare {
  readonly percent: number
  readonly clause: number
  /** Codes of the counties it applies to; null: all. */
  readonly counties: readonly string[] | null
}

export interface TruckList {
  /** Months with tracks, earliest first. */
  readonly months: readonly Month[]
  /** Month of the as-of date. */
  readonly month: Month
  readonly asOf: IsoDay
  /** Days of the month on which trucks drove. */
  readonly days: readonly number[]
  /**
   * Another day with tracks up to it, for use if this one has none: in the same month, else in the last month before,
   * else in the next one after.
   */
  readonly other: IsoDay | null
  readonly problems: readonly Problem[]
  /** The share that the plan requires, in percent, with its clause; null if it requires none. */
  readonly least: LeastShare | null
  /** Data class of the month's tracks; null if there are none. */
  readonly dataClass: DataClass | null
  /** Number of the listed trucks for which tracks were imported here in the month. */
  readonly kept: number
  readonly trucks: readonly TruckLine[]
  readonly companies: readonly CompanyLine[]
  readonly counties: readonly PlaceShare[]
  readonly sites: readonly PlaceShare[]
  readonly unlisted: readonly UnlistedLine[]
  readonly total: TruckTally
  /** What could not be judged of any truck. */
  readonly unjudged: readonly UnjudgedBreach[]
  /** By which lists and settings the package's own breaches of the month are judged. */
  readonly judging: PackageJudging
}

/** The daytime share that the package's rules require on a day; null if none. */
function leastShare({ pack }: OpenedPackage, day: IsoDay): LeastShare | null {
  const partOf = new Map(pack.kinds.map((kind) => [kind.id, haulFields(kind)?.part]))
  for (const { kind, check, clause, scope, from, until } of pack.rules)
    if (check.type === 'share-at-least' && check.part === partOf.get(kind))
      if (from <= day && (until === undefined || day <= until)) {
        const scoped = scope.flatMap((each) => ('counties' in each ? [each.counties] : []))
        return { percent: check.percent, clause, counties: scoped[0] ?? null }
      }
  return null
}

/**
 * Trucks, companies and places of the month of a day. `tables`: the package's, evaluated on the day, which tell where
 * tracks decide; without them they decide nothing.
 */
export async function truckList(
  opened: OpenedPackage,
  tracks: Tracks,
  asOf: IsoDay,
  tables: EvaluatedPackage['tables'] = [],
): Promise<TruckList> {
  const month = asOf.slice(0, 7)
  const made = await truckMonth(opened, tracks, asOf)
  const before = tracks.months.filter((each) => each < month).at(-1)
  const other = tracks.months.includes(month) ? month : (before ?? tracks.months.find((each) => each > month))
  const keptTrucks = tracks.keptTrucks(month)
  const common = {
    months: tracks.months,
    month,
    asOf,
    other: other === undefined ? null : lastDayOf(other),
    problems: tracks.problems,
    least: leastShare(opened, asOf),
    dataClass: tracks.classOf(month),
  }
  if (!made) return { ...common, days: [], ...NOTHING }
  const lastTrips = new Map<string, number>()
  for (const [trip, truck] of made.trips.truck.entries())
    lastTrips.set(
      made.trips.trucks[truck]!,
      Math.max(lastTrips.get(made.trips.trucks[truck]!) ?? 0, made.trips.from[trip]!),
    )
  const trucks = [...tallyByTruck(made)]
    .map(([plate, tally]): TruckLine => {
      const { company, county, isByTracks } = fleetTruck(opened, made.told, plate)
      const { assumed = null } = made.told.get(plate) ?? {}
      const last = lastTrips.get(plate)
      const lastDay = last === undefined ? null : formatDay(dayOf(last))
      return { plate, company, isByTracks, county, assumed, isKept: keptTrucks.has(plate), lastDay, ...tally }
    })
    .sort((a, b) => (a.plate < b.plate ? -1 : 1))
  return {
    ...common,
    days: made.days,
    // Counted from the list: imported trucks without a trip or stop by the as-of date are not on it.
    kept: trucks.filter(({ isKept }) => isKept).length,
    trucks,
    companies: companiesOf(trucks),
    counties: countiesOf(opened, made, tables),
    sites: sitesOf(opened, made),
    unlisted: made.unlisted.map((place) => unlistedLine(opened, made.told, place)),
    total: summed(trucks),
    unjudged: unjudgedBreaches(made.settings, await tracks.said(month)),
    judging: made.judging,
  }
}

/** Current ids of unlisted places that got their ids when other days were known: pairs of old and new id. */
export async function currentUnlistedPlaces(
  opened: OpenedPackage,
  tracks: Tracks,
  asOf: IsoDay,
  ids: readonly string[],
): Promise<readonly (readonly [string, string])[]> {
  const made = await truckMonth(opened, tracks, asOf)
  return made ? [...currentPlaces(made.stops, made.unlisted, ids)].map(([id, place]) => [id, place.id]) : []
}

const NOTHING = {
  kept: 0,
  trucks: [],
  companies: [],
  counties: [],
  sites: [],
  unlisted: [],
  total: summed([]),
  unjudged: [],
  judging: 'current' as const,
}

function companiesOf(trucks: readonly TruckLine[]): CompanyLine[] {
  const last = (company: string) => Number(company === '')
  const names = [...new Set(trucks.map(({ company }) => company))].sort().sort((a, b) => last(a) - last(b))
  return names.map((company) => {
    const own = trucks.filter((each) => each.company === company)
    return { company, trucks: own.length, ...summed(own) }
  })
}

/** The trips that counties reported, one row each. */
function statedShares({ inventory }: OpenedPackage): ReadonlyMap<string, StatedHauls> {
  return new Map(
    inventory.kinds.flatMap(({ schema, table }) => {
      const fields = haulFields(schema)
      if (!fields) return []
      return [...rowsByCounty({ table })].map(
        ([county, row]) =>
          [county, statedHauls(valueAt(table, fields.whole, row), valueAt(table, fields.part, row))] as const,
      )
    }),
  )
}

function countiesOf(opened: OpenedPackage, month: TruckMonth, tables: EvaluatedPackage['tables']): PlaceShare[] {
  const { pack } = opened
  const stated = statedShares(opened)
  const facts = new Map(
    tables.flatMap((table) =>
      [...rowsByCounty(table)].flatMap(([county, row]) =>
        trackFacts(table, row).map((fact) => [county, fact] as const),
      ),
    ),
  )
  const roleOf = (county: string, { trips, byDay }: DayShare) => {
    const fact = facts.get(county)
    return fact?.trips === trips && fact.byDay === byDay ? fact.role : null
  }
  const shares = sharesBy(month, (trip) => month.county[trip]!)
  return pack.counties.flatMap(({ code, name }) => {
    const share = shares.get(code)
    if (!share) return []
    const own = { key: code, name, county: code, stated: stated.get(code) ?? null }
    return [{ ...own, ...share, role: roleOf(code, share), isEnough: isEnough(share, month.settings.evidence) }]
  })
}

/** Sites where trips began, most trips first. */
function sitesOf({ inventory }: OpenedPackage, month: TruckMonth): PlaceShare[] {
  const { finder, fromPlace } = month
  const shares = sharesBy(month, (trip) => {
    const place = fromPlace[trip]!
    return place >= 0 && finder.roleOf(place) === 'site' ? String(finder.places.source[place]) : ''
  })
  return [...shares]
    .map(([key, share]) => {
      const at = (name: string) => textAt(inventory.sources, name, Number(key))
      return { key, name: at('name'), county: at('county'), stated: null, role: null, ...share, isEnough: true }
    })
    .sort((a, b) => b.trips - a.trips)
}

export function unlistedLine(
  opened: OpenedPackage,
  told: TrucksTold,
  { stops, ...place }: UnlistedPlace,
): UnlistedLine {
  const { lookup } = opened
  const region = lookup.regions.find(...place.at)
  return {
    ...place,
    stops: stops.length,
    county: lookup.regionCodes[region] ?? '',
    companies: [...new Set(place.trucks.map((plate) => fleetTruck(opened, told, plate).company))].filter(
      (name) => name !== '',
    ),
  }
}

/** Kind, code and name of a source. */
export function placeName({ inventory }: OpenedPackage, source: number) {
  const { kind, row } = rowOf(inventory, source)
  return { kind: kind.kind, code: textAt(kind.table, 'code', row), name: textAt(kind.table, 'name', row) }
}
