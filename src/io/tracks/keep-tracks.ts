import { formatDay, type Month } from '@/domain/calendar'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { byDay } from '@/domain/trucks/by-day'
import { dayOf } from '@/domain/trucks/clock-hours'
import { dropJumps } from '@/domain/trucks/drop-jumps'
import { joinTracks } from '@/domain/trucks/join-tracks'
import { judgeClean } from '@/domain/trucks/judge-tracks'
import { orderPositions } from '@/domain/trucks/order-positions'
import type { PlainGround } from '@/domain/trucks/plain-ground'
import { forEachTruck, type Positions, positionsWhere } from '@/domain/trucks/positions'
import { rowBatches } from '@/domain/trucks/row-batches'
import { placeFinder } from '@/domain/trucks/truck-places'
import { joinTold, type TrucksTold, type TruckTold } from '@/domain/trucks/truck-told'
import { nextTask } from '@/io/formats/next-task'
import { classOfPart, isSameClass } from '@/io/kept/part-class'
import { rangesOf } from '@/io/kept/part-shelf'
import { groundDigest } from './ground-digest'
import { outdatedFiles } from './outdated-files'
import { openTracks, readPositions } from './read-tracks'
import type { KeptTruck, TracksPart, TracksShelf } from './tracks-shelf'
import { writeBreaches, writePositions, writeStops, writeTrips } from './write-tracks'

/** Positions of a month that are judged and written together; about a hundred bytes of memory each. */
const GROUP_ROWS = 2_000_000

/** Progress of storing positions that were judged before. */
export interface KeepOptions {
  /** An error thrown here aborts the process; nothing of it is then on the shelf. */
  say(done: number, of: number): void
  /** What is known of the trucks besides their positions, by data class. */
  readonly told?: Partial<Readonly<Record<DataClass, TrucksTold>>>
}

/** Result of storing. */
export interface KeepResult {
  readonly months: readonly Month[]
  readonly trucks: number
}

/**
 * Adds clean positions (each batch sorted by truck and time) to the stored ones, and judges the affected trucks again;
 * for the same truck and second the later position counts. Made-up positions are kept separate. All of it is on the
 * shelf at the end, or nothing.
 */
export async function keepTracks(
  shelf: TracksShelf,
  batches: readonly Positions[],
  ground: PlainGround,
  { say, told = {} }: KeepOptions,
  madeUp: readonly Positions[] = [],
): Promise<KeepResult> {
  const all = [...batches, ...madeUp]
  const ofClass: readonly (readonly [DataClass, readonly Positions[]])[] = [
    ['real', batches],
    ['illustrative', madeUp],
  ]
  const months = [...new Set(all.flatMap(monthsOf))].sort()
  const of = all.reduce((sum, { second }) => sum + second.length, 0)
  const seen = new Set<string>()
  await shelf.alone(async () => {
    const [written, instead]: [TracksPart[], number[]] = [[], []]
    const parts = await shelf.list()
    let group = parts.reduce((most, part) => Math.max(most, part.group), 0)
    let done = 0
    for (const [month, [dataClass, own]] of months.flatMap((each) => ofClass.map((some) => [each, some] as const))) {
      const ofMonth = own.map((batch) => withinMonth(batch, month)).filter(({ second }) => second.length > 0)
      for (const unit of unitsOf(
        ofMonth,
        parts.filter((part) => part.month === month && isSameClass(part, dataClass)),
      )) {
        await nextTask()
        say(done, of)
        const mine = parts.filter((part) => part.month === month && part.group === unit.group && part.table !== 'hauls')
        const before = await positionsOf(shelf, mine)
        const added = ofMonth.map((batch) => ofTrucks(batch, unit.plates)).filter(({ second }) => second.length > 0)
        const joined = joinTracks([...before, ...added])
        // A later import may correct an earlier one, so none of its positions is late.
        const { positions } = orderPositions(joined, new Uint8Array(joined.second.length))
        const toldOf = joinedTold(keptTold(mine, countOf(positions), added), told[dataClass])
        for (const plates of rowBatches(countOf(positions), GROUP_ROWS).map((batch) => new Set(batch.plates))) {
          await nextTask()
          say(done, of)
          written.push(
            ...(await writeGroup(
              shelf,
              { month, group: ++group, ...classOfPart(dataClass) },
              ofTrucks(positions, plates),
              ground,
              toldOf,
            )),
          )
        }
        instead.push(...mine.map(({ id }) => id))
        done += added.reduce((sum, { second }) => sum + second.length, 0)
        for (const plate of unit.plates) seen.add(plate)
      }
    }
    say(of, of)
    await shelf.swap(written, instead)
  })
  return { months, trucks: seen.size }
}

