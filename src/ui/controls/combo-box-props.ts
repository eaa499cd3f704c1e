import type { LabelledProps } from './Labelled'
import type { Option } from './options'

export interface ComboBoxProps extends LabelledProps {
  /** What is written in the field, be it an option's label or anything else. */
  readonly value: string
  readonly options: readonly Option[]
  readonly required?: boolean
  /** What an empty field means. */
  readonly placeholder?: string
  onChange(text: string): void
}
