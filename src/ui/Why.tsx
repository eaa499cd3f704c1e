import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import { Dialog } from './Dialog'
import classes from './Why.module.css'

/** A button beside a figure that opens how the figure came about. */
export function Why({ of, children }: { readonly of: string; readonly children: ReactNode }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        weight="quiet"
        className={classes.button}
        onClick={() => setOpen(true)}
        aria-label={`${of} ${t('why.button')}`}
      >
        {t('why.button')}
      </Button>
      {open && (
        <Dialog title={of} onClose={() => setOpen(false)}>
          {children}
        </Dialog>
      )}
    </>
  )
}
