import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { regainFocus } from '@/ui/use-focus-kept'
import classes from './Meeting.module.css'

/**
 * A black screen over the wall and over any open dialog, which stays open and keeps its input. It is itself a modal
 * dialog because only a dialog can cover another one.
 */
export function BlackScreen({ onLight }: { onLight(): void }) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const { current } = dialog
    if (!current?.open) current?.showModal()
    // Close before unmounting: only then does the browser return the focus to the input field.
    return () => {
      current?.close()
      regainFocus(null)
    }
  }, [])
  return (
    <dialog ref={dialog} className={classes.black} data-black aria-label={t('meeting.isBlack')} onCancel={onLight}>
      <button type="button" onClick={onLight}>
        {t('meeting.black')}
      </button>
    </dialog>
  )
}
