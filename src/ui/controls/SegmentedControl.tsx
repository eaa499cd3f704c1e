import { useId } from 'react'
import type { LabelledProps } from './Labelled'
import classes from './segmented.module.css'

interface Props<Value extends string> extends Pick<LabelledProps, 'label'> {
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value
  readonly disabled?: boolean
  onChange(value: Value): void
}

/** One of a few options, all visible. Native radio buttons underneath provide keyboard and screen-reader support. */
export function SegmentedControl<Value extends string>({ label, options, value, disabled, onChange }: Props<Value>) {
  const name = useId()
  return (
    <fieldset className={classes.segments} aria-label={label} disabled={disabled}>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
