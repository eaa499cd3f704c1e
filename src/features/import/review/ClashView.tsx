import { useTranslation } from 'react-i18next'
import type { Clash } from '@/workspace/import/clashes'
import type { ItemTable } from '@/workspace/import/item-view'
import { ChangedRows } from './ChangedRows'
import classes from './DifferenceView.module.css'

/** Rows that a file of the same import gives otherwise. */
export function ClashView({ table, clash }: { readonly table: ItemTable; readonly clash: Clash }) {
  const { t } = useTranslation()
  const { file, isImported, count, rows } = clash
  return (
    <div className={classes.difference}>
      {table.overrules && (
        <p>{t(isImported ? 'data.clash.importedOverruled' : 'data.clash.overruled', { file, count })}</p>
      )}
      <details>
        <summary>{t('data.clash.list', { file })}</summary>
        <ChangedRows role={table.role} rows={rows} count={count} />
      </details>
    </div>
  )
}
