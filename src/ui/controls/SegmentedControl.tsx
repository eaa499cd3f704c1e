import { useId } from 'react'
import { Labelled, type LabelledProps } from './Labelled'
import classes from './segmented.module.css'

interface Props<Value extends string> extends Pick<LabelledProps, 'label'> {
  /** Shows the label above the options; otherwise it is for screen readers only. */
  readonly isLabelled?: boolean
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value
  readonly disabled?: boolean
  onChange(value: Value): void
}

/** One of a few options, all visible. Native radio buttons underneath provide keyboard and screen-reader support. */
export function SegmentedControl<Value extends string>(props: Props<Value>) {
  const { label, isLabelled = false, options, value, disabled, onChange } = props
  const name = useId()
  const control = (
    <fieldset className={classes.segments} aria-label={label} disabled={disabled}>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
  return isLabelled ? (
    <Labelled id={`${name}-label`} label={label}>
      {control}
    </Labelled>
  ) : (
    control
  )
}
