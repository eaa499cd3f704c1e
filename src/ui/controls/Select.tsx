import { IconChevronDown } from '@tabler/icons-react'
import { lazyPart } from '@/ui/lazy-part'
import type { LabelledProps } from './Labelled'
import type { Option } from './options'
import { PopupField } from './PopupField'

const load = () => import('@/ui/popups/ListPopup')
const ListPopup = lazyPart(load)

export interface SelectProps<Value extends string> extends LabelledProps {
  readonly options: readonly (Option & { readonly value: NoInfer<Value> })[]
  readonly value: Value | ''
  /** Text shown while the value is none of the options. */
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly className?: string | undefined
  /** Marks a value that the app matched automatically. */
  readonly 'data-matched'?: boolean | undefined
  onChange(value: NoInfer<Value>): void
}

/**
 * One of several options in a list that opens. It looks and works the same in every browser, with texts in the app's
 * language.
 */
export function Select<Value extends string>({ options, placeholder, onChange, ...field }: SelectProps<Value>) {
  const { label, value } = field
  const chosen = options.find((option) => option.value === value)
  return (
    <PopupField
      {...field}
      text={chosen?.label ?? placeholder ?? '—'}
      isEmpty={!chosen}
      icon={<IconChevronDown size={16} aria-hidden="true" />}
      role="listbox"
      load={load}
    >
      {(triggerRef, close) => (
        <ListPopup
          triggerRef={triggerRef}
          label={label}
          options={options}
          value={value}
          onChoose={(next) => onChange(next as Value)}
          onClose={close}
        />
      )}
    </PopupField>
  )
}
