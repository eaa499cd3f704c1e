import type { Position } from '@/domain/geodesy/position'
import { bareHeading, headingParts } from './header'
import type { PositionColumns } from './plan'
import { orderPair, type PositionForm, parseCoordinate, parsePair, positionForm } from './position-cells'
import type { ColumnMatch } from './recognise'

/** Headings of a column with both coordinates: words they contain, and other exact headings. */
const PAIR_WORDS = /经纬度|坐标/
const PAIR = new Set(['定位', 'location', 'lnglat', 'lonlat', 'latlng', 'coordinates'])
/** Headings of metres. In surveying X is the northing, so the range of the numbers decides. */
const PLANE = new Set([
  'x',
  'x坐标',
  '横坐标',
  '东坐标',
  'y',
  'y坐标',
  '纵坐标',
  '北坐标',
  'east',
  'north',
  'easting',
  'northing',
])
const MIN_SHARE = 0.6

type Rows = readonly (readonly string[])[]

function share(
  rows: Rows,
  test: (cells: readonly string[]) => boolean,
  filled: (cells: readonly string[]) => boolean,
): number {
  const with_ = rows.filter(filled)
  return with_.length === 0 ? 0 : with_.filter(test).length / with_.length
}

const has = (column: number) => (cells: readonly string[]) => (cells[column] ?? '').trim() !== ''

/** Finds the columns with positions: by the headings 经度 and 纬度, by 经纬度 or 坐标, by X and Y, otherwise by their values. */
export function findPosition(
  names: readonly string[],
  rows: Rows,
  matches: readonly ColumnMatch[],
  centre: Position,
): PositionColumns | null {
  const lon = matches.find(({ field }) => field === 'lon')?.column
  const lat = matches.find(({ field }) => field === 'lat')?.column
  const holdsPairs = (column: number) =>
    share(rows, (cells) => parsePair(cells[column] ?? '') !== null, has(column)) >= MIN_SHARE
  if (lon !== undefined && lat !== undefined) return { lon, lat }
  const bare = names.map((name) => bareHeading(headingParts(name).at(-1)!))
  const pair = names.findIndex(
    (name, column) => (PAIR.has(bare[column]!) || PAIR_WORDS.test(name)) && holdsPairs(column),
  )
  if (pair >= 0) return { pair }
  const planes = bare.flatMap((name, column) => (PLANE.has(name) ? [column] : []))
  if (planes.length === 2) return { lon: planes[0]!, lat: planes[1]! }
  const taken = new Set(matches.filter(({ confidence }) => confidence > 0.6).map(({ column }) => column))
  const free = names.map((_, column) => column).filter((column) => !taken.has(column))
  const alone = free.find(holdsPairs)
  if (alone !== undefined) return { pair: alone }
  for (const column of free) {
    const next = column + 1
    if (!free.includes(next)) continue
    const columns = { lon: column, lat: next }
    const form = findForm(rows, columns, centre)
    const fits = (cells: readonly string[]) => {
      const read = coordinatesOf(cells, columns)
      return read !== null && form !== null && orderPair(read, form) !== null
    }
    if (form && share(rows, fits, (cells) => has(column)(cells) && has(next)(cells)) >= 0.8) return columns
  }
  return null
}

/** The two numbers of a row in these columns; null unless both can be read. */
export function coordinatesOf(cells: readonly string[], columns: PositionColumns): [number, number] | null {
  if ('pair' in columns) return parsePair(cells[columns.pair] ?? '')
  const [first, second] = [parseCoordinate(cells[columns.lon] ?? ''), parseCoordinate(cells[columns.lat] ?? '')]
  return first === null || second === null ? null : [first, second]
}

/** Whether the columns contain degrees or metres; null if neither. */
export function findForm(rows: Rows, columns: PositionColumns, centre: Position): PositionForm | null {
  const pairs = rows.flatMap((cells) => {
    const read = coordinatesOf(cells, columns)
    return read ? [read] : []
  })
  return positionForm(pairs, centre)
}
