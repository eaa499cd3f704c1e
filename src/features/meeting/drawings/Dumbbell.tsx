import classes from './Dumbbell.module.css'

interface Props {
  readonly before: number | null
  readonly now: number | null
  readonly over: boolean
  readonly dustfallLimit: number
  /** Value at the full width. */
  readonly top: number
}

/** A value before (hollow) and now (filled) on one line, with the limit as a dashed line across. */
export function Dumbbell({ before, now, over, dustfallLimit, top }: Props) {
  const x = (value: number) => `${Math.round((value / top) * 10_000) / 100}%`
  return (
    <svg className={classes.dumbbell} aria-hidden="true">
      <line className={classes.limit} x1={x(dustfallLimit)} x2={x(dustfallLimit)} y1="0" y2="100%" />
      <line className={classes.ground} x1="0" x2="100%" y1="50%" y2="50%" />
      {before !== null && now !== null && <line className={classes.way} x1={x(before)} x2={x(now)} y1="50%" y2="50%" />}
      {before !== null && <circle className={classes.before} cx={x(before)} cy="50%" />}
      {now !== null && <circle className={classes.now} data-over={over} cx={x(now)} cy="50%" />}
    </svg>
  )
}
