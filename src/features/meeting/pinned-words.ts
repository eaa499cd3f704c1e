import type { TFunction } from 'i18next'
import { STATUS_NAMES, type StatusName } from '@/domain/rules/status'
import type { LegendEntry } from '@/layers/legend'
import { legendGroups } from '@/map/legend/legend-groups'
import type { SourceSummary } from '@/questions/source-summary'
import type { PinnedView } from './use-pinned-view'

/** What of a pinned view is counted. */
export type PinnedCounts = Pick<PinnedView, 'shown' | 'standings' | 'kinds'>

/** A figure that sums a pinned view up, and the standing whose colour it has. */
interface PinnedFact {
  readonly label: string
  readonly value: string
  readonly status?: StatusName
}

/** How the source stands that was chosen in the view. */
function chosenFact(t: TFunction<'texts'>, { name, status, overdueDays }: SourceSummary): PinnedFact {
  const standing = STATUS_NAMES[status]!
  const isOverdue = standing === 'overdue'
  const value = isOverdue ? t('findings.overdueDays', { days: overdueDays }) : t(`status.${standing}`)
  return { label: name, value, status: standing }
}

/** The chosen source of a pinned view, how many sources the view shows, and how many of them are not as they should be. */
export const pinnedFacts = (
  t: TFunction<'texts'>,
  { shown, standings, inFrame, selected }: Pick<PinnedView, 'shown' | 'standings' | 'inFrame' | 'selected'>,
): PinnedFact[] => [
  ...(selected ? [chosenFact(t, selected)] : []),
  { label: t('meeting.shown'), value: t('figures.sources', { count: shown.total }) },
  // Some lie outside the part of the map that is seen.
  ...(inFrame < shown.total ? [{ label: t('meeting.inFrame'), value: t('figures.sources', { count: inFrame }) }] : []),
  ...(['overdue', 'failing'] as const).map((status) => ({
    label: t(`status.${status}`),
    value: t('figures.sources', { count: standings[status] }),
    status,
  })),
]

/** How many sources each entry of a legend is about: of a standing where that is named first, and of a kind. */
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
      // What is soon due is drawn as what is in order.
      const due = entry.status === 'fine' ? standings.due : 0
      return [[entry, standings[entry.status] + due]]
    }),
  )
}

/** Entries of a legend that stand together, under a name where they have one. */
export interface NamedEntries {
  readonly name: string
  readonly entries: readonly LegendEntry[]
}

export interface LegendHeadings {
  look(entry: Extract<LegendEntry, { readonly type: 'look' }>): string
  dustfall(entry: Extract<LegendEntry, { readonly type: 'dustfall' }>): string
  line(entry: Extract<LegendEntry, { readonly type: 'line' }>): string
}

/** The legend of a pinned view in the order in which it is read. */
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
