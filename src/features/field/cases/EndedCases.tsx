import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Origin } from '@/features/field/around/use-origin'
import { DOT } from '@/ui/dot'
import { CaseTask } from './CaseTask'
import { useShownCase } from './shown-case'
import { useEndedTasks } from './use-case-tasks'

/**
 * The cases of this tablet that the desk closed or withdrew, as its receipts say: nothing more is to be done. A report
 * that was begun before can still be finished, so that its photos reach the desk.
 */
export function EndedCases({ origin }: { readonly origin: Origin }) {
  const { t } = useTranslation()
  const ended = useEndedTasks()
  const { id: shown, reports } = useShownCase()
  const [isUnfolded, setUnfolded] = useState(false)
  /** Id of the case whose report is being finished; '' if none. */
  const [continued, setContinued] = useState('')
  if (reports && shown !== null && shown !== continued && ended.some(({ task }) => task.of.id === shown)) {
    setContinued(shown)
    setUnfolded(true)
  }
  if (ended.length === 0) return null
  return (
    <details open={isUnfolded} onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}>
      <summary>{t('cases.field.ended', { count: ended.length })}</summary>
      <ul>
        {ended.map(({ task, how }) => (
          <li key={task.of.id}>
            {[task.of.title, t(`cases.field.end.${how}`)].join(DOT)}
            {task.of.id === continued && <CaseTask task={task} origin={origin} onReported={() => setContinued('')} />}
          </li>
        ))}
      </ul>
    </details>
  )
}
