/** A label that wants to stand at a height, in percent of the drawing from its top. */
export interface WantedLabel {
  readonly key: string
  readonly at: number
  /** It is shown wherever there is room; the others only near where they want to be. */
  readonly must: boolean
}

/** Heights are sums of percents: as far apart as asked, but for what is lost in adding up. */
const NEARLY = 1e-6

/**
 * Heights at which labels stand without touching: `gap` percent apart or more. Those that must be shown move apart as far as
 * they have to; another one moves by one line at most, and is left out where even there is no room.
 */
export function spreadLabels(labels: readonly WantedLabel[], gap: number): ReadonlyMap<string, number> {
  const inOrder = [...labels].sort((a, b) => a.at - b.at)
  const placed = new Map<string, number>()
  const must = inOrder.filter((label) => label.must)
  const heights = must.map(({ at }) => at)
  for (let i = 1; i < heights.length; i++) heights[i] = Math.max(heights[i]!, heights[i - 1]! + gap)
  for (let i = heights.length - 1, below = 100 + gap; i >= 0; i--) {
    heights[i] = Math.min(heights[i]!, below - gap)
    below = heights[i]!
  }
  must.forEach(({ key }, i) => {
    placed.set(key, heights[i]!)
  })
  for (const { key, at } of inOrder.filter((label) => !label.must)) {
    const isFree = (height: number) =>
      height >= -NEARLY &&
      height <= 100 + NEARLY &&
      [...placed.values()].every((other) => Math.abs(other - height) >= gap - NEARLY)
    const found = [at, at + gap, at - gap].find(isFree)
    if (found !== undefined) placed.set(key, found)
  }
  return placed
}
