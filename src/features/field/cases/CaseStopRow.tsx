import { useTranslation } from 'react-i18next'
import round from '@/features/field/around/RoundTab.module.css'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import { taskText } from './case-places'
import { showCase } from './shown-case'
import type { PlacedTask } from './use-case-tasks'

interface Props {
  readonly task: PlacedTask
  /** Distance and its starting point, in words; null if it need not be visited any more. */
  readonly far: string | null
}

/** The place of a case among the stops of the round; pressing it scrolls to the case's text. */
export function CaseStopRow({ task, far }: Props) {
  const { t } = useTranslation()
  const state = task.reported ? 'done' : task.arrived ? 'partial' : 'open'
  return (
    <li data-state={state} className={round.stop}>
      <span className={round.number} data-state={state} aria-hidden="true">
        {task.reported ? '✓' : t('cases.map.open')}
      </span>
      <Button className={round.name!} onClick={() => showCase(task.of.id)}>
        <span>
          {t('cases.field.place', { title: task.of.title })}
          <small>{[taskText(t, task), far].filter(Boolean).join(DOT)}</small>
        </span>
      </Button>
    </li>
  )
}
