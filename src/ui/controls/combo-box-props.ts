import type { LabelledProps } from './Labelled'
import type { Option } from './options'

export interface ComboBoxProps extends LabelledProps {
  /** Text of the field: an option's label or anything else. */
  readonly value: string
  readonly options: readonly Option[]
  readonly required?: boolean
  /** Placeholder that explains what an empty field means. */
  readonly placeholder?: string
  onChange(text: string): void
}
