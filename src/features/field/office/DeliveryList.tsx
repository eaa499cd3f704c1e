import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { useUnfinished } from '@/features/field/record/use-unfinished'
import { sourceOfBody, titleOfBody } from '@/ledger/body'
import { DELIVERY_STATES, type DeliveryState, deliveryCounts, type RecordWithDelivery } from '@/ledger/delivery'
import { isKnownBody } from '@/ledger/event'
import { tallyOf } from '@/ledger/tally'
import { useChentu } from '@/store/chentu'
import { useRecordsWithDelivery } from '@/store/ledger/use-records-with-delivery'
import type { SourceKey } from '@/store/view/view'
import { useReviewText } from '@/store/words/review-line'
import { tallyLine } from '@/store/words/tally-line'
import { Button } from '@/ui/controls/Button'
import classes from './DeliveryList.module.css'

const MOST = 50

/**
 * Number of records per hand-over state, and a list of each: pressing a record opens its source, where a returned one
 * can be corrected.
 */
export function DeliveryList() {
  const { t } = useTranslation()
  const setView = useChentu((all) => all.setView)
  const [shown, setShown] = useState<DeliveryState | null>(null)
  const drafts = useUnfinished()
  const records = useRecordsWithDelivery()
  const counts = deliveryCounts(records, drafts.length)
  const open = ({ kind, code, nth }: SourceKey) =>
    setView({ selected: { kind, code, ...(nth === undefined ? {} : { nth }) } })
  const given = DELIVERY_STATES.filter((each) => counts[each] > 0)
  if (given.length === 0) return null
  const chosen = records.filter((each) => each.state === shown)
  return (
    <section aria-label={t('handing.title')}>
      <div className={classes.states}>
        {given.map((each) => (
          <Button
            key={each}
            data-state={each}
            aria-expanded={shown === each}
            onClick={() => setShown(shown === each ? null : each)}
          >
            {t(each === 'draft' ? 'handing.draftCount' : 'handing.stateCount', {
              state: t(`handing.state.${each}`),
              count: counts[each],
            })}
          </Button>
        ))}
      </div>
      {shown && counts[shown] > 0 && (
        <>
          <p>{t(`handing.help.${shown}`)}</p>
          {chosen.length > 0 && <p>{tallyLine(t, tallyOf(chosen.map(({ event }) => event)))}</p>}
          <ul className={classes.list}>
            {shown === 'draft' &&
              drafts.map(({ key, label, open: resume }) => (
                <li key={key}>{resume ? <Button onClick={resume}>{label}</Button> : label}</li>
              ))}
            {chosen.slice(0, MOST).map((each) => (
              <HandedLine key={each.event.id} handed={each} onOpen={open} />
            ))}
          </ul>
          {chosen.length > MOST && <p>{t('handing.first', { count: MOST })}</p>}
        </>
      )}
    </section>
  )
}

/** One record: its subject, when it was written, and the desk's review. */
function HandedLine({
  handed: { event, state, review, sent },
  onOpen,
}: {
  readonly handed: RecordWithDelivery
  onOpen(source: SourceKey): void
}) {
  const { t } = useTranslation()
  const reviewText = useReviewText()
  const target = sourceOfBody(event.body)
  const { body } = event
  const name = !isKnownBody(body)
    ? t('check.later')
    : body.type === 'withdrawal'
      ? t('handing.withdrawalOf', { of: body.event.slice(body.event.lastIndexOf('-') + 1) })
      : body.type === 'decision'
        ? t('handing.decisionOf', { name: body.target.name })
        : body.type === 'round'
          ? t('given.toldOf', { name: body.name || body.since })
          : titleOfBody(body)
  const words = (
    <>
      {name}
      <small>{localMinute(event.at)}</small>
      {state === 'sent' && sent && <small>{t(`handing.way.${sent.way}`, { at: localMinute(sent.at) })}</small>}
      {review && <small>{reviewText(review)}</small>}
    </>
  )
  return <li>{target ? <Button onClick={() => onOpen(target)}>{words}</Button> : words}</li>
}
