import { useTranslation } from 'react-i18next'
import type { LegendEntry } from '@/layers/legend'
import { limitText } from '@/store/words/limit-text'
import { monthName } from '@/store/words/month-name'

/**
 * Returns a function for the heading of dustfall classes: with several limits on the map it adds the limit and its
 * months.
 */
export function useDustfallHeading() {
  const { t } = useTranslation()
  return (name: string, { months, dustfallLimit }: Extract<LegendEntry, { readonly type: 'dustfall' }>): string => {
    if (months === null) return name
    const limit = limitText(t, { month: months[0]!, limits: [dustfallLimit] })
    return t('figures.limits.heading', {
      name,
      limit,
      months: months.map((month) => monthName(t, month)).join(t('ui.comma')),
    })
  }
}
