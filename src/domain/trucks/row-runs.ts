/**
 * Runs of rows, of [begin, end), that are so for at least some seconds: up to the row that is not so, if it follows soon. What comes
 * more than `silentSeconds` after a row says nothing of the time between.
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
