import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import form from '@/features/field/field-form.module.css'
import { useOfficeTexts } from '@/store/words/office'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'

const REASONS = ['stopped', 'locked', 'blocked', 'time', 'finished'] as const

interface Props {
  readonly name: string
  onReason(reason: string): void
  onClose(): void
}

/** Why a stop of the round is left out: one press, or own words. What is kept is in the office's language, which reads it. */
export function SkipReason({ name, onReason, onClose }: Props) {
  const { t } = useTranslation()
  const ofOffice = useOfficeTexts()
  const [own, setOwn] = useState('')
  return (
    <Dialog
      title={t('round.skipTitle', { name })}
      onClose={onClose}
      actions={
        <Button weight="primary" disabled={own.trim() === ''} onClick={() => onReason(own.trim())}>
          {t('round.skip')}
        </Button>
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
