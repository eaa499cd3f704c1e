import { useTranslation } from 'react-i18next'
import { formatDay } from '@/domain/calendar'
import type { ChangedRow } from '@/domain/intake/merge'
import type { Value } from '@/domain/table/column'
import { useFieldLabel } from './field-label'

/** Maximum number of rows listed. */
const LISTED = 50

/** Rows of a table with the former and the new value of each field; how many more there are is said below them. */
export function ChangedRows({
  role,
  rows,
  count,
}: {
  readonly role: string
  readonly rows: readonly ChangedRow[]
  /** Of all rows, also those that are not in `rows`. */
  readonly count: number
}) {
  const { t } = useTranslation()
  const label = useFieldLabel(role)
  const text = (field: string, value: Value): string => {
    if (value === null) return t('data.blank')
    if (typeof value === 'boolean') return t(value ? 'detail.yes' : 'detail.no')
    return label.type(field) === 'day' ? formatDay(value as number) : String(value)
  }
  return (
    <>
      <ul>
        {rows.slice(0, LISTED).map(({ key, name, fields }) => (
          <li key={key}>
            <b>
              {key} {name}
            </b>
            {fields.map(({ field, before, after }) => (
              <span key={field}>
                {label.name(field)} <del>{text(field, before)}</del> → <ins>{text(field, after)}</ins>
              </span>
            ))}
          </li>
        ))}
      </ul>
      <More shown={Math.min(LISTED, rows.length)} count={count} />
    </>
  )
}

/** How many rows are not listed; nothing if all are. */
export function More({ shown, count }: { readonly shown: number; readonly count: number }) {
  const { t } = useTranslation()
  return count > shown ? <p>{t('data.moreRows', { count: count - shown })}</p> : null
}
