import { useTranslation } from 'react-i18next'
import form from '@/features/field/field-form.module.css'
import { Button } from '@/ui/controls/Button'
import { DropDraft } from './DropDraft'
import { useUnfinished } from './use-unfinished'

/** Checks, new sources and reports on cases that were begun but not saved, whether the data still have their place. */
export function UnfinishedRecords() {
  const { t } = useTranslation()
  const all = useUnfinished()
  if (all.length === 0) return null
  return (
    <section aria-label={t('check.unfinished')} className={form.warning}>
      <h3>{t('check.unfinishedCount', { count: all.length })}</h3>
      <div className={form.form}>
        {all.map(({ key, label, open, drop }) => (
          <div key={key} className={form.actions}>
            {open ? <Button onClick={open}>{label}</Button> : <span>{label}</span>}
            <DropDraft name={label} onDrop={drop} />
          </div>
        ))}
      </div>
    </section>
  )
}
