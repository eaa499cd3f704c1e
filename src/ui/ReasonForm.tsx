import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import { HoldButton } from '@/ui/controls/HoldButton'
import classes from './ReasonForm.module.css'

interface Props {
  readonly title: string
  /** Consequences of the action, shown before it is done. */
  readonly warning: string
  /** Usual reasons as buttons. */
  readonly reasons: readonly string[]
  readonly confirm: string
  /** Hint shown if the button was released too early; absent if it need not be held. */
  readonly hold?: string | undefined
  /** Field for the person's name; absent if the name is already known. */
  readonly author?: { readonly value: string; onChange(value: string): void }
  /** The reason, held by the caller so that it outlasts the form, and a line about it; absent if it need not. */
  readonly held?: { readonly reason: string; onChange(reason: string): void; readonly note: ReactNode }
  /** Something else that is asked for, above the buttons. */
  readonly children?: ReactNode
  /** Whether something else is still missing, so that the action can't be performed. */
  readonly isHeld?: boolean
  /** Performs the action. @throws if it failed; the form stays open and shows the reason. */
  onGive(reason: string): Promise<void>
  onCancel(): void
}

/** Asks for a reason before a recorded action: a usual one, or free text. */
export function ReasonForm(props: Props) {
  const { title, warning, reasons, confirm, hold, author, held, children, isHeld = false, onGive, onCancel } = props
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [reason, setReason] = held ? [held.reason, held.onChange] : [typed, setTyped]
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  const isIncomplete = busy || isHeld || reason.trim() === '' || author?.value.trim() === ''

  async function give() {
    setBusy(true)
    setFault('')
    try {
      await onGive(reason.trim())
    } catch (error) {
      setFault(t('desk.notWritten', { reason: error instanceof Error ? error.message : String(error) }))
    } finally {
      setBusy(false)
    }
  }

  function submit(event: React.FormEvent) {
    event.preventDefault()
    // An action that needs holding the button must not be triggered by Enter either.
    if (hold === undefined && !isIncomplete) void give()
  }

  return (
    <form className={classes.form} aria-label={title} onSubmit={submit}>
      <p>{warning}</p>
      {held?.note}
      <div className={classes.chips}>
        {reasons.map((each) => (
          <Button key={each} aria-pressed={reason === each} onClick={() => setReason(each)}>
            {each}
          </Button>
        ))}
      </div>
      <label>
        <span>{t('desk.reason')}</span>
        <textarea rows={2} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
      </label>
      {author && (
        <label>
          <span>{t('desk.by')}</span>
          <input value={author.value} maxLength={40} onChange={(event) => author.onChange(event.target.value)} />
        </label>
      )}
      {children}
      <div className={classes.chips}>
        {hold === undefined ? (
          <Button weight="primary" type="submit" disabled={isIncomplete}>
            {confirm}
          </Button>
        ) : (
          <HoldButton hold weight="primary" hint={hold} disabled={isIncomplete} onPress={() => void give()}>
            {confirm}
          </HoldButton>
        )}
        <Button onClick={onCancel}>{t('desk.cancel')}</Button>
      </div>
      {fault && <p role="alert">{fault}</p>}
    </form>
  )
}
