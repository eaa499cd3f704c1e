import { useTranslation } from 'react-i18next'
import type { TableColumn } from '@/questions/table-columns'
import { usePreferences } from '@/store/device/preferences'
import { Button } from '@/ui/controls/Button'
import classes from './TablePanel.module.css'

interface Props {
  /** Kind of source, or `all`. */
  readonly kind: string
  readonly columns: readonly TableColumn[]
  heading(name: string): string
}

/** Which columns of a kind stand in the table; remembered on this device. The first names the row and stays. */
export function TableColumns({ kind, columns, heading }: Props) {
  const { t } = useTranslation()
  const left = usePreferences((state) => state.hiddenColumns[kind]) ?? []
  const setHiddenColumns = usePreferences((state) => state.setHiddenColumns)
  return (
    <details className={classes.choose}>
      <summary>{t('table.columns')}</summary>
      <div>
        {left.length > 0 && (
          <Button weight="quiet" onClick={() => setHiddenColumns(kind, [])}>
            {t('table.everyColumn')}
          </Button>
        )}
        {columns.slice(1).map(({ name }) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={!left.includes(name)}
              onChange={({ target }) =>
                setHiddenColumns(kind, target.checked ? left.filter((each) => each !== name) : [...left, name])
              }
            />
            {heading(name)}
          </label>
        ))}
      </div>
    </details>
  )
}
