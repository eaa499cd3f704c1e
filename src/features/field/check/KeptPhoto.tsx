import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HoldInRainButton } from '@/features/field/HoldInRainButton'
import type { PhotoRef } from '@/ledger/references'
import { usePhotoUrl } from '@/store/ledger/use-photo-url'
import { PhotoView } from './PhotoView'

interface Props {
  readonly photo: PhotoRef
  readonly label: string
  /** Removes it from the current draft; absent if it can't be removed. */
  onLeaveOut?(): void
}

/** A photo of a record, enlarged when pressed; nothing if it can't be read. */
export function KeptPhoto({ photo: { hash, markOf }, label, onLeaveOut }: Props) {
  const { t } = useTranslation()
  const url = usePhotoUrl(hash)
  const bareUrl = usePhotoUrl(markOf ?? '')
  const [large, setLarge] = useState(false)
  if (!url) return null
  return (
    <>
      <button type="button" onClick={() => setLarge(true)}>
        <img src={url} alt={label} />
      </button>
      {large && (
        <PhotoView
          url={url}
          bareUrl={bareUrl}
          title={label}
          actions={onLeaveOut && <HoldInRainButton onPress={onLeaveOut}>{t('spot.leaveOut')}</HoldInRainButton>}
          onClose={() => setLarge(false)}
        />
      )}
    </>
  )
}
