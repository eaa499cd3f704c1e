import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Why.module.css'

/** A button beside a figure that opens how the figure came about. */
export function Why({ of, children }: { readonly of: string; readonly children: ReactNode }) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <button
        type="button"
        className={classes.button}
        onClick={() => dialog.current?.showModal()}
        aria-label={`${of} ${t('why.button')}`}
      >
        {t('why.button')}
      </button>
      <dialog ref={dialog} className={`dialog ${classes.dialog}`} aria-label={t('why.title')}>
        <h2>{of}</h2>
        {children}
        <form method="dialog">
          <button type="submit" className="action">
            {t('app.close')}
          </button>
        </form>
      </dialog>
    </>
  )
}
