import { Menu, MenuItem } from 'react-aria-components'
import type { MenuEntry } from '@/ui/controls/menu-entry'
import { PopupFrame } from './PopupFrame'
import classes from './popup.module.css'
import type { PopupProps } from './popup-props'

/** What a menu offers to do. */
export default function MenuPopup(props: PopupProps & { readonly entries: readonly MenuEntry[] }) {
  const { triggerRef, label, entries, onClose } = props
  return (
    <PopupFrame triggerRef={triggerRef} label={label} onClose={onClose}>
      <Menu
        className={classes.list!}
        aria-label={label}
        autoFocus="first"
        disabledKeys={entries.filter(({ disabled }) => disabled).map(({ key }) => key)}
        onClose={onClose}
        onAction={(key) => entries.find((entry) => entry.key === key)?.onChoose()}
      >
        {entries.map(({ key, label: name, note, icon }) => (
          <MenuItem key={key} id={key} textValue={name} className={classes.item!}>
            {icon}
            {name}
            {note && <small>{note}</small>}
          </MenuItem>
        ))}
      </Menu>
    </PopupFrame>
  )
}
