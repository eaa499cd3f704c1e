import type { FeatureCollection, Point } from 'geojson'
import type { Month } from '@/domain/calendar'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { Surface } from '@/domain/geodesy/area-index'
import type { Position } from '@/domain/geodesy/position'
import { STATUS, STATUS_NAMES, type StatusName } from '@/domain/rules/status'
import type { Kind, KindId } from '@/domain/sources/kinds/kind'
import type { Shape } from '@/domain/sources/kinds/shape'
import { surveyGrades } from '@/domain/sources/latest-surveys'
import type { DrawnSources, PlacedRows } from '@/domain/sources/view/drawn-sources'
import { type Column, textOf } from '@/domain/table/column'
import { classOfRow, dustfallBreaks, OVER_CLASS } from './dustfall-scale'
import { edgeInView, placeInView, surfaceInView, type ViewBounds } from './in-view'
import type { DrawnLook } from './look-colours'
import { drawnLookEntries, type LookEntry, type LookSizesEntry } from './look-legend'
import { gradeColour } from './palette'
import { letterOf } from './symbols'

/** A legend entry: something that the map shows now, and how it is drawn. The screen adds the words. */
export type LegendEntry =
  /** Symbols of this standing. */
  | { readonly type: 'standing'; readonly status: StatusName }
  /**
   * Sources of this standing as small dots: those without a problem at far zooms, and those without room for a
   * symbol.
   */
  | { readonly type: 'dots'; readonly status: StatusName }
  /** A badge with a count, in the colour of its worst source. */
  | { readonly type: 'badge'; readonly status: StatusName }
  /** Sources of a kind in the colours of a look. */
  | LookEntry
  | LookSizesEntry
  /** Cells that each stand for many sources. */
  | { readonly type: 'cells' }
  | { readonly type: 'heat' }
  /** The shape of a kind; `letters`: grades shown in its symbols. */
  | {
      readonly type: 'kind'
      readonly kind: KindId
      readonly shape: Shape
      readonly mark: string
      readonly letters: readonly string[]
    }
  /**
   * A class of dustfall in its colour (its index in the palette), for counties of `months` judged by this limit;
   * `over`: also hatched. A null end is open.
   */
  | {
      readonly type: 'dustfall'
      readonly dustfallLimit: number
      /** Null if one limit applies to all that is drawn. */
      readonly months: readonly Month[] | null
      readonly class: number
      readonly from: number | null
      readonly to: number | null
      readonly over: boolean
    }
  /** Counties without a figure. */
  | { readonly type: 'unranked' }
  /** Dustfall points as drops. */
  | { readonly type: 'points' }
  | { readonly type: 'ring' }
  /** Areas by which sources are selected. */
  | { readonly type: 'area' }
  | { readonly type: 'built-up' }
  /** Lines of a kind; `grade` null: not surveyed. `colour`: the grade's index in the palette, -1 for none. */
  | { readonly type: 'line'; readonly kind: KindId; readonly grade: string | null; readonly colour: number }
  | { readonly type: 'rivers' }
  /** Borders of neighbouring cities and counties. */
  | { readonly type: 'neighbours' }
  /** Open cases; `isLate`: those past a time limit, which have a mark of their own. */
  | { readonly type: 'case'; readonly isLate: boolean }
  /** Likely sources of the case that is shown, by their numbers. */
  | { readonly type: 'likely' }

export interface LegendState {
  readonly bounds: ViewBounds
  readonly kinds: readonly Kind[]
  /** What is drawn of the sources; null while unknown. */
  readonly sources: DrawnSources | null
  readonly heat: boolean
  /** The look of one kind; null if all sources are drawn by their standing. */
  readonly look: DrawnLook | null
  /** Whether symbols show their letters. */
  readonly lettered: boolean
  readonly report: MonthReport | null
  /** The report on the other of two compared maps. */
  readonly other: MonthReport | null
  /** Names of layers and kind ids that are off. */
  readonly hidden: ReadonlySet<string>
  /** Outlines with the county code as property `code`. */
  readonly outlines: FeatureCollection
  readonly points: FeatureCollection<Point>
  readonly ring: Surface | null
  readonly builtUpArea: Surface | null
  readonly rivers: FeatureCollection
  readonly neighbours: FeatureCollection
  /** As in the style: with kind and colour index. */
  readonly lines: FeatureCollection
  /** Areas by which sources are selected, if the legend names them. */
  readonly areas?: FeatureCollection
  /** Marks above the map; `state` has the words of their style, separated by spaces. */
  readonly marks?: readonly { readonly at: Position; readonly state?: string }[]
}

