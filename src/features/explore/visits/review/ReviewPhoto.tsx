import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { PhotoRef } from '@/ledger/references'
import { useOutcome } from '@/store/answers/use-promise'
import { ledger } from '@/store/ledger'
import { useBlobUrl } from '@/store/ledger/use-photo-url'
import { Button } from '@/ui/controls/Button'
import classes from './ReviewDialog.module.css'

interface Props {
  readonly photo: PhotoRef
  /** What the photo shows, and its number among the photos of the same thing. */
  readonly name: string
  /** Open doubts, in words. */
  readonly doubts: readonly string[]
  /** Whether it arrived after the desk's last review of this visit. */
  readonly isNew: boolean
  readonly isLarge: boolean
  /** Enlarges the photo to the size of the dialog, or shrinks it again. */
  onEnlarge(): void
}

/**
 * A photo at dialog size: the original if this device has it, else the small copy, with a note which it is. An
 * annotated photo shows the annotated version first.
 */
export function ReviewPhoto({ photo, name, doubts, isNew, isLarge, onEnlarge }: Props) {
  const { t } = useTranslation()
  const [isBare, setIsBare] = useState(false)
  const { found, isWaiting } = usePhoto(isBare && photo.markOf ? photo.markOf : photo.hash)
  const url = useBlobUrl(found?.original ?? found?.shown ?? null)
  const at = localMinute(photo.at)
  const label = t('review.photo', { at, name })
  return (
    <li data-large={isLarge}>
      {url && (
        <button type="button" aria-label={t('review.photoLarge', { at })} onClick={onEnlarge}>
          <img src={url} alt={label} />
        </button>
      )}
      <small className="quiet">
        {label}
        {isNew && <mark className={classes.fresh}>{t('review.newPhoto')}</mark>}
      </small>
      {doubts.map((words) => (
        <b key={words} className={classes.doubt}>
          {words}
        </b>
      ))}
      {photo.markOf && (
        <Button onClick={() => setIsBare(!isBare)}>{t(isBare ? 'draw.showMarked' : 'draw.showOriginal')}</Button>
      )}
      {found?.isCopy && <p role="note">{t('review.copy')}</p>}
      {!found && !isWaiting && <p role="note">{t('review.missing')}</p>}
    </li>
  )
}

function usePhoto(hash: string) {
  const { found } = useOutcome(async () => ({ photo: await ledger().photo(hash) }), hash)
  return { found: found?.photo ?? null, isWaiting: !found }
}
