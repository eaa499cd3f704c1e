import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import { Dialog } from './Dialog'
import classes from './Why.module.css'

interface Props {
  /** The figure's name, used as the heading. */
  readonly of: string
  /** The figure itself, if it is the button's text. */
  readonly figure?: string
  /** Opened from elsewhere, until it is closed. */
  readonly isAsked?: boolean
  onClose?(): void
  /** -1 for all but the current row of a list that is a single tab stop. */
  readonly tabIndex?: number
  /** Size of the dialog. */
  readonly size?: 'small' | 'medium'
  /** How the figure was computed; a function receives `close`, for links that lead elsewhere. */
  readonly children: ReactNode | ((close: () => void) => ReactNode)
}

/** A button beside a figure that explains how it was computed. */
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