/** Entries for all that is drawn and in view, in reading order: standings, kinds, dustfall, then the surroundings, and the marks of cases. */
export function legendOf(state: LegendState): readonly LegendEntry[] {
  return [
    ...sourceEntries(state),
    ...dustfallEntries(state),
    ...lineEntries(state),
    ...groundEntries(state),
    ...markEntries(state),
  ]
}

/** Standings listed in a legend, worst first. */
const LEGEND_STATUSES = ['overdue', 'failing', 'fine', 'unknown'] as const
const legendStatus = (status: number): StatusName => (status === STATUS.due ? 'fine' : STATUS_NAMES[status]!)

/** Standings of what is in view. */
function statusesIn(
  of: { readonly positions: Float64Array; readonly status: Uint8Array; readonly kinds?: Column },
  bounds: ViewBounds,
  painted: KindId | null,
) {
  const found = new Set<StatusName>()
  of.status.forEach((status, i) => {
    if (painted !== null && of.kinds && textOf(of.kinds, i) === painted) return
    if (placeInView(bounds, of.positions[2 * i]!, of.positions[2 * i + 1]!)) found.add(legendStatus(status))
  })
  return found
}

/** Adds the look classes of what is in view. */
function classesIn({ painted, kinds, positions }: PlacedRows, bounds: ViewBounds, kind: KindId, found: Set<number>) {
  painted?.classes.forEach((of, i) => {
    if (textOf(kinds, i) === kind && placeInView(bounds, positions[2 * i]!, positions[2 * i + 1]!)) found.add(of)
  })
}

function sourceEntries({ sources, heat, bounds, kinds, lettered, look }: LegendState): LegendEntry[] {
  if (!sources) return []
  const { symbols, dots, badges, cells } = sources
  const letters = new Map<string, Set<string>>()
  symbols.status.forEach((_, i) => {
    if (!placeInView(bounds, symbols.positions[2 * i]!, symbols.positions[2 * i + 1]!)) return
    const kind = textOf(symbols.kinds, i)
    const found = letters.get(kind) ?? new Set()
    letters.set(kind, found.add(textOf(symbols.grades, i)))
  })
  const painted = look?.column ? look.kind : null
  const inView = (positions: Float64Array) => {
    for (let i = 0; i < positions.length; i += 2) if (placeInView(bounds, positions[i]!, positions[i + 1]!)) return true
    return false
  }
  const [standing, counted, dotted] = [symbols, badges, dots].map((of) => statusesIn(of, bounds, painted))
  const entries: LegendEntry[] = []
  // The standings explain the colours of badges.
  for (const status of counted!) standing!.add(status)
  for (const [type, found] of [
    ['standing', standing],
    ['badge', counted],
    ['dots', dotted],
  ] as const)
    for (const status of LEGEND_STATUSES) if (found!.has(status)) entries.push({ type, status })
  if (look) {
    const classes = new Set<number>()
    for (const of of [symbols, dots]) classesIn(of, bounds, look.kind, classes)
    entries.push(...drawnLookEntries(look, classes))
  }
  if (cells && inView(cells.positions)) entries.push({ type: heat ? 'heat' : 'cells' })
  for (const kind of kinds) {
    const grades = letters.get(kind.id)
    if (!grades) continue
    const { shape, mark = '' } = kind.symbol
    const shown = lettered ? [...grades].map((grade) => letterOf(kind, grade)).filter((each) => each !== mark) : []
    entries.push({ type: 'kind', kind: kind.id, shape, mark, letters: [...new Set(shown)].sort() })
  }
  return entries
}

