import { useTranslation } from 'react-i18next'
import type { StateName } from '@/domain/rules/status'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { FoundColumn } from '@/domain/sources/kinds/reserved'
import type { Value } from '@/domain/table/column'
import type { TableColumn } from '@/questions/table/table-columns'
import type { TableRow } from '@/questions/table/table-view'
import { cellLines, type UnmetRequirement, unmetOfCell } from '@/questions/unmet/unmet-cell'
import { useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { FOUND_HEADINGS, isJudged } from '@/store/words/found-headings'
import { useKindTexts } from '@/store/words/kinds'
import { useRequirementTexts } from '@/store/words/requirements'

const NO_COLUMNS: readonly { readonly name: string }[] = []

/**
 * Texts of headings and cells in the screen's language, for the table of a kind or of all kinds (null).
 * @param columns all columns of the table: one that the app works out is marked if a column of the data has its heading.
 */
export function useTableTexts(kind: KindId | null, columns = NO_COLUMNS) {
  const kindTexts = useKindTexts()
  const { word, list } = useDataWords()
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const requirements = useRequirementTexts()
  const english = new Map(dataset.counties.map(({ name, nameEn }) => [name, nameEn]))
  /** The words of a heading, and the mark of one that the app works out beside one of the data; '' without. */
  const headingParts = (name: string): { readonly words: string; readonly mark: string } => {
    const words = plainHeading(name)
    const isTwice = isJudged(name) && columns.some((each) => !isJudged(each.name) && plainHeading(each.name) === words)
    return { words, mark: isTwice ? t('table.judged') : '' }
  }
  const heading = (name: string) => {
    const { words, mark } = headingParts(name)
    return mark === '' ? words : t('data.export.judged', { name: words })
  }
  const plainHeading = (name: string) => {
    if (name === 'status') return t('filters.statuses')
    if (name in FOUND_HEADINGS) return t(FOUND_HEADINGS[name as FoundColumn])
    if (name === 'kind') return t('table.kind')
    if (name === 'dataClass') return t('data.export.class')
    return kindTexts.column(name, kind)
  }
  const whole = ({ rule, items, isToVerify }: UnmetRequirement) =>
    requirements.whole(rule, items) + (isToVerify ? t('measured.ofRequirement') : '')
  const cell = ({ name, type }: TableColumn, value: Value) => {
    if (value === null) return ''
    if (type === 'unmet') return unmetOfCell(String(value)).map(whole).join(t('ui.semicolon'))
    if (type === 'names') return list(cellLines(String(value)).map(word))
    if (type === 'status') return t(`status.${value as StateName}`)
    if (name === 'kind') return kindTexts.title(String(value))
    if (name === 'county' && i18n.language === 'en') return english.get(String(value)) ?? String(value)
    if (name === 'dataClass') return t(`dataClass.${value as DataClass}`)
    return typeof value === 'boolean' ? t(value ? 'detail.yes' : 'detail.no') : word(String(value))
  }
  // The first column of every table names the row.
  const name = ({ cells, code }: TableRow) => String(cells[0] ?? code)
  return {
    heading,
    headingParts,
    cell,
    /** The shared value of a group's rows. */
    group: (column: TableColumn, value: Value) =>
      cell(column, value) || t(column.name === 'unmetLeads' ? 'meeting.nobody' : 'table.noValue'),
    name,
    /** The worst entry of an `unmet` cell, and whether a person has to verify it. */
    worst: (unmet: string) => {
      const { rule, items, isToVerify } = unmetOfCell(unmet)[0]!
      return { text: requirements.whole(rule, items), isToVerify: isToVerify === true }
    },
    count: (unmet: string) => unmetOfCell(unmet).length,
  }
}

export type TableTexts = ReturnType<typeof useTableTexts>
