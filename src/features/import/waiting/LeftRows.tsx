import { useTranslation } from 'react-i18next'
import { useImports } from '@/store/imports'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import type { ItemTable, ItemView } from '@/workspace/import/item-view'
import classes from './LeftRows.module.css'

/** Maximum number of rows listed. */
const LISTED = 200

/** Items with their tables. */
type Shown = ItemView & { readonly table: ItemTable }

const isShown = (item: ItemView): item is Shown => item.table !== null

/** Names of files, each once: several sheets of a workbook are several items. */
const namesOf = (items: readonly ItemView[]) => [...new Set(items.map(({ file }) => file))].join('、')

/** Whether existing rows are missing from all files of a kind: not if one of them replaces all that is there. */
const lacksRows = (items: readonly Shown[]) =>
  items.every(({ table }) => table.mayLackRows && (table.difference?.gone ?? 0) > 0)

/**
 * What the files of one kind leave to decide about existing data, where they are confirmed: rows that none of them has,
 * by name, and values for which one has blank cells. `waiting` are files of the kind that are not imported yet. Renders
 * nothing if there are neither.
 */
export function LeftRows({
  items,
  waiting,
}: {
  readonly items: readonly ItemView[]
  readonly waiting: readonly ItemView[]
}) {
  const { t } = useTranslation()
  const files = items.filter(isShown)
  const blank = files.filter(({ table }) => (table.difference?.blanks ?? 0) > 0)
  const hasGone = lacksRows(files)
  if (!hasGone && blank.length === 0) return null
  const names = namesOf(files)
  return (
    <section className={classes.left} aria-label={t('data.left.title', { file: names })}>
      <b>{names}</b>
      {hasGone && <MissingRows items={files} waiting={waiting} />}
      {blank.map((item) => (
        <BlankCells key={item.id} item={item} isNamed={files.length > 1} />
      ))}
    </section>
  )
}

function MissingRows({ items, waiting }: { readonly items: readonly Shown[]; readonly waiting: readonly ItemView[] }) {
  const { t } = useTranslation()
  const changeTogether = useImports((state) => state.changeTogether)
  const { gone: chosen, goneWithin, difference } = items[0]!.table
  const { gone, goneRows } = difference!
  const isSole = items.length === 1
  const removed = t(isSole ? 'data.left.removed' : 'data.left.removedAll', { count: gone, files: items.length })
  const kept = t(isSole ? 'data.left.kept' : 'data.left.keptAll', { count: gone, files: items.length })
  const ids = items.map(({ id }) => id)
  return (
    <div className={classes.line}>
      <details data-gone={chosen}>
        <summary>{chosen === 'remove' ? removed : kept}</summary>
        {goneWithin && <p className="quiet">{t('data.left.within', { counties: goneWithin.join(t('ui.comma')) })}</p>}
        {waiting.length > 0 && <p className="quiet">{t('data.left.waiting', { files: namesOf(waiting) })}</p>}
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
        value={chosen}
        options={[
          { value: 'keep', label: t('data.goneKeep') },
          { value: 'remove', label: t('data.goneRemove') },
        ]}
        onChange={(now) => void changeTogether(ids, { gone: now, goneAmong: ids })}
      />
    </div>
  )
}

function BlankCells({ item, isNamed }: { readonly item: Shown; readonly isNamed: boolean }) {
  const { t } = useTranslation()
  const change = useImports((state) => state.change)
  const { id, file, table } = item
  const count = table.difference?.blanks ?? 0
  const sheet = table.sheets.length > 1 ? ` · ${table.sheets[table.sheet]?.name}` : ''
  return (
    <div className={classes.line}>
      <p>
        {isNamed && `${file}${sheet} · `}
        {t(table.blanks === 'empty' ? 'data.left.blanksEmptied' : 'data.left.blanksKept', { count })}
      </p>
      <SegmentedControl
        label={isNamed ? `${t('data.left.blanks')} (${file}${sheet})` : t('data.left.blanks')}
        value={table.blanks}
        options={[
          { value: 'keep', label: t('data.left.blanksKeep') },
          { value: 'empty', label: t('data.left.blanksEmpty') },
        ]}
        onChange={(chosen) => void change(id, { blanks: chosen })}
      />
    </div>
  )
}
