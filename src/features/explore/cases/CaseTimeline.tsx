import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { CaseRecord, CaseStepEvent } from '@/ledger/cases'
import { writerOf } from '@/ledger/device'
import { displayedPhotos } from '@/ledger/displayed-photos'
import type { PhotoRef } from '@/ledger/references'
import { useLedger } from '@/store/ledger'
import { usePhotoUrl } from '@/store/ledger/use-photo-url'
import { stepText, stepWords, writtenText } from '@/store/words/case-words'
import { Button } from '@/ui/controls/Button'
import classes from './CasesPanel.module.css'
import { WithdrawRecord } from './WithdrawRecord'

/**
 * All steps of a case in order, with photos, including withdrawn ones and withdrawn assessments. Steps recorded on this device can be withdrawn.
 */
export function CaseTimeline({ record }: { readonly record: CaseRecord }) {
  const { t } = useTranslation()
  const device = useLedger((state) => state.device)
  const { opening, standing, withdrawn, withdrawnSteps } = record
  return (
    <section aria-label={t('cases.timeline')}>
      <h3>{t('cases.timeline')}</h3>
      <ol className={`plain ${classes.timeline}`}>
        {opening && (
          <li>
            <b>{t('cases.step.opened')}</b>
            <small>{writtenText(t, opening, opening.at)}</small>
          </li>
        )}
        {standing.steps.map(({ event }) => (
          <li key={event.id}>
            <span data-gone={standing.annulled.some(({ id }) => id === event.id) || undefined}>
              <b>{stepText(t, event.body.step)}</b> {stepWords(t, event.body)}
            </span>
            <small>{writtenText(t, event, event.body.when)}</small>
            <Photos photos={event.body.photos} title={event.body.title} />
            {!withdrawn && event.device === device && <TakeBack of={record} event={event} />}
          </li>
        ))}
        {withdrawnSteps.map(({ event, by }) => (
          <li key={event.id}>
            <span data-gone>
              <b>{stepText(t, event.body.step)}</b> {stepWords(t, event.body)}
            </span>
            <small>{t('cases.withdrawn', { reason: by.body.reason, who: writerOf(by), at: localMinute(by.at) })}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Withdraws a step that was recorded on this device. */
function TakeBack({ of, event }: { readonly of: CaseRecord; readonly event: CaseStepEvent }) {
  const { t } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  const title = t('cases.withdrawStep', { step: stepText(t, event.body.step) })
  if (!isAsked)
    return (
      <Button weight="quiet" aria-label={title} onClick={() => setAsked(true)}>
        {t('cases.do.withdraw')}
      </Button>
    )
  return (
    <WithdrawRecord
      of={of}
      event={event.id}
      title={title}
      warning={t('cases.form.withdrawStepHelp')}
      reasons={[t('cases.form.withdrawStepReasons.undone'), t('cases.form.withdrawStepReasons.wrong')]}
      onDone={() => setAsked(false)}
    />
  )
}

function Photos({ photos, title }: { readonly photos: readonly PhotoRef[]; readonly title: string }) {
  const seen = displayedPhotos(photos)
  if (seen.length === 0) return null
  return (
    <div className={classes.photos}>
      {seen.map(({ hash, at }) => (
        <Photo key={hash} hash={hash} label={`${title} ${localMinute(at)}`} />
      ))}
    </div>
  )
}

/** A photo's small copy; a press opens it at full size in the browser. */
function Photo({ hash, label }: { readonly hash: string; readonly label: string }) {
  const url = usePhotoUrl(hash)
  return (
    url && (
      <a href={url} target="_blank" rel="noreferrer">
        <img src={url} alt={label} />
      </a>
    )
  )
}
