import { type KeyboardEvent, useRef } from 'react'

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/**
 * Makes a toolbar one stop for Tab: arrows, Home and End go from button to button, and round at the ends. Whoever uses it gives
 * its element the role, one button a `tabIndex` of 0, and the others one of -1.
 */
export function useToolbar() {
  const toolbar = useRef<HTMLDivElement>(null)
  function onKeyDown(event: KeyboardEvent) {
    const buttons = [...toolbar.current!.querySelectorAll('button')]
    const at = buttons.indexOf(event.target as HTMLButtonElement)
    const step = STEPS[event.key]
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : !step || at < 0 ? null : at + step
    if (to === null) return
    event.preventDefault()
    buttons[(to + buttons.length) % buttons.length]!.focus()
  }
  return { ref: toolbar, onKeyDown }
}
