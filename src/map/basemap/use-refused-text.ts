import { useTranslation } from 'react-i18next'
import { useOnline } from '@/store/device/online'
import { usePackageBasemap } from '@/store/device/package-basemap'
import { bytesText } from '@/ui/bytes'

/** Why the package's basemap is not shown; null if nothing kept it from opening. */
export function useRefusedText(): string | null {
  const { t } = useTranslation()
  const isOnline = useOnline()
  const refused = usePackageBasemap((state) => state.refused)
  if (!refused) return null
  // Without a network no server can respond.
  const fault = refused.fault === 'unreachable' && !isOnline ? 'offline' : refused.fault
  return t(`basemap.refused.${fault}`, { size: bytesText(refused.bytes ?? 0) })
}
