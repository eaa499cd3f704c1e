import { useEffect } from 'react'
import { dayOfInstant } from '@/domain/calendar'
import { useChentu } from '@/store/chentu'
import { sayFailure } from '@/store/page/failure'

const LOOK_MS = 60_000

/** Re-evaluates the rules at midnight where the package's as-of date is today, so that a screen left open overnight stays right. */
export function useDay(): void {
  const follows = useChentu((state) => state.opened?.dataset.settings.asOf === 'today' && state.view.asOf === null)
  const refresh = useChentu((state) => state.refresh)
  useEffect(() => {
    if (!follows) return
    let day = dayOfInstant(new Date().toISOString())
    const timer = setInterval(() => {
      const now = dayOfInstant(new Date().toISOString())
      if (now !== day) refresh().catch(sayFailure)
      day = now
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [follows, refresh])
}
