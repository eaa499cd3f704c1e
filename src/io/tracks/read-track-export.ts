import { isRepeatedHeader } from '@/domain/intake/recognise/header'
import { secondOf } from '@/domain/monitoring/minute-of'
import { parseNumber } from '@/domain/sources/reading/cell'
import { GrowingPositions } from '@/domain/trucks/growing-positions'
import { JT808_LINE, readJt808 } from '@/domain/trucks/jt808'
import { NO_FIGURE, PER_DEGREE, type Positions, UNKNOWN } from '@/domain/trucks/positions'
import { closedState, liftState, loadOf, type TrackForm, trackForm } from '@/domain/trucks/track-form'
import { decoded, findEncoding } from '@/io/formats/encoding'
import { openFile } from '@/io/formats/open-file'
import { type UnreadRow, UnreadRows } from '@/io/readings/unread-rows'

/** An export of positions as it was read: rows in the order of the file. */
export interface TrackExport {
  readonly file: string
  readonly positions: Positions
  readonly unread: { readonly count: number; readonly named: readonly UnreadRow[] }
}

const HEAD_BYTES = 1 << 16
const ENDING = /\.[^.]*$/

/** Whose a terminal is, by the number of its SIM card; itself where nobody says. */
export type PlateOfTerminal = (terminal: string) => string

/**
 * Reads a file that positions of trucks were exported to: a table, or packets of JT/T 808 in hexadecimal, one a line. Null where it is
 * none: it may be any other file.
 */
export async function readTrackExport(
  file: File,
  say: (progress: { readonly rows: number; readonly consumed: number }) => void = () => undefined,
  plateOfTerminal: PlateOfTerminal = (terminal) => terminal,
): Promise<TrackExport | null> {
  const into = new GrowingPositions()
  const unread = new UnreadRows(file.name)
  if (await holdsPackets(file)) await readPackets(file, into, unread, plateOfTerminal, say)
  else {
    const answer = /\.(?:csv|tsv|txt|xlsx?|xlsm)$/i.test(file.name) ? await openFile(file) : null
    const sheets = answer && 'file' in answer ? answer.file.sheets.filter(({ hidden }) => !hidden) : []
    const forms = sheets.map(({ head }) => trackForm(head))
    if (forms.every((form) => form === null)) return null
    for (const [at, form] of forms.entries()) {
      if (!form) continue
      const sheet = sheets[at]!
      const plate = forms.filter((each) => each !== null).length > 1 ? sheet.head.name : file.name.replace(ENDING, '')
      const take = takeRows(form, plate, into, unread)
      await sheet.read((rows, first, consumed) => {
        take(rows, first)
        say({ rows: into.length, consumed })
      })
    }
  }
  return { file: file.name, positions: into.positions(), unread: { count: unread.count, named: unread.named } }
}

async function holdsPackets(file: File): Promise<boolean> {
  if (!/\.(?:txt|log|dat|hex)$/i.test(file.name)) return false
  const head = file.slice(0, HEAD_BYTES)
  const { encoding } = await findEncoding(head)
  for await (const { text } of decoded(head, encoding)) return JT808_LINE.test(text)
  return false
}

async function readPackets(
  file: File,
  into: GrowingPositions,
  unread: UnreadRows,
  plateOfTerminal: PlateOfTerminal,
  say: (progress: { readonly rows: number; readonly consumed: number }) => void,
): Promise<void> {
  const { encoding } = await findEncoding(file)
  let [rest, line] = ['', 0]
  const take = (text: string) => {
    const packet = readJt808(text)
    const at = line++
    if (packet === null) return
    if ('fault' in packet) return unread.add(at, null, packet.fault, text)
    const plate = plateOfTerminal(packet.terminal)
    for (const position of packet.positions) into.add(plate, position)
  }
  for await (const { text, consumed } of decoded(file, encoding)) {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop()!
    for (const each of lines) take(each)
    say({ rows: into.length, consumed })
  }
  if (rest.trim() !== '') take(rest)
}

/** What is asked of a cell for each of the many rows that say the same. */
function once<T>(read: (cell: string) => T): (cell: string) => T {
  const known = new Map<string, T>()
  return (cell) => {
    let found = known.get(cell)
    if (found === undefined) {
      found = read(cell)
      // A file of a year has as many times as rows.
      if (known.size > 100_000) known.clear()
      known.set(cell, found)
    }
    return found
  }
}

function numberIn(cell: string): number | null {
  const number = Number(cell)
  return Number.isFinite(number) && cell.trim() !== '' ? number : parseNumber(cell.normalize('NFKC').trim())
}

function takeRows({ header, columns }: TrackForm, ofFile: string, into: GrowingPositions, unread: UnreadRows) {
  const { plate, time, lon, lat, speed, direction, load, closed, lift } = columns
  const [second, loads, bodies, lifts] = [once(secondOf), once(loadOf), once(closedState), once(liftState)]
  const cellOf = (cells: readonly string[], column: number | undefined) =>
    column === undefined ? '' : (cells[column] ?? '')
  const figure = (cell: string, factor: number) => {
    const number = cell === '' ? null : numberIn(cell)
    return number === null || number < 0 ? NO_FIGURE : Math.min(NO_FIGURE - 1, Math.round(number * factor))
  }
  return (rows: readonly (readonly string[])[], first: number) => {
    for (const [i, cells] of rows.entries()) {
      const at = first + i
      if (at < header.firstRow + header.rowCount || cells.every((cell) => cell === '')) continue
      const when = second(cells[time] ?? '')
      if (when === null) {
        if (!isRepeatedHeader(cells, header)) unread.add(at, header.names[time]!, 'time', cells[time] ?? '')
        continue
      }
      const [x, y] = [numberIn(cells[lon] ?? ''), numberIn(cells[lat] ?? '')]
      if (x === null || y === null || Math.abs(x) > 180 || Math.abs(y) > 90 || (x === 0 && y === 0)) {
        unread.add(at, header.names[x === null ? lon : lat]!, 'number', `${cells[lon]}, ${cells[lat]}`)
        continue
      }
      const of = plate === undefined ? ofFile : (cells[plate]?.trim() ?? '')
      if (of === '') {
        unread.add(at, header.names[plate!]!, 'device', '')
        continue
      }
      into.add(of, {
        second: when,
        lon: Math.round(x * PER_DEGREE),
        lat: Math.round(y * PER_DEGREE),
        speed: figure(cellOf(cells, speed), 10),
        direction: figure(cellOf(cells, direction), 1),
        load: load === undefined ? UNKNOWN : loads(cellOf(cells, load)),
        state:
          (closed === undefined ? 0 : bodies(cellOf(cells, closed))) |
          (lift === undefined ? 0 : lifts(cellOf(cells, lift))),
      })
    }
  }
}
