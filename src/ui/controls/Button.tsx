import type { ComponentPropsWithRef } from 'react'
import classes from './button.module.css'
import { useHeldFocus } from './held-focus'

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `primary` for the main action, `secondary` for others, `quiet` within a line of text. */
  readonly weight?: 'primary' | 'secondary' | 'quiet'
}

/**
 * A button with text. `type="submit"` must be given explicitly; `aria-pressed` makes it a toggle. It keeps the focus
 * while it is disabled.
 */
export function Button({ weight = 'secondary', className, ...rest }: ButtonProps) {
  const all = className ? `${classes.button} ${className}` : classes.button
  return <button type="button" {...useHeldFocus(rest)} className={all} data-weight={weight} />
}
