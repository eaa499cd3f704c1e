import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { loadMenu, OpenMenu } from '@/ui/popups/OpenMenu'
import { usePopup } from '@/ui/popups/use-popup'
import { Button, type ButtonProps } from './Button'
import type { MenuEntry } from './menu-entry'

interface Props extends Pick<ButtonProps, 'weight' | 'disabled' | 'className'> {
  readonly label: string
  /** Icon before the label. */
  readonly icon?: ReactNode
  readonly entries: readonly MenuEntry[]
}

/** A button that opens a menu of actions. */
export function Menu({ label, icon, entries, ...rest }: Props) {
  const { isOpen, close, triggerRef, triggerProps } = usePopup(loadMenu, 'menu')
  return (
    <>
      <Button {...rest} {...triggerProps}>
        {icon}
        {label}
        <IconChevronDown size={16} aria-hidden="true" />
      </Button>
      {isOpen && <OpenMenu triggerRef={triggerRef} label={label} entries={entries} close={close} />}
    </>
  )
}
