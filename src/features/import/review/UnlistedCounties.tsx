import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import type { ItemTable } from '@/workspace/item-view'
import classes from './ItemReview.module.css'
import { RowEditor } from './RowEditor'

interface Props {
  readonly id: number
  readonly file: string
  readonly table: ItemTable
}

/**
 * Says that counties on no list stay written, so that the package can't be published before they are put right, and
 * opens the first row with one.
 */
export function UnlistedCounties({ id, file, table }: Props) {
  const { t } = useTranslation()
  const [row, setRow] = useState<number | null>(null)
  const { unlisted } = table
  return (
    <>
      {unlisted && (
        <section aria-label={t('data.unlisted.title')} className={classes.unlisted}>
          <p>
            {t('data.unlisted.help', { count: unlisted.count, names: unlisted.names.join(t('ui.comma')) })}{' '}
            <Button onClick={() => setRow(unlisted.firstRow)}>
              {t('data.unlisted.correct', { row: unlisted.firstRow })}
            </Button>
          </p>
        </section>
      )}
      {row !== null && <RowEditor id={id} file={file} table={table} row={row} onClose={() => setRow(null)} />}
    </>
  )
}
