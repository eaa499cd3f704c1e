import { webglRenderer } from '@/map/engine/webgl-renderer'
import { usePreferences } from '@/store/device/preferences'
import type { Check } from './check'

/** Checks which engine draws the map here, and whether that suits this machine. */
export const checkMap: Check = () => {
  const here = webglRenderer()
  const { mapEngine } = usePreferences.getState()
  if (here === 'none') return { standing: 'fine', says: (t) => t('diagnosis.map.none') }
  if (here === 'processor' && mapEngine === 'webgl')
    return { standing: 'odd', says: (t) => t('diagnosis.map.processor'), mend: 'canvas' }
  return here === 'card' && mapEngine !== 'canvas'
    ? { standing: 'fine', says: (t) => t('diagnosis.map.card') }
    : { standing: 'fine', says: (t) => t('diagnosis.map.canvas') }
}
