import { MINUTES_PER_DAY, SHANGHAI_MINUTES } from './local-time'
import type { Minute, Readings } from './readings'

/** The usual reporting intervals of monitors, in minutes. */
const USUAL = [1, 5, 10, 15, 30, 60]
/** The minimum number of gaps of a day, or of equal gaps in succession, that show an interval of their own. */
const MIN_GAPS = 6

type Rows = Pick<Readings, 'devices' | 'device' | 'minute'>

/** Whether a reading's time is the start or the end of its interval. */
export type Stamp = 'begin' | 'end'

/** How often each gap occurs. */
type Gaps = Map<number, number>

/** Counts the gaps between the consecutive rows [start, end). */
function countGaps(minute: Rows['minute'], start: number, end: number, gaps: Gaps = new Map()): Gaps {
  /** The current run of equal gaps: how many, and how long each is. */
  let [alike, gap] = [0, 0]
  const keep = () => {
    if (alike > 0) gaps.set(gap, (gaps.get(gap) ?? 0) + alike)
  }
  for (let row = start + 1; row < end; row++) {
    const next = minute[row]! - minute[row - 1]!
    if (next !== gap) {
      keep()
      ;[alike, gap] = [0, next]
    }
    alike++
  }
  keep()
  return gaps
}

/** The most frequent gap, the shortest on a tie: how often it occurs, of how many. */
function mostFrequent(gaps: Gaps): { readonly gap: number; readonly times: number; readonly known: number } {
  let [gap, times, known] = [0, 0, 0]
  for (const [each, count] of gaps) {
    known += count
    if (count > times || (count === times && each < gap)) [gap, times] = [each, count]
  }
  return { gap, times, known }
}

/** The most frequent gap between times in order, the shortest on a tie; 0 if there is only one time. */
export const prevailingGap = (minute: Rows['minute']): number => mostFrequent(countGaps(minute, 0, minute.length)).gap

/**
 * The reporting interval of each device in minutes: the most frequent gap between consecutive readings, which must be
 * in order. Null if that is no usual interval, or the device has fewer than three readings. `isStrict`: null also if a gap
 * is no multiple of it.
 */
export function intervalsOf({ devices, device, minute }: Rows, isStrict = false): (number | null)[] {
  const gaps = devices.map((): Gaps => new Map())
  for (let start = 0; start < minute.length; ) {
    let end = start + 1
    while (end < minute.length && device[end] === device[start]) end++
    countGaps(minute, start, end, gaps[device[start]!])
    start = end
  }
  return gaps.map((of) => {
    const { gap, known } = mostFrequent(of)
    const isGrid = !isStrict || [...of.keys()].every((each) => each % gap === 0)
    return known >= 2 && USUAL.includes(gap) && isGrid ? gap : null
  })
}

/** The day in Asia/Shanghai. With times at the end of the interval, a reading at midnight is the last of the day before. */
export const dayOfReading = (minute: Minute, stamp: Stamp): number =>
  Math.floor((minute + SHANGHAI_MINUTES - (stamp === 'end' ? 1 : 0)) / MINUTES_PER_DAY)

/** Consecutive rows, [start, end). */
interface RowRange {
  readonly start: number
  readonly end: number
}

/** The rows of one day each. */
function rowsByDay(minute: Rows['minute'], { start, end }: RowRange, stamp: Stamp): RowRange[] {
  const days: RowRange[] = []
  for (let first = start, next = start; first < end; first = next) {
    const day = dayOfReading(minute[first]!, stamp)
    while (next < end && dayOfReading(minute[next]!, stamp) === day) next++
    days.push({ start: first, end: next })
  }
  return days
}

/** The interval of a device that shows a gap many times: the gap itself, or its own interval if readings were lost. */
type Accept = (gap: number) => number

/**
 * The interval that most gaps of a day show. If there are few gaps, or none is in the majority, the device's own
 * interval; 0 if unknown.
 */
function intervalOfDay(minute: Rows['minute'], { start, end }: RowRange, own: number, accept: Accept): number {
  const { gap, times, known } = mostFrequent(countGaps(minute, start, end))
  return known >= MIN_GAPS && times * 2 > known ? accept(gap) : own
}

/** Sets the interval that the gap before each row of a device shows, if it is one of many equal ones in succession. */
function findSteadyGaps(steady: Uint8Array, minute: Rows['minute'], { start, end }: RowRange, accept: Accept) {
  for (let first = start + 1, next = first; first < end; first = next) {
    const gap = minute[first]! - minute[first - 1]!
    while (next < end && minute[next]! - minute[next - 1]! === gap) next++
    if (next - first >= MIN_GAPS) steady.fill(accept(gap), first, next)
  }
}

/**
 * Adds gaps that continue steady ones of the day, beside lost readings: equal to the last or next of them, or, if these
 * are equal, a multiple of them.
 */
function continueSteadyGaps(steady: Uint8Array, minute: Rows['minute'], { start, end }: RowRange) {
  const after = new Uint8Array(end - start)
  for (let row = end - 1, next = 0; row >= start; row--) after[row - start] = next = steady[row]! || next
  for (let row = start, last = 0; row < end; row++) {
    if (steady[row]! > 0) {
      last = steady[row]!
      continue
    }
    const [gap, next] = [minute[row]! - minute[row - 1]!, after[row - start]!]
    if (gap === last || gap === next) steady[row] = gap
    else if (last > 0 && last === next && gap % last === 0) steady[row] = last
  }
}

/**
 * The interval in minutes that each row stands for; 0 if unknown. A device may be set to another interval at any hour,
 * or a month's file may be joined from exports with different ones. So it is the gap on the side of the row on which its
 * interval lies (after a time that begins it, before one that ends it) if that is one of six equal gaps in succession or
 * continues such gaps, else the gap on the other side if that is. Elsewhere, the shortest interval applies that the day
 * shows in this way or by most of its gaps: too few minutes are known rather than too many. `isStrict` as
 * in {@link intervalsOf}.
 */
export function intervalOfRows(readings: Rows, stamp: Stamp, isStrict = false): Uint8Array {
  const { device, minute } = readings
  const ofDevice = intervalsOf(readings, isStrict)
  const [found, steady] = [new Uint8Array(minute.length), new Uint8Array(minute.length)]
  for (let start = 0, end = 0; start < minute.length; start = end) {
    while (end < minute.length && device[end] === device[start]) end++
    const own = ofDevice[device[start]!] ?? 0
    const accept: Accept = (gap) => (USUAL.includes(gap) || gap < own ? gap : own)
    findSteadyGaps(steady, minute, { start, end }, accept)
    const days = rowsByDay(minute, { start, end }, stamp)
    for (const day of days) continueSteadyGaps(steady, minute, { ...day, start: Math.max(day.start, start + 1) })
    for (const day of days) {
      let shortest = intervalOfDay(minute, day, own, accept)
      for (let row = day.start; row < day.end; row++)
        if (steady[row]! > 0 && (shortest === 0 || steady[row]! < shortest)) shortest = steady[row]!
      for (let row = day.start; row < day.end; row++) {
        const [before, after] = [steady[row]!, row + 1 < end ? steady[row + 1]! : 0]
        found[row] = (stamp === 'begin' ? after || before : before || after) || shortest
      }
    }
  }
  return found
}

/**
 * The interval expected between a row and the one before it. Where a device changes its interval, the longer one: no
 * reading is called missing that may never have been due.
 */
export const intervalBetween = (intervals: Uint8Array, row: number): number =>
  Math.max(intervals[row - 1]!, intervals[row]!)
