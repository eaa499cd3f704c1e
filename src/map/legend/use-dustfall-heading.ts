import { useTranslation } from 'react-i18next'
import type { LegendEntry } from '@/layers/legend'
import { limitText } from '@/store/words/limit-text'
import { monthName } from '@/store/words/month-name'

/** What stands before classes of dustfall under a name: their limit and whose it is, where a map has several. */
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
