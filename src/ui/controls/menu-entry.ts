import type { ReactNode } from 'react'

/** Something that a menu offers to do. */
export interface MenuEntry {
  readonly key: string
  readonly label: string
  readonly note?: string
  readonly icon?: ReactNode
  readonly disabled?: boolean
  onChoose(): void
}
