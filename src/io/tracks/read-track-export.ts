import { classByFileName, classColumn, detectMadeUpRows } from '@/domain/intake/recognise/made-up'
import type { FlagWords } from '@/domain/intake/rows/flag-words'
import type { SplitTime } from '@/domain/monitoring/split-time'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { plateOf } from '@/domain/trucks/fleet'
import { GrowingPositions } from '@/domain/trucks/growing-positions'
import { JT808_LINE, readJt808 } from '@/domain/trucks/jt808'
import { FULL, HALF, PER_DEGREE, type Positions } from '@/domain/trucks/positions'
import { canBeTracksHeading, type TrackColumn, type TrackForm, trackForm } from '@/domain/trucks/track-form'
import { TrackMarks } from '@/domain/trucks/track-marks'
import { decoded, findEncoding } from '@/io/formats/encoding'
import { type ExportMarks, type ExportProgress, firstText, openExport, startsWith } from '@/io/formats/export-table'
import type { SheetFile } from '@/io/formats/table-file'
import { withWholeTimes } from '@/io/formats/whole-times'
import { rangesOf } from '@/io/kept/part-shelf'
import { type UnreadRow, UnreadRows } from '@/io/readings/unread-rows'
import { parquetSheet } from './parquet-sheet'
import { faultOf, positionRows } from './position-rows'
import { openTracks, readPositions, TracksRefused } from './read-tracks'

/** A recognised column of an export of positions, with its heading. */
export interface KnownColumn {
  readonly of: TrackColumn
  readonly heading: string
}

/** An export of positions as read; rows in the order of the file. */
export interface TrackExport {
  readonly file: string
  readonly positions: Positions
  /** For each position its row or line in the file, from 1. */
  readonly lines: Uint32Array
  /** From the file's metadata, its column of data classes, or its name. */
  readonly dataClass: DataClass
  /** The two columns from which times are joined; null if they are in one column. */
  readonly wholeTimes: Pick<SplitTime, 'day' | 'time'> | null
  /** Null for packets of terminals, which have no columns. */
  readonly columns: readonly KnownColumn[] | null
  /** Headings of columns that are not read. */
  readonly others: readonly string[]
  /** The company that the file names for a truck, by plate; trucks without one are left out. */
  readonly companies: ReadonlyMap<string, string>
  /** How columns marked with yes and no were read. */
  readonly flagWords: readonly FlagWords[]
  readonly unread: { readonly count: number; readonly named: readonly UnreadRow[] }
}

const ENDING = /\.[^.]*$/
/** Headings of any export of positions. */
const HEADINGS = [/时间|时刻|日期|时段|小时|time|date/i, /经度|东经|lon|lng/i, /纬度|北纬|lat/i]

/** Plate of a terminal, by its SIM number; the number itself if unknown. */
export type PlateOfTerminal = (terminal: string) => string

type Say = (progress: ExportProgress) => void

/**
 * Reads an export of truck positions: a table, Parquet, or JT/T 808 packets in hexadecimal, one per line. Null if it is
 * none of these: it may be any other file. An error thrown by `say` ends the reading; for Parquet, `say` first reports
 * the number of rows. `isSaid`: the user stated that it is such an export.
 */
export async function readTrackExport(
  file: File,
  onProgress: Say = () => undefined,
  plateOfTerminal: PlateOfTerminal = (terminal) => terminal,
  isSaid = false,
): Promise<TrackExport | null> {
  const into = new GrowingPositions()
  const unread = new UnreadRows(file.name)
  let columns: readonly KnownColumn[] | null = null
  const others = new Set<string>()
  const marks = new TrackMarks()
  const companies = new Map<string, string>()
  let dataClass = classByFileName(file.name)
  let wholeTimes: TrackExport['wholeTimes'] = null
  const madeUp = () => {
    dataClass = 'illustrative'
  }
  const folded = (await startsWith(file, 'PAR1')) ? await foldedPositions(file, onProgress) : null
  if (folded) {
    if (folded.dataClass === 'illustrative') madeUp()
    takeFolded(folded.positions, into, onProgress, file.size)
  } else if (await holdsPackets(file)) await readPackets(file, into, unread, plateOfTerminal, onProgress)
  else {
    const parquet = (await startsWith(file, 'PAR1')) ? await parquetSheet(file) : null
    const sheets = (parquet ? [parquet] : await tableSheets(file, isSaid)).map(whole)
    const forms = sheets.map(({ head }) => trackForm(head, isSaid))
    if (forms.every((form) => form === null)) return null
    // Reported before reading, so that the caller can stop if there are too many.
    if (parquet) onProgress({ rows: parquet.rowCount, consumed: 0 })
    if (parquet?.dataClass === 'illustrative') madeUp()
    const known = new Map<string, KnownColumn>()
    for (const [at, form] of forms.entries()) {
      if (!form) continue
      const sheet = sheets[at]!
      if (sheet.split) wholeTimes ??= { day: sheet.split.day, time: sheet.split.time }
      for (const [of, column] of Object.entries(form.columns) as [TrackColumn, number][])
        known.set(`${of} ${form.header.names[column]}`, { of, heading: form.header.names[column]! })
      for (const heading of headingsLeft(form)) if (heading !== sheet.split?.day) others.add(heading)
      const plate = forms.filter((each) => each !== null).length > 1 ? sheet.head.name : file.name.replace(ENDING, '')
      const take = detectMadeUpRows(
        form.header.names,
        positionRows(form, plate, into, unread, marks, companies),
        madeUp,
      )
      await sheet.read((rows, first, consumed) => {
        take(rows, first)
        onProgress({ rows: into.length, consumed })
      })
    }
    columns = [...known.values()]
    if (marks.isLoadMarked) into.replaceLoad(HALF, FULL)
  }
  return {
    file: file.name,
    positions: into.positions(),
    lines: into.lines,
    ...{ dataClass, wholeTimes },
    columns,
    companies: new Map([...companies].map(([plate, company]) => [plateOf(plate), company])),
    ...{ others: [...others], flagWords: marks.finish() },
    unread: { count: unread.count, named: unread.named },
  }
}

