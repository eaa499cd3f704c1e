import type { RefObject } from 'react'

/** What every popup is told by the control that opens it. */
export interface PopupProps {
  /** Where it stands, and where the focus goes back to. */
  readonly triggerRef: RefObject<HTMLElement | null>
  /** Its name for a screen reader. */
  readonly label: string
  onClose(): void
}
