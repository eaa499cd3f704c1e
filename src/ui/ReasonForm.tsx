import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import { HoldButton } from '@/ui/controls/HoldButton'
import classes from './ReasonForm.module.css'

interface Props {
  readonly title: string
  /** What follows from it, said before it is done. */
  readonly warning: string
  /** Usual reasons, one press each. */
  readonly reasons: readonly string[]
  readonly confirm: string
  /** Said where its press was let go too early; absent where it need not be held. */
  readonly hold?: string | undefined
  /** Who does it; absent where that is known already. */
  readonly author?: { readonly value: string; onChange(value: string): void }
  /** Does it. @throws where it could not be done; the form stays, with the reason. */
  onGive(reason: string): Promise<void>
  onCancel(): void
}

/** Asks why before something is done that stays written down: a usual reason, or words of one's own. */
export function ReasonForm({ title, warning, reasons, confirm, hold, author, onGive, onCancel }: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  const isIncomplete = busy || reason.trim() === '' || author?.value.trim() === ''

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
    // What must be held is not done by the Enter key of the field either.
    if (hold === undefined) void give()
  }

  return (
    <form className={classes.form} aria-label={title} onSubmit={submit}>
      <p>{warning}</p>
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
