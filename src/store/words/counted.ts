import type { TFunction } from 'i18next'

/** How many sources, and how many tasks that the plan names: what is no source is not counted as one. `all` counts both. */
export const countedText = (t: TFunction<'texts'>, all: number, tasks: number): string =>
  [
    ...(all > tasks || tasks === 0 ? [t('frame.count', { count: all - tasks })] : []),
    ...(tasks > 0 ? [t('frame.tasks', { count: tasks })] : []),
  ].join(t('ui.comma'))
