import type { Readings } from './readings'

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
