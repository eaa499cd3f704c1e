import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { PhotoView } from '@/features/field/check/PhotoView'
import { DrawDialog } from '@/features/field/draw/DrawDialog'
import { HoldInRainButton } from '@/features/field/HoldInRainButton'
import { useBlobUrl } from '@/store/ledger/use-photo-url'
import { Button } from '@/ui/controls/Button'
import { markPhoto, type TakenPhoto } from './photos'

interface Props {
  readonly photo: TakenPhoto
  /** The photo it was drawn on; null if it has no drawings. */
  readonly drawnOn: TakenPhoto | null
  onRemove(photo: TakenPhoto): void
  onRetake(): void
  onMarked(copy: TakenPhoto): void
}

/** A photo of a draft: press to enlarge it; there it can be drawn on, retaken or removed. */
export function PhotoThumbnail({ photo, drawnOn, onRemove, onRetake, onMarked }: Props) {
  const { t } = useTranslation()
  const url = useBlobUrl(photo.shown)
  const bareUrl = useBlobUrl(drawnOn?.shown ?? null)
  const [open, setOpen] = useState<'large' | 'draw' | null>(null)
  const title = t('check.photo', { at: localMinute(photo.ref.at).slice(11) })
  if (!url) return null
  const remove = () => {
    setOpen(null)
    onRemove(photo)
  }
  return (
    <>
      <button type="button" onClick={() => setOpen('large')}>
        <img src={url} alt={title} />
      </button>
      {open === 'large' && (
        <PhotoView
          url={url}
          bareUrl={bareUrl}
          title={title}
          onClose={() => setOpen(null)}
          actions={
            <>
              <Button onClick={() => setOpen('draw')}>{t('draw.begin')}</Button>
              <HoldInRainButton onPress={remove}>{t('check.removePhoto')}</HoldInRainButton>
              <HoldInRainButton
                onPress={() => {
                  remove()
                  onRetake()
                }}
              >
                {t('check.retakePhoto')}
              </HoldInRainButton>
            </>
          }
        />
      )}
      {open === 'draw' && (
        <DrawDialog
          url={url}
          onClose={() => setOpen('large')}
          onSave={async (marks, cancelled) => {
            const copy = await markPhoto(photo, marks)
            if (cancelled.aborted) return
            onMarked(copy)
            setOpen(null)
          }}
        />
      )}
    </>
  )
}
