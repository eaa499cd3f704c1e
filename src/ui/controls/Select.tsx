import { IconChevronDown } from '@tabler/icons-react'
import { useId } from 'react'
import { lazyPart } from '@/ui/lazy-part'
import { Popup } from '@/ui/popups/Popup'
import { usePopup } from '@/ui/popups/use-popup'
import classes from './control.module.css'
import { Labelled, type LabelledProps } from './Labelled'
import type { Option } from './options'

const load = () => import('@/ui/popups/ListPopup')
const ListPopup = lazyPart(load)

export interface SelectProps<Value extends string> extends LabelledProps {
  readonly options: readonly (Option & { readonly value: NoInfer<Value> })[]
  readonly value: Value | ''
  /** What stands there while nothing is chosen: the value is none of the options. */
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly className?: string | undefined
  /** Says more of the control, as that it was matched by the app. */
  readonly 'data-matched'?: boolean | undefined
  onChange(value: NoInfer<Value>): void
}

/** One of several, in a list that opens. It looks and works the same in every browser, and its words are the app's. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, labelled, options, value, placeholder, disabled, className, onChange } = props
  const { isOpen, close, triggerRef, triggerProps } = usePopup(load, 'listbox')
  const id = useId()
  const chosen = options.find((option) => option.value === value)
  return (
    <Labelled id={id} label={label} {...(labelled && { labelled })}>
      <button
        {...triggerProps}
        className={className ? `${classes.trigger} ${className}` : classes.trigger}
        aria-labelledby={`${id} ${id}-value`}
        data-value={value}
        data-matched={props['data-matched']}
        data-empty={chosen ? undefined : true}
        disabled={disabled}
      >
        <span id={`${id}-value`}>{chosen?.label ?? placeholder ?? '—'}</span>
        <IconChevronDown size={16} aria-hidden="true" />
      </button>
      {isOpen && (
        <Popup>
          <ListPopup
            triggerRef={triggerRef}
            label={label}
            options={options}
            value={value}
            onChoose={(next) => onChange(next as Value)}
            onClose={close}
          />
        </Popup>
      )}
    </Labelled>
  )
}
