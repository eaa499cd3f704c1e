import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewItem } from '@/ledger/find'
import { unreviewed } from '@/ledger/review'
import { useLedger } from '@/store/ledger'
import { Button } from '@/ui/controls/Button'
import panel from '@/ui/panel.module.css'
import { ReviewDialog } from './ReviewDialog'

interface Props {
  /** Everything that can be reviewed, of all days. */
  readonly all: readonly ReviewItem[]
  readonly day: string
}

/** The number of checks and found sources that still have to be reviewed, and a button to review them. */
export function Review({ all, day }: Props) {
  const { t } = useTranslation()
  const reviews = useLedger((ledger) => ledger.reviews)
  const [reviewed, setReviewed] = useState<readonly ReviewItem[] | null>(null)
  const ofDay = all.filter((each) => each.day === day)
  const open = unreviewed(ofDay, reviews)
  const others = unreviewed(all, reviews).filter((each) => each.day !== day)
  return (
    <>
      <div className={panel.chips}>
        {ofDay.length > 0 && (
          <Button weight={open.length > 0 ? 'primary' : 'quiet'} onClick={() => setReviewed(ofDay)}>
            {open.length > 0 ? t('review.open', { count: open.length }) : t('review.again', { count: ofDay.length })}
          </Button>
        )}
        {others.length > 0 && (
          <Button weight="quiet" onClick={() => setReviewed(others)}>
            {t('review.openAll', { count: others.length })}
          </Button>
        )}
      </div>
      {reviewed && <ReviewDialog all={reviewed} onClose={() => setReviewed(null)} />}
    </>
  )
}
