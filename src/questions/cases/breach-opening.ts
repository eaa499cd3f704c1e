import { breachOpeningKey } from '@/domain/cases/opening-key'
import { sortForBreach } from '@/domain/cases/settings'
import type { Tracks } from '@/io/tracks/tracks'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { summarise } from '@/questions/source/source-summary'
import { type BreachLine, breachLine, placeLeft } from '@/questions/trucks/truck-card'
import { countyAt, fleetTruck, truckMonth } from '@/questions/trucks/truck-month'
import type { CaseOpening } from './case-openings'

/** What identifies a suspected breach within its month. */
export type BreachRequest = Pick<BreachLine, 'plate' | 'kind' | 'of' | 'from'>

/**
 * The case that a person may open on a suspected breach of the as-of date's month. Breaches are many and no proof, so
 * none is proposed. Null if the breach is gone, or no sort of case takes it.
 */
export async function breachOpening(
  evaluated: EvaluatedPackage,
  tracks: Tracks,
  asked: BreachRequest,
): Promise<CaseOpening | null> {
  const { opened, evaluation } = evaluated
  const sort = sortForBreach(opened.pack.cases, asked.kind)
  const made = sort && (await truckMonth(opened, tracks, evaluation.asOf))
  if (!made) return null
  const key = breachOpeningKey(asked)
  const row = Array.from(made.breaches.from.keys()).find(
    (each) => made.breaches.from[each] === asked.from && breachOpeningKey(breachLine(opened, made, each)) === key,
  )
  if (row === undefined) return null
  const { at, ...line } = breachLine(opened, made, row)
  const { plate, kind, from, until, figure, roadName, left } = line
  const site = placeLeft(made, row)
  return {
    key,
    sort: sort.id,
    name: plate,
    reason: {
      of: 'breach',
      ...{ kind, plate, from, until, figure, roadName, left },
      company: fleetTruck(opened, made.told, plate).company,
    },
    source: site === null ? null : summarise(evaluated, site),
    position: at,
    county: countyAt(opened)(...at),
    isIllustrative: tracks.classOf(made.month) === 'illustrative',
  }
}
