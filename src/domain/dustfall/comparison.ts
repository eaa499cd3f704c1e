import Big from 'big.js'
import type { MonthReport, RankedCounty } from './month-report'

/** A county's figures of two months, and how far the later one is from the earlier. */
export interface ComparedCounty {
  readonly county: string
  readonly earlier: RankedCounty | null
  readonly later: RankedCounty | null
  /** Later less earlier, of the published tenths; null where either is missing. */
  readonly difference: number | null
}

/** Two months side by side, always the earlier one first. */
export interface Comparison {
  readonly earlier: MonthReport
  readonly later: MonthReport
  readonly rows: readonly ComparedCounty[]
  /** Of the city's means. */
  readonly difference: number | null
}

/** What a comparison is sorted by. */
export const COMPARED_COLUMNS = ['county', 'earlier', 'later', 'difference'] as const
export type ComparedColumn = (typeof COMPARED_COLUMNS)[number]

/** Exact, since published figures are decimals: 7.2 less 7.1 is 0.1. */
const differenceOf = (earlier: number | null, later: number | null) =>
  earlier === null || later === null ? null : Number(new Big(later).minus(earlier))

/** Two months, whichever of them is given first, with the counties that either ranks in the order of the later one. */
export function compareMonths(one: MonthReport, other: MonthReport): Comparison {
  const [earlier, later] = one.month <= other.month ? [one, other] : [other, one]
  const before = new Map(earlier.rows.map((row) => [row.county, row]))
  const after = new Map(later.rows.map((row) => [row.county, row]))
  const rows = [...new Set([...after.keys(), ...before.keys()])].map((county): ComparedCounty => {
    const [first, last] = [before.get(county) ?? null, after.get(county) ?? null]
    return {
      county,
      earlier: first,
      later: last,
      difference: differenceOf(first?.figure.value ?? null, last?.figure.value ?? null),
    }
  })
  return { earlier, later, rows, difference: differenceOf(earlier.city.mean, later.city.mean) }
}

/**
 * The rows by one column; by county in the order of the package, which `counties` is. What has no figure stands last, whichever
 * way it is sorted, and equal rows stay in their order.
 */
export function sortCompared(
  rows: readonly ComparedCounty[],
  column: ComparedColumn,
  descending: boolean,
  counties: readonly string[],
): readonly ComparedCounty[] {
  const figureOf = (row: ComparedCounty) =>
    column === 'county'
      ? counties.indexOf(row.county)
      : column === 'difference'
        ? row.difference
        : (row[column]?.figure.value ?? null)
  return [...rows].sort((one, other) => {
    const [a, b] = [figureOf(one), figureOf(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return descending ? b - a : a - b
  })
}
