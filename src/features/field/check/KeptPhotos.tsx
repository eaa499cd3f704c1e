import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { PhotoRef } from '@/ledger/references'
import { KeptPhoto } from './KeptPhoto'
import classes from './KeptPhotos.module.css'

interface Props {
  readonly photos: readonly PhotoRef[]
  /** Caption; by default the one for photos kept by a correction. */
  readonly caption?: string
  /** Removes one from the current draft; absent if they can't be removed. */
  onLeaveOut?(photo: PhotoRef): void
}

/** Photos already in a record, each enlarged when pressed. */
export function KeptPhotos({ photos, caption, onLeaveOut }: Props) {
  const { t } = useTranslation()
  if (photos.length === 0) return null
  return (
    <div className={classes.kept}>
      <p>{caption ?? t('sign.kept', { count: photos.length })}</p>
      {photos.map((photo) => (
        <KeptPhoto
          key={photo.hash}
          photo={photo}
          label={t('sign.keptPhoto', { at: localMinute(photo.at) })}
          {...(onLeaveOut && { onLeaveOut: () => onLeaveOut(photo) })}
        />
      ))}
    </div>
  )
}
