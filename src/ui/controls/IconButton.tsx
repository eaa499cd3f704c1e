import type { ButtonProps } from './Button'
import classes from './button.module.css'
import { Tooltip } from './Tooltip'

interface Props extends Omit<ButtonProps, 'aria-label'> {
  /** What it does: its name, and what is said beside it on hover and focus. */
  readonly label: string
}

/** A button that is only a picture. */
export function IconButton({ label, weight = 'quiet', className, ...rest }: Props) {
  const all = className ? `${classes.button} ${className}` : classes.button
  return (
    <Tooltip text={label}>
      <button type="button" {...rest} aria-label={label} className={all} data-weight={weight} data-icon />
    </Tooltip>
  )
}
