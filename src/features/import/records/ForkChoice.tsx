import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOfInstant } from '@/domain/calendar'
import { shortDevice } from '@/ledger/device'
import type { Fork } from '@/ledger/settling'
import { useLedger } from '@/store/ledger'
import { useOfficeTexts } from '@/store/words/office'
import { Button } from '@/ui/controls/Button'
import { ReasonForm } from '@/ui/ReasonForm'
import { Records } from './Records'
import classes from './Tablets.module.css'

type Side = 'held' | 'brought'

const SIDES: readonly Side[] = ['held', 'brought']
const REASONS = ['user', 'backup', 'forged'] as const
const LATE_REASONS = {
  held: ['lateReason.after', 'lateReason.unsure'],
  brought: ['lateReason.before', 'lateReason.user'],
} as const

interface Props {
  readonly fork: Fork
  /** Keeps one version as the valid one. @throws if the decision can't be written */
  onStand(stands: Side, reason: string, author: string): Promise<void>
  onCancel(): void
}

/** Shows two versions of a tablet's chain, or late records of a closed tablet; the user chooses and gives a reason. */
export function ForkChoice({ fork, onStand, onCancel }: Props) {
  const { t } = useTranslation()
  const ofOffice = useOfficeTexts()
  const { author, setAuthor } = useLedger()
  const [stands, setStands] = useState<Side | null>(null)
  const { closed } = fork
  const isLate = fork.held.events.length === 0
  const about = isLate ? 'late' : 'fork'
  const title = t(`desk.${about}`, { id: shortDevice(fork.device), from: fork.from })
  const since = closed?.since
  const after = since ? fork.brought.events.filter(({ at }) => dayOfInstant(at) >= since).length : 0
  /** Number of records that a choice affects: those it sets aside, or late records it accepts. */
  const goes = (side: Side) => (isLate || side === 'held' ? fork.brought : fork.held).events.length
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      <p>{t(`desk.${about}Help`)}</p>
      {closed && <p className={classes.closed}>{t(closed.by === null ? 'desk.forkLost' : 'desk.forkSucceeded')}</p>}
      {after > 0 && <p className={classes.closed}>{t('desk.lateAfter', { count: after, day: since })}</p>}
      {(isLate ? (['brought'] as const) : SIDES).map((side) => {
        const { events, signed } = fork[side]
        const said = t(signed ? 'desk.signs' : 'desk.signsNot')
        return (
          <Records
            key={side}
            title={t(`desk.forkSide.${side}`, { count: events.length, signed: said })}
            events={events}
          />
        )
      })}
      <div className={classes.acts}>
        {SIDES.map((side) => (
          <Button key={side} aria-pressed={stands === side} onClick={() => setStands(side)}>
            {t(`desk.${about}Take.${side}`)}
          </Button>
        ))}
        <Button onClick={onCancel}>{t('desk.cancel')}</Button>
      </div>
      {stands && (
        <ReasonForm
          key={stands}
          title={title}
          warning={t(`brought.follows.${about}.${stands}`, { count: goes(stands) })}
          reasons={(isLate ? LATE_REASONS[stands] : REASONS.map((each) => `forkReason.${each}` as const)).map((each) =>
            ofOffice(`desk.${each}`),
          )}
          confirm={t(`desk.${about}Take.${stands}`)}
          author={{ value: author, onChange: (value) => useLedger.setState({ author: value }) }}
          onGive={async (reason) => {
            await setAuthor(author)
            await onStand(stands, reason, author)
          }}
          onCancel={() => setStands(null)}
        />
      )}
    </section>
  )
}
