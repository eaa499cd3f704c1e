import { useCallback, useRef } from 'react'
import { useChentu } from '@/store/chentu'
import { amendView } from '@/store/view/address'
import { useSeenBox } from '@/store/view/seen-box'
import type { Box } from '@/store/view/view'

/**
 * The switch by which only what the map shows counts. The box is the view's, so that a link carries it; it follows the map
 * whenever that comes to rest. One that came with a link stays until the map is moved: the link's figures stand in every window.
 */
export function useWithin() {
  const within = useChentu((state) => state.view.within !== null)
  const setView = useChentu((state) => state.setView)
  const own = useRef<Box | null>(null)

  const setWithin = (on: boolean) => {
    own.current = on ? useSeenBox.getState().box : null
    setView({ within: own.current })
  }
  const onRest = useCallback((box: Box, moved: boolean) => {
    useSeenBox.setState({ box })
    const { within } = useChentu.getState().view
    if (within === null || (within !== own.current && !moved)) return
    own.current = box
    amendView({ within: box })
  }, [])
  return { within, setWithin, onRest }
}
