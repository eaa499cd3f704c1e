import { useTranslation } from 'react-i18next'
import type { EndedRows as Ended } from '@/workspace/import/ended-rows'
import classes from './ItemReview.module.css'

/**
 * Says how many rows are completed or closed according to the file, and that they are judged like all others: nobody
 * should first meet them as not meeting requirements on the map.
 */
export function EndedRows({ ended }: { readonly ended: Ended | null }) {
  const { t } = useTranslation()
  if (!ended) return null
  const words = ended.words.map((word) => t('data.ended.word', { word })).join(t('ui.comma'))
  return (
    <section aria-label={t('data.ended.title')} className={classes.missing}>
      <p>
        <b>{t('data.ended.count', { count: ended.count, words })}</b>
        {t('data.ended.help', { failing: t('status.failing'), overdue: t('status.overdue') })}
      </p>
    </section>
  )
}
