import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import { HelpLink, type ManualPage } from '@/ui/controls/HelpLink'
import { PopupHost } from '@/ui/popups/popup-host'
import classes from './Dialog.module.css'
import { regainFocus } from './use-focus-kept'

interface Props {
  /** Heading, also the accessible name. */
  readonly title: string
  /**
   * `small` for a question, `medium` for a list or a form, `large` for a form with a map, `square` for a picture,
   * `wide` for a picture of a whole screen, `side` for reading beside the page.
   */
  readonly size?: 'small' | 'medium' | 'large' | 'square' | 'wide' | 'side'
  /** The manual page about this dialog. */
  readonly help?: ManualPage
  /**
   * As in the HTML attribute: with `any`, a press outside or the browser's Back closes it; with `closerequest` they
   * don't, where input would be lost.
   */
  readonly closedBy?: 'any' | 'closerequest'
  /** Buttons before the close button. */
  readonly actions?: ReactNode
  readonly closeLabel?: string
  /** A non-modal dialog leaves the page usable, and Escape closes it while it has the focus. */
  readonly modal?: boolean
  readonly children: ReactNode
  onClose(): void
}

/**
 * A dialog that is open while mounted: a native `<dialog>` with a heading, a scrolling body, and a foot that always
 * shows the close button. On closing, the focus returns to the element that opened it.
 */
export function Dialog(props: Props) {
  const { title, size = 'small', help, closedBy = 'any', actions, closeLabel, modal = true, children, onClose } = props
  const { t } = useTranslation()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const pressedBeside = useRef(false)
  const [opener] = useState(() => document.activeElement)

  // On every render: Escape closes the dialog before `onClose` is called; if the parent keeps it mounted, it is opened
  // again.
  useEffect(() => {
    const { current } = dialog
    if (!current || current.open) return
    current[modal ? 'showModal' : 'show']()
    // Focus the dialog itself: focusing its first field would bring up a tablet's keyboard.
    if (!modal) current.focus()
  })

  useEffect(
    () => () => {
      // The browser restores the focus when a dialog is closed, but not when it is removed from the page.
      regainFocus(opener)
    },
    [opener],
  )

  const latest = useRef(onClose)
  latest.current = onClose
  useEffect(() => {
    if (closedBy !== 'any') return
    // After Back the page shows something else, so the dialog about it closes.
    const leave = () => latest.current()
    window.addEventListener('popstate', leave)
    return () => window.removeEventListener('popstate', leave)
  }, [closedBy])

  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      data-size={size}
      tabIndex={modal ? undefined : -1}
      aria-modal={modal}
      aria-labelledby={titleId}
      // React also bubbles close events from dialogs that were opened from this one.
      onClose={({ target, currentTarget }) => {
        if (target === currentTarget) onClose()
      }}
      onKeyDown={(event) => {
        // The browser handles Escape only for modal dialogs. Ignore keys of dialogs that were opened from this one.
        if (!event.currentTarget.contains(event.target as Node)) return
        if (modal || event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
      // A text selection that ends outside the dialog must not close it.
      onPointerDown={({ target, currentTarget }) => {
        pressedBeside.current = target === currentTarget
      }}
      onClick={({ target, currentTarget }) => {
        if (closedBy === 'any' && pressedBeside.current && target === currentTarget) onClose()
      }}
    >
      <div className={classes.head}>
        <h2 id={titleId} className={classes.title}>
          {title}
        </h2>
        {help && <HelpLink page={help} />}
      </div>
      <PopupHost value={modal ? dialog : null}>
        <div className={classes.body}>{children}</div>
        <div className={classes.foot}>
          {actions}
          <Button onClick={onClose}>{closeLabel ?? t('app.close')}</Button>
        </div>
      </PopupHost>
    </dialog>
  )
}
