import type { Datum } from '@/domain/geodesy/datum'
import type { DatumFinding } from '@/domain/intake/recognise/datum'
import type { TruckDatum } from '@/domain/trucks/clean-tracks'

/** How a truck's datum was determined. */
export interface DatumLine extends Pick<TruckDatum, 'truck' | 'isEncrypted' | 'rows'> {
  /** Whether it comes from files marked as made up. */
  readonly isMadeUp: boolean
  /** Null if it could not be determined. */
  readonly datum: Datum | null
  readonly by: DatumFinding['by']
  /** Of the stops (or positions, if lines decided), how many lie where they should in that datum, and the total. */
  readonly hits: number
  readonly of: number
  /** Places of the files that have positions of the truck. */
  readonly files: readonly number[]
  /** The datum that a person chose for this truck in an earlier import; absent if none did. */
  readonly remembered?: Datum
}

/** The datum that a person chose for a truck whose datum nothing tells. */
export interface ChosenDatum extends Pick<DatumLine, 'truck' | 'isMadeUp'> {
  readonly datum: Datum
}

/** A person's choices of datums: for all such trucks of a file, by its place, and for single trucks, by {@link datumKey}. */
export interface DatumChoices {
  readonly byFile: ReadonlyMap<number, Datum>
  readonly byTruck: ReadonlyMap<string, Datum>
}

export const datumKey = ({ truck, isMadeUp }: Pick<DatumLine, 'truck' | 'isMadeUp'>): string => `${isMadeUp} ${truck}`

/** Whether nothing tells the datum of these positions, so that a person must choose. */
export const isUntold = ({ datum, isEncrypted }: Pick<DatumLine, 'datum' | 'isEncrypted'>): boolean =>
  datum === null && !isEncrypted

/** The choices of earlier imports for the same trucks. */
export const rememberedChoices = (lines: readonly DatumLine[]): DatumChoices => ({
  byFile: new Map(),
  byTruck: new Map(
    lines.filter(isUntold).flatMap((line) => (line.remembered ? [[datumKey(line), line.remembered] as const] : [])),
  ),
})

/** The choices, with those of earlier imports for trucks for which nothing is chosen yet, nor for any of their files. */
export function withRemembered(choices: DatumChoices, lines: readonly DatumLine[]): DatumChoices {
  // A truck that another file has too is open again: what was chosen for its first file must not be replaced unseen.
  const open = lines.filter(
    (line) => chosenDatum(line, choices) === null && !line.files.some((place) => choices.byFile.has(place)),
  )
  return { ...choices, byTruck: new Map([...choices.byTruck, ...rememberedChoices(open).byTruck]) }
}

/** The datum chosen for a truck: its own, else that of its files if it is the same for all; null if it is open. */
export function chosenDatum(line: DatumLine, { byFile, byTruck }: DatumChoices): Datum | null {
  const own = byTruck.get(datumKey(line))
  if (own !== undefined) return own
  const ofFiles = new Set(line.files.map((place) => byFile.get(place) ?? null))
  const [datum = null] = ofFiles
  return ofFiles.size === 1 ? datum : null
}

/** Whether different datums are chosen for the files of a truck, and none for the truck itself. */
export const isDiffering = (line: DatumLine, { byFile, byTruck }: DatumChoices): boolean =>
  !byTruck.has(datumKey(line)) && new Set(line.files.flatMap((place) => byFile.get(place) ?? [])).size > 1

/** The choices after a datum is chosen for some files, for all their trucks whatever was chosen for these. */
export function withFiles(
  choices: DatumChoices,
  lines: readonly DatumLine[],
  files: readonly number[],
  datum: Datum,
): DatumChoices {
  const within = new Set(files)
  const byTruck = new Map(choices.byTruck)
  for (const line of lines) if (line.files.some((place) => within.has(place))) byTruck.delete(datumKey(line))
  return { byFile: new Map([...choices.byFile, ...files.map((place) => [place, datum] as const)]), byTruck }
}

/** The choices after a datum is chosen for one truck. */
export const withTruck = (choices: DatumChoices, line: DatumLine, datum: Datum): DatumChoices => ({
  ...choices,
  byTruck: new Map(choices.byTruck).set(datumKey(line), datum),
})

/** What was chosen for each truck whose datum nothing tells; null while any is open. */
export function chosenDatums(lines: readonly DatumLine[], choices: DatumChoices): readonly ChosenDatum[] | null {
  const chosen = lines.filter(isUntold).map((line) => ({ line, datum: chosenDatum(line, choices) }))
  return chosen.some(({ datum }) => datum === null)
    ? null
    : chosen.map(({ line: { truck, isMadeUp }, datum }) => ({ truck, isMadeUp, datum: datum! }))
}
