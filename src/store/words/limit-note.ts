import type { TFunction } from 'i18next'
import type { DrawnLimit } from '@/questions/monitor-limits'

/** Said behind what was held against limits: that nobody confirmed one of them; nothing where all are confirmed. */
export const limitNote = (t: TFunction<'texts'>, drawn: readonly DrawnLimit[]) =>
  drawn.every(({ limit }) => limit.confirmed) ? '' : t('monitoring.limitUnconfirmed')
