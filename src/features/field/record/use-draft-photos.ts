import { useTranslation } from 'react-i18next'
import type { Done } from '@/features/field/check/DoneLine'
import type { CheckDraft } from './drafts'
import { type TakenPhoto, withCopy, withoutPhoto, withPhotos } from './photos'
import type { Change } from './use-draft'

/** Adds photos to a draft and removes them, with undo; a drawn copy is removed with its photo. */
export function useDraftPhotos(
  photos: readonly TakenPhoto[],
  change: (part: Change<CheckDraft>) => void,
  setDone: (done: Done | null) => void,
) {
  const { t } = useTranslation()
  const addPhotos = (added: readonly TakenPhoto[]) => change((now) => ({ photos: withPhotos(now.photos, added) }))
  return {
    addPhotos,
    addCopy: (copy: TakenPhoto) => change((now) => ({ photos: withCopy(now.photos, copy) })),
    removePhoto(photo: TakenPhoto) {
      const stay = withoutPhoto(photos, photo)
      const gone = photos.filter((each) => !stay.includes(each))
      change((now) => ({ photos: withoutPhoto(now.photos, photo) }))
      setDone({
        words: t('check.photoRemoved'),
        undo: () => {
          setDone(null)
          addPhotos(gone)
        },
      })
    },
  }
}
