import type { DayNumber, Month } from '@/domain/calendar'
import { formatDay } from '@/domain/calendar'
import type { Datum } from '@/domain/geodesy/datum'
import { cleanTracks, type TruckDatum } from '@/domain/trucks/clean-tracks'
import { dayOf } from '@/domain/trucks/clock-hours'
import { joinTracks } from '@/domain/trucks/join-tracks'
import { lateRows } from '@/domain/trucks/order-positions'
import type { PlainGround } from '@/domain/trucks/plain-ground'
import { FIRST_SECOND, type Positions, pickedPositions, type Second, SHOWN_ROWS } from '@/domain/trucks/positions'
import { rowBatches } from '@/domain/trucks/row-batches'
import { placeFinder } from '@/domain/trucks/truck-places'
import { nextTask } from '@/io/formats/next-task'
import type { UnreadRow } from '@/io/readings/unread-rows'
import type { KnownColumn, TrackExport } from '@/io/tracks/read-track-export'
import { type DatumLine, isUntold } from '@/workspace/import/datum-choices'
import type { CleanExports, CleanFiles } from './decided-tracks'

/**
 * Why a position is not kept as it came: late ones are sorted into place, all others left out. `ahead`: in the
 * future; `before`: before {@link FIRST_SECOND}. No row has more than one.
 */
export type LeftOutReason = 'doubled' | 'late' | 'jump' | 'ahead' | 'before'

/** A position that is not kept as it came, with its row in the file. */
export interface LeftOutRow {
  readonly file: string
  readonly row: number
  readonly plate: string
  readonly second: Second
  readonly why: LeftOutReason
}

/** Files of positions for the user to review before they are kept. */
export interface TracksReview {
  readonly files: readonly {
    /** Index of the file: files from several folders may have the same name. */
    readonly place: number
    readonly file: string
    readonly rows: number
    readonly unread: number
    readonly columns: readonly KnownColumn[] | null
    /** Headings of columns that are not read. */
    readonly others: TrackExport['others']
    readonly flagWords: TrackExport['flagWords']
    readonly wholeTimes: TrackExport['wholeTimes']
  }[]
  /** Files marked as made up; they are kept as such. */
  readonly madeUp: readonly string[]
  /** Rows that are kept. */
  readonly rows: number
  readonly months: readonly Month[]
  /** Those with positions from files that are not marked as made up. */
  readonly realMonths: readonly Month[]
  readonly days: number
  readonly trucks: number
  /** Trucks that are on no list of the package; null if it has no list. */
  readonly unlisted: number | null
  /** How many of these have a company in the files. */
  readonly named: number
  readonly from: Second
  readonly until: Second
  readonly datums: readonly DatumLine[]
  readonly counts: Readonly<Record<LeftOutReason | 'encrypted', number>>
  /** The first rows of each reason. */
  readonly leftOut: readonly LeftOutRow[]
  readonly unread: readonly UnreadRow[]
}

/** Reference data for checking positions. */
export interface TracksBase {
  readonly ground: PlainGround
  /** Plates on the package's list; empty if it has none. */
  readonly plates: ReadonlySet<string>
  /** Plates by terminal number. */
  readonly plateOf: ReadonlyMap<string, string>
}

/** Positions processed at a time; the user can cancel between two batches. */
const BATCH_ROWS = 500_000
/** Most unreadable rows shown. */
const UNREAD_SHOWN = 100
/** Tolerance for clocks that run ahead of the office's. */
const AHEAD_SECONDS = 3600

interface Source {
  readonly of: TrackExport
  /** Index of the file. */
  readonly place: number
  readonly positions: Positions
  /** 1 for each row that the file has after a later one of the same truck. */
  readonly isLate: Uint8Array
}

/** Replaces terminal numbers by plates. */
function named(positions: Positions, plateOf: ReadonlyMap<string, string>): Positions {
  if (!positions.trucks.some((each) => plateOf.has(each))) return positions
  const names = positions.trucks.map((each) => plateOf.get(each) ?? each)
  const trucks = [...new Set(names)]
  const places = names.map((each) => trucks.indexOf(each))
  return { ...positions, trucks, truck: Uint32Array.from(positions.truck, (of) => places[of]!) }
}

/**
 * Cleans files of positions and summarises them, with all that the user has to decide before they are kept. `now`:
 * time of the office's clock. An error thrown by `say` ends the work. `remembered`: datums chosen in earlier imports, by
 * plate.
 */
