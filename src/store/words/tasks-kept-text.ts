import type { TFunction } from 'i18next'
import type { TasksKept } from '@/questions/tasks-kept'

/** What became of the named tasks of plans of before; '' where there are none, or that is not known yet. */
function tasksText(t: TFunction<'texts'>, kept: TasksKept | null): string {
  if (!kept) return ''
  const { now, apart } = kept
  if (apart === 0) return now === 0 ? '' : t('tasksKept.carried')
  return now === 0 ? t('tasksKept.left', { count: apart }) : t('tasksKept.both', { count: apart, now })
}

/** That something is judged by the plan which was in force then, and what of it is not counted. */
export function planOfThenText(t: TFunction<'texts'>, kept: TasksKept | null): string {
  const tasks = tasksText(t, kept)
  return tasks === '' ? t('meeting.scenes.byPlanOfThen') : t('meeting.scenes.byPlanOfThenTasks', { tasks })
}

/** What the year's end of a plan of before is reckoned from, and what it lacks. */
export function earlierYearEndText(t: TFunction<'texts'>, kept: TasksKept | null): string {
  const tasks = tasksText(t, kept)
  return tasks === '' ? t('yearEnd.ofEarlier') : t('yearEnd.ofEarlierTasks', { tasks })
}
