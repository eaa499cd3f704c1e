import { useDeferredValue, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useImports } from '@/store/imports'
import { AddFiles } from './AddFiles'
import { FieldBundles } from './FieldBundles'
import { FileList } from './FileList'
import classes from './Import.module.css'
import { ItemReview } from './ItemReview'
import { OutcomeLine } from './OutcomeLine'
import { TakeOver } from './TakeOver'
import { Workspace } from './Workspace'

/** The data screen: files come in, are checked and taken over; what is kept, and how to get it out. */
export default function Import() {
  const { t } = useTranslation()
  const items = useImports((state) => state.items)
  const current = useImports((state) => state.current)
  // Somebody who has just imported, or waits for a file, knows how it begins.
  const isIdle = useImports(({ outcome, reading, items }) => outcome === null && !reading && items.length === 0)
  const refresh = useImports((state) => state.refresh)
  // Hundreds of cells: drawn in slices, so that a press during it is answered.
  const item = useDeferredValue(items.find(({ id }) => id === current) ?? null)

  useEffect(() => {
    void refresh()
  }, [refresh])

  return (
    <div className={classes.screen}>
      <div className={classes.left}>
        <h2>{t('data.title')}</h2>
        <AddFiles />
        <FileList />
        <Workspace />
        <FieldBundles />
      </div>
      <div className={classes.main}>
        <OutcomeLine />
        {item && <ItemReview key={item.id} item={item} />}
        {!item && isIdle && <p className={classes.nothing}>{t('data.nothing')}</p>}
        <TakeOver />
      </div>
    </div>
  )
}
