import type { Header } from '@/domain/intake/recognise/header'
import { isAbsentMark, parseNumber } from '@/domain/sources/reading/cell'
import { type DeviceHeading, deviceHeading, isLikeDevice, namedDevices, parameterAbout } from './device-heading'
import { flagPlace } from './flag-words'
import { monitorColumns, unitIn } from './monitor-columns'
import { type Parameter, UNKNOWN_FLAG } from './parameter'
import { isDust } from './unit-finding'

/** A column with the values of one device. */
export interface DeviceColumn {
  readonly column: number
  readonly device: string
  /** Null where neither the heading nor what stands about the table says it. */
  readonly parameter: Parameter | null
  readonly unit: string | null
}

/** The columns of a table that has one for each device. */
export interface DeviceColumns {
  readonly devices: readonly DeviceColumn[]
  /** Headings of columns of numbers that are of no device: figures of all, or such as nobody knows whose they are. */
  readonly aside: readonly string[]
  /**
   * What says that these are readings: a parameter that headings or title name, a person; `devices`: headings are as devices are called;
   * `values`: only what stands in the cells.
   */
  readonly by: 'parameter' | 'devices' | 'values'
}

/** So many rows tell whether a column holds readings. */
const SAMPLE = 200
/** Between these lies whatever monitors report, in any unit: frost, and dust in ng/m³ is of no monitor. */
const PLAUSIBLE = [-60, 20_000] as const
/** So much of what stands in a column must be numbers. */
const LEAST_SHARE = 0.5

/** The values of a column that say whether it holds readings; null where too few of its cells are numbers or flags. */
function numbersOf(rows: readonly (readonly string[])[], column: number): readonly number[] | null {
  const cells = rows.slice(0, SAMPLE).map((row) => (row[column] ?? '').trim())
  const filled = cells.filter((cell) => cell !== '' && !isAbsentMark(cell))
  const flags = filled.filter((cell) => flagPlace(cell) !== UNKNOWN_FLAG).length
  const numbers = filled.map(parseNumber).filter((each) => each !== null)
  return numbers.length > 0 && numbers.length + flags >= filled.length * LEAST_SHARE ? numbers : null
}

/** Whether a column holds what could be readings. */
export function holdsNumbers(rows: readonly (readonly string[])[], column: number): boolean {
  const numbers = numbersOf(rows, column)
  return numbers !== null && isPlausible(numbers)
}

/** 1, 2, 3 …: rows that are counted. */
const isCounting = (numbers: readonly number[]) =>
  numbers.length > 2 && numbers.every((each, at) => at === 0 || each === numbers[at - 1]! + 1)

const isPlausible = (numbers: readonly number[]) =>
  numbers.every((each) => each >= PLAUSIBLE[0] && each <= PLAUSIBLE[1]) && !isCounting(numbers)

/** A heading that stands twice has a number in its later places, by which it is told apart. */
const isRepeated = (name: string, names: readonly string[]) => {
  const first = / \d+$/.exec(name)
  return first !== null && names.includes(name.slice(0, first.index))
}

/**
 * Which columns of a table without one that names devices hold the readings of one device each. `about` is what stands around the
 * table, the nearest first: its title, the names of sheet and file; `said` the parameter that a person named. Null where fewer than
 * `least` columns, or none whose heading names both device and parameter, hold what could be readings.
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
    if (heading && (numbers ? isPlausible(numbers) : heading.parameter !== null && isBare(rows, column)))
      devices.push(columnOf(column, heading, parameter, unit))
    else if (numbers && name !== '' && !isCounting(numbers)) aside.push(name)
  }
  const both = devices.filter(({ column }) => named.has(names[column]!))
  if (both.length === 0 && devices.length < least) return null
  // Where headings name parameters, a column that names none is more likely a figure beside them.
  const own = both.length > 0 && parameter === null ? both : devices
  const stated = (of: DeviceColumn) => own.flatMap((each) => (each.parameter === of.parameter ? (each.unit ?? []) : []))
  // The only unit that headings of a parameter state is that of those which state none.
  const alike = (each: DeviceColumn) => {
    const [first, ...others] = new Set(each.unit === null ? stated(each) : [])
    return first !== undefined && others.length === 0 ? { ...each, unit: first } : each
  }
  const left = devices.filter((each) => !own.includes(each)).map((each) => names[each.column]!)
  const by = both.length > 0 || parameter !== null ? 'parameter' : own.every(isOfDevice) ? 'devices' : 'values'
  return { devices: own.map(alike), aside: [...left, ...aside], by }
}

/** A title's unit is that of its dust: a column of noise beside it has another. */
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

const isOfDevice = ({ device }: DeviceColumn) => isLikeDevice(device)

/** Of a device that was silent all the time. */
const isBare = (rows: readonly (readonly string[])[], column: number) =>
  rows.slice(0, SAMPLE).every((row) => (row[column] ?? '').trim() === '' || isAbsentMark((row[column] ?? '').trim()))
