import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { ReviewItem } from '@/ledger/find'
import type { Review } from '@/ledger/review'
import classes from './ReviewDialog.module.css'

type Taken = Pick<ReviewItem, 'photos' | 'voices'>

interface Props {
  readonly review: Review
  /** Photos and voice notes at the time of the review, and now. */
  readonly seen: Taken
  readonly now: Taken
  /** Number of answers and words that have changed since. */
  readonly changes: number
}

/** The previous review of a record, and how much has changed since. */
export function PreviousReview({ review, seen, now, changes }: Props) {
  const { t } = useTranslation()
  const { verdict, note, author, at } = review
  const newIn = (all: readonly { hash: string }[], then: readonly { hash: string }[]) =>
    all.filter(({ hash }) => !then.some((each) => each.hash === hash)).length
  const [photos, voices] = [newIn(now.photos, seen.photos), newIn(now.voices, seen.voices)]
  const since = [
    changes > 0 && t('review.since.items', { count: changes }),
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
