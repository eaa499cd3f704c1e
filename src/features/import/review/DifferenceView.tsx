import { useTranslation } from 'react-i18next'
import type { ItemTable } from '@/workspace/import/item-view'
import { ChangedRows, More } from './ChangedRows'
import classes from './DifferenceView.module.css'
import { useFieldLabel } from './field-label'

/** Maximum number of rows listed as new or missing. */
const LISTED = 50

/** How the file changes the existing data: new rows, rows changed field by field, and removed rows. */
export function DifferenceView({ table }: { readonly table: ItemTable }) {
  const { t } = useTranslation()
  const label = useFieldLabel(table.role)
  const { difference, there, madeUp } = table
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
  const { added, changed, same, gone, addedColumns, addedRows, changedRows, goneRows } = difference
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
      {addedColumns.length > 0 && (
        <p>
          {t('data.addedColumns', {
            count: addedColumns.length,
            columns: addedColumns.map(label.name).join(t('ui.comma')),
          })}
        </p>
      )}
      {table.frozen.length > 0 && (
        <p data-kind="frozen">
          {t('data.frozenColumns', {
            count: table.frozen.length,
            columns: table.frozen.map(label.name).join(t('ui.comma')),
          })}
        </p>
      )}
      {table.mayLackRows && table.goneWithin && (
        <p className="quiet">{t('data.left.within', { counties: table.goneWithin.join(t('ui.comma')) })}</p>
      )}
      {changedRows.length > 0 && (
        <details>
          <summary>
            {t('data.changed')} {changed}
          </summary>
          <ChangedRows role={table.role} rows={changedRows} count={changed} />
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
              <More shown={Math.min(LISTED, rows.length)} count={count} />
            </details>
          ),
      )}
    </section>
  )
}