export async function reviewTracks(
  exports: readonly TrackExport[],
  { ground, plates, plateOf }: TracksBase,
  now: Second,
  onProgress: (done: number, of: number) => void,
  remembered: ReadonlyMap<string, Datum> = new Map(),
): Promise<{ readonly review: TracksReview; readonly clean: CleanExports }> {
  const wrongAs = (second: Second) => (second > now + AHEAD_SECONDS ? 'ahead' : second < FIRST_SECOND ? 'before' : null)
  const isWrong = (second: Second) => wrongAs(second) !== null
  const sources = exports.map((of, place): Source => {
    const positions = named(of.positions, plateOf)
    return { of, place, positions, isLate: lateRows(positions, isWrong) }
  })
  const counts = { doubled: 0, late: 0, jump: 0, ahead: 0, before: 0, encrypted: 0 }
  const leftOut: LeftOutRow[] = []
  for (const { of, positions } of sources) {
    const clock: Record<'ahead' | 'before', number[]> = { ahead: [], before: [] }
    for (let row = 0; row < positions.second.length; row++) {
      const why = wrongAs(positions.second[row]!)
      if (why === null) continue
      counts[why]++
      if (clock[why].length < SHOWN_ROWS) clock[why].push(row)
    }
    for (const why of ['ahead', 'before'] as const) leftOut.push(...placed(of, positions, clock[why], why))
  }
  const all = sources.reduce((sum, { positions }) => sum + positions.second.length, 0) - counts.ahead - counts.before
  const finder = { ...ground, places: placeFinder(ground.places) }
  const days = new Set<DayNumber>()
  const plateSeen = new Set<string>()
  let [done, from, until] = [0, Number.POSITIVE_INFINITY, 0]
  /** Cleans files of one data class: a made-up position must never replace a real one. */
  async function cleanOf(some: readonly Source[], isMadeUp: boolean) {
    const batches: Positions[] = []
    const datums: DatumLine[] = []
    const rowsOf = rowsByPlate(some, isWrong)
    const filesOf = filesByPlate(some, isWrong)
    for (const plate of rowsOf.keys()) plateSeen.add(plate)
    for (const batch of rowBatches(rowsOf, BATCH_ROWS)) {
      await nextTask()
      onProgress(done, all)
      const picked = some.map((source) => rowsOfTrucks(source, new Set(batch.plates), isWrong))
      const parts = picked.map((rows, at) => pickedPositions(some[at]!.positions, rows))
      const clean = cleanTracks(joinTracks(parts), ground.settings, finder, undefined, lateAmong(some, picked))
      const inFile = (rows: readonly number[], why: LeftOutReason) =>
        rows.flatMap((row) => {
          const { at, own } = partOf(picked, row)
          const source = some[at]!
          return placed(source.of, source.positions, [picked[at]![own]!], why)
        })
      const { doubled, late, jumps } = clean.rowsOf
      leftOut.push(...inFile(doubled, 'doubled'), ...inFile(late, 'late'), ...inFile(jumps, 'jump'))
      counts.doubled += clean.doubled
      counts.late += clean.late
      counts.jump += clean.jumps
      counts.encrypted += clean.encrypted
      datums.push(
        ...clean.datums.map((told) => ({
          ...datumLine(told, isMadeUp),
          ...rememberedOf(remembered.get(told.truck)),
          files: filesOf.get(told.truck) ?? [],
        })),
      )
      batches.push(clean.positions)
      for (const second of clean.positions.second) {
        days.add(dayOf(second))
        from = Math.min(from, second)
        until = Math.max(until, second)
      }
      done += batch.rows
    }
    return { batches, datums, companies: companiesOf(some, plateOf) }
  }
  const isMadeUp = ({ of }: Source) => of.dataClass === 'illustrative'
  const real = await cleanOf(
    sources.filter((source) => !isMadeUp(source)),
    false,
  )
  const realMonths = monthsOf(days)
  const madeUp = await cleanOf(sources.filter(isMadeUp), true)
  const unlisted = [...plateSeen].filter((plate) => !plates.has(plate))
  const firstOf = (why: LeftOutReason) => leftOut.filter((each) => each.why === why).slice(0, SHOWN_ROWS)
  const review: TracksReview = {
    files: exports.map(({ file, positions, unread, columns, others, flagWords, wholeTimes }, place) => ({
      ...{ place, file, rows: positions.second.length, unread: unread.count },
      ...{ columns, others, flagWords, wholeTimes },
    })),
    madeUp: exports.flatMap(({ file, dataClass }) => (dataClass === 'illustrative' ? [file] : [])),
    rows: [...real.batches, ...madeUp.batches].reduce((sum, { second }) => sum + second.length, 0),
    ...{ months: monthsOf(days), realMonths },
    days: days.size,
    trucks: plateSeen.size,
    unlisted: plates.size === 0 ? null : unlisted.length,
    named: unlisted.filter((plate) => real.companies.has(plate) || madeUp.companies.has(plate)).length,
    ...{ from, until, counts },
    datums: [...real.datums, ...madeUp.datums],
    leftOut: (['ahead', 'before', 'doubled', 'jump', 'late'] as const).flatMap(firstOf),
    unread: exports.flatMap(({ unread }) => unread.named).slice(0, UNREAD_SHOWN),
  }
  const cleanFiles = ({ batches, datums, companies }: typeof real): CleanFiles => ({
    ...{ batches, companies },
    untold: new Set(datums.filter(isUntold).map(({ truck }) => truck)),
  })
  return { review, clean: { real: cleanFiles(real), illustrative: cleanFiles(madeUp) } }
}

