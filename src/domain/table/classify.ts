import { ckmeans, quantileSorted } from 'simple-statistics'

/** Methods for dividing a number column into classes. */
export const CLASS_METHODS = ['natural', 'quantile', 'equal', 'manual'] as const
export type ClassMethod = (typeof CLASS_METHODS)[number]

/** Natural breaks are computed from at most this many values, sampled evenly from the sorted ones. */
const MAX_SAMPLED = 2000

export interface ClassChoice {
  readonly method: ClassMethod
  /** Number of classes; `manual` has one more than its breaks. */
  readonly classes: number
  /** Breaks of `manual`. */
  readonly breaks: readonly number[]
  /** A value that is always a break, so that no class contains both sides of a limit. */
  readonly fixedBreak: number | null
}

/**
 * The breaks between classes, ascending. A value equal to a break belongs to the class below it.
 * @param values sorted ascending, without NaN
 */
export function classBreaks(values: Float64Array, { method, classes, breaks, fixedBreak }: ClassChoice): number[] {
  if (values.length === 0) return fixedBreak === null ? [] : [fixedBreak]
  const [least, most] = [values[0]!, values.at(-1)!]
  const found = (() => {
    switch (method) {
      case 'manual':
        return [...breaks]
      case 'equal':
        return Array.from({ length: classes - 1 }, (_, i) => least + ((i + 1) / classes) * (most - least))
      case 'quantile':
        return Array.from({ length: classes - 1 }, (_, i) => quantileSorted(Array.from(values), (i + 1) / classes))
      case 'natural':
        return naturalBreaks(values, classes)
    }
  })()
  return withBreak(
    [...new Set(found)].sort((a, b) => a - b),
    fixedBreak,
  )
}

function naturalBreaks(values: Float64Array, classes: number): number[] {
  const step = Math.max(1, values.length / MAX_SAMPLED)
  const sample: number[] = []
  for (let at = 0; at < values.length; at += step) sample.push(values[Math.floor(at)]!)
  const distinct = new Set(sample).size
  const clusters = ckmeans(sample, Math.min(classes, distinct))
  return clusters.slice(0, -1).map((cluster) => cluster.at(-1)!)
}

/** Replaces the break nearest to the fixed one by it. */
function withBreak(breaks: readonly number[], fixedBreak: number | null): number[] {
  if (fixedBreak === null || breaks.includes(fixedBreak)) return [...breaks]
  if (breaks.length === 0) return [fixedBreak]
  const nearest = breaks.reduce((best, each) =>
    Math.abs(each - fixedBreak) < Math.abs(best - fixedBreak) ? each : best,
  )
  return breaks.map((each) => (each === nearest ? fixedBreak : each)).sort((a, b) => a - b)
}

/** Index of a value's class. */
export function classAt(value: number, breaks: readonly number[]): number {
  let at = 0
  while (at < breaks.length && value > breaks[at]!) at++
  return at
}
