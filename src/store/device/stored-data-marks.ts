import { localDay } from '@/domain/monitoring/local-time'
import { storedRows } from '@/io/versions/stored-rows'
import { z } from '@/io/zod'
import { LEDGER_NAME } from '@/ledger/records-name'
import { READINGS_NAME, TRACKS_NAME } from '@/store/exports/exports-worker'
import { notice } from '@/store/page/notices'
import { createPersistedStore, recordOf } from './persisted-store'

/**
 * Data stored only here, which the user would miss: versions of the package, field records, months of readings and of
 * tracks.
 */
export const STORED_DATA = ['versions', 'records', 'readings', 'tracks'] as const
export type StoredDataType = (typeof STORED_DATA)[number]

/** Where each is stored: a database of this browser and its table. */
const PLACES: Readonly<Record<StoredDataType, readonly [database: string, table: string]>> = {
  versions: ['chentu', 'versions'],
  records: [LEDGER_NAME, 'events'],
  readings: [READINGS_NAME, 'parts'],
  tracks: [TRACKS_NAME, 'parts'],
}

interface Mark {
  /** When rows were last seen there, in milliseconds since 1970. */
  readonly at: number
  readonly count: number
}

interface KeptMarks {
  /** By database: what was seen in it. */
  readonly marks: Readonly<Record<string, Mark>>
  setMarks(marks: Readonly<Record<string, Mark>>): void
}

/**
 * What this browser's databases contained when last checked. A browser short of space may clear databases and files but
 * keep localStorage: a mark without rows reveals that. If everything was cleared there are no marks either, as on first
 * use.
 */
export const useStoredDataMarks = createPersistedStore<KeptMarks>(
  'chentu-kept-marks',
  { marks: recordOf(z.object({ at: z.number(), count: z.number() })) },
  (set) => ({ marks: {}, setMarks: (marks) => set({ marks }) }),
)

const MINUTE_MS = 60_000
const databaseOf = (thing: StoredDataType) => PLACES[thing][0]

/** Number of rows of each; those that cannot be counted are left out. */
async function countedThings(): Promise<ReadonlyMap<StoredDataType, number>> {
  const counted = new Map<StoredDataType, number>()
  for (const thing of STORED_DATA) {
    try {
      counted.set(thing, await storedRows(...PLACES[thing]))
    } catch {
      // A browser that stores nothing, or a schema of a later version: the number is unknown.
    }
  }
  return counted
}

/** Something that existed at the last check and is gone, with the time it was last seen. */
export interface LostData extends Mark {
  readonly thing: StoredDataType
}

/**
 * Marked things that have no rows any more. Marks stay until the user has read about it ({@link dismissLostData}) or stored
 * something new.
 */
export function lostData(
  marks: Readonly<Record<string, Mark>>,
  counted: ReadonlyMap<StoredDataType, number>,
): readonly LostData[] {
  return STORED_DATA.flatMap((thing) => {
    const mark = marks[databaseOf(thing)]
    return mark && counted.get(thing) === 0 ? [{ ...mark, thing }] : []
  })
}

/**
 * The marks after another check: things with rows are marked, those without are not; those that could not be counted
 * stay unchanged.
 */
export function marksAfter(
  marks: Readonly<Record<string, Mark>>,
  counted: ReadonlyMap<StoredDataType, number>,
  gone: readonly LostData[],
  at: number,
): Readonly<Record<string, Mark>> {
  const after = { ...marks }
  for (const [thing, count] of counted) {
    const name = databaseOf(thing)
    if (count > 0) after[name] = { at, count }
    // Things missing at the start stay marked until the user has read about it; things missing since then were deleted
    // by the user.
    else if (!gone.some((each) => each.thing === thing)) delete after[name]
  }
  return after
}

let gone: readonly LostData[] = []

/** What was found missing at the start of this page. */
export const lostAtStart = (): readonly LostData[] => gone

/** Checks once, at the start, whether everything is still here, and shows a notice if not. */
export async function checkForLostData(): Promise<void> {
  gone = lostData(useStoredDataMarks.getState().marks, await countedThings())
  notice('kept-gone', gone.length > 0)
  await markStoredData()
}

/** Marks what is here now. */
export async function markStoredData(): Promise<void> {
  const counted = await countedThings()
  const { marks, setMarks } = useStoredDataMarks.getState()
  const after = marksAfter(marks, counted, gone, Date.now())
  // The time last seen is displayed as a day, so it need not be written more often.
  const dayOf = (mark: Mark | undefined) => mark && localDay(Math.floor(mark.at / MINUTE_MS))
  const isSame = (name: string) =>
    marks[name]?.count === after[name]?.count && dayOf(marks[name]) === dayOf(after[name])
  const isNothingNew = [...Object.keys(marks), ...Object.keys(after)].every(isSame)
  if (!isNothingNew) setMarks(after)
}

/** Once the user has read what is missing, it is not reported again. */
export function dismissLostData(): void {
  const names = new Set(gone.map(({ thing }) => databaseOf(thing)))
  gone = []
  const { marks, setMarks } = useStoredDataMarks.getState()
  setMarks(Object.fromEntries(Object.entries(marks).filter(([name]) => !names.has(name))))
}
