import type { ReactNode } from 'react'
import classes from './control.module.css'

export interface LabelledProps {
  /** Name of the control, seen unless `labelled` is `hidden`. */
  readonly label: string
  /** Where the name stands: over the control (as in a form), before it (as in a bar), or only for a screen reader. */
  readonly labelled?: 'above' | 'beside' | 'hidden'
}

/** A control with its name, which has the given id. */
export function Labelled(props: LabelledProps & { readonly id: string; readonly children: ReactNode }) {
  const { label, labelled = 'above', id, children } = props
  return (
    <span className={classes.labelled} data-labelled={labelled}>
      <span id={id} className={classes.label} hidden={labelled === 'hidden'}>
        {label}
      </span>
      {children}
    </span>
  )
}
