import type { TFunction } from 'i18next'
import type { NamedTaskCounts } from '@/questions/plan/named-task-counts'

/** What happened to the named tasks of earlier plans; '' if there are none, or it is not known yet. */
function tasksText(t: TFunction<'texts'>, kept: NamedTaskCounts | null): string {
  if (!kept) return ''
  const { now, apart } = kept
  if (apart === 0) return now === 0 ? '' : t('keptTasks.carried')
  return now === 0 ? t('keptTasks.left', { count: apart }) : t('keptTasks.both', { count: apart, now })
}

/** States that something is judged by the plan in force then, and what is not counted. */
export function planAtThatTimeText(t: TFunction<'texts'>, kept: NamedTaskCounts | null): string {
  const tasks = tasksText(t, kept)
  return tasks === '' ? t('meeting.scenes.byPlanOfThen') : t('meeting.scenes.byPlanOfThenTasks', { tasks })
}

/** The basis of an earlier plan's year-end figures, and what they lack. */
export function earlierYearEndText(t: TFunction<'texts'>, kept: NamedTaskCounts | null): string {
  const tasks = tasksText(t, kept)
  return tasks === '' ? t('yearEnd.ofEarlier') : t('yearEnd.ofEarlierTasks', { tasks })
}
