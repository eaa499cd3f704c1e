import { formatDay, type IsoDay } from '@/domain/calendar'
import { openingKey, unlistedOpening } from '@/domain/cases/opening-key'
import { dayOf } from '@/domain/trucks/clock-hours'
import type { Tracks } from '@/io/tracks/tracks'
import type { CaseOpening } from './case-openings'
import type { EvaluatedPackage } from './evaluated-package'
import { unlistedLine } from './truck-list'
import { truckMonth } from './truck-month'

/** On which unlisted places of the month of the as-of day a case may be opened, by the sort of case that asks for them; most stops first. */
export async function unlistedOpenings(
  { opened, evaluation }: EvaluatedPackage,
  tracks: Tracks,
): Promise<readonly CaseOpening[]> {
  const sort = opened.pack.cases?.sorts.find(({ from }) => from.unlistedPlace)
  const made = sort && (await truckMonth(opened, tracks, evaluation.asOf as IsoDay))
  if (!sort || !made) return []
  const kept = await tracks.keptTrucks(made.month)
  const isMadeUp = opened.pack.provenance.some(
    ({ role, dataClass }) => role === 'truck-stops' && dataClass === 'illustrative',
  )
  return made.unlisted
    .filter(({ use }) => sort.from.unlistedPlace!.uses.includes(use))
    .map((place): CaseOpening => {
      const line = unlistedLine(opened, place)
      const { at, county, use, stops, days, trucks, unloaded, loaded, lifted, id } = line
      return {
        key: openingKey(unlistedOpening(id), made.month),
        sort: sort.id,
        name: '',
        reason: {
          of: 'unlisted',
          ...{ use, stops, days, unloaded, loaded, lifted },
          trucks: trucks.length,
          first: formatDay(dayOf(place.first)),
          last: formatDay(dayOf(place.last)),
        },
        source: null,
        position: at,
        county,
        isIllustrative: isMadeUp && !trucks.some((plate) => kept.has(plate)),
      }
    })
}
