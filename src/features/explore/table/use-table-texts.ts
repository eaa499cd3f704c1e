import { useTranslation } from 'react-i18next'
import type { StatusName } from '@/domain/rules/status'
import type { DataClass, SourceKind } from '@/domain/sources/kinds/schema'
import { EXTRA } from '@/domain/sources/reading/read-table'
import type { Value } from '@/domain/table/column'
import type { TableColumn } from '@/questions/table-view'
import { useOpened } from '@/store/chentu'

/** A column's heading and a cell's text, in the language of the screen. */
export function useTableTexts() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const english = new Map(dataset.counties.map(({ name, nameEn }) => [name, nameEn]))
  const heading = (name: string) => {
    if (name.startsWith(EXTRA)) return name.slice(EXTRA.length)
    if (name === 'status') return t('filters.statuses')
    if (name === 'overdueDays') return t('data.export.overdue')
    if (name === 'kind') return t('table.kind')
    if (name === 'dataClass') return t('data.export.class')
    return t(`field.${name}` as 'field.name')
  }
  const cell = ({ name, type }: TableColumn, value: Value) => {
    if (value === null) return ''
    if (type === 'status') return t(`status.${value as StatusName}`)
    if (name === 'kind') return t(`kind.${value as SourceKind}`)
    if (name === 'county' && i18n.language === 'en') return english.get(String(value)) ?? String(value)
    if (name === 'dataClass') return t(`dataClass.${value as DataClass}`)
    return typeof value === 'boolean' ? t(value ? 'detail.yes' : 'detail.no') : String(value)
  }
  return { heading, cell }
}
