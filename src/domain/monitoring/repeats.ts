import { deviceRanges } from './device-ranges'
import type { Parameter } from './parameter'
import { hasData, type Readings, type Series } from './readings'

/** Calls `note` for each row of the later readings with the device and time of an earlier one. Both must be in order. */
function eachRepeat(later: Readings, earlier: Readings, note: (code: string, row: number, before: number) => void) {
  const known = new Map(deviceRanges(earlier).map((each) => [each.code, each]))
  for (const { code, start, end } of deviceRanges(later)) {
    const before = known.get(code)
    if (!before) continue
    let at = before.start
    for (let row = start; row < end; row++) {
      const minute = later.minute[row]!
      while (at < before.end && earlier.minute[at]! < minute) at++
      if (at < before.end && earlier.minute[at] === minute) note(code, row, at)
    }
  }
}

/**
 * By device code, how many of the later readings have the device and time of an earlier one; for all devices of both,
 * also if there are none. Both must be in order.
 */
export function repeatsOf(later: Readings, earlier: Readings): ReadonlyMap<string, number> {
  const known = new Set(deviceRanges(earlier).map(({ code }) => code))
  const found = new Map(deviceRanges(later).flatMap(({ code }) => (known.has(code) ? [[code, 0]] : [])))
  eachRepeat(later, earlier, (code) => found.set(code, found.get(code)! + 1))
  return found
}

/** How many readings replace an earlier one, and in how many of these a value or its flag differs. */
export interface Replaced {
  readonly rows: number
  readonly differing: number
}

/** What later readings replace in earlier ones: rows with a parameter that both have. Both must be in order. */
export function replacedRows(later: Readings, earlier: Readings): Replaced {
  const both = (Object.entries(later.series) as [Parameter, Series][]).flatMap(([parameter, own]) => {
    const before = earlier.series[parameter]
    return before ? [{ own, before }] : []
  })
  let [rows, differing] = [0, 0]
  eachRepeat(later, earlier, (_, row, at) => {
    const shared = both.filter(({ own, before }) => hasData(own, row) && hasData(before, at))
    if (shared.length === 0) return
    rows++
    const isOther = ({ own, before }: (typeof both)[number]) =>
      !Object.is(own.values[row], before.values[at]) || own.flags[row] !== before.flags[at]
    if (shared.some(isOther)) differing++
  })
  return { rows, differing }
}
