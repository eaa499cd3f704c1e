import classes from './LimitBar.module.css'

interface Props {
  /** Rounded as it is published: the bar is hatched where the number beside it says that it is over. */
  readonly value: number | null
  /** Class of the value, see the palette. */
  readonly of: number
  /** Class of the part that is within the limit, where that has a colour of its own. */
  readonly ofWithin?: number
  /** The value of the month before, as a tick. */
  readonly last?: number | null
  readonly dustfallLimit: number
  /** What the full width stands for. */
  readonly top: number
}

/** A value as a bar of its class, what is over the limit set off and hatched, with the limit as a line. */
export function LimitBar({ value, of, ofWithin = of, last = null, dustfallLimit, top }: Props) {
  const width = (part: number) => `${(part / top) * 100}%`
  const backgroundColor = `var(--dustfall-${of})`
  const within = value === null ? 0 : Math.min(value, dustfallLimit)
  const beyond = (value ?? 0) - within
  return (
    <span className={classes.track}>
      {value !== null && <span style={{ width: width(within), backgroundColor: `var(--dustfall-${ofWithin})` }} />}
      {beyond > 0 && (
        <span className={classes.over} style={{ left: width(dustfallLimit), width: width(beyond), backgroundColor }} />
      )}
      <i style={{ left: width(dustfallLimit) }} />
      {last !== null && <b style={{ left: width(last) }} />}
    </span>
  )
}
