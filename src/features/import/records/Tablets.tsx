import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOfInstant, localMinute } from '@/domain/calendar'
import { shortDevice } from '@/ledger/device'
import type { Tablet, TabletAct } from '@/ledger/tablets'
import { useToday } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { useOfficeTexts } from '@/store/words/office'
import { Button } from '@/ui/controls/Button'
import { DatePicker } from '@/ui/controls/DatePicker'
import { Select } from '@/ui/controls/Select'
import { ReasonForm } from '@/ui/ReasonForm'
import { Records } from './Records'
import { TabletDecisions } from './TabletDecisions'
import classes from './Tablets.module.css'

type Doing = TabletAct['type']

const REASONS = {
  lost: ['lost', 'stolen', 'broken'],
  reopened: ['found', 'mistake'],
  succeeded: ['again', 'cleared', 'machine'],
} as const

/**
 * The tablets that delivered records, and the desk's decisions on them: lost, found again, or
 * succeeded by another tablet.
 */
export function Tablets() {
  const { t } = useTranslation()
  const { tablets, device, doubtful, later } = useLedger()
  const others = tablets.filter((tablet) => tablet.device !== device)
  if (others.length === 0) return null
  return (
    <details>
      <summary>{t('desk.tablets')}</summary>
      <p className="quiet">{t('desk.tabletsHelp')}</p>
      <ul className={classes.list}>
        {others.map((tablet) => (
          <li key={tablet.device}>
            <TabletLine tablet={tablet} others={others} />
          </li>
        ))}
      </ul>
      {doubtful.length > 0 && <Records title={t('desk.doubtful', { count: doubtful.length })} events={doubtful} />}
      {later.length > 0 && <Records title={t('desk.later', { count: later.length })} events={later} />}
      <TabletDecisions />
    </details>
  )
}

interface LineProps {
  readonly tablet: Tablet
  readonly others: readonly Tablet[]
}

function TabletLine({ tablet, others }: LineProps) {
  const { t } = useTranslation()
  const today = useToday()
  const ofOffice = useOfficeTexts()
  const { author, setAuthor, settle, events: all } = useLedger()
  const [doing, setDoing] = useState<Doing | null>(null)
  const [by, setBy] = useState('')
  const [since, setSince] = useState('')
  const { device, authors, events, lastAt, closed, signs } = tablet
  const id = shortDevice(device)
  // Records dated on or after the day of the loss but accepted before it was known. They stay valid;
  // someone should check them.
  const after = closed?.since
    ? [...(all?.values() ?? [])].filter((each) => each.device === device && dayOfInstant(each.at) >= closed.since!)
        .length
    : 0
  const candidates = others.filter((each) => each.device !== device && !each.closed)

  async function give(reason: string) {
    await setAuthor(author)
    if (doing === 'succeeded') await settle({ type: doing, device, by }, reason)
    else if (doing === 'lost') await settle({ type: doing, device, ...(since && { since }) }, reason)
    else if (doing) await settle({ type: doing, device }, reason)
    setDoing(null)
  }

  const possible: readonly Doing[] = closed ? ['reopened'] : candidates.length > 0 ? ['lost', 'succeeded'] : ['lost']
  return (
    <>
      {t('desk.tablet', {
        id,
        authors: authors.join(t('ui.comma')) || t('desk.noAuthor'),
        count: events,
        at: localMinute(lastAt),
      })}{' '}
      · {t(signs ? 'desk.signs' : 'desk.signsNot')}
      {closed && (
        <p className={classes.closed}>
          {closed.by === null
            ? t(closed.since ? 'desk.closedLostSince' : 'desk.closedLost', { upTo: closed.upTo, day: closed.since })
            : t('desk.closedBy', { by: shortDevice(closed.by), upTo: closed.upTo })}
        </p>
      )}
      {after > 0 && <p className={classes.closed}>{t('desk.afterLoss', { count: after, day: closed?.since })}</p>}
      {!doing && (
        <div className={classes.acts}>
          {possible.map((each) => (
            <Button key={each} aria-label={t(`desk.actTitle.${each}`, { id })} onClick={() => setDoing(each)}>
              {t(`desk.act.${each}`)}
            </Button>
          ))}
        </div>
      )}
      {doing === 'succeeded' && (
        <Select
          label={t('desk.successor')}
          value={by}
          placeholder={t('desk.chooseSuccessor')}
          options={candidates.map((each) => ({
            value: each.device,
            label: `${shortDevice(each.device)} ${each.authors.join(t('ui.comma'))}`,
          }))}
          onChange={setBy}
        />
      )}
      {doing === 'lost' && (
        <DatePicker label={t('desk.since')} labelled="beside" value={since} max={today} clearable onChange={setSince} />
      )}
      {doing && (doing !== 'succeeded' || by !== '') && (
        <ReasonForm
          key={doing}
          title={t(`desk.actTitle.${doing}`, { id })}
          warning={t(`desk.actWarning.${doing}`, { count: events })}
          reasons={REASONS[doing].map((each) =>
            ofOffice(`desk.actReason.${doing}.${each}` as 'desk.actReason.lost.lost'),
          )}
          confirm={t(`desk.act.${doing}`)}
          author={{ value: author, onChange: (value) => useLedger.setState({ author: value }) }}
          onGive={give}
          onCancel={() => setDoing(null)}
        />
      )}
    </>
  )
}
