import type { ReactNode } from 'react'
import classes from './states.module.css'

interface Props {
  /** What is missing, as a sentence; never a bare 0. */
  readonly message: string
  /** Why, or what can be done. */
  readonly help?: string
  /** Ways to change it: chips of the filters, a button that clears them. */
  readonly children?: ReactNode
}

/** Shown where a list has no entries. */
export function EmptyState({ message, help, children }: Props) {
  return (
    <div className={classes.empty} role="status">
      <p>{message}</p>
      {help && <small>{help}</small>}
      {children}
    </div>
  )
}
