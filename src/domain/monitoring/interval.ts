import { MINUTES_PER_DAY, SHANGHAI_MINUTES } from './local-time'
import type { Minute, Readings } from './readings'

/** The usual reporting intervals of monitors, in minutes. */
const USUAL = [1, 5, 10, 15, 30, 60]
/** The minimum number of gaps of a day that show its own interval. */
const MIN_GAPS = 6

type Rows = Pick<Readings, 'devices' | 'device' | 'minute'>

/** Consecutive rows of one device with the same interval. */
export interface IntervalRows {
  /** [start, end) */
  readonly start: number
  readonly end: number
  /** In minutes; null if unknown. */
  readonly interval: number | null
}

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

/**
 * The reporting interval of each device in minutes: the most frequent gap between consecutive readings, which must be
 * in order. Null if that is no usual interval, or the device has fewer than three readings.
 */
export function intervalsOf({ devices, device, minute }: Rows): (number | null)[] {
  const gaps = devices.map((): Gaps => new Map())
  for (let start = 0; start < minute.length; ) {
    let end = start + 1
    while (end < minute.length && device[end] === device[start]) end++
    countGaps(minute, start, end, gaps[device[start]!])
    start = end
  }
  return gaps.map((of) => {
    const { gap, known } = mostFrequent(of)
    return known >= 2 && USUAL.includes(gap) ? gap : null
  })
}

/**
 * The reporting interval by device and day in Asia/Shanghai, because a device may be set to another interval, or a
 * month's file may be joined from exports with different ones. It is the gap that most gaps of the day have. If there
 * are few gaps, none is in the majority, or it is no usual interval (readings were lost), the device's own interval
 * applies, or the gap if that is shorter. `stamp`: with times at the end of the interval, a reading at midnight is the
 * last of the day before. The parts cover all rows, in order.
 */
export function intervalsByDay(readings: Rows, stamp: 'begin' | 'end'): readonly IntervalRows[] {
  const { device, minute } = readings
  const ofDevice = intervalsOf(readings)
  const shift = SHANGHAI_MINUTES - (stamp === 'end' ? 1 : 0)
  const parts: IntervalRows[] = []
  for (let start = 0; start < minute.length; ) {
    const nextDay: Minute = (Math.floor((minute[start]! + shift) / MINUTES_PER_DAY) + 1) * MINUTES_PER_DAY - shift
    let end = start + 1
    while (end < minute.length && device[end] === device[start] && minute[end]! < nextDay) end++
    const { gap, times, known } = mostFrequent(countGaps(minute, start, end))
    const own = ofDevice[device[start]!]!
    const isClear = known >= MIN_GAPS && times * 2 > known
    const isOfDay = isClear && (USUAL.includes(gap) || (own !== null && gap < own))
    parts.push({ start, end, interval: isOfDay ? gap : own })
    start = end
  }
  return parts
}

/**
 * For each row, the interval in minutes that {@link intervalsByDay} finds for its device and day; 0 if unknown.
 */
export function intervalOfRows(readings: Rows): Uint8Array {
  const found = new Uint8Array(readings.minute.length)
  // A reading at midnight that ends its interval is taken as the next day's, which `intervalBetween` makes up for.
  for (const { start, end, interval } of intervalsByDay(readings, 'begin')) found.fill(interval ?? 0, start, end)
  return found
}

/**
 * The interval expected between a row and the one before it. Where a device changes its interval, the longer one: no
 * reading is called missing that may never have been due.
 */
export const intervalBetween = (intervals: Uint8Array, row: number): number =>
  Math.max(intervals[row - 1]!, intervals[row]!)
