import { useTranslation } from 'react-i18next'
import { fieldsInFile, type TargetRole, targetOf } from '@/domain/intake/recognise/target'
import type { Field } from '@/domain/sources/kinds/schema'

/** Names and types of the fields of a table, in the user's language; a column of the file's own keeps its heading. */
export function useFieldLabel(role: TargetRole) {
  const { t } = useTranslation()
  const fields = fieldsInFile(targetOf(role))
  return {
    name: (field: string): string => (field.startsWith('+') ? field.slice(1) : t(`field.${field}` as 'field.name')),
    type: (field: string): Field['type'] => fields.find(({ name }) => name === field)?.type ?? 'text',
    fields,
  }
}