/** Classes of the drawn counties, for each limit by which any of them is judged. */
function classEntries(drawn: readonly Pick<MonthReport, 'month' | 'rows'>[]): LegendEntry[] {
  const all = drawn
    .flatMap(({ month, rows }) => rows.map((row) => ({ month, row, of: classOfRow(row) })))
    .filter(({ of }) => of !== null)
  const limits = [...new Set(all.map(({ row }) => row.dustfallLimit))]
  return limits.flatMap((dustfallLimit) => {
    const under = all.filter(({ row }) => row.dustfallLimit === dustfallLimit)
    const months = limits.length > 1 ? [...new Set(under.map(({ month }) => month))] : null
    const classes = new Set(under.map(({ of }) => of))
    const breaks = dustfallBreaks(dustfallLimit)
    return Array.from({ length: breaks.length + 1 }, (_, i) => i)
      .filter((i) => classes.has(i))
      .map((i): LegendEntry => {
        const [from, to] = [breaks[i - 1] ?? null, breaks[i] ?? null]
        return { type: 'dustfall', dustfallLimit, months, class: i, from, to, over: i >= OVER_CLASS }
      })
  })
}

function dustfallEntries({ report, other, hidden, outlines, bounds, points }: LegendState): LegendEntry[] {
  const entries: LegendEntry[] = []
  if (report && !hidden.has('dustfall')) {
    const seen = new Set(
      outlines.features
        .filter(({ geometry }) => surfaceInView(bounds, geometry))
        .map(({ properties }) => String(properties?.code)),
    )
    // Both maps show the same part of the city.
    const months = [report, ...(other ? [other] : [])].sort((a, b) => (a.month < b.month ? -1 : 1))
    const drawn = months.map(({ month, rows }) => ({ month, rows: rows.filter(({ county }) => seen.has(county)) }))
    entries.push(...classEntries(drawn))
    const isUnranked = ({ rows }: (typeof drawn)[number]) =>
      rows.filter(({ figure }) => figure.value !== null).length < seen.size
    if (drawn.some(isUnranked)) entries.push({ type: 'unranked' })
  }
  if (!hidden.has('points') && points.features.some(({ geometry }) => edgeInView(bounds, geometry)))
    entries.push({ type: 'points' })
  return entries
}

function lineEntries({ kinds, hidden, lines, bounds }: LegendState): LegendEntry[] {
  const seen = new Map<string, Set<number>>()
  for (const { geometry, properties } of lines.features) {
    const kind = String(properties?.kind)
    const found = seen.get(kind) ?? new Set()
    if (hidden.has(kind) || found.has(properties?.colour) || !edgeInView(bounds, geometry)) continue
    seen.set(kind, found.add(properties?.colour))
  }
  return kinds.flatMap((kind): LegendEntry[] => {
    const colours = seen.get(kind.id)
    if (!colours) return []
    const grades = surveyGrades(kind)
    const graded = grades.map((grade, i) => ({ grade, colour: gradeColour(i, grades.length, GRADE_COLOURS) }))
    const none = { grade: null, colour: -1 }
    return [...graded, none]
      .filter(({ colour }) => colours.has(colour))
      .map((each) => ({ type: 'line', kind: kind.id, ...each }))
  })
}

/** Number of grade colours in a palette. */
const GRADE_COLOURS = 4

function groundEntries({ hidden, ring, builtUpArea, rivers, neighbours, areas, bounds }: LegendState): LegendEntry[] {
  const entries: LegendEntry[] = []
  if (areas?.features.some(({ geometry }) => surfaceInView(bounds, geometry))) entries.push({ type: 'area' })
  if (ring && !hidden.has('ring') && edgeInView(bounds, ring)) entries.push({ type: 'ring' })
  if (builtUpArea && surfaceInView(bounds, builtUpArea)) entries.push({ type: 'built-up' })
  if (rivers.features.some(({ geometry }) => edgeInView(bounds, geometry))) entries.push({ type: 'rivers' })
  if (neighbours.features.some(({ geometry }) => edgeInView(bounds, geometry))) entries.push({ type: 'neighbours' })
  return entries
}

function markEntries({ marks = [], bounds }: LegendState): LegendEntry[] {
  const seen = marks.filter(({ at }) => placeInView(bounds, ...at)).map(({ state = '' }) => state.split(' '))
  const cases = seen.filter((words) => words.includes('case'))
  const isLate = (words: readonly string[]) => words.includes('late')
  const entries: LegendEntry[] = []
  if (cases.some((words) => !isLate(words))) entries.push({ type: 'case', isLate: false })
  if (cases.some(isLate)) entries.push({ type: 'case', isLate: true })
  if (seen.some((words) => words.includes('likely'))) entries.push({ type: 'likely' })
  return entries
}
