import type { Minute, Readings } from './readings'

/** The rows of a device, from `start` up to, not including, `end`. */
export interface DeviceRange {
  readonly code: string
  readonly start: number
  readonly end: number
}

/** The rows of each device; readings must be in order. */
export function deviceRanges({ devices, device }: Pick<Readings, 'devices' | 'device'>): DeviceRange[] {
  const ranges: DeviceRange[] = []
  for (let start = 0; start < device.length; ) {
    let end = start + 1
    while (end < device.length && device[end] === device[start]) end++
    ranges.push({ code: devices[device[start]!]!, start, end })
    start = end
  }
  return ranges
}

/** How many rows each device has, and the first and last time of them; readings must be in order. */
export const timesOfDevices = (readings: Pick<Readings, 'devices' | 'device' | 'minute'>) =>
  deviceRanges(readings).map(({ code, start, end }) => ({
    ...{ code, rows: end - start },
    ...{ from: readings.minute[start]!, until: readings.minute[end - 1]! },
  }))

/** The rows of a range with times in [from, until). */
export function rowsWithin(
  minute: Int32Array,
  { start, end }: Pick<DeviceRange, 'start' | 'end'>,
  from: Minute,
  until: Minute,
): Pick<DeviceRange, 'start' | 'end'> {
  const firstFrom = (time: Minute) => {
    let [low, high] = [start, end]
    while (low < high) {
      const middle = (low + high) >> 1
      if (minute[middle]! < time) low = middle + 1
      else high = middle
    }
    return low
  }
  return { start: firstFrom(from), end: firstFrom(until) }
}
