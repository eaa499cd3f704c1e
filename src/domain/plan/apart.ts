/**
 * No plan has so many clauses: what is left of a clause that ended, its named tasks and ended requirements, has a number from here
 * on (907), and no requirement asks for it.
 */
export const ENDED = 900
/** Kinds of named tasks allow no larger number. */
const MOST_NUMBER = 999

/** What a measure says for the number of a clause that ends, until {@link numbersApart} gives one. */
export const toBeApart = (clause: number): number => -clause

/** The clause that {@link toBeApart} stands for; null for any other number. */
export const clauseToBeApart = (number: number): number | null => (number < 0 ? -number : null)

/**
 * Gives each clause of a plan that ends a number that nothing which ended before has: 907 for clause 7, or the next that is free.
 * The same clause has the same each time. Once all of them are taken, the last is shared.
 */
export function numbersApart(taken: Iterable<number>): (clause: number) => number {
  const used = new Set(taken)
  const given = new Map<number, number>()
  const all = Array.from({ length: MOST_NUMBER - ENDED + 1 }, (_, i) => ENDED + i)
  return (clause) => {
    const known = given.get(clause)
    if (known !== undefined) return known
    const wanted = Math.min(ENDED + clause, MOST_NUMBER)
    const isFree = (number: number) => !used.has(number)
    const number = all.find((each) => each >= wanted && isFree(each)) ?? all.findLast(isFree) ?? MOST_NUMBER
    used.add(number)
    given.set(clause, number)
    return number
  }
}
