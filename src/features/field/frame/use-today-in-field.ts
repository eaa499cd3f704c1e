import { useEffect } from 'react'
import { useChentu } from '@/store/chentu'
import { today } from '@/store/device/today'

/**
 * In the field everything is judged as of today, whatever day the package is set to, so that new observations count at
 * once. A day chosen by the user is kept; on leaving, the package's own day is restored.
 */
export function useTodayInField(): void {
  const setView = useChentu((state) => state.setView)
  const packageDay = useChentu((state) => state.opened?.dataset.settings.asOf)
  const isOpen = packageDay !== undefined
  useEffect(() => {
    if (!isOpen || packageDay === 'today') return
    const day = today()
    const { view } = useChentu.getState()
    if (view.asOf !== null) return
    setView({ asOf: day })
    return () => {
      const { asOf } = useChentu.getState().view
      if (asOf === day) setView({ asOf: null })
    }
  }, [isOpen, packageDay, setView])
}
