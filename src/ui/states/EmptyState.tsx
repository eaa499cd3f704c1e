import type { ReactNode } from 'react'
import classes from './states.module.css'

interface Props {
  /** What is not there, in a sentence: never a bare 0. */
  readonly message: string
  /** Why, or what may be done. */
  readonly help?: string
  /** What makes it otherwise: chips of what narrows, a button that clears them. */
  readonly children?: ReactNode
}

/** Stands where a list has nothing to show. */
export function EmptyState({ message, help, children }: Props) {
  return (
    <div className={classes.empty} role="status">
      <p>{message}</p>
      {help && <small>{help}</small>}
      {children}
    </div>
  )
}
