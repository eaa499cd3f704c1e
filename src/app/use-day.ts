import { useEffect, useRef } from 'react'
import { useChentu } from '@/store/chentu'
import { isJudgedToday } from '@/store/chentu/effective-date'
import { useToday } from '@/store/device/today'
import { reportFailure } from '@/store/page/failure'

/**
 * Re-evaluates the rules at midnight if the as-of date is today, so that a screen left open overnight stays correct.
 */
export function useDay(): void {
  const follows = useChentu(
    ({ opened, view }) => isJudgedToday(view) || (opened?.dataset.settings.asOf === 'today' && view.asOf === null),
  )
  const refresh = useChentu((state) => state.refresh)
  const day = useToday()
  const seen = useRef(day)
  useEffect(() => {
    const isNext = seen.current !== day
    seen.current = day
    if (follows && isNext) refresh().catch(reportFailure)
  }, [follows, day, refresh])
}
