/** From this length on, a list is split into two columns. */
const TWO_COLUMNS = 17

/**
 * A list on the wall in one column, or in two of about equal length if it is long and the wall is not higher than wide.
 */
export function inColumns<T>(all: readonly T[], isTall = false): readonly (readonly T[])[] {
  if (isTall || all.length < TWO_COLUMNS) return [all]
  const half = Math.ceil(all.length / 2)
  return [all.slice(0, half), all.slice(half)]
}
