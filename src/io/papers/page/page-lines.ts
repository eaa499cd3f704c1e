import type { PaperChart, PaperSeries } from '@/io/papers/papers'
import { text } from './html-text'

const [WIDTH, HEIGHT, LETTER] = [760, 430, 18]
const MARGIN = { left: 44, right: 132, top: 18, bottom: 56 }
const LINES = ['#9C4220', '#0F5C86', '#6B4FA0']
const INK = '#1B242B'
const QUIET = '#5B6670'
const BEHIND = '#C3CACD'
const GRID = '#DDE1DC'
const MOST_TICKS = 8

/** Figures or ranks over months as a drawing: what is spoken of in colour with its name at the end, the others grey behind. */
export function linesSvg(chart: PaperChart, label: string): string {
  const { categories, series, limit, type } = chart
  const values = series.flatMap((each) => each.values.flatMap((value) => (value === null ? [] : [value])))
  const isRank = type === 'ranks'
  const [low, high] = isRank
    ? [1, Math.max(2, ...values)]
    : [0, Math.ceil(Math.max(limit?.value ?? 0, ...values, 1)) + 1]
  const inner = { w: WIDTH - MARGIN.left - MARGIN.right, h: HEIGHT - MARGIN.top - MARGIN.bottom }
  const x = (i: number) => MARGIN.left + (categories.length < 2 ? inner.w / 2 : (inner.w * i) / (categories.length - 1))
  const share = (value: number) => (value - low) / (high - low)
  const y = (value: number) => MARGIN.top + inner.h * (isRank ? share(value) : 1 - share(value))
  const ordered = [...series.filter(({ role }) => role === 'behind'), ...series.filter(({ role }) => role !== 'behind')]
  const main = series.filter(({ role }) => role === 'main')
  const colourOf = (of: PaperSeries) =>
    of.role === 'behind' ? BEHIND : of.role === 'city' ? INK : LINES[main.indexOf(of) % LINES.length]!
  const parts = [
    ...ticks(low, high).map(
      (value) =>
        `<path d="M${MARGIN.left} ${y(value).toFixed(2)}H${WIDTH - MARGIN.right}" stroke="${GRID}"/>${letters(MARGIN.left - 8, y(value) + LETTER * 0.35, String(value), 'end', QUIET)}`,
    ),
    ...categories.map((month, i) => monthLabel(month, i, x(i))),
    ...(limit
      ? [
          `<path d="M${MARGIN.left} ${y(limit.value).toFixed(2)}H${WIDTH - MARGIN.right}" stroke="${INK}" stroke-width="2" stroke-dasharray="7 5"/>`,
        ]
      : []),
    ...ordered.map((of) => {
      const width = of.role === 'main' ? 3.5 : of.role === 'city' ? 2.5 : 1.5
      const dots =
        of.role === 'behind'
          ? ''
          : of.values
              .map((value, i) =>
                value === null ? '' : `<circle cx="${x(i).toFixed(2)}" cy="${y(value).toFixed(2)}" r="3.5"/>`,
              )
              .join('')
      return `<g stroke="${colourOf(of)}" fill="${colourOf(of)}"><path d="${lineOf(of.values, x, y)}" fill="none" stroke-width="${width}" stroke-linejoin="round"/>${dots}</g>`
    }),
    ...endLabels(isRank ? ordered : ordered.filter(({ role }) => role !== 'behind'), y, colourOf, limit),
  ]
  return `<svg class="lines" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${text(label)}">${parts.join('')}</svg>`
}

const letters = (x: number, y: number, value: string, anchor: string, colour: string, size = LETTER, bold = false) =>
  `<text x="${x.toFixed(2)}" y="${y.toFixed(2)}" font-size="${size}" text-anchor="${anchor}" fill="${colour}"${bold ? ' font-weight="700"' : ''}>${text(value)}</text>`

/** A line that is broken where a month has no figure. */
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
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => (high - low) / each <= MOST_TICKS) ?? high
  return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => low + i * step)
}

/** The month's number, and the year below the first and each January. */
function monthLabel(month: string, i: number, x: number): string {
  const top = HEIGHT - MARGIN.bottom + LETTER * 1.4
  const year =
    i === 0 || month.endsWith('-01') ? letters(x, top + LETTER * 1.15, month.slice(0, 4), 'middle', QUIET) : ''
  return letters(x, top, String(Number(month.slice(5))), 'middle', QUIET) + year
}

/** Names at the ends of the lines, moved until none lies over another. */
function endLabels(
  series: readonly PaperSeries[],
  y: (value: number) => number,
  colourOf: (series: PaperSeries) => string,
  limit: PaperChart['limit'],
): string[] {
  const room = HEIGHT - MARGIN.top
  const wanted = [
    ...series.flatMap((of) => {
      const value = of.values.at(-1)
      const colour = of.role === 'behind' ? QUIET : colourOf(of)
      return value == null ? [] : [{ name: of.name, at: y(value), colour, bold: of.role === 'main' }]
    }),
    ...(limit ? [{ name: limit.name, at: y(limit.value), colour: INK, bold: false }] : []),
  ].sort((a, b) => a.at - b.at)
  const size = Math.min(LETTER, room / Math.max(1, wanted.length) / 1.1)
  let free = 0
  const placed = wanted.map((each) => {
    const at = Math.max(each.at, free)
    free = at + size * 1.1
    return { ...each, at }
  })
  const beyond = Math.max(0, free - size * 0.6 - HEIGHT)
  return placed.map(({ name, at, colour, bold }) =>
    letters(WIDTH - MARGIN.right + 8, at - beyond + size * 0.35, name, 'start', colour, size, bold),
  )
}
