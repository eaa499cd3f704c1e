import type { Parameter } from './parameter'

/** Means of one parameter by hour. */
export interface HourSeries {
  /** NaN if too little of the hour is known. */
  readonly values: Float32Array
  /** Minutes of the hour with a valid reading. */
  readonly minutes: Uint8Array
  /** The flag that most excluded readings of the hour carry, as an index in `FLAGS`; 0 if none is excluded. */
  readonly flags: Uint8Array
}

/** Means by device and hour, in order. Contains only hours with a reading, valid or not. */
export interface Hours {
  readonly devices: readonly string[]
  readonly device: Uint32Array
  /** The start of each hour. */
  readonly minute: Int32Array
  readonly series: Readonly<Partial<Record<Parameter, HourSeries>>>
  /** Devices without means: their readings show no interval, or one longer than the averaging time. */
  readonly irregular: readonly string[]
}

/** Which rows of two lists of hours stand for each row of both; -1 if one lacks it. */
interface BothRows {
  readonly ofOne: readonly number[]
  readonly ofOther: readonly number[]
}

/** Hours of the same devices, in order, with other parameters as one; an hour that only one of them has is there, too. */
export function joinHours(one: Hours, other: Hours): Hours {
  const { ofOne, ofOther } = rowsOfBoth(one, other)
  const from = (at: number) => (ofOne[at]! >= 0 ? { hours: one, row: ofOne[at]! } : { hours: other, row: ofOther[at]! })
  const places = ofOne.map((_, at) => from(at))
  const isIrregular = new Set(other.irregular)
  return {
    devices: one.devices,
    device: Uint32Array.from(places, ({ hours, row }) => hours.device[row]!),
    minute: Int32Array.from(places, ({ hours, row }) => hours.minute[row]!),
    series: { ...at(one.series, ofOne), ...at(other.series, ofOther) },
    irregular: one.irregular.filter((device) => isIrregular.has(device)),
  }
}

function rowsOfBoth(one: Hours, other: Hours): BothRows {
  const [ofOne, ofOther]: [number[], number[]] = [[], []]
  const codeOf = (hours: Hours, row: number) => hours.devices[hours.device[row]!]!
  /** Negative if the next row of the one comes first, positive if that of the other does. */
  const compare = (row: number, of: number) => {
    if (of >= other.minute.length) return -1
    if (row >= one.minute.length) return 1
    if (one.device[row] === other.device[of]) return one.minute[row]! - other.minute[of]!
    return codeOf(one, row) < codeOf(other, of) ? -1 : 1
  }
  for (let row = 0, of = 0; row < one.minute.length || of < other.minute.length; ) {
    const first = compare(row, of)
    ofOne.push(first <= 0 ? row++ : -1)
    ofOther.push(first >= 0 ? of++ : -1)
  }
  return { ofOne, ofOther }
}

/** The series with these rows; nothing is known of a row that is lacking. */
const at = (series: Hours['series'], rows: readonly number[]): Hours['series'] =>
  Object.fromEntries(
    (Object.entries(series) as [Parameter, HourSeries][]).map(([parameter, { values, minutes, flags }]) => [
      parameter,
      {
        values: Float32Array.from(rows, (row) => values[row] ?? Number.NaN),
        minutes: Uint8Array.from(rows, (row) => minutes[row] ?? 0),
        flags: Uint8Array.from(rows, (row) => flags[row] ?? 0),
      },
    ]),
  )
