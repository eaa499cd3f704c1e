import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '@/ledger/visit'
import { useLedger } from '@/store/ledger'
import { Button } from '@/ui/controls/Button'
import panel from '@/ui/panel.module.css'
import { ReviewDialog } from './ReviewDialog'
import { openOf } from './review-order'

interface Props {
  readonly visits: readonly Visit[]
  readonly day: string
}

/** How many checks nobody has reviewed, and the review of them. */
export function Review({ visits, day }: Props) {
  const { t } = useTranslation()
  const reviews = useLedger((all) => all.reviews)
  const [reviewed, setReviewed] = useState<readonly Visit[] | null>(null)
  const ofDay = visits.filter((visit) => visit.day === day)
  const open = openOf(ofDay, reviews)
  const others = openOf(visits, reviews).filter((visit) => visit.day !== day)
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
      {reviewed && <ReviewDialog visits={reviewed} onClose={() => setReviewed(null)} />}
    </>
  )
}
