/** The plans of a package and how their clauses continue. */
export interface PlanHistory {
  readonly settings: { readonly year: number }
  /** Earlier plans, latest first. */
  readonly earlierPlans: readonly {
    readonly year: number
    readonly goesOn?: readonly (readonly [earlier: number, next: number])[]
  }[]
}

/**
 * Identifiers of the plans in addresses, oldest plan first, the one in force last: the year, and from the second plan
 * of a year on also its number within the year (`2022`, `2023`, `2023.2`). New plans are only appended.
 */
function planMarks({ settings, earlierPlans }: PlanHistory): readonly string[] {
  const years = [...earlierPlans.map(({ year }) => year).reverse(), settings.year]
  return years.map((year, place) => {
    const nth = years.slice(0, place + 1).filter((each) => each === year).length
    return nth === 1 ? String(year) : `${year}.${nth}`
  })
}

/** Identifier of the plan in force in addresses. */
export const currentPlanMark = (plans: PlanHistory): string => planMarks(plans).at(-1)!

/** Whether a package has a plan with this identifier. */
export const hasPlan = (plans: PlanHistory, mark: string): boolean => planMarks(plans).includes(mark)

/**
 * Maps clause numbers of a plan to those of the plan in force; a clause that does not continue maps to null. Returns
 * null itself if unknown: the package lacks the plan, or it or a later plan has no record of which clauses continue.
 */
export function clauseSince(plans: PlanHistory, mark: string): ((number: number) => number | null) | null {
  const place = planMarks(plans).indexOf(mark)
  if (place < 0) return null
  const steps: ReadonlyMap<number, number>[] = []
  for (const { goesOn } of [...plans.earlierPlans].reverse().slice(place)) {
    if (goesOn === undefined) return null
    steps.push(new Map(goesOn))
  }
  return (number) => steps.reduce<number | null>((now, step) => (now === null ? null : (step.get(now) ?? null)), number)
}
