import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { CheckTarget } from '@/features/field/record/check-target'
import { targetKey } from '@/ledger/fold'
import { useLedger } from '@/store/ledger'
import classes from './CheckHead.module.css'
import { KeptPhoto } from './KeptPhoto'

const MOST = 2

/** The last photos that teams took of a source, each large at a press. */
export function LastPhotos({ source }: { readonly source: CheckTarget }) {
  const { t } = useTranslation()
  const photos = useLedger((all) => all.state.get(targetKey(source)))?.visits.flatMap((visit) => visit.photos) ?? []
  const last = photos.slice(-MOST)
  if (last.length === 0) return null
  return (
    <div className={classes.photos}>
      {last.map((photo) => (
        <KeptPhoto key={photo.hash} photo={photo} label={t('check.lastPhoto', { at: localMinute(photo.at) })} />
      ))}
    </div>
  )
}
