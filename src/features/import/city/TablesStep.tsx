import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ItemReview } from '@/features/import/review/ItemReview'
import { AddFiles } from '@/features/import/waiting/AddFiles'
import { FileList } from '@/features/import/waiting/FileList'
import { OutcomeLine } from '@/features/import/waiting/OutcomeLine'
import { TakeOver } from '@/features/import/waiting/TakeOver'
import { Templates } from '@/features/import/workspace/Templates'
import { useImports } from '@/store/imports'
import classes from './StepParts.module.css'

/** Imports the first tables of the new city, as on the data screen. */
export function TablesStep() {
  const { t } = useTranslation()
  const item = useImports(({ items, current }) => items.find(({ id }) => id === current) ?? null)
  const refresh = useImports((state) => state.refresh)
  const prepare = useImports((state) => state.prepare)
  useEffect(() => {
    void refresh()
    prepare()
  }, [refresh, prepare])
  return (
    <div className={classes.tables}>
      <div className={classes.form}>
        <p>{t('city.tables.help')}</p>
        <AddFiles />
        <FileList />
        <Templates />
      </div>
      <div className={classes.review}>
        <OutcomeLine />
        {item && <ItemReview key={item.id} item={item} />}
        <TakeOver />
      </div>
    </div>
  )
}
