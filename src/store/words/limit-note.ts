import type { TFunction } from 'i18next'
import type { Limit } from '@/domain/monitoring/settings'

/** What a figure was held against. */
interface Held {
  readonly limit: Pick<Limit, 'confirmed'>
}

/** Said behind what was held against limits: that nobody confirmed one of them; nothing where all are confirmed. */
export const limitNote = (t: TFunction<'texts'>, all: readonly Held[]) =>
  all.every(({ limit }) => limit.confirmed) ? '' : t('monitoring.limitUnconfirmed')
