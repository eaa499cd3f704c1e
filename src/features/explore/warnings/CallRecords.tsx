import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { useKeptReason } from '@/features/cases/use-kept-reason'
import { type CallEvent, calledAt, type WithdrawnCall } from '@/ledger/calls'
import { formsOfWarning } from '@/store/device/form-drafts'
import { useLedger } from '@/store/ledger'
import { callLine } from '@/store/words/call-line'
import { withdrawalLine } from '@/store/words/inspection-line'
import { useOfficeTexts } from '@/store/words/office'
import { Button } from '@/ui/controls/Button'
import { ReasonForm } from '@/ui/ReasonForm'
import classes from './WarningsPanel.module.css'

const REASONS = ['target', 'answer', 'twice', 'test'] as const

interface Props {
  /** Oldest first; displayed newest first. */
  readonly calls: readonly CallEvent[]
  readonly withdrawn: readonly WithdrawnCall[]
  /** Prefix of each line, for example that the calls do not count yet. */
  readonly before?: string
  /** Name of the warning in the table; '' if it has none. */
  readonly warning: string
}

/** Call records, one line each. Those recorded on this device can be withdrawn with a reason, and stay readable. */
export function CallRecords({ calls, withdrawn, before = '', warning }: Props) {
  const { t } = useTranslation()
  const device = useLedger((state) => state.device)
  const [withdrawing, setWithdrawing] = useState('')
  return (
    <ul className={classes.calls}>
      {[...calls].reverse().map((event) => {
        const title = t('warning.withdrawOf', { at: localMinute(calledAt(event)), name: event.body.target.name })
        return (
          <li key={event.id}>
            <span>
              {before}
              {callLine(t, event, warning)}
            </span>
            {event.device === device && withdrawing !== event.id && (
              <Button weight="quiet" aria-label={title} onClick={() => setWithdrawing(event.id)}>
                {t('check.withdraw')}
              </Button>
            )}
            {withdrawing === event.id && <WithdrawCall event={event} title={title} onDone={() => setWithdrawing('')} />}
          </li>
        )
      })}
      {withdrawn.map(({ event, by }) => (
        <li key={event.id}>
          <span>
            <s>{callLine(t, event, warning)}</s> {withdrawalLine(t, by)}
          </span>
        </li>
      ))}
    </ul>
  )
}

interface WithdrawProps {
  readonly event: CallEvent
  readonly title: string
  onDone(): void
}

function WithdrawCall({ event, title, onDone }: WithdrawProps) {
  const { t } = useTranslation()
  const ofOffice = useOfficeTexts()
  const append = useLedger((state) => state.append)
  const group = formsOfWarning(event.body.warning.code)
  const { held, forget } = useKeptReason({ group, form: `withdraw ${event.id}`, label: title })
  return (
    <ReasonForm
      title={title}
      warning={t('warning.withdrawHelp')}
      reasons={REASONS.map((each) => ofOffice(`check.withdrawReason.${each}`))}
      confirm={t('check.withdraw')}
      held={held}
      onGive={async (reason) => {
        await append({ type: 'withdrawal', event: event.id, reason }, [], null)
        forget()
        onDone()
      }}
      onCancel={() => {
        forget()
        onDone()
      }}
    />
  )
}
