import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { targetKey } from '@/ledger/shared-code'
import { asCounted, type Visit } from '@/ledger/visit'
import { useChentu, useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { useReviewSitting } from '@/store/page/review-sitting'
import { sourceKey } from '@/store/view/view'
import { outcomeWords, visitLine } from '@/store/words/inspection-line'
import { recordKind } from '@/store/words/record-kind'
import { useVisitFlags } from '@/store/words/visit-flags'
import { Button } from '@/ui/controls/Button'
import { ReviewMark } from './review/ReviewMark'
import classes from './VisitsPanel.module.css'

interface Props {
  readonly visit: Visit
  /** Whether the open package has its source, or a team found it. */
  readonly isInData: boolean
}

/** A visit in the day's list: its source, result, doubts and note. A press opens the source. */
export function DayVisit({ visit, isInData }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const setView = useChentu((state) => state.setView)
  const { flags } = useVisitFlags()(visit)
  const { target, records } = visit
  const last = records.at(-1)!
  const signature = useLedger((all) => all.state.get(targetKey(target))?.signatures.get(last.id))
  const isSeen = useReviewSitting(({ seen }) => seen === records[0]!.id)
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // Keeps the record under review in sight as the review moves on.
    if (isSeen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isSeen])
  const kinds = [
    t('review.kindOf', {
      kind: t(`review.kind.${visit.corrected.length > 0 ? 'correction' : 'inspection'}`),
      outcome: outcomeWords(t, dataset, asCounted(visit)),
    }),
    ...(signature ? [t(`review.kind.${recordKind(signature)}`)] : []),
  ]
  return (
    <li ref={line} aria-current={isSeen || undefined}>
      <Button weight="quiet" onClick={() => setView({ selected: sourceKey(target) })}>
        {target.name}
      </Button>
      {!isInData && (
        <p className={classes.flags}>
          {t(target.code === '' ? 'desk.notInDataUncoded' : 'desk.notInData', { code: target.code })}
        </p>
      )}
      <p className={classes.kinds}>
        {kinds.map((each) => (
          <span key={each}>{each}</span>
        ))}
      </p>
      {flags.length > 0 && (
        <p className={classes.flags}>{t('review.flagged', { flags: flags.join(t('ui.semicolon')) })}</p>
      )}
      <p className="quiet">{visitLine(t, dataset, visit, i18n.language)}</p>
      <ReviewMark of={visit} />
    </li>
  )
}
