import type { Parameter } from './parameter'
import { type Minute, pickReadings, type Readings, type Series, sortedRows } from './readings'
import { type RepeatedRows, repeatedRows } from './repeated-rows'
import { RowSpans } from './row-spans'

const FIRST_ROWS = 4096

interface GrowingSeries {
  values: Float32Array
  flags: Uint8Array
  /** Once the span of a value is known. */
  spans?: Uint8Array
}

/** Collects readings while a file is read: rows are added one by one, without an object per row. */
export class GrowingReadings {
  private rows = 0
  private device = new Uint32Array(FIRST_ROWS)
  private minute = new Int32Array(FIRST_ROWS)
  /** Per row, the file row it first came from. */
  private line = new Uint32Array(FIRST_ROWS)
  /** File rows that repeat a value already given, by device. */
  private readonly again = new Map<string, RowSpans>()
  private readonly places = new Map<string, number>()
  private readonly series = new Map<Parameter, GrowingSeries>()
  /**
   * Device index, then minute, to row, for values that arrive one by one. One map per device, because a single map
   * holds only some 16 million entries.
   */
  private readonly rowOf = new Map<number, Map<Minute, number>>()

  get length(): number {
    return this.rows
  }

  /** Adds a row and returns its index; its values are set afterwards. `line` is its row in the file, from 1. */
  add(code: string, minute: Minute, line = 0): number {
    if (this.rows === this.device.length) this.grow()
    let place = this.places.get(code)
    if (place === undefined) {
      place = this.places.size
      this.places.set(code, place)
    }
    this.device[this.rows] = place
    this.minute[this.rows] = minute
    this.line[this.rows] = line
    return this.rows++
  }

  /** The row of a device and minute; added if it does not exist yet. */
  rowFor(code: string, minute: Minute, line = 0): number {
    const place = this.places.get(code)
    const known = place === undefined ? undefined : this.rowOf.get(place)?.get(minute)
    if (known !== undefined) return known
    const row = this.add(code, minute, line)
    const own = this.device[row]!
    if (!this.rowOf.has(own)) this.rowOf.set(own, new Map())
    this.rowOf.get(own)!.set(minute, row)
    return row
  }

  /** Sets a value; values not set stay NaN with the normal flag. */
  set(row: number, parameter: Parameter, value: number): void {
    this.seriesOf(parameter).values[row] = value
  }

  /** Notes a file row whose device, time and parameter already have a value. */
  noteAgain(code: string, line: number): void {
    const known = this.again.get(code) ?? new RowSpans()
    this.again.set(code, known)
    known.add(line)
  }

  /**
   * All rows by device and minute, those of the same device and minute in the order in which they came; and which rows
   * of the file repeat an earlier one, by device.
   */
  ordered(): { readonly readings: Readings; readonly repeated: readonly RepeatedRows[] } {
    const all = this.readings()
    const rows = sortedRows(all)
    const readings = pickReadings(all, rows)
    const own = [...this.again].map(([device, { rows, spans, more }]) => ({ device, rows, spans, more }))
    return {
      readings,
      repeated: [
        ...repeatedRows(
          readings,
          rows.map((row) => this.line[row]!),
        ),
        ...own,
      ],
    }
  }

  /** `flag` is an index in `FLAGS`. */
  flag(row: number, parameter: Parameter, flag: number): void {
    this.seriesOf(parameter).flags[row] = flag
  }

  /** `minutes` that a value is known to stand for. */
  span(row: number, parameter: Parameter, minutes: number): void {
    const own = this.seriesOf(parameter)
    own.spans ??= new Uint8Array(this.device.length)
    own.spans[row] = minutes
  }

  /** The file row that a row first came from. */
  lineOf(row: number): number {
    return this.line[row]!
  }

  /** The value of a row; NaN if it has none. */
  value(row: number, parameter: Parameter): number {
    return this.series.get(parameter)?.values[row] ?? Number.NaN
  }

  /** Creates the column if missing, even if no row has a value in it: the file declares it. */
  seriesOf(parameter: Parameter): GrowingSeries {
    const known = this.series.get(parameter)
    if (known) return known
    const made: GrowingSeries = {
      values: new Float32Array(this.device.length).fill(Number.NaN),
      flags: new Uint8Array(this.device.length),
    }
    this.series.set(parameter, made)
    return made
  }

  private grow(): void {
    const length = this.device.length * 2
    const grown = <T extends Uint8Array | Uint32Array | Int32Array | Float32Array>(from: T, to: T): T => {
      to.set(from)
      return to
    }
    this.device = grown(this.device, new Uint32Array(length))
    this.minute = grown(this.minute, new Int32Array(length))
    this.line = grown(this.line, new Uint32Array(length))
    for (const each of this.series.values()) {
      each.values = grown(each.values, new Float32Array(length).fill(Number.NaN))
      each.flags = grown(each.flags, new Uint8Array(length))
      if (each.spans) each.spans = grown(each.spans, new Uint8Array(length))
    }
  }

  /** All rows, in the order in which they came. */
  readings(): Readings {
    const series: Partial<Record<Parameter, Series>> = {}
    for (const [parameter, { values, flags, spans }] of this.series)
      series[parameter] = {
        ...{ values: values.subarray(0, this.rows), flags: flags.subarray(0, this.rows) },
        ...(spans && { spans: spans.subarray(0, this.rows) }),
      }
    return {
      devices: [...this.places.keys()],
      device: this.device.subarray(0, this.rows),
      minute: this.minute.subarray(0, this.rows),
      series,
    }
  }
}
