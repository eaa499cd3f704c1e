import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { titleOfBody } from '@/ledger/body'
import { writerOf } from '@/ledger/device'
import { isKnownBody, type LedgerEvent } from '@/ledger/event'
import { recordKind } from '@/store/words/record-kind'
import classes from './Tablets.module.css'

interface Props {
  readonly title: string
  readonly events: readonly LedgerEvent[]
}

/** Records that are not shown with their sources, one line each: what, by whom, and when. */
export function Records({ title, events }: Props) {
  const { t } = useTranslation()
  const whatOf = ({ device, body }: LedgerEvent) => {
    if (!isKnownBody(body)) return t('check.later')
    return body.type === 'withdrawal'
      ? `${t('desk.withdrawalOf', { of: body.event.replace(`${device}-`, '') })} ${body.reason}`
      : body.type === 'round'
        ? t('given.toldOf', { name: body.name || body.since })
        : [titleOfBody(body), 'note' in body ? body.note : ''].filter(Boolean).join(' · ')
  }
  return (
    <details>
      <summary>{title}</summary>
      <ul className={classes.list}>
        {events.map((event) => (
          <li key={event.hash}>
            {t('desk.recordLine', {
              at: localMinute(event.at),
              who: writerOf(event),
              sequence: event.sequence,
              what: t('review.kindOf', { kind: t(`review.kind.${recordKind(event)}`), outcome: whatOf(event) }),
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
