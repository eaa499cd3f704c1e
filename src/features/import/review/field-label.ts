import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { fieldsInFile, type TargetRole } from '@/domain/intake/recognise/target'
import type { Field } from '@/domain/sources/kinds/field'
import { EXTRA } from '@/domain/sources/reading/read-table'
import { useTargets } from '@/features/import/role-label'

/** Names and types of a table's fields, in the user's language; columns that only the file has keep their heading. */
export function useFieldLabel(role: TargetRole) {
  const { i18n } = useTranslation()
  const target = useTargets().find((each) => each.role === role)
  const fields = target ? fieldsInFile(target) : []
  const named = (name: string) => fields.find((field) => field.name === name)
  return {
    name(name: string): string {
      if (name.startsWith(EXTRA)) return name.slice(EXTRA.length)
      const field = named(name)
      return field ? inLanguage(field.title, i18n.language) : name
    },
    type: (name: string): Field['type'] => named(name)?.type ?? 'text',
    fields,
  }
}
