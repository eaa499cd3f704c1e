import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import type { ItemTable } from '@/workspace/import/item-view'
import type { UnlistedCounties as Unlisted } from '@/workspace/import/unlisted-counties'
import classes from './ItemReview.module.css'
import { RowEditor } from './RowEditor'

/** Maximum number of counties named. */
const NAMED = 20

interface Props {
  readonly id: number
  readonly file: string
  readonly table: ItemTable
}

/**
 * Says that counties on no list stay written, so that the package can't be published before they are put right, or that
 * they are left out because the position is outside the city too, and opens the first row with one.
 */
export function UnlistedCounties({ id, file, table }: Props) {
  const { t } = useTranslation()
  const [row, setRow] = useState<number | null>(null)
  const { unlisted, emptied } = table
  const note = (title: string, help: string, firstRow: number) => (
    <section aria-label={title} className={classes.unlisted}>
      <p>
        {help} <Button onClick={() => setRow(firstRow)}>{t('data.unlisted.correct', { row: firstRow })}</Button>
      </p>
    </section>
  )
  const said = (of: Unlisted) => ({ count: of.count, names: namesOf(t, of) })
  return (
    <>
      {unlisted && note(t('data.unlisted.title'), t('data.unlisted.help', said(unlisted)), unlisted.firstRow)}
      {emptied && note(t('data.unlisted.emptied'), t('data.unlisted.emptiedHelp', said(emptied)), emptied.firstRow)}
      {row !== null && <RowEditor id={id} file={file} table={table} row={row} onClose={() => setRow(null)} />}
    </>
  )
}

/** The counties in words, and what is not said of them: further names, and rows in which there may be others. */
function namesOf(t: TFunction<'texts'>, { names, namedRows, count }: Unlisted): string {
  const shown = names.slice(0, NAMED).join(t('ui.comma'))
  const rest = names.length > NAMED ? t('data.unlisted.others', { count: names.length }) : ''
  return (
    shown + rest + (namedRows < count ? t('data.unlisted.firstRows', { rows: namedRows.toLocaleString('en') }) : '')
  )
}
