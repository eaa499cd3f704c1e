import { type RefObject, useLayoutEffect, useState } from 'react'

/**
 * Number of items in the first line of a wrapping list of which only that line is visible; the caller offers the others
 * elsewhere. `items` identifies the items and their texts; width changes are observed.
 */
export function useFitting(frame: RefObject<HTMLElement | null>, items: string): number {
  const [fitting, setFitting] = useState(Number.POSITIVE_INFINITY)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other items need a new measurement
  useLayoutEffect(() => {
    const { current } = frame
    if (!current) return
    const measure = () => {
      const lines = Array.from(current.querySelectorAll('li'), ({ offsetTop }) => offsetTop)
      setFitting(lines.filter((top) => top === lines[0]).length)
    }
    measure()
    const resized = new ResizeObserver(measure)
    resized.observe(current)
    return () => resized.disconnect()
  }, [frame, items])
  return fitting
}
