import type { Geometry } from 'geojson'
import { type Target, type TargetRole, targetsOf } from '@/domain/intake/recognise/target'
import type { SetByHand } from '@/domain/intake/set-by-hand'
import { countyName } from '@/domain/sources/county'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { Table } from '@/domain/table/column'
import { readResource } from '@/io/package/csv-table'
import type { Descriptor, ResourceDescriptor } from '@/io/package/descriptor'
import { heldFiles } from '@/io/package/package-files'
import { withCountedFigures } from '@/io/package/regional-tables'
import { withResource, writeCsv, writeLines, writtenColumns } from '@/io/package/write-package'
import type { OpenedPackage } from '@/questions/opened-package'
import type { WorkingCopy } from './working-copy'

/** A table of a role in the current package. */
export interface ExistingTable {
  readonly descriptor: ResourceDescriptor
  readonly table: Table
}

/** The current package, as the place to read its tables from. */
export type ExistingPackage = Pick<WorkingCopy, 'opened' | 'descriptor' | 'files'>

/** A package being changed into its next version. Only {@link writeTable} changes its tables. */
export interface PackageDraft {
  /** The package before the change. */
  readonly opened: OpenedPackage
  descriptor: Descriptor
  readonly files: Map<string, Blob>
  /** Tables that need not be read again, by path. */
  readonly known: Map<string, Table>
  /** The tables written so far. */
  readonly written: Map<TargetRole, Table>
  /** Lines from imported files, by role and code. */
  readonly lines: Map<string, Geometry>
}

/** The tables of a package being changed, as they are so far. */
export const tablesOfNext = ({ opened, descriptor, files }: PackageDraft): ExistingPackage => ({
  opened,
  descriptor,
  files: heldFiles(files),
})

/** All resources of a role that can be read, with their tables: each year may have its own file. */
export async function existingTables(role: TargetRole, there: ExistingPackage): Promise<ExistingTable[]> {
  const found: ExistingTable[] = []
  for (const each of there.descriptor.resources.filter(({ chentu }) => chentu.role === role)) {
    const table = await readThere(each, role, there)
    if (table) found.push({ descriptor: each, table })
  }
  return found
}

/** The first resource of a role with its table; null if the package has none. */
export async function existingTable(role: TargetRole, there: ExistingPackage): Promise<ExistingTable | null> {
  const found = there.descriptor.resources.find(({ chentu }) => chentu.role === role)
  const table = found && (await readThere(found, role, there))
  return table ? { descriptor: found, table } : null
}

async function readThere(resource: ResourceDescriptor, role: TargetRole, { opened, files }: ExistingPackage) {
  const kind = opened.inventory.kinds.find(({ file }) => file === resource.path)
  const table = kind?.isFilled ? undefined : kind?.table
  if (table) return table
  const read = await readResource(files, resource, targetOf(opened, role).fields, opened.lookup.find)
  return read && role === 'dustfall-published'
    ? withCountedFigures(read, opened.pack.dustfall.belowDetectionShare)
    : read
}

/** Whether new rows are merged with the existing ones; made-up data is replaced as a whole by real data. */
export function mergesWith(there: ExistingTable | null, dataClass: DataClass): boolean {
  return there !== null && !(there.descriptor.chentu.class === 'illustrative' && dataClass !== 'illustrative')
}

/** What a package can import under a role. @throws RangeError if it has no such table. */
export function targetOf({ pack }: OpenedPackage, role: TargetRole): Target {
  const found = targetsOf(pack.kinds).find((target) => target.role === role)
  if (!found) throw new RangeError(`no table of role ${role}`)
  return found
}

/** A table to write, with its description. */
export interface TableToWrite {
  readonly role: TargetRole
  readonly path: string
  readonly title: string
  readonly dataClass: DataClass
  /** Its origins: files, or who made it. */
  readonly sources: NonNullable<ResourceDescriptor['sources']>
  readonly licenses?: ResourceDescriptor['licenses']
  readonly table: Table
  /** Values set by hand from now on; absent: unchanged. */
  readonly byHand?: SetByHand
}

/**
 * Writes a table together with its description in the descriptor: which heading is which field, and how texts are
 * guarded. Both must be written together: a heading that the descriptor does not know is a column that nobody reads.
 * `lines`: the lines of sources that follow lines, row by row.
 */
export function writeTable(
  next: PackageDraft,
  { table, ...said }: TableToWrite,
  lines: readonly (Geometry | null)[] | null = null,
): void {
  const { role, path } = said
  const target = targetOf(next.opened, role)
  const columns = writtenColumns(table, target.fields, (code) => countyName(next.opened.pack, code))
  next.files.set(path, lines ? writeLines(columns, lines) : writeCsv(columns, table.length))
  next.descriptor = withResource(next.descriptor, { ...said, columns })
  // A table with lines is read again: the lines in memory are those of the imported file, not of the written one.
  if (target.lists && !lines) next.known.set(path, { length: table.length, columns: table.columns })
  else next.known.delete(path)
}

/** The description of a resource that stays when its table is rewritten: class, title, sources and licences. */
export const descriptionOf = ({ name, path, title, sources, licenses, chentu }: ResourceDescriptor) => ({
  path,
  title: title ?? name,
  dataClass: chentu.class,
  sources: sources ?? [],
  ...(licenses ? { licenses } : {}),
})
