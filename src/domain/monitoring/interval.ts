import type { Readings } from './readings'

/** The usual reporting intervals of monitors, in minutes. */
const USUAL = [1, 5, 10, 15, 30, 60]

/**
 * The reporting interval of each device in minutes: the most frequent gap between consecutive readings, which must be
 * in order. Null if that is no usual interval, or the device has fewer than three readings.
 */
export function intervalsOf({ devices, device, minute }: Pick<Readings, 'devices' | 'device' | 'minute'>) {
  const gaps = devices.map(() => new Map<number, number>())
  /** The current run of equal gaps of the previous row's device: how many, and how long each is. */
  let [alike, gap] = [0, 0]
  const keep = (of: number) => {
    if (alike > 0) gaps[of]!.set(gap, (gaps[of]!.get(gap) ?? 0) + alike)
    alike = 0
  }
  for (let row = 1; row < minute.length; row++) {
    const isSame = device[row] === device[row - 1]
    const next = minute[row]! - minute[row - 1]!
    if (!isSame || next !== gap) keep(device[row - 1]!)
    gap = next
    if (isSame) alike++
  }
  if (minute.length > 0) keep(device[minute.length - 1]!)
  return gaps.map((of) => {
    const known = [...of.values()].reduce((sum, times) => sum + times, 0)
    const [most] = [...of].sort(([a, times], [b, others]) => others - times || a - b)
    return known >= 2 && most && USUAL.includes(most[0]) ? most[0] : null
  })
}
