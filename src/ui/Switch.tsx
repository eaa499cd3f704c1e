import classes from './Switch.module.css'

/** An on/off switch; the native checkbox underneath provides keyboard and screen-reader support. */
export function Switch({
  on,
  label,
  onChange,
}: {
  readonly on: boolean
  readonly label: string
  onChange(on: boolean): void
}) {
  return (
    <input
      type="checkbox"
      role="switch"
      aria-checked={on}
      className={classes.switch}
      checked={on}
      aria-label={label}
      onChange={(event) => onChange(event.target.checked)}
    />
  )
}
