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

/** The open list of a menu button. */
export function OpenMenu({ triggerRef, close, ...rest }: Props) {
  /** Closes the list and focuses its button before the action runs, so that a dialog returns the focus there. */
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
