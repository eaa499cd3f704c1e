import classes from './LimitBar.module.css'

/** A value as a bar of its class, with the limit as a line; `top` is what the full width stands for. */
export function LimitBar({
  value,
  of,
  dustfallLimit,
  top,
}: {
  readonly value: number | null
  readonly of: number
  readonly dustfallLimit: number
  readonly top: number
}) {
  return (
    <span className={classes.track}>
      {value !== null && (
        <span style={{ width: `${(value / top) * 100}%`, backgroundColor: `var(--dustfall-${of})` }} />
      )}
      <i style={{ left: `${(dustfallLimit / top) * 100}%` }} />
    </span>
  )
}
