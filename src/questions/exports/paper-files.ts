import { rowOf } from '@/domain/sources/inventory'
import type { Measured } from '@/domain/sources/kinds/meaning'
import type { Role } from '@/io/package/descriptor'
import { type FilteredSources, sourcesWithFindings } from '@/questions/filtered-sources'
import type { OpenedPackage } from '@/questions/opened-package'
import type { ExportWhat } from './export-words'

/** Roles of the files with the requirements. */
const PLAN_ROLES = ['clauses', 'rules']

/** Roles of the files with data from devices. */
const MEASURED_ROLES: Readonly<Record<Measured, Role>> = {
  online: 'readings-online',
  calibrated: 'readings-online',
  hauls: 'truck-hauls',
  'hauls-by-day': 'truck-hauls',
}

/**
 * Paths of the files behind a paper about some sources: their own, surveys of their kinds, the plan, and the data from
 * devices: all that their kinds have, or what the paper names of it.
 */
export function filesOfSources(
  { pack, inventory }: OpenedPackage,
  sources: Iterable<number>,
  named: ReadonlySet<Measured> | 'all' = 'all',
): string[] {
  const kinds = new Set(Array.from(sources, (source) => rowOf(inventory, source).kind))
  const own = new Set([...kinds].map(({ file }) => file))
  const surveys = [...kinds].flatMap(({ schema }) => schema.surveys?.id ?? [])
  const measured = [...kinds].flatMap(({ schema }) =>
    schema.fields.flatMap(({ measured }) =>
      measured && (named === 'all' || named.has(measured)) ? MEASURED_ROLES[measured] : [],
    ),
  )
  const roles = new Set<string>([...PLAN_ROLES, ...surveys, ...measured])
  return pack.provenance.filter(({ path, role }) => own.has(path) || roles.has(role)).map(({ path }) => path)
}

/** The files behind an export of the filtered sources, or of those with requested findings. */
export function filesOfExport(filtered: FilteredSources, what: ExportWhat): string[] {
  const { evaluated, order } = filtered
  if (what === 'sources') return filesOfSources(evaluated.opened, order)
  const asked = sourcesWithFindings(filtered)
  return filesOfSources(
    evaluated.opened,
    order.filter((source) => asked[source] === 1),
  )
}