/** Headings of a table's columns that no part of a position comes from. */
function headingsLeft({ header: { names }, columns }: TrackForm): string[] {
  const read = new Set([...Object.values(columns), classColumn(names)])
  return names.filter((name, column) => name !== '' && !read.has(column))
}

/** Positions as written by folding or by another browser; null if the file is something else. @throws TracksRefused */
async function foldedPositions(
  file: File,
  onProgress: Say,
): Promise<{ readonly positions: Positions; readonly dataClass: DataClass } | null> {
  try {
    const tracks = await openTracks(rangesOf(file))
    if (!FOLDED.every((name) => tracks.names.has(name))) return null
    // Reported before reading, so that the caller can stop if there are too many.
    onProgress({ rows: tracks.rows, consumed: 0 })
    return { positions: await readPositions(tracks, {}), dataClass: tracks.dataClass }
  } catch (error) {
    if (error instanceof TracksRefused && error.why === 'no-tracks') return null
    throw error
  }
}

const FOLDED = ['lon', 'lat', 'speed', 'direction', 'load', 'closed', 'lifted']

function takeFolded(positions: Positions, into: GrowingPositions, onProgress: Say, bytes: number): void {
  const { trucks, truck, second } = positions
  for (let row = 0; row < second.length; row++) {
    const position = {
      second: second[row]!,
      ...{ lon: positions.lon[row]!, lat: positions.lat[row]! },
      ...{ speed: positions.speed[row]!, direction: positions.direction[row]! },
      ...{ load: positions.load[row]!, state: positions.state[row]! },
    }
    into.add(trucks[truck[row]!]!, position, row + 1)
    if (row % 100_000 === 0) onProgress({ rows: into.length, consumed: (row / second.length) * bytes })
  }
}

const whole = <T extends Pick<SheetFile, 'head' | 'read'>>(sheet: T) => withWholeTimes(sheet, canBeTracksHeading)

const MARKS: ExportMarks = {
  signs: { headings: HEADINGS },
  isOf: (sheet) => trackForm(whole(sheet).head, false) !== null,
}

const tableSheets = async (file: File, isSaid: boolean) =>
  ((await openExport(file, isSaid ? null : MARKS))?.sheets ?? []).filter(({ hidden }) => !hidden)

const holdsPackets = async (file: File): Promise<boolean> =>
  /\.(?:txt|log|dat|hex)$/i.test(file.name) && JT808_LINE.test(await firstText(file))

async function readPackets(
  file: File,
  into: GrowingPositions,
  unread: UnreadRows,
  plateOfTerminal: PlateOfTerminal,
  onProgress: Say,
): Promise<void> {
  const { encoding } = await findEncoding(file)
  let [rest, line] = ['', 0]
  const take = (text: string) => {
    const packet = readJt808(text)
    const at = line++
    if (packet === null) return
    if ('fault' in packet) return unread.add(at, null, packet.fault, text)
    const plate = plateOfTerminal(packet.terminal)
    if (packet.hasUnfixed) unread.add(at, null, 'unfixed', '', plate)
    for (const position of packet.positions) {
      const [lon, lat] = [position.lon / PER_DEGREE, position.lat / PER_DEGREE]
      const why = faultOf(lon, lat)
      if (why) unread.add(at, null, why, `${lon}, ${lat}`, plate)
      else into.add(plate, position, at + 1)
    }
  }
  for await (const { text, consumed } of decoded(file, encoding)) {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop()!
    for (const each of lines) take(each)
    onProgress({ rows: into.length, consumed })
  }
  if (rest.trim() !== '') take(rest)
}
