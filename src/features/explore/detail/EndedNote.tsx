import { useTranslation } from 'react-i18next'
import type { SourceRecord } from '@/questions/source/source-record'
import classes from './DetailCard.module.css'

/**
 * Says of a source that the list or a team calls it no more, since when, and that it counts all the same: nobody should
 * take it for left out of the figures. Nothing for any other source.
 */
export function EndedNote({ record }: { readonly record: Pick<SourceRecord, 'ended' | 'endedSince' | 'endedOnSite'> }) {
  const { t } = useTranslation()
  const { ended, endedSince, endedOnSite } = record
  if (ended === '' && endedOnSite === null) return null
  return (
    <div role="note" className={classes.ended} aria-label={t('detail.ended.title')}>
      {ended !== '' && (
        <p>
          <b>{t('detail.ended.inList', { ended })}</b>
          {endedSince === null ? t('detail.ended.noDay') : t('detail.ended.since', { ...endedSince })}
        </p>
      )}
      {endedOnSite !== null && (
        <p>
          <b>{t(endedOnSite.by === undefined ? 'detail.ended.onSite' : 'detail.ended.onSiteBy', { ...endedOnSite })}</b>
        </p>
      )}
      <p className="quiet">{t('detail.ended.counts')}</p>
    </div>
  )
}
