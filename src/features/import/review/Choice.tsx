import { type ReactNode, useId } from 'react'
import { Select } from '@/ui/controls/Select'
import classes from './ReadSettings.module.css'

interface ChoiceProps {
  readonly label: string
  readonly hint?: string
  /** Receives the id for the labelled control. */
  children(id: string): ReactNode
}

/** A control with a label and a hint about its value. */
export function Choice({ label, hint, children }: ChoiceProps) {
  const id = useId()
  return (
    <div className={classes.choice}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint && <small>{hint}</small>}
    </div>
  )
}

interface SelectProps<T extends string | number> {
  readonly label: string
  readonly hint?: string
  /** '' while nothing is chosen. */
  readonly value: T | ''
  readonly options: readonly (readonly [value: T, text: string])[]
  onChoose(value: T): void
}

/** A select with a label and a hint. */
export function SelectChoice<T extends string | number>({ label, hint, value, options, onChoose }: SelectProps<T>) {
  return (
    <div className={classes.choice}>
      <Select
        label={label}
        value={String(value)}
        options={options.map(([each, text]) => ({ value: String(each), label: text }))}
        onChange={(next) => onChoose(options.find(([each]) => String(each) === next)![0])}
      />
      {hint && <small>{hint}</small>}
    </div>
  )
}
