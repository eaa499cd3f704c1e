import type { TFunction } from 'i18next'
import type { Limit } from '@/domain/monitoring/settings'

/** Said behind what was held against limits: that nobody confirmed one of them; nothing where all are confirmed. */
export const limitNote = (t: TFunction<'texts'>, limits: readonly { readonly limit: Pick<Limit, 'confirmed'> }[]) =>
  limits.every(({ limit }) => limit.confirmed) ? '' : t('monitoring.limitUnconfirmed')
