import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { PhotoRef } from '@/ledger/references'
import { KeptPhoto } from './KeptPhoto'
import classes from './KeptPhotos.module.css'

interface Props {
  readonly photos: readonly PhotoRef[]
  /** Said of them; what a correction says of the photos that it keeps where it is not given. */
  readonly caption?: string
  /** Takes one out of what is being written; absent where the record that has them stays as it is. */
  onLeaveOut?(photo: PhotoRef): void
}

/** Photos that a record brings along, each large at a press. */
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
