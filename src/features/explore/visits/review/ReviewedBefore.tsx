import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { changesOf } from '@/ledger/changes'
import type { EarlierReview } from '@/ledger/review'
import type { Visit } from '@/ledger/visit'
import classes from './ReviewDialog.module.css'

/** What the desk said of a visit the time before, and how much of it was changed since. */
export function ReviewedBefore({ before, visit }: { readonly before: EarlierReview; readonly visit: Visit }) {
  const { t } = useTranslation()
  const { review, visit: seen } = before
  const { verdict, note, author, at } = review
  const items = new Set(changesOf(seen, visit, []).map(({ item }) => item)).size
  const newIn = (now: readonly { hash: string }[], then: readonly { hash: string }[]) =>
    now.filter(({ hash }) => !then.some((each) => each.hash === hash)).length
  const [photos, voices] = [newIn(visit.photos, seen.photos), newIn(visit.voices, seen.voices)]
  const since = [
    items > 0 && t('review.since.items', { count: items }),
    photos > 0 && t('review.since.photos', { count: photos }),
    voices > 0 && t('review.since.voices', { count: voices }),
  ].filter(Boolean)
  const who = { who: author || t('desk.noAuthor'), at: localMinute(at) }
  return (
    <div role="note" aria-label={t('review.lastReview')} className={classes.before}>
      <p>
        {t(`review.earlier.${verdict}`, who)}
        <b>{note}</b>
      </p>
      <p>{since.length > 0 ? t('review.since.all', { what: since.join(t('ui.comma')) }) : t('review.since.nothing')}</p>
    </div>
  )
}
