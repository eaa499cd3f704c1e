import { useTranslation } from 'react-i18next'
import { formatDay } from '@/domain/calendar'
import type { Value } from '@/domain/table/column'
import { useDataWords } from '@/store/words/data-words'

/**
 * Text of a value: days as dates, flags as yes and no, absent values as not recorded, data words in the page's
 * language.
 */
export function useValueText() {
  const { t } = useTranslation()
  const { word } = useDataWords()
  return (type: string, value: Value | undefined): string => {
    if (value === null || value === undefined) return t('detail.absent')
    if (type === 'day') return formatDay(value as number)
    return typeof value === 'boolean' ? t(value ? 'detail.yes' : 'detail.no') : word(String(value))
  }
}
