import { type ReactNode, useId } from 'react'
import classes from './HowRead.module.css'

interface ChoiceProps {
  readonly label: string
  readonly hint?: string
  /** Gets the id of the label's control. */
  children(id: string): ReactNode
}

/** A control under its label, with a word about what it shows. */
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
  readonly value: T
  readonly options: readonly (readonly [value: T, text: string])[]
  onChoose(value: T): void
}

/** A choice of one of some values. */
export function SelectChoice<T extends string | number>({ label, hint, value, options, onChoose }: SelectProps<T>) {
  return (
    <Choice label={label} {...(hint ? { hint } : {})}>
      {(id) => (
        <select id={id} value={value} onChange={({ target }) => onChoose(options[target.selectedIndex]![0])}>
          {options.map(([each, text]) => (
            <option key={each} value={each}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Choice>
  )
}
