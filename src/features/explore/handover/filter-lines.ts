import { useTranslation } from 'react-i18next'
import { formatDay } from '@/domain/calendar'
import { countyName } from '@/domain/sources/county'
import type { ColumnTest } from '@/domain/sources/view/column-test'
import { areaText } from '@/features/explore/area/measures'
import { useChentu, useOpened } from '@/store/chentu'
import { useKindTexts } from '@/store/words/kinds'

/** The filters in words, a line for each way of narrowing: its name and what was chosen. */
export function useFilterLines(): [string, string][] {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const filters = useChentu((state) => state.view.filters)
  const kindTexts = useKindTexts()
  const testText = (test: ColumnTest) => {
    // Kinds may call a column differently: of several, it has the name of the first.
    const name = kindTexts.column(test.column, filters.kinds.length === 1 ? filters.kinds[0] : null)
    if ('contains' in test) return `${name} ${t('table.contains')} ${test.contains}`
    if ('oneOf' in test) return `${name} ${test.oneOf.map((text) => text || t('detail.absent')).join('、')}`
    const isDay = dataset.kinds.some(({ fields }) =>
      fields.some(({ name: own, type }) => own === test.column && type === 'day'),
    )
    const end = (value: number | null) => (value === null ? '' : isDay ? formatDay(value) : String(value))
    return `${name} ${end(test.from)}–${end(test.to)}`
  }
  const lines: [string, readonly string[]][] = [
    [t('filters.statuses'), filters.statuses.map((each) => t(`status.${each}`))],
    [t('filters.kinds'), filters.kinds.map((each) => kindTexts.title(each))],
    [t('filters.counties'), filters.counties.map((each) => countyName(dataset, each, i18n.language))],
    [t('filters.clauses'), filters.clauses.map((number) => t('plan.clause', { number }))],
    [t('filters.leads'), filters.leads],
    [kindTexts.grades, filters.grades],
    [t('filters.ring', { kinds: kindTexts.ringed }), filters.ring.map((each) => t(`filters.${each}`))],
    [t('table.title'), filters.columns.map(testText)],
    [
      t('area.title'),
      filters.area.map(
        ({ operation, area }) => `${t(`area.operation.${operation}`)} ${areaText(t, dataset, area, i18n.language)}`,
      ),
    ],
  ]
  return lines.flatMap(([name, chosen]): [string, string][] => (chosen.length > 0 ? [[name, chosen.join('、')]] : []))
}
