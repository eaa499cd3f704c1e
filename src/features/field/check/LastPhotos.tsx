import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { CheckTarget } from '@/features/field/record/check-target'
import { targetKey } from '@/ledger/shared-code'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { itemLabel } from '@/store/words/inspection-line'
import classes from './CheckHead.module.css'
import { KeptPhoto } from './KeptPhoto'

const MOST = 6

/** Photos that teams took of a source, newest first, each with its time and subject; enlarged when pressed. */
export function LastPhotos({ source }: { readonly source: Pick<CheckTarget, 'kind' | 'code'> }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const photos = useLedger((all) => all.state.get(targetKey(source)))?.visits.flatMap((visit) => visit.photos) ?? []
  const last = [...photos].sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0)).slice(0, MOST)
  if (last.length === 0) return null
  return (
    <ul className={classes.photos} aria-label={t('check.lastPhotos')}>
      {last.map((photo) => {
        const at = localMinute(photo.at)
        const of =
          photo.item === undefined ? t('sign.photoOfPlace') : itemLabel(dataset, source.kind, photo.item, i18n.language)
        return (
          <li key={photo.hash}>
            <KeptPhoto photo={photo} label={t('review.photo', { at, name: of })} />
            <small>{at}</small>
            <small>{of}</small>
          </li>
        )
      })}
    </ul>
  )
}
