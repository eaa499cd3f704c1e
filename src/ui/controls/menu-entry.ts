import type { ReactNode } from 'react'

/** An action of a menu. */
export interface MenuEntry {
  readonly key: string
  readonly label: string
  readonly note?: string
  readonly icon?: ReactNode
  /** Entries with the same group are listed under its name. */
  readonly group?: string
  readonly disabled?: boolean
  onChoose(): void
}
