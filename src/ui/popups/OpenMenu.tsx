import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { MenuEntry } from '@/ui/controls/menu-entry'
import { lazyPart } from '@/ui/lazy-part'
import { Popup } from './Popup'

export const loadMenu = () => import('./MenuPopup')
const MenuPopup = lazyPart(loadMenu)

interface Props {
  readonly triggerRef: RefObject<HTMLButtonElement | null>
  readonly label: string
  readonly entries: readonly MenuEntry[]
  close(): void
}

/** The open list of a button with a menu. */
export function OpenMenu({ triggerRef, close, ...rest }: Props) {
  /** The list is gone and its button has the focus, before anything is done: a dialog gives it back there. */
  function choose(entry: MenuEntry) {
    flushSync(close)
    triggerRef.current?.focus()
    entry.onChoose()
  }
  return (
    <Popup>
      <MenuPopup {...rest} triggerRef={triggerRef} onChoose={choose} onClose={close} />
    </Popup>
  )
}
