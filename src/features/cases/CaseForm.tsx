import { type FormEvent, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useAttempt } from '@/store/page/use-attempt'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'
import classes from './CaseForm.module.css'
import { RecordedBy } from './RecordedBy'
import { StillNeeded } from './StillNeeded'
import { useRecorder } from './use-recorder'

interface Props {
  readonly label: string
  /** Label of the author field. */
  readonly byLabel: string
  readonly saveLabel: string
  /** Names of missing fields, without which it can't be saved. */
  readonly missing: readonly string[]
  /** Names of fields with invalid values; the reason is shown beside each. */
  readonly wrong?: readonly string[]
  readonly children: ReactNode
  /** Writes the record. @throws if that fails; the form stays open. */
  onSave(): Promise<void>
  onCancel(): void
}

/** A form for a signed record: its fields, the author, and what is still missing. */
export function CaseForm({ label, byLabel, saveLabel, missing, wrong = [], children, onSave, onCancel }: Props) {
  const { t } = useTranslation()
  const recorder = useRecorder()
  const { running, problems, attempt } = useAttempt()
  const wanted = useId()
  const left = [...missing, ...(recorder.isMissing ? [byLabel] : [])]
  const isIncomplete = left.length + wrong.length > 0
  function submit(event: FormEvent) {
    event.preventDefault()
    if (isIncomplete) return
    void attempt(async () => {
      await recorder.remember()
      await onSave()
    })
  }
  return (
    <form aria-label={label} onSubmit={submit}>
      <Refused problems={problems} />
      {children}
      <RecordedBy label={byLabel} of={recorder} />
      <p className={classes.actions}>
        <Button
          type="submit"
          weight="primary"
          disabled={running || isIncomplete}
          aria-describedby={isIncomplete ? wanted : undefined}
        >
          {saveLabel}
        </Button>
        <Button onClick={onCancel}>{t('data.cancel')}</Button>
      </p>
      <StillNeeded id={wanted} missing={left} wrong={wrong} />
    </form>
  )
}
