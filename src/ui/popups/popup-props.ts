import type { RefObject } from 'react'

/** Props that every popup gets from its control. */
export interface PopupProps {
  /** The element it is placed at, and that gets the focus back. */
  readonly triggerRef: RefObject<HTMLElement | null>
  /** Accessible name. */
  readonly label: string
  onClose(): void
}
