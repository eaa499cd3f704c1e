import type { Readings } from './readings'

/** Every how many minutes monitors report. */
const USUAL = [1, 5, 10, 15, 30, 60]

/**
 * Every how many minutes each device reports, by its own readings, which must be in order: the time that lies most often between
 * one and the next. Null where it is no usual one, or where a device has fewer than three readings.
 */
export function intervalsOf({ devices, device, minute }: Pick<Readings, 'devices' | 'device' | 'minute'>) {
  const gaps = devices.map(() => new Map<number, number>())
  for (let row = 1; row < minute.length; row++) {
    if (device[row] !== device[row - 1]) continue
    const [of, gap] = [gaps[device[row]!]!, minute[row]! - minute[row - 1]!]
    of.set(gap, (of.get(gap) ?? 0) + 1)
  }
  return gaps.map((of) => {
    const known = [...of.values()].reduce((sum, times) => sum + times, 0)
    const [most] = [...of].sort(([a, times], [b, others]) => others - times || a - b)
    return known >= 2 && most && USUAL.includes(most[0]) ? most[0] : null
  })
}
