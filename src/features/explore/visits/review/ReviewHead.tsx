import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { type Reviewable, reviewOf } from '@/ledger/review'
import { useLedger } from '@/store/ledger'
import classes from './ReviewDialog.module.css'

interface Props extends Reviewable {
  readonly name: string
  /** Open doubts in words, with the reasons given; duplicates are removed. */
  readonly flags: readonly string[]
  /** The previous review. */
  readonly children?: ReactNode
}

/** Heading of a reviewed record: its name, its review, and its doubts. */
export function ReviewHead({ name, records, flags, children }: Props) {
  const { t } = useTranslation()
  const said = reviewOf(
    records,
    useLedger((all) => all.reviews),
  )
  return (
    <>
      <h3>{name}</h3>
      {children}
      <p className={classes.said} data-verdict={said?.verdict}>
        {said
          ? t('review.said', {
              verdict: t(`review.verdict.${said.verdict}`),
              who: said.author || t('desk.noAuthor'),
              at: localMinute(said.at),
              note: said.note,
            })
          : t('review.waiting')}
      </p>
      {flags.length > 0 ? (
        <ul className={classes.flags} aria-label={t('review.flags')}>
          {[...new Set(flags)].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{t('review.noFlags')}</p>
      )}
    </>
  )
}