const rememberedOf = (remembered: Datum | undefined) => (remembered === undefined ? {} : { remembered })

/** The company of each truck in some files; of several the later file counts. */
const companiesOf = (sources: readonly Source[], plateOf: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(
    sources.flatMap(({ of }) => [...of.companies].map(([plate, company]) => [plateOf.get(plate) ?? plate, company])),
  )

const monthsOf = (days: Iterable<DayNumber>): Month[] =>
  [...new Set(Array.from(days, (day) => formatDay(day).slice(0, 7)))].sort()

const placed = (of: TrackExport, positions: Positions, rows: readonly number[], why: LeftOutReason): LeftOutRow[] =>
  rows.map((row) => ({
    file: of.file,
    row: of.lines[row]!,
    plate: positions.trucks[positions.truck[row]!]!,
    second: positions.second[row]!,
    why,
  }))

/** Number of positions at possible times, by plate. */
function rowsByPlate(sources: readonly Source[], isWrong: (second: Second) => boolean): Map<string, number> {
  const rowsOf = new Map<string, number>()
  for (const { positions } of sources)
    for (let row = 0; row < positions.second.length; row++) {
      if (isWrong(positions.second[row]!)) continue
      const plate = positions.trucks[positions.truck[row]!]!
      rowsOf.set(plate, (rowsOf.get(plate) ?? 0) + 1)
    }
  return rowsOf
}

/** Places of the files with positions at possible times, by plate. */
function filesByPlate(sources: readonly Source[], isWrong: (second: Second) => boolean): Map<string, number[]> {
  const files = new Map<string, number[]>()
  for (const source of sources)
    for (const plate of rowsByPlate([source], isWrong).keys())
      files.set(plate, [...(files.get(plate) ?? []), source.place])
  return files
}

function rowsOfTrucks(
  { positions }: Source,
  plates: ReadonlySet<string>,
  isWrong: (second: Second) => boolean,
): Uint32Array {
  const isOf = positions.trucks.map((plate) => plates.has(plate))
  const rows = new Uint32Array(positions.second.length)
  let count = 0
  for (let row = 0; row < rows.length; row++)
    if (isOf[positions.truck[row]!] && !isWrong(positions.second[row]!)) rows[count++] = row
  return rows.slice(0, count)
}

/** Which rows of concatenated parts are late in their own file. */
function lateAmong(sources: readonly Source[], parts: readonly Uint32Array[]): Uint8Array {
  const isLate = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const [part, rows] of parts.entries()) for (const row of rows) isLate[at++] = sources[part]!.isLate[row]!
  return isLate
}

/** Finds a row of concatenated parts: the index of its part, and its index within that part. */
function partOf(parts: readonly Uint32Array[], row: number): { at: number; own: number } {
  let [at, own] = [0, row]
  while (own >= parts[at]!.length) own -= parts[at++]!.length
  return { at, own }
}

function datumLine({ truck, isEncrypted, rows, finding }: TruckDatum, isMadeUp: boolean): Omit<DatumLine, 'files'> {
  const { decided: datum, by, evidence } = finding
  const own = evidence.find((each) => each.datum === datum)
  const [hits, of] = by === 'line' ? [own?.lineHits, own?.lineRows] : [own?.knownHits, own?.knownRows]
  return { truck, isMadeUp, isEncrypted, datum, by, rows, hits: hits ?? 0, of: of ?? 0 }
}
