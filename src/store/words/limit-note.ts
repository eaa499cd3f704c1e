import type { TFunction } from 'i18next'
import type { Limit } from '@/domain/monitoring/settings'
import { factorOfLimit } from '@/domain/monitoring/unit-finding'
import type { ApplicableLimit } from '@/questions/monitors/monitor-limits'
import { limitFigure } from './monitor-figures'

/** Note that one of the applied limits is unconfirmed; empty if all are confirmed. */
export const limitNote = (t: TFunction<'texts'>, drawn: readonly ApplicableLimit[]) =>
  drawn.every(({ limit }) => limit.confirmed) ? '' : t('monitoring.limitUnconfirmed')

/** How a limit was converted from the unit of its source to the shown one, with the formula; no line if it was not. */
export function limitConversion(t: TFunction<'texts'>, limit: Limit): readonly { readonly text: string }[] {
  const factor = factorOfLimit(limit)
  const { value, unit } = limitFigure(limit)
  if (factor === 1) return []
  return [{ text: t('monitoring.converted', { stated: limit.value, from: limit.unit, factor, value, unit }) }]
}