const monthOfDay = (day: number): Month => formatDay(day).slice(0, 7)
const monthsOf = ({ second }: Positions): Month[] => [...new Set([...new Set(second.map(dayOf))].map(monthOfDay))]

function withinMonth(positions: Positions, month: Month): Positions {
  const known = new Map<number, boolean>()
  return positionsWhere(positions, (row) => {
    const day = dayOf(positions.second[row]!)
    const before = known.get(day)
    if (before !== undefined) return before
    const is = monthOfDay(day) === month
    known.set(day, is)
    return is
  })
}

function ofTrucks(positions: Positions, plates: ReadonlySet<string>): Positions {
  const isWanted = positions.trucks.map((plate) => plates.has(plate))
  return positionsWhere(positions, (row) => isWanted[positions.truck[row]!]!)
}

/** Number of rows by plate. */
function countOf(positions: Positions): Map<string, number> {
  const counts = new Map<string, number>()
  forEachTruck(positions.truck, (begin, end) => {
    const plate = positions.trucks[positions.truck[begin]!]!
    counts.set(plate, (counts.get(plate) ?? 0) + end - begin)
  })
  return counts
}

/** Groups of trucks to be judged together: each stored group with new positions, and all other trucks in batches. */
function unitsOf(batches: readonly Positions[], parts: readonly TracksPart[]) {
  const counts = new Map<string, number>()
  for (const [plate, rows] of batches.flatMap((batch) => [...countOf(batch)]))
    counts.set(plate, (counts.get(plate) ?? 0) + rows)
  const groups = parts
    .filter(({ trucks = [] }) => trucks.some(({ plate }) => counts.has(plate)))
    .map(({ group, trucks = [] }) => ({ group, plates: new Set(trucks.map(({ plate }) => plate)) }))
  for (const plate of groups.flatMap(({ plates }) => [...plates])) counts.delete(plate)
  const others = rowBatches(counts, GROUP_ROWS).map(({ plates }) => ({ group: 0, plates: new Set(plates) }))
  return [...groups, ...others]
}

async function positionsOf(shelf: TracksShelf, parts: readonly TracksPart[]): Promise<Positions[]> {
  const files = parts.filter(({ table }) => table === 'positions')
  return Promise.all(files.map(async (part) => readPositions(await openTracks(rangesOf(await shelf.fileOf(part))), {})))
}

/** Properties shared by the files of one group. */
type GroupFacts = Pick<TracksPart, 'month' | 'group' | 'dataClass'>

async function writeGroup(
  shelf: TracksShelf,
  of: GroupFacts,
  ordered: Positions,
  ground: PlainGround,
  toldOf: (plate: string) => TruckTold,
): Promise<TracksPart[]> {
  // Between the end of one export and the start of the next there may be a jump that neither contains.
  const { positions } = dropJumps(ordered, ground.settings.clean)
  const facts = {
    ...of,
    table: 'positions',
    rows: positions.second.length,
    trucks: keptTrucks(positions, toldOf),
  } as const
  return [
    await shelf.write(facts, writePositions(byDay(positions), of.dataClass)),
    ...(await writeJudged(shelf, of, positions, ground)),
  ]
}

