import type { LabelledProps } from './Labelled'
import type { Option } from './options'

export interface ComboBoxProps extends LabelledProps {
  /** What is written in the field, be it an option's label or anything else. */
  readonly value: string
  readonly options: readonly Option[]
  readonly required?: boolean
  onChange(text: string): void
}
