import { STATE_NAMES, type StateName } from './status'

/**
 * Counts by state: one for each source that a requirement applies to, or for each source. Sources to verify are counted
 * apart from those without data.
 */
export type Tally = Readonly<Record<StateName, number>>

/** A tally to count with. */
export const emptyTally = (): Record<StateName, number> => ({
  fine: 0,
  due: 0,
  unknown: 0,
  toVerify: 0,
  failing: 0,
  overdue: 0,
})

/** All counts of a tally together. */
export const tallyTotal = (tally: Tally): number => STATE_NAMES.reduce((sum, name) => sum + tally[name], 0)

/** Sums tallies. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  const all = emptyTally()
  for (const each of tallies) for (const name of STATE_NAMES) all[name] += each[name]
  return all
}
