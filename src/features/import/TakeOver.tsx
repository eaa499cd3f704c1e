import { useTranslation } from 'react-i18next'
import { readyItems, useImports } from '@/store/imports'
import classes from './Import.module.css'
import { deskWords } from './role-label'

/** Takes all ready files over at once. */
export function TakeOver() {
  const { t } = useTranslation()
  const items = useImports((state) => state.items)
  const working = useImports((state) => state.working || state.reading !== null)
  const takeOver = useImports((state) => state.takeOver)
  const count = readyItems(items).length
  return (
    <div className={classes.takeOver}>
      <p className="quiet">{count > 0 ? t('data.takeOverHelp') : t('data.nothingReady')}</p>
      <button
        type="button"
        className={classes.primary}
        disabled={count === 0 || working}
        onClick={() => void takeOver(deskWords(t))}
      >
        {t('data.takeOver', { count })}
      </button>
    </div>
  )
}
