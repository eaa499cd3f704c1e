import { type DeviceRange, deviceRanges, rowsWithin } from './device-ranges'
import { type DeviceSpan, isNear } from './device-spans'
import { dayOfReading, type Stamp } from './interval'
import type { Parameter } from './parameter'
import { hasData, type Minute, pickReadings, type Readings, type Series, sortReadings } from './readings'
import { intervalsOfReadings, intervalsOfValues } from './value-intervals'

const HOUR = 60
const NONE = { times: [], step: 0 } as const

/** The other times at which a value must stand, and the interval that these follow; 0 if they follow none. */
export interface OtherTimes {
  readonly times: readonly Minute[]
  readonly step: number
}

/** The times at which readings have data of a parameter. */
export class ParameterTimes {
  readonly #stamp: Stamp
  readonly #minute: Int32Array
  readonly #intervals: Uint8Array
  readonly #rows: ReadonlyMap<string, DeviceRange>

  /** `intervals`: what the values of the readings stand for, in minutes; readings must be in order. */
  constructor(readings: Pick<Readings, 'devices' | 'device' | 'minute'>, intervals: Uint8Array, stamp: Stamp) {
    this.#stamp = stamp
    this.#minute = readings.minute
    this.#intervals = intervals
    this.#rows = new Map(deviceRanges(readings).map((each) => [each.code, each]))
  }

  /**
   * The other times at which a value at `at` must stand to stand for all of its `interval`: all times of a shorter
   * interval that the device has in that hour, and those of readings that follow none. None if its interval is as long,
   * or the hour has no readings: the value stands for itself there. `step`: the shorter interval; 0 if none is known, or
   * not all times follow it.
   */
  of(code: string, at: Minute, interval: number): OtherTimes {
    const rows = this.#rows.get(code)
    if (!rows || interval === 0) return NONE
    const begin = this.#beginOf(at, interval)
    const { start: first, end: last } = rowsWithin(this.#minute, rows, begin, begin + interval)
    // The shortest values of an hour make its mean: beside them, one of a quarter must stand as they do.
    const into = this.#stamp === 'begin' ? 0 : 1
    const hour = interval < HOUR ? Math.floor((begin - into) / HOUR) * HOUR + into : begin
    const whole = rowsWithin(this.#minute, rows, hour, hour + Math.max(interval, HOUR))
    if (whole.start === whole.end) return NONE
    const step = this.#shortest(at, whole.start, whole.end)
    if (step >= interval) return NONE
    const times: Minute[] = []
    const isEven = step > 0 && interval % step === 0
    const start = this.#stamp === 'begin' ? at : at + step - interval
    if (isEven) for (let time = start; time < start + interval; time += step) if (time !== at) times.push(time)
    let isOff = !isEven
    for (let row = first; row < last; row++) {
      const time = this.#minute[row]!
      if (time === at || (isEven && (time - start) % step === 0)) continue
      isOff = true
      times.push(time)
    }
    return { times, step: isOff ? 0 : step }
  }

  /** Whether a value that stands for `interval` is one among shorter ones: at other times of it, or between those. */
  isAmongShorter(code: string, at: Minute, interval: number): boolean {
    if (this.of(code, at, interval).times.length > 0) return true
    const rows = this.#rows.get(code)
    if (!rows) return false
    const begin = this.#beginOf(at, interval)
    const { start, end } = rowsWithin(this.#minute, rows, begin, begin + interval)
    if (start < end) return false
    const step = this.#shortest(at, Math.max(rows.start, start - 1), Math.min(rows.end, end + 1))
    return step > 0 && step < interval
  }

  #beginOf(at: Minute, interval: number): Minute {
    return this.#stamp === 'begin' ? at : at - interval + 1
  }

  /** The shortest known interval of the rows [first, last) of the day of `at`; 0 if there is none. */
  #shortest(at: Minute, first: number, last: number): number {
    const day = dayOfReading(at, this.#stamp)
    let shortest = 0
    for (let row = first; row < last; row++) {
      const interval = this.#intervals[row]!
      if (interval > 0 && dayOfReading(this.#minute[row]!, this.#stamp) === day)
        shortest = shortest === 0 ? interval : Math.min(shortest, interval)
    }
    return shortest
  }
}

/**
 * Times at which readings exist, to find those that a later value of a longer interval stands for. Each parameter has
 * its own: an hour's dust does not stand for the minutes at which the device reports noise.
 */
export class TimesAround {
  readonly devices: readonly string[]
  readonly #readings: Readings
  readonly #stamp: Stamp
  readonly #intervals: Uint8Array
  readonly #rows: ReadonlyMap<string, DeviceRange>
  readonly #byParameter = new Map<Parameter, ParameterTimes | null>()
  #ofAll: ParameterTimes | null = null

  /** `stamp`: whether times begin or end the interval. */
  constructor(readings: Readings, stamp: Stamp) {
    this.#readings = sortReadings(readings).readings
    this.devices = this.#readings.devices
    this.#stamp = stamp
    this.#intervals = intervalsOfReadings(this.#readings, stamp)
    this.#rows = new Map(deviceRanges(this.#readings).map((each) => [each.code, each]))
  }

  /** The readings, in order. */
  get readings(): Readings {
    return this.#readings
  }

  /** Whether the device has readings near a span. */
  isNear(span: DeviceSpan): boolean {
    const rows = this.#rows.get(span.code)
    const { minute } = this.#readings
    return rows !== undefined && isNear({ from: minute[rows.start]!, until: minute[rows.end - 1]! }, span)
  }

  /** The times of a parameter, the same object for all that every row has; null if no row has data of it. */
  timesOf(parameter: Parameter): ParameterTimes | null {
    const known = this.#byParameter.get(parameter)
    if (known !== undefined) return known
    const own = this.#readings.series[parameter]
    const made = own ? this.#made(parameter, own) : null
    this.#byParameter.set(parameter, made)
    return made
  }

  #made(parameter: Parameter, own: Series): ParameterTimes | null {
    const readings = this.#readings
    const intervals = intervalsOfValues(readings, own, this.#intervals, this.#stamp)
    const rows = Uint32Array.from(readings.minute.keys()).filter((row) => hasData(own, row))
    if (rows.length === 0) return null
    if (rows.length === readings.minute.length && intervals === this.#intervals) {
      this.#ofAll ??= new ParameterTimes(readings, intervals, this.#stamp)
      return this.#ofAll
    }
    return new ParameterTimes(
      pickReadings({ ...readings, series: { [parameter]: own } }, rows),
      Uint8Array.from(rows, (row) => intervals[row]!),
      this.#stamp,
    )
  }
}
