import type { Header } from '@/domain/intake/recognise/header'
import { isAbsentMark, parseNumber } from '@/domain/sources/reading/cell'
import { type DeviceHeading, deviceHeading, looksLikeDevice, namedDevices, parameterAbout } from './device-heading'
import { flagIndex } from './flag-words'
import { monitorColumns, unitIn } from './monitor-columns'
import { type Parameter, UNKNOWN_FLAG } from './parameter'
import { isDust } from './unit-finding'

/** A column with the values of one device. */
export interface DeviceColumn {
  readonly column: number
  readonly device: string
  /** Null if neither the heading nor the text around the table names it. */
  readonly parameter: Parameter | null
  readonly unit: string | null
}

/** The columns of a table that has one for each device. */
export interface DeviceColumns {
  readonly devices: readonly DeviceColumn[]
  /** Headings of numeric columns that belong to no known device: totals, or columns whose device is unclear. */
  readonly aside: readonly string[]
  /**
   * Why the table is taken for readings. `parameter`: headings, title or the user name a parameter; `devices`: headings
   * look like device names; `values`: only the cells suggest it.
   */
  readonly by: 'parameter' | 'devices' | 'values'
}

/** How many rows are checked for whether a column holds readings. */
const SAMPLE = 200
/**
 * The range of everything that monitors report, in any unit: frost at the low end; no monitor reports dust in ng/m³.
 */
const PLAUSIBLE = [-60, 20_000] as const
/** The minimum share of filled cells that must be numbers or flags. */
const MIN_SHARE = 0.5

/** The numbers in a column; null if it has none or too few of its cells are numbers or flags. */
function numbersOf(rows: readonly (readonly string[])[], column: number): readonly number[] | null {
  const cells = rows.slice(0, SAMPLE).map((row) => (row[column] ?? '').trim())
  const filled = cells.filter((cell) => cell !== '' && !isAbsentMark(cell))
  const flags = filled.filter((cell) => flagIndex(cell) !== UNKNOWN_FLAG).length
  const numbers = filled.map(parseNumber).filter((each) => each !== null)
  return numbers.length > 0 && numbers.length + flags >= filled.length * MIN_SHARE ? numbers : null
}

/** Whether the numbers in a column are plausible as readings. */
export function holdsNumbers(rows: readonly (readonly string[])[], column: number): boolean {
  const numbers = numbersOf(rows, column)
  return numbers !== null && isPlausible(numbers) && !isCounting(numbers)
}

/** 1, 2, 3 …: row numbers. */
const isCounting = (numbers: readonly number[]) =>
  numbers.length > 2 && numbers.every((each, at) => at === 0 || each === numbers[at - 1]! + 1)

const isPlausible = (numbers: readonly number[]) =>
  numbers.every((each) => each >= PLAUSIBLE[0] && each <= PLAUSIBLE[1])

/** A repeated heading gets a number from its second occurrence on, which keeps them distinct. */
const isRepeated = (name: string, names: readonly string[]) => {
  const first = / \d+$/.exec(name)
  return first !== null && names.includes(name.slice(0, first.index))
}

/**
 * Finds the columns that each hold one device's readings, in a table without a device column. `about`: the texts around
 * the table, the nearest first: title, sheet name, file name. `said`: the parameter that the user chose. Returns null
 * if fewer than `least` columns could hold readings and none of them names both a device and a parameter.
 */
export function deviceColumns(
  { names }: Header,
  rows: readonly (readonly string[])[],
  time: number,
  about: readonly string[],
  { said = null, least = 2 }: { readonly said?: Parameter | null; readonly least?: number } = {},
): DeviceColumns | null {
  const known = new Set(monitorColumns(names).map(({ column }) => column))
  const parameter = said ?? parameterAbout([names[time] ?? '', ...about])
  const unit = about.map(unitIn).find((each) => each !== null) ?? null
  const named = namedDevices(names)
  const devices: DeviceColumn[] = []
  const aside: string[] = []
  for (const [column, name] of names.entries()) {
    if (column === time) continue
    const numbers = numbersOf(rows, column)
    const isOther = (known.has(column) && !named.has(name)) || isRepeated(name, names)
    const heading = isOther ? null : deviceHeading(name)
    // Readings may rise by one, too: row numbers are told from them by a heading that names no parameter.
    const isNamed = heading?.parameter != null
    const isOwn = numbers ? isPlausible(numbers) && (isNamed || !isCounting(numbers)) : isNamed && isBare(rows, column)
    if (heading && isOwn) devices.push(columnOf(column, heading, parameter, unit))
    else if (numbers && name !== '' && !isCounting(numbers)) aside.push(name)
  }
  const both = devices.filter(({ column }) => named.has(names[column]!))
  if (both.length === 0 && devices.length < least) return null
  // If some headings name parameters, a column that names none is more likely an additional figure.
  const own = both.length > 0 && parameter === null ? both : devices
  const stated = (of: DeviceColumn) => own.flatMap((each) => (each.parameter === of.parameter ? (each.unit ?? []) : []))
  // If a parameter's headings state only one unit, it also holds for its columns that state none.
  const alike = (each: DeviceColumn) => {
    const [first, ...others] = new Set(each.unit === null ? stated(each) : [])
    return first !== undefined && others.length === 0 ? { ...each, unit: first } : each
  }
  const left = devices.filter((each) => !own.includes(each)).map((each) => names[each.column]!)
  const by = both.length > 0 || parameter !== null ? 'parameter' : own.every(isOfDevice) ? 'devices' : 'values'
  return { devices: own.map(alike), aside: [...left, ...aside], by }
}

/** A unit in the title applies to dust only; a noise column beside it has another unit. */
function columnOf(
  column: number,
  heading: DeviceHeading,
  parameterOfAll: Parameter | null,
  unitOfAll: string | null,
): DeviceColumn {
  const parameter = heading.parameter ?? parameterOfAll
  const unit = heading.unit ?? (parameter !== null && isDust(parameter) ? unitOfAll : null)
  return { column, device: heading.device, parameter, unit }
}

const isOfDevice = ({ device }: DeviceColumn) => looksLikeDevice(device)

/** Whether all cells are blank: the device was silent all the time. */
const isBare = (rows: readonly (readonly string[])[], column: number) =>
  rows.slice(0, SAMPLE).every((row) => (row[column] ?? '').trim() === '' || isAbsentMark((row[column] ?? '').trim()))
