import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import { Dialog } from './Dialog'
import classes from './Why.module.css'

interface Props {
  /** The figure, as the heading says it. */
  readonly of: string
  /** The figure itself, where it is what one presses. */
  readonly figure?: string
  /** Asked for from elsewhere, until it is closed. */
  readonly isAsked?: boolean
  onClose?(): void
  /** Where a list is one stop for Tab: -1 for all but the row that it comes to. */
  readonly tabIndex?: number
  /** As of a dialog. */
  readonly size?: 'small' | 'medium'
  /** How it came about; what leads elsewhere closes it first. */
  readonly children: ReactNode | ((close: () => void) => ReactNode)
}

/** A button beside a figure that opens how the figure came about. */
export function Why({ of, figure, isAsked = false, onClose, tabIndex, size = 'small', children }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const close = () => {
    setOpen(false)
    onClose?.()
  }
  return (
    <>
      <Button
        weight="quiet"
        className={classes.button}
        data-figure={figure !== undefined}
        tabIndex={tabIndex}
        onClick={() => setOpen(true)}
        aria-label={`${of} ${t('why.button')}`}
      >
        {figure ?? t('why.button')}
      </Button>
      {(open || isAsked) && (
        <Dialog title={of} size={size} onClose={close}>
          {typeof children === 'function' ? children(close) : children}
        </Dialog>
      )}
    </>
  )
}
