import type { TFunction } from 'i18next'
import { STATUS_NAMES, type StatusName } from '@/domain/rules/status'
import type { LegendEntry } from '@/layers/legend'
import { legendGroups } from '@/map/legend/legend-groups'
import type { SourceSummary } from '@/questions/source/source-summary'
import type { PinnedView } from './use-pinned-view'

/** The counts of a pinned view. */
export type PinnedCounts = Pick<PinnedView, 'shown' | 'standings' | 'kinds'>

/** A summary figure of a pinned view, and the status whose colour it has. */
interface PinnedFact {
  readonly label: string
  readonly value: string
  readonly status?: StatusName
}

/** The status of the source selected in the view. */
function chosenFact(t: TFunction<'texts'>, { name, status, overdueDays }: SourceSummary): PinnedFact {
  const standing = STATUS_NAMES[status]!
  const isOverdue = standing === 'overdue'
  const value = isOverdue ? t('findings.overdueDays', { days: overdueDays }) : t(`status.${standing}`)
  return { label: name, value, status: standing }
}

/** A pinned view's selected source, how many sources it shows, and how many of them are overdue or failing. */
export const pinnedFacts = (
  t: TFunction<'texts'>,
  { shown, standings, inFrame, selected }: Pick<PinnedView, 'shown' | 'standings' | 'inFrame' | 'selected'>,
): PinnedFact[] => [
  ...(selected ? [chosenFact(t, selected)] : []),
  { label: t('meeting.shown'), value: t('figures.sources', { count: shown.total }) },
  // Only needed if some sources lie outside the visible part of the map.
  ...(inFrame < shown.total ? [{ label: t('meeting.inFrame'), value: t('figures.sources', { count: inFrame }) }] : []),
  ...(['overdue', 'failing'] as const).map((status) => ({
    label: t(`status.${status}`),
    value: t('figures.sources', { count: standings[status] }),
    status,
  })),
]

/** How many sources each legend entry covers: per status (counted once, at its first entry) and per kind. */
export function entryCounts(
  entries: readonly LegendEntry[],
  { standings, kinds }: PinnedCounts,
): ReadonlyMap<LegendEntry, number> {
  const told = new Set<StatusName>()
  return new Map(
    entries.flatMap((entry): [LegendEntry, number][] => {
      if (entry.type === 'kind') return [[entry, kinds.get(entry.kind)?.total ?? 0]]
      if ((entry.type !== 'standing' && entry.type !== 'dots') || told.has(entry.status)) return []
      told.add(entry.status)
      // Sources that are due soon are drawn like those in order.
      const due = entry.status === 'fine' ? standings.due : 0
      return [[entry, standings[entry.status] + due]]
    }),
  )
}

/** Legend entries that belong together, with a heading ('' for none). */
export interface NamedEntries {
  readonly name: string
  readonly entries: readonly LegendEntry[]
}

export interface LegendHeadings {
  look(entry: Extract<LegendEntry, { readonly type: 'look' }>): string
  dustfall(entry: Extract<LegendEntry, { readonly type: 'dustfall' }>): string
  line(entry: Extract<LegendEntry, { readonly type: 'line' }>): string
}

/** A pinned view's legend in reading order. */
export function namedEntries(all: readonly LegendEntry[], heading: LegendHeadings): NamedEntries[] {
  const { sources, kinds, look, dustfall, lines, ground } = legendGroups(all)
  const groups: readonly NamedEntries[] = [
    { name: '', entries: sources },
    { name: '', entries: kinds },
    { name: look[0] ? heading.look(look[0]) : '', entries: look },
    ...dustfall.map((entries) => ({ name: heading.dustfall(entries[0]!), entries })),
    ...lines.map(([, entries]) => ({ name: heading.line(entries[0]!), entries })),
    { name: '', entries: ground },
  ]
  return groups.filter(({ entries }) => entries.length > 0)
}
