/** A label and its preferred height, in percent of the drawing from its top. */
export interface WantedLabel {
  readonly key: string
  readonly at: number
  /** Shown in any case; other labels only if there is room near their preferred height. */
  readonly must: boolean
}

/** Tolerance for rounding errors when percentages are added. */
const NEARLY = 1e-6

/**
 * Heights at which labels do not touch, at least `gap` percent apart. Labels with `must` move as far as necessary;
 * others move by one line at most and are left out if there is no room even then.
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
