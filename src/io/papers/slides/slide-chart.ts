import type PptxGenJS from 'pptxgenjs'
import { FOOTNOTE_MARK } from '@/domain/dustfall/figure-marks'
import { roundHalfEven } from '@/domain/dustfall/rounding'
import type { MeetingPapers, PaperChart, PaperSeries } from '@/io/papers/papers'
import { leastLabelled } from './chart-labels'
import { type Box, type DeckLook, FILLS, LINE_COLOUR, LINES, QUIET } from './deck-look'
import { shortened, textWidth } from './text-fit'

type Part = PptxGenJS.IChartMulti
type Words = MeetingPapers['words']

/** Axis label size in points, and the number of labels above which they are set at an angle. */
const SIZE = 14
const FEW = 14
/** Most pairs of bars that are wide enough for labels in letters of the usual size. */
const FEW_PAIRS = 10
/**
 * Size and maximum length of labels at an angle: longer names would leave no room for the bars, and the table beside
 * has them in full.
 */
const [MANY_SIZE, LONGEST] = [12, 8]
/** Maximum categories of a stacked chart, to leave room for their names; the table has the others. */
const MAX_STACKED = 24
/** Combined charts carry their own data; the library would take any other value here for its options. */
const NONE = null as unknown as never[]

/**
 * Adds an editable chart: each limit is a dashed series of its own, so that it stays in place relative to the values.
 */
export function addChart(
  deck: PptxGenJS,
  slide: PptxGenJS.Slide,
  whole: PaperChart,
  words: Words,
  look: DeckLook,
  box: Box,
) {
  const chart = whole.type === 'stacked' ? { ...whole, categories: whole.categories.slice(0, MAX_STACKED) } : whole
  const { type, limit, unit } = chart
  const isCount = type === 'stacked'
  const parts = partsOf(deck, chart, words, look, box.w)
  if (limit) parts.push(...limit.lines.map((line) => limitPart(deck, line, chart, look)))
  counted(parts)
  slide.addChart(parts, NONE, {
    ...box,
    altText: `${unit} ${parts.flatMap(({ data }) => data.map(({ name }) => name)).join('、')}`,
    showLegend: true,
    legendPos: 't',
    legendFontFace: look.bodyFont,
    legendFontSize: 14,
    legendColor: look.ink,
    catAxisLabelFontFace: look.bodyFont,
    catAxisLabelFontSize: sizeOf(chart),
    catAxisLabelColor: look.ink,
    catAxisLabelRotate: isAtAngle(chart) ? 315 : 0,
    valAxisLabelFontFace: look.bodyFont,
    valAxisLabelFontSize: SIZE,
    valAxisLabelColor: QUIET,
    valAxisLabelFormatCode: '0',
    valAxisMinVal: type === 'ranks' ? 1 : 0,
    valAxisLineShow: false,
    valAxisHidden: isCount,
    valGridLine: isCount ? { style: 'none' } : { color: LINE_COLOUR, size: 0.5 },
    showValAxisTitle: !isCount,
    valAxisTitle: unit,
    valAxisTitleFontFace: look.bodyFont,
    valAxisTitleFontSize: SIZE,
    valAxisTitleColor: QUIET,
    displayBlanksAs: 'gap',
    // The first list entry, and rank 1, are at the top: the library supports it, its types do not.
    ...(isCount ? { barDir: 'bar', catAxisOrientation: 'maxMin' as 'minMax' } : { barDir: 'col' }),
    ...(type === 'ranks' ? { valAxisOrientation: 'maxMin' as 'minMax' } : {}),
  })
}

/**
 * The series to draw: background series are only in the table, since a legend of thirty names would leave no room for
 * the lines.
 */
const drawnOf = ({ type, series }: PaperChart) =>
  type === 'lines' || type === 'ranks' ? series.filter(({ role }) => role !== 'behind') : series

/** Explanations of ※ in a chart, without duplicates. */
export const notesOfChart = (chart: PaperChart): string[] => [
  ...new Set(drawnOf(chart).flatMap(({ notes = [] }) => notes.filter(Boolean))),
]

type Named = Pick<PaperSeries, 'name' | 'values' | 'notes'>

/** The chart without its limits; `width` is that of its box in inches. */
function partsOf(deck: PptxGenJS, chart: PaperChart, words: Words, look: DeckLook, width: number): Part[] {
  const { type, over } = chart
  const of = (role: PaperSeries['role']) => drawnOf(chart).filter((each) => each.role === role)
  switch (type) {
    case 'bars': {
      // Two overlapping series, so that each has a legend entry.
      const [main] = of('main')
      const only = (wanted: boolean, name: string) => ({
        name,
        values: main!.values.map((value, i) => (over[i] === wanted ? value : null)),
        notes: main!.notes ?? [],
      })
      const parts = [
        { ...only(false, words.within), colour: FILLS.within },
        { ...only(true, words.over), colour: FILLS.over },
      ].filter(({ values }) => values.some((value) => value !== null))
      return [barsPart(deck, parts, chart, look.bodyFont, { barOverlapPct: 100, barGapWidthPct: 40, showValue: true })]
    }
    case 'pairs': {
      const parts = [
        ...of('before').map((each) => ({ ...each, colour: FILLS.before })),
        ...of('main').map((each) => ({ ...each, colour: look.accent })),
      ]
      return [
        barsPart(deck, parts, chart, look.bodyFont, {
          // Two labels beside each other have only the width of their bars.
          barGapWidthPct: 30,
          barOverlapPct: 0,
          dataLabelFontSize: chart.categories.length > FEW_PAIRS ? MANY_SIZE : sizeOf(chart),
          showValue: chart.categories.length <= FEW,
        }),
      ]
    }
    case 'stacked': {
      const parts = [
        ...of('overdue').map((each) => ({ ...each, colour: FILLS.overdue })),
        ...of('failing').map((each) => ({ ...each, colour: FILLS.failing })),
      ]
      return [
        barsPart(deck, parts, chart, look.bodyFont, {
          barGrouping: 'stacked',
          barGapWidthPct: 40,
          showValue: true,
          dataLabelColor: 'FFFFFF',
          // No label for a count whose part of the bar is narrower.
          dataLabelFormatCode: `[>=${leastLabelled(sumOf(parts, chart), barsWidth(chart, width))}]0;;;`,
          dataLabelPosition: 'ctr',
        }),
      ]
    }
    case 'lines':
    case 'ranks': {
      const [main, city] = [of('main'), of('city')]
      return [
        ...(main.length > 0 ? [linesPart(deck, main, chart, LINES, 2.5, 'solid')] : []),
        ...(city.length > 0 ? [linesPart(deck, city, chart, [look.ink], 1.5, 'solid')] : []),
      ]
    }
  }
}

