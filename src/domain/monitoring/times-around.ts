import { type DeviceRange, deviceRanges } from './device-ranges'
import { type DeviceSpan, isNear } from './device-spans'
import { dayOfReading, type Stamp } from './interval'
import { type Minute, type Readings, sortReadings } from './readings'
import { intervalsOfReadings, seriesWithSpans } from './value-intervals'

const NONE = { times: [], step: 0 } as const

/** Times at which readings exist, to find those that a later value of a longer interval stands for. */
export class TimesAround {
  readonly devices: readonly string[]
  readonly #stamp: Stamp
  readonly #minute: Int32Array
  readonly #intervals: Uint8Array
  readonly #rows: ReadonlyMap<string, DeviceRange>

  /** `stamp`: whether times begin or end the interval. */
  constructor(readings: Readings, stamp: Stamp) {
    const sorted = sortReadings({ ...readings, series: seriesWithSpans(readings) }).readings
    this.devices = sorted.devices
    this.#stamp = stamp
    this.#minute = sorted.minute
    this.#intervals = intervalsOfReadings(sorted, stamp)
    this.#rows = new Map(deviceRanges(sorted).map((each) => [each.code, each]))
  }

  /** Whether the device has readings near a span. */
  isNear(span: DeviceSpan): boolean {
    const rows = this.#rows.get(span.code)
    return rows !== undefined && isNear({ from: this.#minute[rows.start]!, until: this.#minute[rows.end - 1]! }, span)
  }

  /**
   * The other times at which a value at `at` must stand to stand for all of its `interval`: all times of a shorter
   * interval that the device has then, and those of readings that follow none. None if its interval is as long. `step`:
   * the shorter interval; 0 if none is known, or not all times follow it.
   */
  of(code: string, at: Minute, interval: number): { readonly times: readonly Minute[]; readonly step: number } {
    const rows = this.#rows.get(code)
    if (!rows || interval === 0) return NONE
    const begin = this.#stamp === 'begin' ? at : at - interval + 1
    const [first, last] = [this.#firstFrom(begin, rows), this.#firstFrom(begin + interval, rows)]
    const step =
      first < last
        ? this.#shortest(at, first, last)
        : this.#shortest(at, Math.max(rows.start, first - 1), Math.min(rows.end, last + 1))
    if (step >= interval) return NONE
    const times: Minute[] = []
    const isEven = step > 0 && interval % step === 0
    const from = this.#stamp === 'begin' ? at : at + step - interval
    if (isEven) for (let time = from; time < from + interval; time += step) if (time !== at) times.push(time)
    let isOff = !isEven
    for (let row = first; row < last; row++) {
      const time = this.#minute[row]!
      if (time === at || (isEven && (time - from) % step === 0)) continue
      isOff = true
      times.push(time)
    }
    return { times, step: isOff ? 0 : step }
  }

  /** The first row of a device at `minute` or later; its end if there is none. */
  #firstFrom(minute: Minute, { start, end }: DeviceRange): number {
    let [low, high] = [start, end]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#minute[middle]! < minute) low = middle + 1
      else high = middle
    }
    return low
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
