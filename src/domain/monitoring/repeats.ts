import type { Readings } from './readings'

/**
 * By device code, how many of the later readings have the device and time of an earlier one; for all devices of both,
 * also if there are none. Both must be in order.
 */
export function repeatsOf(later: Readings, earlier: Readings): ReadonlyMap<string, number> {
  const known = rowsByDevice(earlier)
  const found = new Map<string, number>()
  for (const [code, { start, end }] of rowsByDevice(later)) {
    const before = known.get(code)
    if (!before) continue
    let [at, count] = [before.start, 0]
    for (let row = start; row < end; row++) {
      const minute = later.minute[row]!
      while (at < before.end && earlier.minute[at]! < minute) at++
      if (at < before.end && earlier.minute[at] === minute) count++
    }
    found.set(code, count)
  }
  return found
}

/** The rows of each device, from `start` up to, not including, `end`. */
function rowsByDevice({ devices, device }: Readings): ReadonlyMap<string, { start: number; end: number }> {
  const rows = new Map<string, { start: number; end: number }>()
  for (let start = 0; start < device.length; ) {
    let end = start + 1
    while (end < device.length && device[end] === device[start]) end++
    rows.set(devices[device[start]!]!, { start, end })
    start = end
  }
  return rows
}
