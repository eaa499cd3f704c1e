/** Consecutive months with the same value, by their indexes in the series; both ends included. */
export interface Run<T> {
  readonly value: T
  readonly from: number
  readonly to: number
}

/** Groups a series, one value per month, into runs of equal values. */
export function runsOf<T extends number | string>(values: readonly T[]): readonly Run<T>[] {
  const runs: Run<T>[] = []
  values.forEach((value, at) => {
    const last = runs.at(-1)
    if (last?.value === value) runs[runs.length - 1] = { ...last, to: at }
    else runs.push({ value, from: at, to: at })
  })
  return runs
}
