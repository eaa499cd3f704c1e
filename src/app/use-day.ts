import { useEffect } from 'react'
import { useChentu } from '@/store/chentu'
import { today } from '@/store/device/today'
import { sayFailure } from '@/store/page/failure'
import { everyInSight } from '@/store/page/in-sight'

const LOOK_MS = 60_000

/** Re-evaluates the rules at midnight where the package's as-of date is today, so that a screen left open overnight stays right. */
export function useDay(): void {
  const follows = useChentu((state) => state.opened?.dataset.settings.asOf === 'today' && state.view.asOf === null)
  const refresh = useChentu((state) => state.refresh)
  useEffect(() => {
    if (!follows) return
    let day = today()
    return everyInSight(LOOK_MS, () => {
      const now = today()
      if (now !== day) refresh().catch(sayFailure)
      day = now
    })
  }, [follows, refresh])
}
