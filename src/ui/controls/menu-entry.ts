import type { ReactNode } from 'react'

/** Something that a menu offers to do. */
export interface MenuEntry {
  readonly key: string
  readonly label: string
  readonly note?: string
  readonly icon?: ReactNode
  /** Entries with the same group stand under its name. */
  readonly group?: string
  readonly disabled?: boolean
  onChoose(): void
}
