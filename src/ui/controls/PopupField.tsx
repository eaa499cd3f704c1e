import { type ReactNode, type RefObject, useId } from 'react'
import { Popup } from '@/ui/popups/Popup'
import { usePopup } from '@/ui/popups/use-popup'
import classes from './control.module.css'
import { Labelled, type LabelledProps } from './Labelled'

interface Props extends LabelledProps {
  readonly value: string
  /** The value as text, or that there is none. */
  readonly text: string
  readonly isEmpty: boolean
  readonly icon: ReactNode
  readonly disabled?: boolean | undefined
  readonly className?: string | undefined
  readonly 'data-matched'?: boolean | undefined
  /** Kind of the popup; `load` imports its code. */
  readonly role: 'listbox' | 'dialog'
  load(): Promise<unknown>
  /** Renders the popup while it is open. */
  children(triggerRef: RefObject<HTMLButtonElement | null>, close: () => void): ReactNode
}

/** A field that shows its value and opens a popup to choose another; it can't be typed into. */
export function PopupField(props: Props) {
  const { label, labelled, value, text, isEmpty, icon, disabled, className, role, load, children } = props
  const { isOpen, close, triggerRef, triggerProps } = usePopup(load, role)
  const id = useId()
  return (
    <Labelled id={id} label={label} {...(labelled && { labelled })}>
      <button
        {...triggerProps}
        className={className ? `${classes.trigger} ${className}` : classes.trigger}
        aria-labelledby={`${id} ${id}-value`}
        data-value={value}
        data-matched={props['data-matched']}
        data-empty={isEmpty || undefined}
        disabled={disabled}
      >
        <span id={`${id}-value`}>{text}</span>
        {icon}
      </button>
      {isOpen && <Popup>{children(triggerRef, close)}</Popup>}
    </Labelled>
  )
}
