/**
 * First number for what is left of an ended clause, its named tasks and ended requirements (907 for clause 7). No plan
 * has that many clauses, and no requirement refers to these numbers.
 */
export const FIRST_ENDED_NUMBER = 900
/** Largest clause number that kinds of named tasks allow. */
const MAX_NUMBER = 999

/** Placeholder in a measure for the number of an ending clause, until {@link assignEndedNumbers} assigns one. */
export const endedClausePlaceholder = (clause: number): number => -clause

/** The clause of a {@link endedClausePlaceholder} placeholder; null for any other number. */
export const clauseOfPlaceholder = (number: number): number | null => (number < 0 ? -number : null)

/**
 * Assigns each ending clause of a plan a number that no earlier ended clause uses: 907 for clause 7, or the next free
 * one. Returns the same number for the same clause each time. When all numbers are used up, the last one is shared.
 */
export function assignEndedNumbers(taken: Iterable<number>): (clause: number) => number {
  const used = new Set(taken)
  const given = new Map<number, number>()
  const all = Array.from({ length: MAX_NUMBER - FIRST_ENDED_NUMBER + 1 }, (_, i) => FIRST_ENDED_NUMBER + i)
  return (clause) => {
    const known = given.get(clause)
    if (known !== undefined) return known
    const wanted = Math.min(FIRST_ENDED_NUMBER + clause, MAX_NUMBER)
    const isFree = (number: number) => !used.has(number)
    const number = all.find((each) => each >= wanted && isFree(each)) ?? all.findLast(isFree) ?? MAX_NUMBER
    used.add(number)
    given.set(clause, number)
    return number
  }
}
