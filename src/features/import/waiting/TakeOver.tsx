import { useTranslation } from 'react-i18next'
import { useDeskWords } from '@/features/import/role-label'
import { readyItems, rowsOf, rowsRemovedBy, useImports, wasOvertakenByOtherWindow } from '@/store/imports'
import { Button } from '@/ui/controls/Button'
import { LeftRows } from './LeftRows'
import classes from './TakeOver.module.css'

/** Imports all ready files at once; renders nothing if no table is ready or awaits an answer. */
export function TakeOver() {
  const { t } = useTranslation()
  const words = useDeskWords()
  const items = useImports((state) => state.items)
  const working = useImports((state) => state.working || state.reading !== null)
  const blocked = useImports((state) => wasOvertakenByOtherWindow(state.outcome))
  const takeOver = useImports((state) => state.takeOver)
  if (items.every(({ table }) => table === null)) return null
  const ready = readyItems(items)
  const count = ready.length
  const roles = [...new Set(ready.flatMap(({ table }) => table?.role ?? []))]
  const removed = rowsRemovedBy(ready)
  const { left } = rowsOf(ready)
  const help = () => {
    if (blocked) return t('data.lookFirst')
    if (count === 0) return t('data.nothingReady')
    const removes = removed > 0 ? t('data.takeOverRemoves', { count: removed }) : ''
    return t('data.takeOverHelp') + removes + (left > 0 ? t('data.takeOverLeft', { count: left }) : '')
  }
  return (
    <div className={classes.takeOver}>
      {ready.length > 0 && (
        <div className={classes.left}>
          {roles.map((role) => (
            <LeftRows
              key={role}
              items={ready.filter(({ table }) => table?.role === role)}
              waiting={items.filter((item) => item.table?.role === role && !ready.includes(item))}
            />
          ))}
        </div>
      )}
      <p className="quiet">{help()}</p>
      <Button weight="primary" disabled={count === 0 || working || blocked} onClick={() => void takeOver(words())}>
        {t('data.takeOver', { count })}
      </Button>
    </div>
  )
}
