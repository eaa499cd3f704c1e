import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { StoredAct } from '@/ledger/acts'
import { shortDevice } from '@/ledger/device'
import { useLedger } from '@/store/ledger'
import { Records } from './Records'
import classes from './Tablets.module.css'

/** Decisions about tablets, with reason, name and time, and the records that each decision set aside. */
export function TabletDecisions() {
  const { t } = useTranslation()
  const { acts, aside } = useLedger()
  const line = ({ act, reason, author, at }: StoredAct) => {
    const said = { at: localMinute(at), author, reason, id: shortDevice(act.device) }
    if (act.type === 'lost')
      return t(act.since ? 'desk.actLine.lostSince' : 'desk.actLine.lost', { ...said, upTo: act.upTo, day: act.since })
    if (act.type === 'late') return t(`desk.actLine.${act.stands}`, { ...said, from: act.from, upTo: act.upTo })
    if (act.type === 'succeeded') return t('desk.actLine.succeeded', { ...said, by: shortDevice(act.by) })
    if (act.type === 'fork') return t('desk.actLine.fork', { ...said, from: act.from, count: act.aside.length })
    return t('desk.actLine.reopened', said)
  }
  return (
    <>
      {acts.length > 0 && (
        <details>
          <summary>{t('desk.acts', { count: acts.length })}</summary>
          <ul className={classes.list}>
            {acts.map((act) => (
              <li key={act.number}>{line(act)}</li>
            ))}
          </ul>
        </details>
      )}
      {aside.length > 0 && (
        <Records title={t('desk.aside', { count: aside.length })} events={aside.map(({ event }) => event)} />
      )}
    </>
  )
}
