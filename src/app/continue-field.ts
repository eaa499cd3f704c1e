import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'

/**
 * A tablet that showed the field screen last shows it again when it is opened without an address, as by its icon: its
 * system ends pages in the background. Called before the view is bound to the address.
 */
export function continueField(): void {
  const { inField, setInField } = usePreferences.getState()
  const continues = inField && location.hash === '' && matchMedia('(pointer: coarse)').matches
  if (continues) history.replaceState(history.state, '', '#/field')
  // A page begins with another screen: a link to that one changes no screen, and the subscription would not hear of it.
  setInField(continues)
  useChentu.subscribe(({ view: { mode } }, { view: before }) => {
    if (mode !== before.mode) setInField(mode === 'field')
  })
}
