import { useEffect } from 'react'
import { dayOfInstant } from '@/domain/calendar'
import { useChentu } from '@/store/chentu'

const LOOK_MS = 60_000

/** Where a package is shown as of today, a screen that stands overnight follows to the next day. */
export function useDay(): void {
  const follows = useChentu((state) => state.opened?.dataset.settings.asOf === 'today' && state.view.asOf === null)
  const setView = useChentu((state) => state.setView)
  useEffect(() => {
    if (!follows) return
    let day = dayOfInstant(new Date().toISOString())
    const timer = setInterval(() => {
      const now = dayOfInstant(new Date().toISOString())
      if (now !== day) setView({ asOf: null })
      day = now
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [follows, setView])
}
