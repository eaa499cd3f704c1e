import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Meeting.module.css'

/**
 * Black over the wall, and over a dialog that is open there: this stays, and keeps what is typed in it. A dialog of its own, since
 * nothing else lies above one.
 */
export function Black({ onLight }: { onLight(): void }) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const { current } = dialog
    if (!current?.open) current?.showModal()
    // Closed before it is taken away: only so the browser gives the focus back to what is typed in.
    return () => current?.close()
  }, [])
  return (
    <dialog ref={dialog} className={classes.black} data-black aria-label={t('meeting.isBlack')} onCancel={onLight}>
      <button type="button" onClick={onLight}>
        {t('meeting.black')}
      </button>
    </dialog>
  )
}
