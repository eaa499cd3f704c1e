/** The plans of a package as far as it matters which clause of one goes on as which of the next. */
export interface Plans {
  readonly settings: { readonly year: number }
  /** Those that were in force before, the last one first. */
  readonly earlierPlans: readonly {
    readonly year: number
    readonly goesOn?: readonly (readonly [earlier: number, next: number])[]
  }[]
}

/**
 * What each plan is told by in addresses, the first plan first and the one in force last: its year, and from the second of a
 * year on its place among those of the year (`2022`, `2023`, `2023.2`). Plans are only ever added behind the others.
 */
function planMarks({ settings, earlierPlans }: Plans): readonly string[] {
  const years = [...earlierPlans.map(({ year }) => year).reverse(), settings.year]
  return years.map((year, place) => {
    const nth = years.slice(0, place + 1).filter((each) => each === year).length
    return nth === 1 ? String(year) : `${year}.${nth}`
  })
}

/** What the plan in force is told by in addresses. */
export const markInForce = (plans: Plans): string => planMarks(plans).at(-1)!

/** Whether a package has the plan of a mark. */
export const hasPlan = (plans: Plans, mark: string): boolean => planMarks(plans).includes(mark)

/**
 * How clauses of a plan are numbered in the one in force: null for one that does not go on; null itself where that is not known:
 * the plan is not there, or nobody wrote down what goes on of it, or of one behind it.
 */
export function clauseSince(plans: Plans, mark: string): ((number: number) => number | null) | null {
  const place = planMarks(plans).indexOf(mark)
  if (place < 0) return null
  const steps: ReadonlyMap<number, number>[] = []
  for (const { goesOn } of [...plans.earlierPlans].reverse().slice(place)) {
    if (goesOn === undefined) return null
    steps.push(new Map(goesOn))
  }
  return (number) => steps.reduce<number | null>((now, step) => (now === null ? null : (step.get(now) ?? null)), number)
}
