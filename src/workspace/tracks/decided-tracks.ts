import type { Datum } from '@/domain/geodesy/datum'
import { grouped } from '@/domain/grouped'
import { shiftedTrucks } from '@/domain/trucks/clean-tracks'
import type { Positions } from '@/domain/trucks/positions'
import type { TrucksTold, TruckTold } from '@/domain/trucks/truck-told'
import type { ChosenDatum } from '@/workspace/import/datum-choices'

/** The user's decision on a review: the datum of each truck for which it could not be determined. */
export interface TracksDecision {
  readonly untold: readonly ChosenDatum[]
}

/** Cleaned positions, real and made-up ones separate. */
export type CleanExports = Readonly<Record<'real' | 'illustrative', CleanFiles>>

/** Files of one data class. */
export interface CleanFiles {
  /** Each sorted by truck and time. */
  readonly batches: readonly Positions[]
  /** Plates whose datum could not be determined from these files; it may be known from the files of the other class. */
  readonly untold: ReadonlySet<string>
  /** The company that the files name, by plate. */
  readonly companies: ReadonlyMap<string, string>
}

/** What was chosen for the untold trucks of some files. Throws if it lacks one: positions are never kept in a guessed datum. */
function chosenFor({ untold }: CleanFiles, decision: TracksDecision, isMadeUp: boolean): ReadonlyMap<string, Datum> {
  const chosen = new Map(
    decision.untold
      .filter((each) => each.isMadeUp === isMadeUp && untold.has(each.truck))
      .map(({ truck, datum }) => [truck, datum]),
  )
  for (const truck of untold) if (!chosen.has(truck)) throw new Error(`No datum is chosen for ${truck}`)
  return chosen
}

/** The positions as they are kept, by data class. Throws if no datum is chosen for an untold truck. */
export function decidedTracks(
  { real, illustrative }: CleanExports,
  decision: TracksDecision,
): Readonly<Record<'real' | 'illustrative', readonly Positions[]>> {
  const decided = (files: CleanFiles, isMadeUp: boolean) => {
    const groups = [...grouped(chosenFor(files, decision, isMadeUp), ([, datum]) => datum)].map(
      ([datum, of]) => [datum, new Set(of.map(([truck]) => truck))] as const,
    )
    return files.batches.map((batch) =>
      groups.reduce((all, [datum, trucks]) => shiftedTrucks(all, trucks, datum), batch),
    )
  }
  return { real: decided(real, false), illustrative: decided(illustrative, true) }
}

/**
 * What is kept of the trucks besides their positions: the company that files name, and the datum that was chosen. Throws
 * if none is chosen for an untold truck.
 */
export function toldTrucks(
  { real, illustrative }: CleanExports,
  decision: TracksDecision,
): Readonly<Record<'real' | 'illustrative', TrucksTold>> {
  const told = (files: CleanFiles, isMadeUp: boolean) => {
    const { companies } = files
    const assumed = chosenFor(files, decision, isMadeUp)
    return new Map(
      [...new Set([...companies.keys(), ...assumed.keys()])].map((plate): [string, TruckTold] => {
        const [company, datum] = [companies.get(plate), assumed.get(plate)]
        return [plate, { ...(company !== undefined && { company }), ...(datum !== undefined && { assumed: datum }) }]
      }),
    )
  }
  return { real: told(real, false), illustrative: told(illustrative, true) }
}
