import classes from './Sparkline.module.css'

interface Props {
  /** One value per step, oldest first; null is a gap. */
  readonly values: readonly (number | null)[]
  /** The limit at each step. */
  readonly limits: readonly number[]
  /** Accessible description. */
  readonly label: string
}

const [WIDTH, HEIGHT, PAD] = [96, 24, 3]

/** Runs of consecutive values, each with its index. */
function runsOf(values: readonly (number | null)[]): (readonly [at: number, value: number])[][] {
  const runs: (readonly [number, number])[][] = [[]]
  values.forEach((value, at) => {
    if (value === null) runs.push([])
    else runs.at(-1)!.push([at, value])
  })
  return runs.filter((run) => run.length > 0)
}

/** The course of a value in the size of a word: a line starting at 0, the limit dashed, the last value as a dot. */
export function Sparkline({ values, limits, label }: Props) {
  const top = Math.max(...limits, ...values.map((value) => value ?? 0)) * 1.05
  const x = (at: number) => PAD + (at / Math.max(1, values.length - 1)) * (WIDTH - 2 * PAD)
  const y = (value: number) => HEIGHT - PAD - (value / top) * (HEIGHT - 2 * PAD)
  const steps = limits
    .map((limit, at) => {
      const [from, to] = [Math.max(PAD, x(at - 0.5)), Math.min(WIDTH - PAD, x(at + 0.5))]
      return `${at === 0 ? 'M' : 'L'}${from},${y(limit)}H${to}`
    })
    .join('')
  const last = values.at(-1) ?? null
  return (
    <svg className={classes.line} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <title>{label}</title>
      <path d={steps} />
      {runsOf(values).map((run) =>
        run.length === 1 ? (
          <circle key={run[0]![0]} cx={x(run[0]![0])} cy={y(run[0]![1])} r="1.2" />
        ) : (
          <polyline key={run[0]![0]} points={run.map(([at, value]) => `${x(at)},${y(value)}`).join(' ')} />
        ),
      )}
      {last !== null && <circle cx={x(values.length - 1)} cy={y(last)} r="2.4" />}
    </svg>
  )
}
