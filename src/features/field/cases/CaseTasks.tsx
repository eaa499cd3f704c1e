import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Origin } from '@/features/field/around/use-origin'
import { CaseTask } from './CaseTask'
import classes from './CaseTasks.module.css'
import { useShownCase } from './shown-case'
import { type CaseTaskOf, useCaseTasks } from './use-case-tasks'

/**
 * The cases that the desk gave to this team, unreported ones first. They stay when the round that brought them ends.
 */
export function CaseTasks({ origin }: { readonly origin: Origin }) {
  const { t } = useTranslation()
  const tasks = useCaseTasks()
  const shown = useShownCase(({ id }) => id)
  const [isUnfolded, setUnfolded] = useState(false)
  /** Title of the case reported last: its text moves to the folded ones, so the confirmation stands above. */
  const [saved, setSaved] = useState('')
  if (tasks.length === 0) return null
  const open = tasks.filter(({ reported }) => !reported)
  const done = tasks.filter(({ reported }) => reported)
  const task = (each: CaseTaskOf) => <CaseTask key={each.of.id} task={each} origin={origin} onReported={setSaved} />
  return (
    <section aria-label={t('cases.field.title')} className={classes.tasks}>
      <h2>{t('cases.field.title')}</h2>
      <p role="status">{t('cases.field.count', { count: open.length })}</p>
      {saved !== '' && <p role="status">{`✓ ${t('cases.field.savedReport', { title: saved })}`}</p>}
      {open.map(task)}
      {done.length > 0 && (
        <details
          open={isUnfolded || done.some(({ of }) => of.id === shown)}
          onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}
        >
          <summary>{t('cases.field.done', { count: done.length })}</summary>
          {done.map(task)}
        </details>
      )}
    </section>
  )
}
