import { type RefObject, useLayoutEffect, useState } from 'react'

/**
 * How many items of a list that wraps stand in its first line, of which alone is seen: the others are to be offered elsewhere.
 * `items` says which they are and how they read; a change of width is seen by itself.
 */
export function useFitting(frame: RefObject<HTMLElement | null>, items: string): number {
  const [fitting, setFitting] = useState(Number.POSITIVE_INFINITY)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other items fit otherwise
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
