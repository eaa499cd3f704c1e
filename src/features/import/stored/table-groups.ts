import type { Provenance } from '@/io/package/open-package'
import type { Dataset } from '@/questions/dataset'

/** Groups of a package's tables, in the order in which they are listed. */
const GROUPS = ['dustfall', 'sources', 'signals', 'plan', 'ground'] as const
type TableGroup = (typeof GROUPS)[number]

const GROUND: ReadonlySet<string> = new Set([
  'counties',
  'county-outlines',
  'rivers',
  'neighbours',
  'places',
  'built-up-area',
])
const SIGNALS = /^(?:readings|truck)-|^readings$|^warnings$/

/** The tables of a package by group, without empty groups. */
export function tableGroups({
  kinds,
  provenance,
}: Pick<Dataset, 'kinds' | 'provenance'>): readonly { readonly group: TableGroup; readonly tables: Provenance[] }[] {
  const ofSources = new Set(kinds.flatMap(({ id, surveys }) => [id, ...(surveys ? [surveys.id] : [])]))
  const groupOf = (role: string): TableGroup => {
    if (ofSources.has(role)) return 'sources'
    if (role.startsWith('dustfall-')) return 'dustfall'
    if (SIGNALS.test(role)) return 'signals'
    return GROUND.has(role) ? 'ground' : 'plan'
  }
  return GROUPS.map((group) => ({ group, tables: provenance.filter(({ role }) => groupOf(role) === group) })).filter(
    ({ tables }) => tables.length > 0,
  )
}
