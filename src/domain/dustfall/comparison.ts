import Big from 'big.js'
import type { MonthReport, RankedCounty } from './month-report'

/** A county's figures in two months, and their difference. */
export interface ComparedCounty {
  readonly county: string
  readonly earlier: RankedCounty | null
  readonly later: RankedCounty | null
  /** Later minus earlier, from the published tenths; null if either is missing. */
  readonly difference: number | null
}

/** Two months side by side, always the earlier one first. */
export interface Comparison {
  readonly earlier: MonthReport
  readonly later: MonthReport
  readonly rows: readonly ComparedCounty[]
  /** The difference of the city's means. */
  readonly difference: number | null
}

/** The columns by which a comparison can be sorted. */
export const COMPARED_COLUMNS = ['county', 'earlier', 'later', 'difference'] as const
export type ComparedColumn = (typeof COMPARED_COLUMNS)[number]

/** Exact, since published figures are decimals: 7.2 minus 7.1 is 0.1. */
const differenceOf = (earlier: number | null, later: number | null) =>
  earlier === null || later === null ? null : Number(new Big(later).minus(earlier))

/** Compares two months, given in any order. Contains the counties ranked in either, in the order of the later month. */
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
 * Sorts rows by one column; counties by their order in the package, `counties`. Rows without a figure are always last,
 * and equal rows keep their order.
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
