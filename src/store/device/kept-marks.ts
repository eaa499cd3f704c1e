import { localDay } from '@/domain/monitoring/local-time'
import { storedRows } from '@/io/versions/stored-rows'
import { z } from '@/io/zod'
import { LEDGER_NAME } from '@/ledger/records-name'
import { READINGS_NAME, TRACKS_NAME } from '@/store/exports/exports-worker'
import { notice } from '@/store/page/notices'
import { createKept, recordOf } from './kept'

/** What is only here and that a person would miss: versions of the package, records of the field, months of readings and of tracks. */
export const KEPT_THINGS = ['versions', 'records', 'readings', 'tracks'] as const
export type KeptThing = (typeof KEPT_THINGS)[number]

/** Where each of them stands: a database of this browser and its table. */
const PLACES: Readonly<Record<KeptThing, readonly [database: string, table: string]>> = {
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
 * What this browser's databases had when somebody last looked. A browser that is short of room clears databases and files of its
 * own, and leaves these short lists: a mark without its rows tells that. Where all was cleared there is no mark, as at a first start.
 */
export const useKeptMarks = createKept<KeptMarks>(
  'chentu-kept-marks',
  { marks: recordOf(z.object({ at: z.number(), count: z.number() })) },
  (set) => ({ marks: {}, setMarks: (marks) => set({ marks }) }),
)

const MINUTE_MS = 60_000
const databaseOf = (thing: KeptThing) => PLACES[thing][0]

/** How many rows each has; those that can't be asked are left out. */
async function countedThings(): Promise<ReadonlyMap<KeptThing, number>> {
  const counted = new Map<KeptThing, number>()
  for (const thing of KEPT_THINGS) {
    try {
      counted.set(thing, await storedRows(...PLACES[thing]))
    } catch {
      // A browser that keeps nothing, or a schema of a later version: nothing is known of it.
    }
  }
  return counted
}

/** What was here the last time and is gone, with when it was last seen. */
export interface GoneThing extends Mark {
  readonly thing: KeptThing
}

/** What is marked and has no rows any more. Marks stay until somebody has read that ({@link forgetGone}) or kept something new. */
export function goneOf(
  marks: Readonly<Record<string, Mark>>,
  counted: ReadonlyMap<KeptThing, number>,
): readonly GoneThing[] {
  return KEPT_THINGS.flatMap((thing) => {
    const mark = marks[databaseOf(thing)]
    return mark && counted.get(thing) === 0 ? [{ ...mark, thing }] : []
  })
}

/** Marks after another look: what has rows is marked, what has none is not; what could not be asked stays as it was. */
export function marksAfter(
  marks: Readonly<Record<string, Mark>>,
  counted: ReadonlyMap<KeptThing, number>,
  gone: readonly GoneThing[],
  at: number,
): Readonly<Record<string, Mark>> {
  const after = { ...marks }
  for (const [thing, count] of counted) {
    const name = databaseOf(thing)
    if (count > 0) after[name] = { at, count }
    // What was gone at the start stays marked until that was read; what is gone since then was taken away by a person.
    else if (!gone.some((each) => each.thing === thing)) delete after[name]
  }
  return after
}

let gone: readonly GoneThing[] = []

/** What was found to be gone at the start of this page. */
export const goneHere = (): readonly GoneThing[] => gone

/** Looks once, at the start, whether what was here is still here, and says so where it is not. */
export async function lookForGone(): Promise<void> {
  gone = goneOf(useKeptMarks.getState().marks, await countedThings())
  notice('kept-gone', gone.length > 0)
  await markKept()
}

/** Marks what is here now. */
export async function markKept(): Promise<void> {
  const counted = await countedThings()
  const { marks, setMarks } = useKeptMarks.getState()
  const after = marksAfter(marks, counted, gone, Date.now())
  // When rows were last seen is told by the day: no need to write it more often.
  const dayOf = (mark: Mark | undefined) => mark && localDay(Math.floor(mark.at / MINUTE_MS))
  const isSame = (name: string) =>
    marks[name]?.count === after[name]?.count && dayOf(marks[name]) === dayOf(after[name])
  const isNothingNew = [...Object.keys(marks), ...Object.keys(after)].every(isSame)
  if (!isNothingNew) setMarks(after)
}

/** Once somebody has read that something is gone, it is not said again. */
export function forgetGone(): void {
  const names = new Set(gone.map(({ thing }) => databaseOf(thing)))
  gone = []
  const { marks, setMarks } = useKeptMarks.getState()
  setMarks(Object.fromEntries(Object.entries(marks).filter(([name]) => !names.has(name))))
}
