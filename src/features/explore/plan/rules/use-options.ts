import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { knownDepartments } from '@/domain/rules/rule-doubt'
import { countyName } from '@/domain/sources/county'
import type { Field } from '@/domain/sources/kinds/field'
import { kindWithId } from '@/domain/sources/kinds/kind'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import type { Option } from '@/ui/controls/options'

/** Options for the columns of a kind with a given type. */
export function useColumnOptions(kind: string): (type: Field['type']) => readonly Option[] {
  const { i18n } = useTranslation()
  const { dataset } = useOpened()
  const fields = kindWithId(dataset.kinds, kind)?.fields ?? []
  return (type) =>
    fields
      .filter((field) => field.type === type)
      .map(({ name, title, unit = '' }) => ({ value: name, label: inLanguage(title, i18n.language), note: unit }))
}

/** Options for a column's values: those that its kind declares, else those in the data. */
export function useTextOptions(kind: string, column: string): readonly Option[] {
  const { dataset } = useOpened()
  const { word } = useDataWords()
  const declared = kindWithId(dataset.kinds, kind)?.fields.find(({ name }) => name === column)?.values
  const isAsked = column !== '' && declared === undefined
  const found = useAnswer(
    async (worker) => (isAsked ? await worker.columnTexts(kind, column) : []),
    `${kind} ${column}`,
  )
  return (declared ?? found ?? []).map((value) => ({ value, label: word(value) }))
}

export function useCountyOptions(): readonly Option[] {
  const { i18n } = useTranslation()
  const { dataset } = useOpened()
  return dataset.counties.map(({ code }) => ({ value: code, label: countyName(dataset, code, i18n.language) }))
}

export function useDepartmentOptions(): readonly Option[] {
  const { dataset } = useOpened()
  const { word } = useDataWords()
  return knownDepartments(dataset.clauses, dataset.rules).map((value) => ({ value, label: word(value) }))
}
