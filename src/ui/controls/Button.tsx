import type { ComponentPropsWithRef } from 'react'
import classes from './button.module.css'

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `primary` for the one thing to do here, `secondary` for what may be done, `quiet` for what stands in a line of text. */
  readonly weight?: 'primary' | 'secondary' | 'quiet'
}

/** A button with words. It submits nothing unless told (`type="submit"`); `aria-pressed` makes it one that stays down. */
export function Button({ weight = 'secondary', className, ...rest }: ButtonProps) {
  const all = className ? `${classes.button} ${className}` : classes.button
  return <button type="button" {...rest} className={all} data-weight={weight} />
}
