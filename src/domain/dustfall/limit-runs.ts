/** Months side by side for which the same stands, by their places in a row of months. */
export interface Run<T> {
  readonly value: T
  readonly from: number
  readonly to: number
}

/** A row of values, one a month, as runs of equal ones. */
export function runsOf<T extends number | string>(values: readonly T[]): readonly Run<T>[] {
  const runs: Run<T>[] = []
  values.forEach((value, at) => {
    const last = runs.at(-1)
    if (last?.value === value) runs[runs.length - 1] = { ...last, to: at }
    else runs.push({ value, from: at, to: at })
  })
  return runs
}
