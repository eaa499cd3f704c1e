import { type KeyboardEvent, useRef } from 'react'

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/**
 * Makes a toolbar a single tab stop: arrows, Home and End move between buttons, wrapping at the ends. The caller sets
 * the role on the element, and a `tabIndex` of 0 on one button and -1 on the others.
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
