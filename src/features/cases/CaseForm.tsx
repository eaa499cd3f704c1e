import { type FormEvent, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useAttempt } from '@/store/page/use-attempt'
import type { KeptForm } from '@/store/page/use-form-draft'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'
import classes from './CaseForm.module.css'
import { RecordedBy } from './RecordedBy'
import { RestoredNote } from './RestoredNote'
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
  /** The fields of the form, with the name typed for its author; absent if what is typed is not kept. */
  readonly kept?: KeptForm<{ readonly by: string | null }>
  /** Writes the record and closes the form. @throws if that fails; the form stays open. */
  onSave(): Promise<void>
  onCancel(): void
}

/** A form for a signed record: its fields, the author, and what is still missing. */
export function CaseForm(props: Props) {
  const { label, byLabel, saveLabel, missing, wrong = [], children, kept, onSave, onCancel } = props
  const { t } = useTranslation()
  const recorder = useRecorder(kept && { typed: kept.fields.by, setTyped: (by) => kept.change({ by }) })
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
      kept?.forget()
    })
  }
  return (
    <form aria-label={label} onSubmit={submit}>
      <Refused problems={problems} />
      {kept && <RestoredNote of={kept} />}
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
        <Button
          onClick={() => {
            kept?.forget()
            onCancel()
          }}
        >
          {t('data.cancel')}
        </Button>
      </p>
      <StillNeeded id={wanted} missing={left} wrong={wrong} />
    </form>
  )
}
