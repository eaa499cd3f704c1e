/**
 * Runs of rows in [begin, end) for which `isSo` holds for at least `leastSeconds`. A run lasts until the next row for
 * which it does not hold, unless that follows more than `silentSeconds` later: nothing is known of such a gap.
 */
export function rowRuns(
  second: Uint32Array,
  begin: number,
  end: number,
  leastSeconds: number,
  silentSeconds: number,
  isSo: (row: number) => boolean,
): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = []
  let first = -1
  for (let row = begin; row <= end; row++) {
    const isApart = row > begin && row < end && second[row]! - second[row - 1]! > silentSeconds
    const so = row < end && isSo(row)
    if (first >= 0 && (!so || isApart)) {
      const until = row < end && !isApart ? second[row]! : second[row - 1]!
      if (until - second[first]! >= leastSeconds) found.push({ first, last: row - 1 })
      first = -1
    }
    if (so && first < 0) first = row
  }
  return found
}
