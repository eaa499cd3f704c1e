import { useTranslation } from 'react-i18next'
import type { FieldValue } from '@/domain/plan/draft'
import type { DraftRow } from '@/domain/plan/draft-rows'
import { usePlanDesk } from '@/store/plan'
import { rowsToPlace } from '@/store/plan/open-decisions'

/** A proposal's value on one line. */
export function useFieldWords(): (value: FieldValue) => string {
  const { t } = useTranslation()
  return (value) => {
    switch (value.kind) {
      case 'body':
        return `${t(`planReader.role.${value.role}`)} ${value.name}`
      case 'deadline':
        return `${value.day || t('planReader.noDay')} ${value.what}`
      case 'recurrence':
        return `${t(`planReader.every.${value.every}`)} ${value.what}`
      case 'figure':
        return value.use === 'condition'
          ? `${t('planReader.use.condition')} ${value.what}`
          : `${value.what} ${value.comparison} ${value.value}${value.unit === '%' ? '' : ' '}${value.unit}`
    }
  }
}

/** The name of a row of the plan's tables, including the table if there are several. */
export function useRowName(): (row: DraftRow) => string {
  const { t } = useTranslation()
  const proposal = usePlanDesk((state) => state.proposal)
  const isOneOfSeveral = rowsToPlace({ proposal }).some(({ table }) => table > 1)
  return ({ table, row }) => t(isOneOfSeveral ? 'planReader.rowOfTable' : 'planReader.row', { table, row })
}

/** An empty field of each kind. */
export const EMPTY_FIELDS: readonly FieldValue[] = [
  { kind: 'body', role: 'lead', name: '' },
  { kind: 'deadline', day: '', what: '' },
  { kind: 'figure', use: 'target', what: '', comparison: '≥', value: 0, unit: '%' },
  { kind: 'recurrence', every: 'month', what: '' },
]