/** Writes stops, trips and breaches derived from positions. */
async function writeJudged(
  shelf: TracksShelf,
  of: GroupFacts,
  positions: Positions,
  ground: PlainGround,
): Promise<TracksPart[]> {
  const { settings, places, bans } = ground
  const { stops, trips, breaches } = judgeClean(positions, settings, { places: placeFinder(places), bans })
  const facts = { ...of, judgedBy: groundDigest(ground) }
  return [
    await shelf.write({ ...facts, table: 'stops', rows: stops.from.length }, writeStops(stops, of.dataClass)),
    await shelf.write({ ...facts, table: 'trips', rows: trips.from.length }, writeTrips(trips, of.dataClass)),
    await shelf.write(
      { ...facts, table: 'breaches', rows: breaches.from.length },
      writeBreaches(breaches, of.dataClass),
    ),
  ]
}

/**
 * Cuts and judges stored tracks again if that was done with other lists or settings. Each group of trucks is processed
 * as a whole.
 */
export async function judgeAgain(shelf: TracksShelf, ground: PlainGround, { say }: KeepOptions): Promise<void> {
  await shelf.alone(async () => {
    const parts = await shelf.list()
    const behind = outdatedFiles(parts, groundDigest(ground))
    const of = behind.reduce((sum, { rows }) => sum + rows, 0)
    let done = 0
    for (const { month, group, rows, ...part } of behind) {
      await nextTask()
      say(done, of)
      const [positions] = await positionsOf(shelf, [{ month, group, rows, ...part }])
      const { positions: ordered } = orderPositions(positions!)
      const instead = parts.filter(
        (each) => each.month === month && each.group === group && each.table !== 'positions' && each.table !== 'hauls',
      )
      const written = await writeJudged(shelf, { month, group, ...classOfPart(part.dataClass) }, ordered, ground)
      await shelf.swap(
        written,
        instead.map(({ id }) => id),
      )
      done += rows
    }
    say(of, of)
  })
}

/**
 * What stored files tell of their trucks that still holds after an import: a chosen datum holds as long as a position
 * of its import is left. `counts`: number of positions with those added, by plate.
 */
function keptTold(
  parts: readonly TracksPart[],
  counts: ReadonlyMap<string, number>,
  added: readonly Positions[],
): TrucksTold {
  const before = parts.flatMap(({ trucks = [] }) => trucks)
  const assumed = new Set(before.flatMap((each) => (each.assumed === undefined ? [] : [each.plate])))
  const joined = joinTracks(added.map((batch) => ofTrucks(batch, assumed)))
  const own = countOf(orderPositions(joined, new Uint8Array(joined.second.length)).positions)
  // If the added positions alone are as many as all together, each stored one was replaced.
  const isReplaced = (plate: string) => own.get(plate) === counts.get(plate)
  return new Map(
    before.map(({ assumed, ...each }) => [
      each.plate,
      assumed === undefined || isReplaced(each.plate) ? each : { ...each, assumed },
    ]),
  )
}

/** What is known of a truck from stored files and from an import, which counts if both tell something. */
const joinedTold =
  (before: TrucksTold, added?: TrucksTold) =>
  (plate: string): TruckTold =>
    joinTold([before.get(plate) ?? {}, added?.get(plate) ?? {}])

function keptTrucks({ trucks, truck, second }: Positions, toldOf: (plate: string) => TruckTold): KeptTruck[] {
  const kept: KeptTruck[] = []
  forEachTruck(truck, (begin, end) => {
    kept.push({
      plate: trucks[truck[begin]!]!,
      rows: end - begin,
      from: second[begin]!,
      until: second[end - 1]!,
      days: [...new Set(second.subarray(begin, end).map(dayOf))],
      ...toldOf(trucks[truck[begin]!]!),
    })
  })
  return kept
}
