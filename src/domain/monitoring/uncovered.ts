import type { Minute } from './readings'

/** The times that values stand for, by row: `intervals[row]` minutes from `beginOf(row)`. */
export interface Periods {
  readonly intervals: Uint8Array
  readonly beginOf: (row: number) => Minute
}

/** Consecutive rows, [start, end). */
export interface RowRange {
  readonly start: number
  readonly end: number
}

const always = () => true

/**
 * Tells which rows with data count for the mean of a period, [from, until), if it has some of several intervals: those
 * of the shortest, and each other one that lies within the period and none of whose time is covered by a shorter one.
 * An hourly value among readings of five minutes is not one of them, and covers the same time again; readings of five
 * minutes that follow some of one minute go on where these end.
 */
export function uncovered(
  { start, end }: RowRange,
  { intervals, beginOf }: Periods,
  [from, until]: readonly [from: Minute, until: Minute],
  has: (row: number) => boolean,
): (row: number) => boolean {
  let isMixed = false
  for (let row = start + 1; row < end && !isMixed; row++) isMixed = intervals[row] !== intervals[start]
  if (!isMixed) return always
  const rows = Array.from({ length: end - start }, (_, at) => start + at).filter(has)
  const shortest = Math.min(...rows.map((row) => intervals[row]!))
  const endOf = (row: number) => beginOf(row) + intervals[row]!
  const covers = (other: number, row: number) =>
    intervals[other]! < intervals[row]! && beginOf(other) < endOf(row) && beginOf(row) < endOf(other)
  const isFree = (row: number) =>
    beginOf(row) >= from && endOf(row) <= until && !rows.some((other) => covers(other, row))
  const counted = new Set(rows.filter((row) => intervals[row] === shortest || isFree(row)))
  return (row) => counted.has(row)
}
