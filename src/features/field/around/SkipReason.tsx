import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import form from '@/features/field/field-form.module.css'
import { useOfficeTexts } from '@/store/words/office'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'

const REASONS = ['stopped', 'locked', 'blocked', 'time', 'finished'] as const

interface Props {
  /** Title of the dialog. */
  readonly title: string
  /** Label of the confirming button. */
  readonly act: string
  onReason(reason: string): void
  /** Given if no reason is required. */
  onNoReason?(): void
  onClose(): void
}

/**
 * Asks why stops of the round are skipped: one press, or the user's own words. The reason is stored in the office's
 * language.
 */
export function SkipReason({ title, act, onReason, onNoReason, onClose }: Props) {
  const { t } = useTranslation()
  const ofOffice = useOfficeTexts()
  const [own, setOwn] = useState('')
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          {onNoReason && <Button onClick={onNoReason}>{t('round.noReason')}</Button>}
          <Button weight="primary" disabled={own.trim() === ''} onClick={() => onReason(own.trim())}>
            {act}
          </Button>
        </>
      }
    >
      <div className={form.form}>
        <div className={form.choices}>
          {REASONS.map((reason) => (
            <Button key={reason} onClick={() => onReason(ofOffice(`round.skipReason.${reason}`))}>
              {t(`round.skipReason.${reason}`)}
            </Button>
          ))}
        </div>
        <label>
          <span>{t('round.skipOwn')}</span>
          <input value={own} maxLength={100} onChange={({ target }) => setOwn(target.value)} />
        </label>
      </div>
    </Dialog>
  )
}
