import classes from './Sparkline.module.css'

interface Props {
  /** One value a step, oldest first; a step without a value is a gap. */
  readonly values: readonly (number | null)[]
  readonly dustfallLimit: number
  /** What a screen reader says in its place. */
  readonly label: string
}

const [WIDTH, HEIGHT, PAD] = [96, 24, 3]

/** Runs of values that stand side by side, each with its place. */
function runsOf(values: readonly (number | null)[]): (readonly [at: number, value: number])[][] {
  const runs: (readonly [number, number])[][] = [[]]
  values.forEach((value, at) => {
    if (value === null) runs.push([])
    else runs.at(-1)!.push([at, value])
  })
  return runs.filter((run) => run.length > 0)
}

/** How a value went, as small as a word: a line from 0 up, the limit dashed, the last value as a dot. */
export function Sparkline({ values, dustfallLimit, label }: Props) {
  const top = Math.max(dustfallLimit, ...values.map((value) => value ?? 0)) * 1.05
  const x = (at: number) => PAD + (at / Math.max(1, values.length - 1)) * (WIDTH - 2 * PAD)
  const y = (value: number) => HEIGHT - PAD - (value / top) * (HEIGHT - 2 * PAD)
  const last = values.at(-1) ?? null
  return (
    <svg className={classes.line} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <title>{label}</title>
      <line x1={PAD} x2={WIDTH - PAD} y1={y(dustfallLimit)} y2={y(dustfallLimit)} />
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
