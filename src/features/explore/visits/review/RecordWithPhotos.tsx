import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoRef } from '@/ledger/references'
import classes from './ReviewDialog.module.css'
import { ReviewPhoto } from './ReviewPhoto'

interface Props {
  readonly photos: readonly PhotoRef[]
  /** Label of a photo, its open doubts, and whether it arrived after the last review. */
  nameOf(photo: PhotoRef): string
  doubtsOf?(photo: PhotoRef): readonly string[]
  isNew?(photo: PhotoRef): boolean
  /** The answers and words of the record. */
  readonly children: ReactNode
}

/** The record's text beside its photos; an enlarged photo takes the whole width. */
export function RecordWithPhotos({ photos, nameOf, doubtsOf, isNew, children }: Props) {
  const { t } = useTranslation()
  /** Hash of the enlarged photo; '' if none. */
  const [large, setLarge] = useState('')
  return (
    <>
      {photos.length === 0 && <p className="quiet">{t('review.noPhotos')}</p>}
      <div className={classes.sides} data-photos={photos.length > 0 && large === ''}>
        {children}
        <ul className={classes.photos}>
          {photos.map((photo) => (
            <ReviewPhoto
              key={photo.hash}
              photo={photo}
              isLarge={large === photo.hash}
              onEnlarge={() => setLarge(large === photo.hash ? '' : photo.hash)}
              isNew={isNew?.(photo) ?? false}
              name={nameOf(photo)}
              doubts={doubtsOf?.(photo) ?? []}
            />
          ))}
        </ul>
      </div>
    </>
  )
}
