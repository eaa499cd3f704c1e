import { spreadLabels } from './label-spread'
import classes from './MonthLines.module.css'
import { endsOf, heightOf, type MonthLine, type MonthScale, placeOf, segmentsOf } from './month-lines'

interface Props {
  /** What the drawing says, for who doesn't see it. */
  readonly label: string
  /** Names of the months; of those between the first and the last only what fits, see `every`. */
  readonly months: readonly string[]
  /** A month's name is written for each so many, counted from the last. */
  readonly every?: number
  readonly lines: readonly MonthLine[]
  readonly scale: MonthScale
  /** The limit as a dashed line with its words; null where the scale is none of figures. */
  readonly limit: { readonly value: number; readonly words: string } | null
  /** The month, large behind everything. */
  readonly watermark?: string
  /** Height of a line of text, in percent of the drawing. */
  readonly gap: number
}

/** Key of the limit's words among the labels: no county is called so. */
const LIMIT = ' limit'

const percent = (share: number) => `${Math.round(share * 100) / 100}%`

/**
 * Figures or ranks month by month. Places are percents and letters have the wall's size, so the drawing fills whatever room it
 * has. Lines that are spoken of stand in front, in their own colour; a dot over the limit is of another colour and larger.
 */
export function MonthLines({ label, months, every = 1, lines, scale, limit, watermark = '', gap }: Props) {
  const x = (month: number) => percent(placeOf(month, months.length))
  const y = (value: number) => percent(heightOf(value, scale))
  const inFront = [...lines.filter(({ colour }) => colour === null), ...lines.filter(({ colour }) => colour !== null)]
  const wanted = (side: 'start' | 'end') =>
    lines.flatMap(({ key, values, colour, [side]: words }) => {
      const ends = endsOf(values)
      if (!ends || words === '') return []
      const at = heightOf(values[side === 'start' ? ends.first : ends.last]!, scale)
      return [{ key, at, must: colour !== null }]
    })
  const ofLimit = limit ? [{ key: LIMIT, at: heightOf(limit.value, scale), must: true }] : []
  const starts = spreadLabels(wanted('start'), gap)
  const ends = spreadLabels([...wanted('end'), ...ofLimit], gap)
  return (
    <svg className={classes.lines} role="img" aria-label={label}>
      {watermark && (
        <text className={classes.watermark} x="50%" y="54%">
          {watermark}
        </text>
      )}
      {months.map(
        (month, i) =>
          (months.length - 1 - i) % every === 0 && (
            <text key={month} className={classes.month} x={x(i)} y="100%" dy="1.7em">
              {month}
            </text>
          ),
      )}
      <line className={classes.base} x1="0" x2="100%" y1="100%" y2="100%" />
      {limit && (
        <>
          <line className={classes.limit} x1="0" x2="100%" y1={y(limit.value)} y2={y(limit.value)} />
          <text className={classes.limitWords} x="100%" y={percent(ends.get(LIMIT)!)}>
            {limit.words}
          </text>
        </>
      )}
      {inFront.map(({ key, values, over, colour, start, end }) => {
        const extent = endsOf(values)
        if (!extent) return null
        const style = colour === null ? {} : { color: colour }
        const dots = values.flatMap((value, i) =>
          value !== null && (colour !== null || over[i] || i === extent.last) ? [[i, value] as const] : [],
        )
        return (
          <g key={key} style={style} data-chosen={colour !== null}>
            {segmentsOf(values).map(([from, to]) => (
              <line key={from} x1={x(from)} y1={y(values[from]!)} x2={x(to)} y2={y(values[to]!)} />
            ))}
            {dots.map(([i, value]) => (
              <circle key={i} className={classes.dot} data-over={over[i]} cx={x(i)} cy={y(value)} />
            ))}
            {starts.has(key) && (
              <text className={classes.start} x={x(extent.first)} y={percent(starts.get(key)!)}>
                {start}
              </text>
            )}
            {ends.has(key) && (
              <text className={classes.end} x={x(extent.last)} y={percent(ends.get(key)!)}>
                {end}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
