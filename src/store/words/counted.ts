import type { TFunction } from 'i18next'

/** How many of some rows of tables are tasks that the plan names, or monitors. */
export interface NoSources {
  readonly tasks: number
  readonly monitors: number
}

/** How many sources, monitors and tasks that the plan names: what is no source is not counted as one. `all` counts them together. */
export function countedText(t: TFunction<'texts'>, all: number, { tasks, monitors }: NoSources): string {
  const sources = all - tasks - monitors
  return [
    ...(sources > 0 || all === 0 ? [t('frame.count', { count: sources })] : []),
    ...(monitors > 0 ? [t('frame.monitors', { count: monitors })] : []),
    ...(tasks > 0 ? [t('frame.tasks', { count: tasks })] : []),
  ].join(t('ui.comma'))
}
