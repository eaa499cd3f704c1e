import { Fragment } from 'react'
import { Header, Menu, MenuItem, MenuSection, Separator } from 'react-aria-components'
import type { MenuEntry } from '@/ui/controls/menu-entry'
import { inGroups } from '@/ui/controls/options'
import { PopupFrame } from './PopupFrame'
import classes from './popup.module.css'
import type { PopupProps } from './popup-props'

interface Props extends PopupProps {
  readonly entries: readonly MenuEntry[]
  onChoose(entry: MenuEntry): void
}

/** The actions of a menu. */
export default function MenuPopup({ triggerRef, label, entries, onChoose, onClose }: Props) {
  const item = ({ key, label: name, note, icon }: MenuEntry) => (
    <MenuItem key={key} id={key} textValue={name} className={classes.item!}>
      {icon}
      {name}
      {note && <small>{note}</small>}
    </MenuItem>
  )
  return (
    <PopupFrame triggerRef={triggerRef} label={label} onClose={onClose}>
      <Menu
        className={classes.list!}
        aria-label={label}
        autoFocus="first"
        disabledKeys={entries.filter(({ disabled }) => disabled).map(({ key }) => key)}
        onClose={onClose}
        onAction={(key) => {
          const entry = entries.find((each) => each.key === key)
          if (entry) onChoose(entry)
        }}
      >
        {inGroups(entries).map(([group, members], place) => (
          <Fragment key={group}>
            {place > 0 && <Separator className={classes.line!} />}
            {group === '' ? (
              members.map(item)
            ) : (
              <MenuSection id={`group ${group}`}>
                <Header className={classes.heading!}>{group}</Header>
                {members.map(item)}
              </MenuSection>
            )}
          </Fragment>
        ))}
      </Menu>
    </PopupFrame>
  )
}
