import type { LegendEntry } from '@/layers/legend'

/** Entry types that describe how sources are drawn. */
const SOURCES: readonly LegendEntry['type'][] = ['standing', 'badge', 'dots', 'cells', 'heat', 'look-sizes']

/** Entry types that are grouped under a heading. */
const NAMED = ['kind', 'look', 'dustfall', 'line'] as const
type Named = (typeof NAMED)[number]

const isNamed = ({ type }: LegendEntry) => (NAMED as readonly string[]).includes(type)

/** Groups the entries of a legend: how sources are drawn, groups with a heading, and the ground. */
export function legendGroups(entries: readonly LegendEntry[]) {
  const of = <T extends Named>(type: T) =>
    entries.filter((entry): entry is Extract<LegendEntry, { readonly type: T }> => entry.type === type)
  const alone = entries.filter((entry) => !isNamed(entry))
  // One badge is enough: its colour is that of the worst source, and the statuses already explain the colours.
  const badge = alone.find(({ type }) => type === 'badge')
  const lines = of('line')
  const dustfall = of('dustfall')
  return {
    sources: alone.filter((entry) => SOURCES.includes(entry.type) && (entry.type !== 'badge' || entry === badge)),
    kinds: of('kind'),
    look: of('look'),
    /** Grouped by limit. */
    dustfall: [...new Set(dustfall.map(({ dustfallLimit }) => dustfallLimit))].map((limit) =>
      dustfall.filter(({ dustfallLimit }) => dustfallLimit === limit),
    ),
    /** Grouped by kind. */
    lines: [...new Set(lines.map(({ kind }) => kind))].map(
      (kind) => [kind, lines.filter((entry) => entry.kind === kind)] as const,
    ),
    ground: alone.filter(({ type }) => !SOURCES.includes(type)),
  }
}
