import type { LegendEntry } from '@/layers/legend'

/** How sources are drawn. */
const SOURCES: readonly LegendEntry['type'][] = ['standing', 'badge', 'dots', 'cells', 'heat', 'look-sizes']

/** Those that stand together under one name. */
const NAMED = ['kind', 'look', 'dustfall', 'line'] as const
type Named = (typeof NAMED)[number]

const isNamed = ({ type }: LegendEntry) => (NAMED as readonly string[]).includes(type)

/** The entries of a legend as they stand together: how sources are drawn, what has a name as a group, and the ground. */
export function legendGroups(entries: readonly LegendEntry[]) {
  const of = <T extends Named>(type: T) =>
    entries.filter((entry): entry is Extract<LegendEntry, { readonly type: T }> => entry.type === type)
  const alone = entries.filter((entry) => !isNamed(entry))
  // A badge has the colour of the worst; which colours there are the standings say.
  const badge = alone.find(({ type }) => type === 'badge')
  const lines = of('line')
  const dustfall = of('dustfall')
  return {
    sources: alone.filter((entry) => SOURCES.includes(entry.type) && (entry.type !== 'badge' || entry === badge)),
    kinds: of('kind'),
    look: of('look'),
    /** By the limit that they are under. */
    dustfall: [...new Set(dustfall.map(({ dustfallLimit }) => dustfallLimit))].map((limit) =>
      dustfall.filter(({ dustfallLimit }) => dustfallLimit === limit),
    ),
    /** By the kind that they are of. */
    lines: [...new Set(lines.map(({ kind }) => kind))].map(
      (kind) => [kind, lines.filter((entry) => entry.kind === kind)] as const,
    ),
    ground: alone.filter(({ type }) => !SOURCES.includes(type)),
  }
}
