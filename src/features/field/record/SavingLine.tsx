import { useTranslation } from 'react-i18next'
import form from '@/features/field/field-form.module.css'
import type { SavingState } from './use-saving'

/** Whether a record was saved, or why it was not. */
export function SavingLine({ state, reason }: { readonly state: SavingState; readonly reason: string }) {
  const { t } = useTranslation()
  return (
    <p role="status" data-state={state} className={form.status}>
      {state === 'waiting' && t('check.waiting')}
      {state === 'saved' && t('check.saved')}
      {state === 'refused' && reason}
    </p>
  )
}
