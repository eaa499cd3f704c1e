import { formatDay, type IsoDay } from '@/domain/calendar'
import { openingKey, unlistedOfKey, unlistedOpening } from '@/domain/cases/opening-key'
import type { TruckVisits } from '@/domain/cases/unlisted-reason'
import { grouped } from '@/domain/grouped'
import { dayOf } from '@/domain/trucks/clock-hours'
import { currentPlaces, type UnlistedPlace } from '@/domain/trucks/unlisted-places'
import type { Tracks } from '@/io/tracks/tracks'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import type { OpenedPackage } from '@/questions/opened-package'
import { unlistedLine } from '@/questions/trucks/truck-list'
import { fleetTruck, type TruckMonth, truckMonth } from '@/questions/trucks/truck-month'
import type { CaseOpening } from './case-openings'

/**
 * Proposed cases on unlisted places of the as-of date's month, for the sort of case that uses them; most stops first.
 * @param done keys on which cases were opened already: their places keep these keys, whatever was imported since.
 */
export async function unlistedOpenings(
  { opened, evaluation }: EvaluatedPackage,
  tracks: Tracks,
  done: readonly string[],
): Promise<readonly CaseOpening[]> {
  const sort = opened.pack.cases?.sorts.find(({ from }) => from.unlistedPlace)
  const made = sort && (await truckMonth(opened, tracks, evaluation.asOf as IsoDay))
  if (!sort || !made) return []
  const ids = done.flatMap((key) => unlistedOfKey(key, made.month) ?? [])
  const idOf = new Map([...currentPlaces(made.stops, made.unlisted, ids)].map(([id, place]) => [place, id]))
  const isIllustrative = tracks.classOf(made.month) === 'illustrative'
  return made.unlisted
    .filter(({ use }) => sort.from.unlistedPlace!.uses.includes(use))
    .map((place): CaseOpening => {
      const line = unlistedLine(opened, made.told, place)
      const { at, county, use, stops, days, trucks, unloaded, loaded, lifted } = line
      return {
        key: openingKey(unlistedOpening(idOf.get(place) ?? place.id), made.month),
        sort: sort.id,
        name: '',
        reason: {
          of: 'unlisted',
          ...{ use, stops, days, unloaded, loaded, lifted },
          trucks: trucks.length,
          visitors: visitorsOf(opened, made, place),
          first: formatDay(dayOf(place.first)),
          last: formatDay(dayOf(place.last)),
        },
        source: null,
        position: at,
        county,
        isIllustrative,
      }
    })
}

/** The trucks that stopped at a place, with their days; most stops first. */
function visitorsOf(
  opened: OpenedPackage,
  { stops, told }: Pick<TruckMonth, 'stops' | 'told'>,
  place: Pick<UnlistedPlace, 'stops'>,
): readonly TruckVisits[] {
  return [...grouped(place.stops, (row) => stops.trucks[stops.truck[row]!]!)]
    .map(([plate, rows]): TruckVisits => {
      const days = [...new Set(rows.map((row) => dayOf(stops.from[row]!)))].sort((a, b) => a - b)
      return { plate, company: fleetTruck(opened, told, plate).company, days: days.map(formatDay), stops: rows.length }
    })
    .sort((one, other) => other.stops - one.stops || (one.plate < other.plate ? -1 : 1))
}
