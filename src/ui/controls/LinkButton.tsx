import type { ComponentPropsWithRef } from 'react'
import type { ButtonProps } from './Button'
import classes from './button.module.css'

type Props = ComponentPropsWithRef<'a'> & Pick<ButtonProps, 'weight'>

/** An external link that looks like a button; it opens in a new tab and sends no referrer. */
export function LinkButton({ weight = 'secondary', className, ...rest }: Props) {
  const all = className ? `${classes.button} ${className}` : classes.button
  return <a target="_blank" rel="noreferrer" {...rest} className={all} data-weight={weight} />
}
