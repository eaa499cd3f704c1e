import { type RefObject, useEffect, useState } from 'react'

/** Whether something follows beyond the right edge of what scrolls, with `content` in it. */
export function useMoreRight(scroll: RefObject<HTMLElement | null>, content: RefObject<HTMLElement | null>): boolean {
  const [isMore, setMore] = useState(false)
  useEffect(() => {
    const box = scroll.current!
    const look = () => setMore(box.scrollLeft + box.clientWidth < box.scrollWidth - 1)
    const sizes = new ResizeObserver(look)
    sizes.observe(box)
    sizes.observe(content.current!)
    box.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [scroll, content])
  return isMore
}
