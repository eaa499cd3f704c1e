import { useTranslation } from 'react-i18next'
import { formatDay } from '@/domain/calendar'
import type { Value } from '@/domain/table/column'
import type { ItemTable } from '@/workspace/import/item-view'
import classes from './DifferenceView.module.css'
import { useFieldLabel } from './field-label'

/** Maximum number of rows listed for each kind of change. */
const LISTED = 50

/** How the file changes the existing data: new rows, rows changed field by field, and removed rows. */
export function DifferenceView({ table }: { readonly table: ItemTable }) {
  const { t } = useTranslation()
  const label = useFieldLabel(table.role)
  const { difference, there, madeUp } = table
  const text = (field: string, value: Value): string => {
    if (value === null) return t('data.blank')
    if (typeof value === 'boolean') return t(value ? 'detail.yes' : 'detail.no')
    return label.type(field) === 'day' ? formatDay(value as number) : String(value)
  }
  if (!difference) {
    const replaced = madeUp?.rows ?? there?.rows
    return (
      <section aria-label={t('data.difference')}>
        <h3>{t('data.difference')}</h3>
        <p>{replaced === undefined ? t('data.firstOfKind') : t('data.replaces', { count: replaced })}</p>
      </section>
    )
  }
  const isSole = table.together.length === 1
  const [kept, removed] = isSole ? (['goneKept', 'goneRemoved'] as const) : (['goneKeptAll', 'goneRemovedAll'] as const)
  const left = table.gone === 'keep' ? kept : removed
  const { added, changed, same, gone, addedRows, changedRows, goneRows } = difference
  return (
    <section aria-label={t('data.difference')} className={classes.difference}>
      <h3>{t('data.difference')}</h3>
      <p className={classes.sums}>
        <span data-sum="added">
          {t('data.added')} <b>{added}</b>
        </span>
        <span data-sum="changed">
          {t('data.changed')} <b>{changed}</b>
        </span>
        <span data-sum="same">
          {t('data.same')} <b>{same}</b>
        </span>
        <span data-sum="gone">
          {t(`data.${left}`)} <b>{gone}</b>
        </span>
      </p>
      {changedRows.length > 0 && (
        <details>
          <summary>
            {t('data.changed')} {changed}
          </summary>
          <ul>
            {changedRows.slice(0, LISTED).map(({ key, name, fields }) => (
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
        </details>
      )}
      {(
        [
          ['added', added, addedRows],
          [left, gone, goneRows],
        ] as const
      ).map(
        ([name, count, rows]) =>
          rows.length > 0 && (
            <details key={name}>
              <summary>
                {t(`data.${name}`)} {count}
              </summary>
              <ul>
                {rows.slice(0, LISTED).map((each) => (
                  <li key={each.key}>
                    {each.key} {each.name}
                  </li>
                ))}
              </ul>
            </details>
          ),
      )}
    </section>
  )
}
