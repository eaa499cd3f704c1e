import { useTranslation } from 'react-i18next'
import { useImports } from '@/store/imports'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import type { ItemView } from '@/workspace/import/item-view'
import classes from './LeftRows.module.css'

/** Maximum number of rows listed. */
const LISTED = 200

/**
 * What a file leaves to decide about existing data, where it is confirmed: rows that it lacks, by name, and values for
 * which it has blank cells. Renders nothing if there are neither.
 */
export function LeftRows({ item }: { readonly item: ItemView }) {
  const { t } = useTranslation()
  const change = useImports((state) => state.change)
  const { id, file, table } = item
  const difference = table?.difference
  if (!table || !difference) return null
  const { gone, goneRows, blanks } = difference
  const hasGone = table.mayLackRows && gone > 0
  if (!hasGone && blanks === 0) return null
  return (
    <section className={classes.left} aria-label={t('data.left.title', { file })}>
      <b>{file}</b>
      {hasGone && (
        <div className={classes.line}>
          <details data-gone={table.gone}>
            <summary>{t(table.gone === 'remove' ? 'data.left.removed' : 'data.left.kept', { count: gone })}</summary>
            <ul>
              {goneRows.slice(0, LISTED).map(({ key, name }) => (
                <li key={key}>
                  {key} {name}
                </li>
              ))}
              {gone > LISTED && <li className="quiet">{t('data.more', { count: gone - LISTED })}</li>}
            </ul>
          </details>
          <SegmentedControl
            label={t('data.gone')}
            value={table.gone}
            options={[
              { value: 'keep', label: t('data.goneKeep') },
              { value: 'remove', label: t('data.goneRemove') },
            ]}
            onChange={(chosen) => void change(id, { gone: chosen })}
          />
        </div>
      )}
      {blanks > 0 && (
        <div className={classes.line}>
          <p>{t(table.blanks === 'empty' ? 'data.left.blanksEmptied' : 'data.left.blanksKept', { count: blanks })}</p>
          <SegmentedControl
            label={t('data.left.blanks')}
            value={table.blanks}
            options={[
              { value: 'keep', label: t('data.left.blanksKeep') },
              { value: 'empty', label: t('data.left.blanksEmpty') },
            ]}
            onChange={(chosen) => void change(id, { blanks: chosen })}
          />
        </div>
      )}
    </section>
  )
}
