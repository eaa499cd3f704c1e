/** Numbers from `from` up to `upTo`, both included. */
export interface NumberRange {
  readonly from: number
  readonly upTo: number
}

/**
 * Finds, for a number, the last of these ranges in which it is; undefined if it is in none. Made once for all ranges, so
 * that looking up each of thousands of records does not go through each of thousands of ranges. Ranges that end before
 * they begin contain nothing.
 */
export function lastRangeOf<R extends NumberRange>(ranges: readonly R[]): (number: number) => R | undefined {
  const filled = ranges.filter(({ from, upTo }) => from <= upTo)
  // Between two consecutive bounds the answer is the same for all numbers.
  const bounds = [...new Set(filled.flatMap(({ from, upTo }) => [from, upTo + 1]))].sort((a, b) => a - b)
  const at = new Map(bounds.map((bound, i) => [bound, i]))
  const owners = new Array<R | undefined>(bounds.length)
  /** By section, a section at or after it that may have no owner yet. */
  const free = bounds.map((_, i) => i)
  const nextFree = (section: number): number => {
    let found = section
    while (found < free.length && free[found] !== found) found = free[found]!
    for (let each = section; each < found; ) {
      const next = free[each]!
      free[each] = found
      each = next
    }
    return found
  }
  for (const range of filled.reverse()) {
    const end = at.get(range.upTo + 1)!
    for (let section = nextFree(at.get(range.from)!); section < end; section = nextFree(section)) {
      owners[section] = range
      free[section] = section + 1
    }
  }
  return (number) => {
    let [low, high] = [0, bounds.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (bounds[middle]! <= number) low = middle + 1
      else high = middle
    }
    return low === 0 ? undefined : owners[low - 1]
  }
}
