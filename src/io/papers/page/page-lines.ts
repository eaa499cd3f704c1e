import { FOOTNOTE_MARK } from '@/domain/dustfall/figure-marks'
import { limitAt, type PaperChart, type PaperSeries } from '@/io/papers/papers'
import { shortened, textWidth } from '@/io/papers/slides/text-fit'
import { text } from './html-text'

/** Target of a drawing: a screen, or a phone, where the same letters would be too small. */
interface Shape {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly letter: number
  /** Label every n-th month, counted from the last. */
  readonly every: number
}

const SHAPES: readonly Shape[] = [
  { name: 'wide', width: 760, height: 430, letter: 18, every: 1 },
  { name: 'narrow', width: 360, height: 380, letter: 14, every: 3 },
]
/**
 * Maximum share of the width for names; longer ones get smaller letters, down to the second share, then an ellipsis.
 */
const [MAX_OF_WIDTH, SMALLEST] = [0.45, 0.86]
/** Line height, in letter sizes. */
const LINE = 1.1
const LINES = ['#9C4220', '#0F5C86', '#6B4FA0', '#1E8E6E', '#B5569A']
const INK = '#1B242B'
const QUIET = '#5B6670'
const BEHIND = '#C3CACD'
const GRID = '#DDE1DC'
const MAX_TICKS = 8

/**
 * Values or ranks over months as SVG, in two sizes of which each screen shows the fitting one: highlighted series in
 * colour with their names at the end, the others grey behind.
 */
export const linesSvg = (chart: PaperChart, label: string): string =>
  SHAPES.map((shape) => drawing(chart, label, withRoom(shape, chart))).join('')

/** High enough for all names in a rank chart, where each series has one. */
const withRoom = (shape: Shape, { type, series }: PaperChart): Shape =>
  type === 'ranks'
    ? { ...shape, height: Math.max(shape.height, series.length * shape.letter * SMALLEST * LINE + shape.letter * 2) }
    : shape

function drawing(chart: PaperChart, label: string, shape: Shape): string {
  const { categories, series, type } = chart
  const { width, height, letter } = shape
  const values = series.flatMap((each) => each.values.flatMap((value) => (value === null ? [] : [value])))
  const isRank = type === 'ranks'
  const limits = categories.map((_, i) => limitAt(chart, i))
  const [low, high] = isRank
    ? [1, Math.max(2, ...values)]
    : [0, Math.ceil(Math.max(...limits.map((each) => each ?? 0), ...values, 1)) + 1]
  const ends = endLabels(chart, shape)
  const margin = { left: letter * 2.4, right: ends.width + letter, top: letter, bottom: letter * 3.1 }
  const inner = { w: width - margin.left - margin.right, h: height - margin.top - margin.bottom }
  const right = width - margin.right
  const x = (i: number) => margin.left + (categories.length < 2 ? inner.w / 2 : (inner.w * i) / (categories.length - 1))
  // Position between two months; none exists beyond the first and the last.
  const edge = (i: number) => {
    if (i < 0) return margin.left
    return i > categories.length - 1 ? right : x(i)
  }
  const share = (value: number) => (value - low) / (high - low)
  const y = (value: number) => margin.top + inner.h * (isRank ? share(value) : 1 - share(value))
  const ordered = [...series.filter(({ role }) => role === 'behind'), ...series.filter(({ role }) => role !== 'behind')]
  const colour = coloursOf(series)
  const across = (at: number, style: string) => `<path d="M${margin.left} ${at.toFixed(2)}H${right}" ${style}/>`
  const parts = [
    ...ticks(low, high).map(
      (value) =>
        across(y(value), `stroke="${GRID}"`) +
        letters(margin.left - 8, y(value) + letter * 0.35, String(value), 'end', QUIET, letter),
    ),
    ...categories.map((month, i) => {
      const isNamed = (categories.length - 1 - i) % shape.every === 0
      return isNamed ? monthLabel(month, i < shape.every, x(i), height - margin.bottom, letter) : ''
    }),
    chart.limit
      ? `<path d="${stepsOf(limits, edge, y)}" fill="none" stroke="${INK}" stroke-width="2" stroke-dasharray="7 5"/>`
      : '',
    ...ordered.map((of) => {
      const line = of.role === 'main' ? 3.5 : of.role === 'city' ? 2.5 : 1.5
      const dots = of.role === 'behind' ? [] : of.values.map((value, i) => dotOf(value, of.notes?.[i], x(i), y, letter))
      return `<g stroke="${colour(of)}" fill="${colour(of)}"><path d="${lineOf(of.values, x, y)}" fill="none" stroke-width="${line}" stroke-linejoin="round"/>${dots.join('')}</g>`
    }),
    ...ends
      .placed(y)
      .map(({ name, at, ink, bold, size }) =>
        letters(right + letter * 0.5, at + size * 0.35, name, 'start', ink, size, bold),
      ),
  ]
  return `<svg class="lines ${shape.name}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${text(label)}">${parts.join('')}</svg>`
}

