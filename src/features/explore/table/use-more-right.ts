import { type RefObject, useEffect, useState } from 'react'

/** Whether `scroll`, which contains `content`, can be scrolled further to the right. */
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
