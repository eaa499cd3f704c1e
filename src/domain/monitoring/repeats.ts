import type { Readings } from './readings'

/**
 * By device code, how many of the later readings have the device and time of an earlier one; for all devices of both,
 * also if there are none.
 */
export function repeatsOf(later: Readings, earlier: Readings): ReadonlyMap<string, number> {
  const shared = new Set(earlier.devices.filter((code) => later.devices.includes(code)))
  const times = new Map([...shared].map((code) => [code, new Set<number>()]))
  for (const [row, minute] of earlier.minute.entries()) times.get(earlier.devices[earlier.device[row]!]!)?.add(minute)
  const found = new Map([...shared].map((code) => [code, 0]))
  for (const [row, minute] of later.minute.entries()) {
    const code = later.devices[later.device[row]!]!
    if (times.get(code)?.has(minute)) found.set(code, found.get(code)! + 1)
  }
  return found
}
