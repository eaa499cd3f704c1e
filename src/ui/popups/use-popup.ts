import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'

/**
 * State and button props of a popup. The popup's code loads on first use, or slightly earlier: when the pointer or the
 * focus reaches the button.
 */
export function usePopup(load: () => Promise<unknown>, role: 'listbox' | 'menu' | 'dialog') {
  const triggerRef = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  // A failed load is reported by the popup itself.
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