/** The largest sum of a category. */
const sumOf = (series: readonly Named[], { categories }: PaperChart) =>
  Math.max(1, ...categories.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0)))

/** Width for the bars beside the names of their categories, in inches. */
const barsWidth = (chart: PaperChart, width: number) =>
  Math.max(1, width - 0.3 - (Math.max(0, ...chart.categories.map(textWidth)) * sizeOf(chart)) / 72)

function barsPart(
  deck: PptxGenJS,
  series: readonly (Named & { readonly colour: string })[],
  chart: PaperChart,
  font: string,
  options: PptxGenJS.IChartOpts,
): Part {
  return {
    type: deck.ChartType.bar,
    data: dataOf(series, chart),
    options: {
      barDir: chart.type === 'stacked' ? 'bar' : 'col',
      chartColors: series.map(({ colour }) => colour),
      dataLabelFormatCode: '0.0',
      dataLabelFontSize: sizeOf(chart),
      dataLabelFontFace: font,
      dataLabelPosition: 'outEnd',
      ...options,
    },
  }
}

function linesPart(
  deck: PptxGenJS,
  series: readonly Named[],
  chart: PaperChart,
  colours: readonly string[],
  lineSize: number,
  lineDash: 'dash' | 'solid',
): Part {
  return {
    type: deck.ChartType.line,
    data: dataOf(series, chart),
    options: {
      chartColors: [...colours],
      lineSize,
      lineDash,
      lineDataSymbol: lineDash === 'dash' ? 'none' : 'circle',
      lineDataSymbolSize: 6,
      showValue: false,
    },
  }
}

/** A limit, over the categories it applies to; a single point gets a dash symbol, since a line needs two points. */
function limitPart(deck: PptxGenJS, line: Named, chart: PaperChart, { ink }: DeckLook): Part {
  const values = line.values.slice(0, chart.categories.length)
  const isAlone = (at: number) => values[at] != null && values[at - 1] == null && values[at + 1] == null
  const ofLine = linesPart(deck, [line], chart, [ink], 1.75, 'dash')
  const part = { ...ofLine, data: dataOf([line], chart, (limit) => limit) }
  return values.some((_, at) => isAlone(at)) ? { ...part, options: { ...part.options, ...DASHES } } : part
}
const DASHES = { lineDataSymbol: 'dash', lineDataSymbolSize: 12 } as const

const isAtAngle = ({ type, categories }: PaperChart) => type !== 'stacked' && categories.length > FEW
const sizeOf = (chart: PaperChart) => (isAtAngle(chart) ? MANY_SIZE : SIZE)

/** The values of series as the library takes them; figures are rounded as everywhere else, a limit is as it was set. */
function dataOf(series: readonly Named[], chart: PaperChart, shown = (figure: number) => roundHalfEven(figure)) {
  const isOfMonths = chart.type === 'lines' || chart.type === 'ranks'
  const label = (name: string, i: number) => {
    if (isOfMonths) return monthLabel(name, i)
    const short = isAtAngle(chart) ? shortened(name, LONGEST, 1) : name
    return chart.series.some(({ notes }) => notes?.[i]) ? short + FOOTNOTE_MARK : short
  }
  const labels = chart.categories.map(label)
  return series.map(({ name, values, notes = [] }) => ({
    // A point of a line cannot have a text of its own, so its line's name is marked.
    name: isOfMonths && notes.some(Boolean) ? name + FOOTNOTE_MARK : name,
    labels,
    // PowerPoint itself would round 4.05 to 4.1. A gap, not a zero: the library writes an empty value for null.
    values: values.slice(0, labels.length).map((value) => (value === null ? value : shown(value)) as number),
  }))
}

/** The month, with the year before the first and each January; no hyphen, since PowerPoint breaks lines there. */
function monthLabel(month: string, i: number): string {
  const number = `${Number(month.slice(5))}月`
  return i === 0 || month.endsWith('-01') ? `${month.slice(0, 4)}年\n${number}` : number
}

/**
 * The library picks a line's marker colour by the index of its series in the whole chart, but the line colour by its
 * index in the part; so the colours are repeated.
 */
function counted(parts: readonly Part[]): void {
  const all = parts.reduce((sum, { data }) => sum + data.length, 0)
  for (const { options } of parts) {
    const colours = options.chartColors ?? []
    options.chartColors = Array.from({ length: Math.max(all, colours.length) }, (_, i) => colours[i % colours.length]!)
  }
}
