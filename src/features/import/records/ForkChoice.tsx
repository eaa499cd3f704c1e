import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortDevice } from '@/ledger/device'
import type { Fork } from '@/ledger/reception'
import { useLedger } from '@/store/ledger'
import { Button } from '@/ui/controls/Button'
import { ReasonForm } from '@/ui/ReasonForm'
import { Records } from './Records'
import classes from './Tablets.module.css'

type Side = 'held' | 'brought'

const SIDES: readonly Side[] = ['held', 'brought']
const REASONS = ['user', 'backup', 'forged'] as const

interface Props {
  readonly fork: Fork
  /** Lets one version stand. @throws where it could not be written. */
  onStand(stands: Side, reason: string, author: string): Promise<void>
  onCancel(): void
}

/** Two versions of a tablet's chain, both to be read, and a person's choice with its reason. */
export function ForkChoice({ fork, onStand, onCancel }: Props) {
  const { t } = useTranslation()
  const { author, setAuthor } = useLedger()
  const [stands, setStands] = useState<Side | null>(null)
  const title = t('desk.fork', { id: shortDevice(fork.device), from: fork.from })
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      <p>{t('desk.forkHelp')}</p>
      {SIDES.map((side) => {
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
            {t(`desk.forkTake.${side}`)}
          </Button>
        ))}
        <Button onClick={onCancel}>{t('desk.cancel')}</Button>
      </div>
      {stands && (
        <ReasonForm
          key={stands}
          title={title}
          warning={t(`desk.forkTake.${stands}`)}
          reasons={REASONS.map((each) => t(`desk.forkReason.${each}`))}
          confirm={t(`desk.forkTake.${stands}`)}
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
