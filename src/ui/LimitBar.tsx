import classes from './LimitBar.module.css'

interface Props {
  /** Rounded as published, so that the hatching agrees with the number beside the bar. */
  readonly value: number | null
  /** Class of the value, see the palette. */
  readonly of: number
  /** Class of the part within the limit, if it has its own colour. */
  readonly ofWithin?: number
  /** The previous month's value, drawn as a tick. */
  readonly last?: number | null
  readonly dustfallLimit: number
  /** The value at full width. */
  readonly top: number
}

/** A value as a bar in the colour of its class; the part over the limit is hatched, and the limit is a line. */
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
