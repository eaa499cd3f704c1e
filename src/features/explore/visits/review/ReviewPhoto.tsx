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
  /** What it shows, and which of the photos of that it is. */
  readonly name: string
  /** What it leaves open, in words. */
  readonly doubts: readonly string[]
  /** Whether it came after the desk's last review of this visit. */
  readonly isNew: boolean
  readonly isLarge: boolean
  /** Makes it as large as the dialog allows, or small again. */
  onEnlarge(): void
}

/** A photo as large as the dialog allows: the original where it is here, else the small copy, and says which. What was drawn on shows the drawing first. */
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
