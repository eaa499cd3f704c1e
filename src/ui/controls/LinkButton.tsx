import type { ComponentPropsWithRef } from 'react'
import type { ButtonProps } from './Button'
import classes from './button.module.css'

type Props = ComponentPropsWithRef<'a'> & Pick<ButtonProps, 'weight'>

/** A link to another site that stands among buttons and looks as they do; it opens beside the app and says nothing of it. */
export function LinkButton({ weight = 'secondary', className, ...rest }: Props) {
  const all = className ? `${classes.button} ${className}` : classes.button
  return <a target="_blank" rel="noreferrer" {...rest} className={all} data-weight={weight} />
}
