import type { ButtonProps } from './Button'
import classes from './button.module.css'
import { useHeldFocus } from './held-focus'
import { Tooltip } from './Tooltip'

interface Props extends Omit<ButtonProps, 'aria-label'> {
  /** Accessible name and tooltip. */
  readonly label: string
}

/** A button that shows only an icon. */
export function IconButton({ label, weight = 'quiet', className, ...rest }: Props) {
  const all = className ? `${classes.button} ${className}` : classes.button
  return (
    <Tooltip text={label}>
      <button type="button" {...useHeldFocus(rest)} aria-label={label} className={all} data-weight={weight} data-icon />
    </Tooltip>
  )
}
