import { Dialog as PopupDialog } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import { PopupFrame } from '@/ui/popups/PopupFrame'
import type { PopupProps } from '@/ui/popups/popup-props'
import classes from './ColumnsPopup.module.css'

interface Props extends PopupProps {
  readonly columns: readonly { readonly name: string; readonly label: string }[]
  readonly left: readonly string[]
  onLeave(names: readonly string[]): void
}

/** A checkbox for every column. */
export default function ColumnsPopup({ triggerRef, label, columns, left, onLeave, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <PopupFrame triggerRef={triggerRef} label={label} placement="top start" onClose={onClose}>
      <PopupDialog className={classes.columns!} aria-label={label}>
        {left.length > 0 && (
          <Button weight="quiet" onClick={() => onLeave([])}>
            {t('table.everyColumn')}
          </Button>
        )}
        {columns.map(({ name, label: heading }) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={!left.includes(name)}
              onChange={({ target }) =>
                onLeave(target.checked ? left.filter((each) => each !== name) : [...left, name])
              }
            />
            {heading}
          </label>
        ))}
      </PopupDialog>
    </PopupFrame>
  )
}
