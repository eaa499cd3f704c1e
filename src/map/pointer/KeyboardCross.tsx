import type { LiveMap } from '@/map/engine/live-map'
import classes from './KeyboardCross.module.css'
import { useKeyboardCross } from './use-keyboard-cross'

interface Props {
  readonly map: LiveMap
  readonly isDrawing: boolean
  /** See {@link useKeyboardCross}. */
  readonly leads: boolean
}

/** The cross by which the user draws with the keyboard. */
export function KeyboardCross({ map, isDrawing, leads }: Props) {
  const at = useKeyboardCross(map, isDrawing, leads)
  if (!at) return null
  return (
    <svg
      className={classes.cross}
      style={{ transform: `translate(${at.x}px, ${at.y}px)` }}
      viewBox="-16 -16 32 32"
      width="32"
      height="32"
      data-testid="cross"
      aria-hidden="true"
    >
      <path d="M-15 0H-4M4 0H15M0 -15V-4M0 4V15" />
      <path d="M-15 0H-4M4 0H15M0 -15V-4M0 4V15" />
    </svg>
  )
}
