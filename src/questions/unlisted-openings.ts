import { formatDay, type IsoDay } from '@/domain/calendar'
import { openingKey, unlistedOpening } from '@/domain/cases/opening-key'
import { dayOf } from '@/domain/trucks/clock-hours'
import type { Tracks } from '@/io/tracks/tracks'
import type { CaseOpening } from './case-openings'
import type { EvaluatedPackage } from './evaluated-package'
import { madeUpStops } from './made-up-trucks'
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
  const isMadeUp = await madeUpStops(opened, tracks, made.month)
  return made.unlisted
    .filter(({ use }) => sort.from.unlistedPlace!.uses.includes(use))
    .map((place): CaseOpening => {
      const line = unlistedLine(opened, place, isMadeUp)
      const { at, county, use, stops, days, trucks, unloaded, loaded, lifted, id, madeUp } = line
      const isMixed = madeUp > 0 && madeUp < trucks.length
      return {
        key: openingKey(unlistedOpening(id), made.month),
        sort: sort.id,
        name: '',
        reason: {
          of: 'unlisted',
          ...{ use, stops, days, unloaded, loaded, lifted },
          trucks: trucks.length,
          ...(isMixed && { madeUp }),
          first: formatDay(dayOf(place.first)),
          last: formatDay(dayOf(place.last)),
        },
        source: null,
        position: at,
        county,
        isIllustrative: madeUp > 0 && !isMixed,
        ...(isMixed && { isPartlyIllustrative: true as const }),
      }
    })
}
