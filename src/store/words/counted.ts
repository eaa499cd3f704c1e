import type { TFunction } from 'i18next'
import type { Holding } from '@/io/versions/database'

/** How many table rows are named tasks of the plan, or monitors. */
export interface NoSources {
  readonly tasks: number
  readonly monitors: number
}

/**
 * Counts of sources, monitors and named tasks: rows that are not sources are not counted as such. `all` is the total.
 */
export function countedText(t: TFunction<'texts'>, all: number, { tasks, monitors }: NoSources): string {
  const sources = all - tasks - monitors
  return [
    ...(sources > 0 || all === 0 ? [t('frame.count', { count: sources })] : []),
    ...(monitors > 0 ? [t('frame.monitors', { count: monitors })] : []),
    ...(tasks > 0 ? [t('frame.tasks', { count: tasks })] : []),
  ].join(t('ui.comma'))
}

/** What a version holds, in the same words; by one sum if an older app stored it, which did not tell them apart. */
export const heldText = (t: TFunction<'texts'>, { sources, monitors, tasks }: Holding): string =>
  monitors === undefined || tasks === undefined
    ? t('data.heldInAll', { count: sources })
    : countedText(t, sources, { monitors, tasks })
