import { isRepeatedHeader } from '@/domain/intake/recognise/header'
import { secondOf } from '@/domain/monitoring/minute-of'
import { isAbsentMark, parseNumber } from '@/domain/sources/reading/cell'
import type { GrowingPositions } from '@/domain/trucks/growing-positions'
import { NO_FIGURE, PER_DEGREE, STATE, UNKNOWN } from '@/domain/trucks/positions'
import type { TrackForm } from '@/domain/trucks/track-form'
import type { TrackMarks } from '@/domain/trucks/track-marks'
import type { TakeRows } from '@/io/readings/table-rows'
import type { UnreadReason, UnreadRows } from '@/io/readings/unread-rows'

/** Caches the result of parsing a cell, since many rows have the same text. */
function once<T>(read: (cell: string) => T): (cell: string) => T {
  const known = new Map<string, T>()
  return (cell) => {
    let found = known.get(cell)
    if (found === undefined) {
      found = read(cell)
      // A year's file has as many times as rows.
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

/** China including its seas, for recognising swapped coordinates. */
const isEast = (lon: number) => lon > 73 && lon < 136
const isNorth = (lat: number) => lat > 3 && lat < 54

/** The fault of a position in degrees; null if none. */
export function faultOf(lon: number | null, lat: number | null): UnreadReason | null {
  if (lon === null || lat === null) return 'position'
  if (lon === 0 && lat === 0) return 'origin'
  if (isEast(lat) && isNorth(lon)) return 'swapped'
  return Math.abs(lon) > 180 || Math.abs(lat) > 90 ? 'position' : null
}

/**
 * Reads rows of a table of positions; `ofFile` is the plate if no column names it, `marks` those of its file.
 * `companies`: receives the company that the table names for each truck, by the plate as written; the last one counts.
 */
export function positionRows(
  { header, columns }: TrackForm,
  ofFile: string,
  into: GrowingPositions,
  unread: UnreadRows,
  marks: TrackMarks,
  companies: Map<string, string>,
): TakeRows {
  const { plate, time, lon, lat, speed, direction, load, closed, lift, fixed, company } = columns
  const second = once(secondOf)
  const [loads, bodies] = [once((cell) => marks.load(cell)), once((cell) => marks.closed(cell))]
  const [lifts, fixes] = [once((cell) => marks.lift(cell)), once((cell) => marks.fixed(cell))]
  const cellOf = (cells: readonly string[], column: number | undefined) =>
    column === undefined ? '' : (cells[column] ?? '')
  const bothNames = `${header.names[lon]}, ${header.names[lat]}`
  /** Reports a cell that cannot be read; the position counts without it. */
  const note = (at: number, column: number | undefined, cell: string, isRead: boolean) => {
    if (!isRead && column !== undefined && cell.trim() !== '' && !isAbsentMark(cell))
      unread.add(at, header.names[column]!, 'figure', cell)
  }
  const figure = (cell: string, factor: number) => {
    const number = cell === '' ? null : numberIn(cell)
    return number === null || number < 0 ? NO_FIGURE : Math.min(NO_FIGURE - 1, Math.round(number * factor))
  }
  return (rows, first) => {
    for (const [i, cells] of rows.entries()) {
      const at = first + i
      if (at < header.firstRow + header.rowCount || cells.every((cell) => cell === '')) continue
      const when = second(cells[time] ?? '')
      if (when === null) {
        if (!isRepeatedHeader(cells, header)) unread.add(at, header.names[time]!, 'time', cells[time] ?? '')
        continue
      }
      const isFixed = fixed === undefined ? true : fixes(cellOf(cells, fixed))
      if (isFixed === false) {
        unread.add(at, header.names[fixed!]!, 'unfixed', cellOf(cells, fixed))
        continue
      }
      const [x, y] = [numberIn(cells[lon] ?? ''), numberIn(cells[lat] ?? '')]
      const why = faultOf(x, y)
      if (x === null || y === null || why) {
        unread.add(at, bothNames, why ?? 'position', `${cells[lon] ?? ''}, ${cells[lat] ?? ''}`)
        continue
      }
      const of = plate === undefined ? ofFile : (cells[plate]?.trim() ?? '')
      if (of === '') {
        unread.add(at, header.names[plate!]!, 'plate', '')
        continue
      }
      const position = {
        second: when,
        lon: Math.round(x * PER_DEGREE),
        lat: Math.round(y * PER_DEGREE),
        speed: figure(cellOf(cells, speed), 10),
        direction: figure(cellOf(cells, direction), 1),
        load: load === undefined ? UNKNOWN : loads(cellOf(cells, load)),
        state:
          (closed === undefined ? 0 : bodies(cellOf(cells, closed))) |
          (lift === undefined ? 0 : lifts(cellOf(cells, lift))),
      }
      into.add(of, position, at + 1)
      const owner = cellOf(cells, company).trim()
      if (owner !== '' && !isAbsentMark(owner)) companies.set(of, owner)
      note(at, speed, cellOf(cells, speed), position.speed !== NO_FIGURE)
      note(at, direction, cellOf(cells, direction), position.direction !== NO_FIGURE)
      note(at, load, cellOf(cells, load), position.load !== UNKNOWN)
      note(at, closed, cellOf(cells, closed), (position.state & (STATE.closed | STATE.open)) !== 0)
      note(at, fixed, cellOf(cells, fixed), isFixed !== null)
      note(at, lift, cellOf(cells, lift), (position.state & (STATE.lifted | STATE.lowered)) !== 0)
    }
  }
}
