import { type ComponentPropsWithRef, useState } from 'react'

type Props = ComponentPropsWithRef<'button'>

/**
 * The props of a button that keeps the focus while it is disabled, e.g. during the work that it started. A browser
 * moves the focus of a disabled button to the page, where keys mean something else. Until the focus leaves it, such a
 * button only says that it is disabled, and pressing it does nothing.
 */
export function useHeldFocus({ disabled = false, onFocus, onBlur, onClick, ...rest }: Props): Props {
  const [hasFocus, setHasFocus] = useState(false)
  const isHeld = disabled && hasFocus
  return {
    ...rest,
    disabled: disabled && !isHeld,
    ...(isHeld && { 'aria-disabled': true }),
    onFocus: (event) => {
      setHasFocus(true)
      onFocus?.(event)
    },
    onBlur: (event) => {
      // While another window is in front, the button still has the focus of its page.
      if (document.activeElement !== event.currentTarget) setHasFocus(false)
      onBlur?.(event)
    },
    // Prevented, because it may be the submit button of a form.
    onClick: isHeld ? (event) => event.preventDefault() : onClick,
  }
}
