import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RainButton } from '@/features/field/RainButton'
import type { PhotoRef } from '@/ledger/references'
import { usePhotoUrl } from '@/store/ledger/use-photo-url'
import { PhotoView } from './PhotoView'

interface Props {
  readonly photo: PhotoRef
  readonly label: string
  /** Takes it out of what is being written; absent where it stays. */
  onLeaveOut?(): void
}

/** A photo of a record, large at a press; nothing where it can't be read. */
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
          actions={onLeaveOut && <RainButton onPress={onLeaveOut}>{t('spot.leaveOut')}</RainButton>}
          onClose={() => setLarge(false)}
        />
      )}
    </>
  )
}
