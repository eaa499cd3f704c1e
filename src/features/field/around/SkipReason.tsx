import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import form from '@/features/field/field-form.module.css'
import { useOfficeTexts } from '@/store/words/office'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'

const REASONS = ['stopped', 'locked', 'blocked', 'time', 'finished'] as const

interface Props {
  /** What is asked. */
  readonly title: string
  /** What is done with the reason. */
  readonly act: string
  onReason(reason: string): void
  /** Where it may be done without one. */
  onNoReason?(): void
  onClose(): void
}

/** Why stops of the round are left out: one press, or own words. What is kept is in the office's language, which reads it. */
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
