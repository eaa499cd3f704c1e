import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { lazyPart } from '@/ui/lazy-part'
import { Popup } from '@/ui/popups/Popup'
import { usePopup } from '@/ui/popups/use-popup'
import { Button, type ButtonProps } from './Button'
import type { MenuEntry } from './menu-entry'

const load = () => import('@/ui/popups/MenuPopup')
const MenuPopup = lazyPart(load)

interface Props extends Pick<ButtonProps, 'weight' | 'disabled' | 'className'> {
  readonly label: string
  /** Before the label of the button. */
  readonly icon?: ReactNode
  readonly entries: readonly MenuEntry[]
}

/** A button that opens a list of things to do. */
export function Menu({ label, icon, entries, ...rest }: Props) {
  const { isOpen, close, triggerRef, triggerProps } = usePopup(load, 'menu')
  /** The list is gone and its button has the focus, before anything is done: a dialog gives it back there. */
  function choose(entry: MenuEntry) {
    flushSync(close)
    triggerRef.current?.focus()
    entry.onChoose()
  }
  return (
    <>
      <Button {...rest} {...triggerProps}>
        {icon}
        {label}
        <IconChevronDown size={16} aria-hidden="true" />
      </Button>
      {isOpen && (
        <Popup>
          <MenuPopup triggerRef={triggerRef} label={label} entries={entries} onChoose={choose} onClose={close} />
        </Popup>
      )}
    </>
  )
}
