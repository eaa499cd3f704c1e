import { rowOf } from '@/domain/sources/inventory'
import type { ExportWhat } from './export-words'
import { type FilteredSources, sourcesAsked } from './filtered-sources'
import type { OpenedPackage } from './opened-package'

/** Files that say what is asked of every source. */
const PLAN_ROLES = ['clauses', 'rules']

/** Files of what readings of monitors tell of sources. */
const ONLINE_ROLE = 'readings-online'

/** Paths of the files that speak in a paper about some sources: their own, surveys and readings of their kinds, and the plan. */
export function filesBehind({ pack, inventory }: OpenedPackage, sources: Iterable<number>): string[] {
  const kinds = new Set(Array.from(sources, (source) => rowOf(inventory, source).kind))
  const own = new Set([...kinds].map(({ file }) => file))
  const surveys = [...kinds].flatMap(({ schema }) => schema.surveys?.id ?? [])
  const isMeasured = [...kinds].some(({ schema }) => schema.fields.some(({ measured }) => measured !== undefined))
  const roles = new Set([...PLAN_ROLES, ...surveys, ...(isMeasured ? [ONLINE_ROLE] : [])])
  return pack.provenance.filter(({ path, role }) => own.has(path) || roles.has(role)).map(({ path }) => path)
}

/** The files behind an export of the filtered sources, or of those with findings that are asked for. */
export function filesOfExport(filtered: FilteredSources, what: ExportWhat): string[] {
  const { evaluated, order } = filtered
  if (what === 'sources') return filesBehind(evaluated.opened, order)
  const asked = sourcesAsked(filtered)
  return filesBehind(
    evaluated.opened,
    order.filter((source) => asked[source] === 1),
  )
}
