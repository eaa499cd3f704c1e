import { STATE_NAMES, type StateName } from './status'

/**
 * How often something stands so: one count for each source that a requirement is about, or for each source. What a person has to
 * look at is apart from what nobody recorded.
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
export const sizeOf = (tally: Tally): number => STATE_NAMES.reduce((sum, name) => sum + tally[name], 0)

/** Tallies as one. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const all = emptyTally()
  for (const each of tallies) for (const name of STATE_NAMES) all[name] += each[name]
  return all
}
