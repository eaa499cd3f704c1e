import { useCallback, useRef } from 'react'
import { useChentu } from '@/store/chentu'
import { amendView } from '@/store/view/address'
import type { Box } from '@/store/view/view'
import { useVisibleBox } from '@/store/view/visible-box'

/**
 * The switch that counts only sources in the map window. The box is part of the view, so links include it; it follows
 * the map whenever that comes to rest. A box from a link stays until the user moves the map, so that the link's figures
 * are the same in every window size.
 */
export function useWithin() {
  const within = useChentu((state) => state.view.within !== null)
  const setView = useChentu((state) => state.setView)
  const own = useRef<Box | null>(null)

  const setWithin = (on: boolean) => {
    own.current = on ? useVisibleBox.getState().box : null
    setView({ within: own.current })
  }
  const onRest = useCallback((box: Box, moved: boolean) => {
    useVisibleBox.setState({ box })
    const { within } = useChentu.getState().view
    if (within === null || (within !== own.current && !moved)) return
    own.current = box
    amendView({ within: box })
  }, [])
  return { within, setWithin, onRest }
}