function coloursOf(series: readonly PaperSeries[]) {
  const main = series.filter(({ role }) => role === 'main')
  return (of: PaperSeries): string =>
    of.role === 'behind' ? BEHIND : of.role === 'city' ? INK : LINES[main.indexOf(of) % LINES.length]!
}

function dotOf(
  value: number | null,
  note: string | undefined,
  x: number,
  y: (value: number) => number,
  letter: number,
) {
  if (value === null) return ''
  const dot = `<circle cx="${x.toFixed(2)}" cy="${y(value).toFixed(2)}" r="3.5"/>`
  return note ? dot + letters(x, y(value) - letter * 0.6, FOOTNOTE_MARK, 'middle', INK, letter) : dot
}

const letters = (x: number, y: number, value: string, anchor: string, colour: string, size: number, bold = false) =>
  `<text x="${x.toFixed(2)}" y="${y.toFixed(2)}" font-size="${size.toFixed(1)}" text-anchor="${anchor}" fill="${colour}" stroke="none"${bold ? ' font-weight="700"' : ''}>${text(value)}</text>`

/** A line at the limit of each month, stepping half way to the next. */
function stepsOf(
  limits: readonly (number | null)[],
  edge: (i: number) => number,
  y: (value: number) => number,
): string {
  let letter = 'M'
  return limits
    .map((limit, i) => {
      if (limit === null) return ''
      const [left, right] = [edge(i - 0.5), edge(i + 0.5)]
      const step = `${letter}${left.toFixed(2)} ${y(limit).toFixed(2)}H${right.toFixed(2)}`
      letter = 'L'
      return step
    })
    .join('')
}

/** A line, interrupted at months without a value. */
function lineOf(values: readonly (number | null)[], x: (i: number) => number, y: (value: number) => number): string {
  let isBroken = true
  return values
    .map((value, i) => {
      if (value === null) {
        isBroken = true
        return ''
      }
      const letter = isBroken ? 'M' : 'L'
      isBroken = false
      return `${letter}${x(i).toFixed(2)} ${y(value).toFixed(2)}`
    })
    .join('')
}

function ticks(low: number, high: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => (high - low) / each <= MAX_TICKS) ?? high
  return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => low + i * step)
}

/** The month's number, with the year below the first month and each January. */
function monthLabel(month: string, isFirst: boolean, x: number, bottom: number, letter: number): string {
  const top = bottom + letter * 1.4
  const year =
    isFirst || month.endsWith('-01') ? letters(x, top + letter * 1.15, month.slice(0, 4), 'middle', QUIET, letter) : ''
  return letters(x, top, String(Number(month.slice(5))), 'middle', QUIET, letter) + year
}

/** Names at the ends of the lines: the widest width, and positions without overlap. */
function endLabels({ series, limit, type }: PaperChart, { width, height, letter }: Shape) {
  const colour = coloursOf(series)
  const named = type === 'ranks' ? series : series.filter(({ role }) => role !== 'behind')
  const wanted = [
    ...named.flatMap((of) => {
      const value = of.values.at(-1)
      const [ink, bold] = [of.role === 'behind' ? QUIET : colour(of), of.role === 'main']
      const name = of.notes?.some(Boolean) ? of.name + FOOTNOTE_MARK : of.name
      return value == null ? [] : [{ name, value, ink, bold }]
    }),
    // Of several limits only that of the last month; the text above names the others.
    ...(limit?.lines ?? []).flatMap(({ name, values }) => {
      const value = values.at(-1)
      return value == null ? [] : [{ name, value, ink: INK, bold: false }]
    }),
  ]
  const widest = Math.max(1, ...wanted.map(({ name }) => textWidth(name) * 1.07))
  const most = width * MAX_OF_WIDTH
  const size = Math.min(letter, (height - letter) / wanted.length / LINE, Math.max(letter * SMALLEST, most / widest))
  return {
    /** In units of the drawing. */
    width: Math.min(most, widest * size),
    placed(y: (value: number) => number) {
      let free = 0
      const placed = wanted
        .map((each) => ({ ...each, name: shortened(each.name, most / size / 1.07, 1), size, at: y(each.value) }))
        .sort((a, b) => a.at - b.at)
        .map((each) => {
          const at = Math.max(each.at, free)
          free = at + size * LINE
          return { ...each, at }
        })
      const beyond = Math.max(0, free - size * 0.6 - height)
      return placed.map((each) => ({ ...each, at: each.at - beyond }))
    },
  }
}
