import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'

/**
 * A button that opens a popup, and whether it is open. The popup's code comes when it is first wanted, or a moment before: when
 * the pointer or the focus comes to the button.
 */
export function usePopup(load: () => Promise<unknown>, role: 'listbox' | 'menu' | 'dialog') {
  const triggerRef = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  // Where it can't be had, the popup itself says so.
  const prepare = () => void load().catch(() => undefined)
  return {
    isOpen,
    triggerRef: triggerRef as RefObject<HTMLButtonElement | null>,
    close: () => setOpen(false),
    triggerProps: {
      ref: triggerRef,
      type: 'button' as const,
      'aria-haspopup': role,
      'aria-expanded': isOpen,
      onClick: () => setOpen(true),
      onPointerEnter: prepare,
      onFocus: prepare,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        event.preventDefault()
        setOpen(true)
      },
    },
  }
}
