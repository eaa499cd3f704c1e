import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from './Dialog'
import classes from './Why.module.css'

/** A button beside a figure that opens how the figure came about. */
export function Why({ of, children }: { readonly of: string; readonly children: ReactNode }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={classes.button}
        onClick={() => setOpen(true)}
        aria-label={`${of} ${t('why.button')}`}
      >
        {t('why.button')}
      </button>
      {open && (
        <Dialog title={of} onClose={() => setOpen(false)}>
          {children}
        </Dialog>
      )}
    </>
  )
}
