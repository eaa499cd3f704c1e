import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { CaseRecord } from '@/ledger/cases'
import { writerOf } from '@/ledger/device'
import type { PhotoRef } from '@/ledger/event'
import { seenPhotos } from '@/ledger/marked'
import { usePhotoUrl } from '@/store/ledger/use-photo-url'
import { stepText, stepWords, writtenText } from '@/store/words/case-words'
import classes from './CasesPanel.module.css'

/** All that was done with a case, in its order, with its photos; also what was taken back. */
export function CaseTimeline({ record: { opening, standing, withdrawnSteps } }: { readonly record: CaseRecord }) {
  const { t } = useTranslation()
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
            <b>{stepText(t, event.body.step)}</b> {stepWords(t, event.body)}
            <small>{writtenText(t, event, event.body.when)}</small>
            <Photos photos={event.body.photos} title={event.body.title} />
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

function Photos({ photos, title }: { readonly photos: readonly PhotoRef[]; readonly title: string }) {
  const seen = seenPhotos(photos)
  if (seen.length === 0) return null
  return (
    <div className={classes.photos}>
      {seen.map(({ hash, at }) => (
        <Photo key={hash} hash={hash} label={`${title} ${localMinute(at)}`} />
      ))}
    </div>
  )
}

/** The small copy of a photo; a press shows it as large as the browser does. */
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
