import { IconCheck } from '@tabler/icons-react'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import { inGroups, type Option } from '@/ui/controls/options'
import { PopupFrame } from './PopupFrame'
import classes from './popup.module.css'
import type { PopupProps } from './popup-props'

/** React Aria keys must not be empty, but the value for “none” is. */
const keyOf = (value: string) => `=${value}`

interface Props extends PopupProps {
  readonly options: readonly Option[]
  readonly value: string
  onChoose(value: string): void
}

/** The options of a select: arrows and letters move, Enter chooses. */
export default function ListPopup({ triggerRef, label, options, value, onChoose, onClose }: Props) {
  const item = (option: Option) => (
    <ListBoxItem key={option.value} id={keyOf(option.value)} textValue={option.label} className={classes.item!}>
      {option.label}
      {option.note && <small>{option.note}</small>}
      {option.value === value && <IconCheck size={16} aria-hidden="true" />}
    </ListBoxItem>
  )
  return (
    <PopupFrame triggerRef={triggerRef} label={label} onClose={onClose}>
      <ListBox
        className={classes.list!}
        aria-label={label}
        autoFocus={options.some((each) => each.value === value) || 'first'}
        // Selecting on press down would remove the list before the press ends, and what is under it would take the
        // focus.
        shouldSelectOnPressUp
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[keyOf(value)]}
        disabledKeys={options.filter(({ disabled }) => disabled).map((option) => keyOf(option.value))}
        // Pressing the chosen option closes the list too.
        {...{ allowDuplicateSelectionEvents: true }}
        onSelectionChange={(chosen) => {
          const next = options.find((option) => keyOf(option.value) === [...chosen][0])
          onClose()
          if (next && next.value !== value) onChoose(next.value)
        }}
      >
        {inGroups(options).map(([group, members]) =>
          group === '' ? (
            members.map(item)
          ) : (
            <ListBoxSection key={group} id={`group ${group}`}>
              <Header className={classes.heading!}>{group}</Header>
              {members.map(item)}
            </ListBoxSection>
          ),
        )}
      </ListBox>
    </PopupFrame>
  )
}
