import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import { HelpLink, type ManualPage } from '@/ui/controls/HelpLink'
import { PopupHost } from '@/ui/popups/popup-host'
import classes from './Dialog.module.css'

interface Props {
  /** Heading, and the name that a screen reader says. */
  readonly title: string
  /** `small` for a question, `medium` for a list or a form, `large` for a form with a map, `square` for a picture, `wide` for one of a whole screen, `side` for what is read beside the page. */
  readonly size?: 'small' | 'medium' | 'large' | 'square' | 'wide' | 'side'
  /** The page of the manual that is about it. */
  readonly help?: ManualPage
  /** As of the HTML attribute: `any` lets a press beside it close it, and the browser's Back; `closerequest` does not, where typing would be lost. */
  readonly closedBy?: 'any' | 'closerequest'
  /** Buttons before the one that closes. */
  readonly actions?: ReactNode
  readonly closeLabel?: string
  /** A dialog that is not modal leaves the page usable, and closes at Escape while the focus is in it. */
  readonly modal?: boolean
  readonly children: ReactNode
  onClose(): void
}

/**
 * A dialog that is open as long as it is rendered: the browser's own `<dialog>`, with a heading, a body that scrolls, and a foot
 * that always shows the button that closes it. The focus goes back to what opened it.
 */
export function Dialog(props: Props) {
  const { title, size = 'small', help, closedBy = 'any', actions, closeLabel, modal = true, children, onClose } = props
  const { t } = useTranslation()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const pressedBeside = useRef(false)
  const [opener] = useState(() => document.activeElement)

  // At each rendering: Escape closes it before anybody is asked, and whoever then stays wants it back.
  useEffect(() => {
    const { current } = dialog
    if (!current || current.open) return
    current[modal ? 'showModal' : 'show']()
    // Not in its first field: on a tablet that would bring up the keyboard.
    if (!modal) current.focus()
  })

  useEffect(
    () => () => {
      // The browser gives the focus back where the dialog is closed, and not where it is taken out of the page.
      const isLost = document.activeElement === null || document.activeElement === document.body
      if (isLost && opener instanceof HTMLElement) opener.focus()
    },
    [opener],
  )

  const latest = useRef(onClose)
  latest.current = onClose
  useEffect(() => {
    if (closedBy !== 'any') return
    // The browser's Back leads elsewhere: what was said of the page as it was goes with it.
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
      aria-labelledby={titleId}
      // React hands on what happens in a dialog that was opened from this one.
      onClose={({ target, currentTarget }) => {
        if (target === currentTarget) onClose()
      }}
      onKeyDown={(event) => {
        // The browser itself closes only a modal one; a key in a dialog that was opened from this one is that one's.
        if (!event.currentTarget.contains(event.target as Node)) return
        if (modal || event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
      // Selecting text and letting go of the button beside the dialog must not close it.
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
