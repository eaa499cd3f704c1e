import type { TFunction } from 'i18next'
import type { ApplicableLimit } from '@/questions/monitor-limits'

/** Note that one of the applied limits is unconfirmed; empty if all are confirmed. */
export const limitNote = (t: TFunction<'texts'>, drawn: readonly ApplicableLimit[]) =>
  drawn.every(({ limit }) => limit.confirmed) ? '' : t('monitoring.limitUnconfirmed')
