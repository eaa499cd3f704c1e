import { Fragment, type PointerEvent, useState } from 'react'
import { runsOf } from '@/domain/dustfall/limit-runs'
import { spreadLabels } from './label-spread'
import classes from './MonthLines.module.css'
import {
  edgeOf,
  endsOf,
  heightOf,
  lineAt,
  type MonthLine,
  type MonthScale,
  placeOf,
  roomiestSide,
  segmentsOf,
} from './month-lines'

interface Props {
  /** Accessible description of the drawing. */
  readonly label: string
  /** Names of the months, of one line or more; which of them are written depends on `every`. */
  readonly months: readonly string[]
  /** Writes every n-th month's name, counted back from the last. */
  readonly every?: number
  readonly lines: readonly MonthLine[]
  readonly scale: MonthScale
  /** Values written at the left edge, each with a line across. */
  readonly ticks?: readonly { readonly value: number; readonly words: string }[]
  /** Each month's limit as a dashed line that steps where it changes; null if the scale is not one of figures. */
  readonly limit: MonthLimit | null
  /** Month name, large behind everything. */
  readonly watermark?: string
  /** Height of a text line, in percent of the drawing. */
  readonly gap: number
}

interface MonthLimit {
  readonly values: readonly number[]
  /** Label of the line, of one line or more. */
  words(dustfallLimit: number): string
}

/** Key of the limit's label among the labels; no county has this key. */
const LIMIT = ' limit'

const percent = (share: number) => `${Math.round(share * 100) / 100}%`

/**
 * Figures or ranks month by month. Positions are percentages and letters have the wall's size, so the drawing fills any
 * frame. Highlighted lines are in front, in their own colour; dots over the limit have another colour and are larger.
 */
export function MonthLines({ label, months, every = 1, lines, scale, ticks = [], limit, watermark = '', gap }: Props) {
  const x = (month: number) => percent(placeOf(month, months.length))
  const y = (value: number) => percent(heightOf(value, scale))
  const [pointed, setPointed] = useState<string | null>(null)
  const isHinted = ({ key, hint = '' }: MonthLine) => key === pointed && hint !== ''
  const isFront = (line: MonthLine) => line.colour !== null || isHinted(line)
  const inFront = [...lines.filter((line) => !isFront(line)), ...lines.filter(isFront)]
  const endWords = (line: MonthLine) => (isHinted(line) ? line.hint! : line.end)
  function point({ clientX, clientY, currentTarget }: PointerEvent<SVGSVGElement>) {
    if (!lines.some(({ hint }) => hint)) return
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    setPointed(lineAt(lines, scale, ((clientX - left) / width) * 100, ((clientY - top) / height) * 100))
  }
  const wanted = (side: 'start' | 'end') =>
    lines.flatMap((line) => {
      const { key, values } = line
      const ends = endsOf(values)
      if (!ends || (side === 'start' ? line.start : endWords(line)) === '') return []
      const at = heightOf(values[side === 'start' ? ends.first : ends.last]!, scale)
      return [{ key, at, must: isFront(line) }]
    })
  const limits = limit ? runsOf(limit.values) : []
  const last = limits.at(-1)
  const ofLimit = last ? [{ key: LIMIT, at: heightOf(last.value, scale), must: true }] : []
  const starts = spreadLabels(wanted('start'), gap)
  const ends = spreadLabels([...wanted('end'), ...ofLimit], gap)
  return (
    <svg
      className={classes.lines}
      role="img"
      aria-label={label}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => setPointed(null)}
    >
      <rect className={classes.ground} width="100%" height="100%" />
      {watermark && (
        <text className={classes.watermark} x="50%" y="54%">
          {watermark}
        </text>
      )}
      {ticks.map(({ value, words }) => (
        <Fragment key={value}>
          <line className={classes.across} x1="0" x2="100%" y1={y(value)} y2={y(value)} />
          <text className={classes.tick} x="0" y={y(value)}>
            {words}
          </text>
        </Fragment>
      ))}
      {months.map(
        (month, i) =>
          (months.length - 1 - i) % every === 0 && (
            <text key={x(i)} className={classes.month} y="100%">
              {month.split('\n').map((line, at) => (
                <tspan key={line} x={x(i)} dy={at === 0 ? '1.7em' : '1.2em'}>
                  {line}
                </tspan>
              ))}
            </text>
          ),
      )}
      <line className={classes.base} x1="0" x2="100%" y1="100%" y2="100%" />
      {limits.map(({ value, from, to }, i) => {
        const [left, right] = [percent(edgeOf(from - 0.5, months.length)), percent(edgeOf(to + 0.5, months.length))]
        const next = limits[i + 1]
        return (
          <Fragment key={from}>
            <line className={classes.limit} x1={left} x2={right} y1={y(value)} y2={y(value)} />
            {next && <line className={classes.limit} x1={right} x2={right} y1={y(value)} y2={y(next.value)} />}
            {!next && (
              <text className={classes.limitWords} x="100%" y={percent(ends.get(LIMIT)!)}>
                {limit!
                  .words(value)
                  .split('\n')
                  .map((words, at) => (
                    <tspan key={words} x="100%" dy={at === 0 ? 0 : '1.25em'}>
                      {words}
                    </tspan>
                  ))}
              </text>
            )}
          </Fragment>
        )
      })}
      {inFront.map((line) => {
        const { key, values, over, colour, start } = line
        const extent = endsOf(values)
        if (!extent) return null
        const style = colour === null ? {} : { color: colour }
        const dots = values.flatMap((value, i) =>
          value !== null && (colour !== null || over[i] || i === extent.last) ? [[i, value] as const] : [],
        )
        return (
          <g key={key} style={style} data-chosen={colour !== null} data-pointed={isHinted(line)}>
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
                {endWords(line)}
              </text>
            )}
          </g>
        )
      })}
      {limits.slice(0, -1).map(({ value, from }) => (
        <text
          key={from}
          className={classes.limitBefore}
          data-side={roomiestSide(lines, scale, { value, from }, gap)}
          x={percent(edgeOf(from - 0.5, months.length))}
          y={y(value)}
        >
          {limit!.words(value)}
        </text>
      ))}
    </svg>
  )
}
