import { type RefObject, useLayoutEffect, useState } from 'react'

/**
 * Number of items in the first line of a wrapping list of which only that line is visible; the caller offers the others
 * behind the button `more`, whose room is theirs if all of them fit then. `items` identifies the items and their texts;
 * width changes are observed.
 */
export function useFitting(
  frame: RefObject<HTMLElement | null>,
  more: RefObject<HTMLElement | null>,
  items: string,
): number {
  const [fitting, setFitting] = useState(Number.POSITIVE_INFINITY)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other items need a new measurement
  useLayoutEffect(() => {
    const { current } = frame
    if (!current) return
    const inFirstLine = () => {
      const lines = Array.from(current.querySelectorAll('li'), ({ offsetTop }) => offsetTop)
      return lines.filter((top) => top === lines[0]).length
    }
    const measure = () => {
      const beside = more.current
      if (beside) beside.style.display = 'none'
      const alone = inFirstLine()
      if (beside) beside.style.display = ''
      setFitting(alone === current.querySelectorAll('li').length ? alone : inFirstLine())
    }
    measure()
    const resized = new ResizeObserver(measure)
    resized.observe(current)
    return () => resized.disconnect()
  }, [frame, more, items])
  return fitting
}
