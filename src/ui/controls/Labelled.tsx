import type { ReactNode } from 'react'
import classes from './control.module.css'

export interface LabelledProps {
  /** Name of the control, visible unless `labelled` is `hidden`. */
  readonly label: string
  /** Position of the label: above the control (forms), beside it (bars), or hidden (screen readers only). */
  readonly labelled?: 'above' | 'beside' | 'hidden'
}

/** A control with its label, which gets the given id. */
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
