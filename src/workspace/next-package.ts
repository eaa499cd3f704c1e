import type { Geometry } from 'geojson'
import { type Target, type TargetRole, targetsOf } from '@/domain/intake/recognise/target'
import type { SetByHand } from '@/domain/intake/set-by-hand'
import { countyName } from '@/domain/sources/county'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { Table } from '@/domain/table/column'
import { readResource } from '@/io/package/csv-table'
import type { Descriptor, ResourceDescriptor } from '@/io/package/descriptor'
import { heldFiles } from '@/io/package/package-files'
import { sourcesText, withResource, writeCsv, writeLines, writtenColumns } from '@/io/package/write-package'
import type { OpenedPackage } from '@/questions/opened-package'
import type { WorkingCopy } from './working-copy'

/** A table of a role that the package has now. */
export interface ThereNow {
  readonly descriptor: ResourceDescriptor
  readonly table: Table
}

/** Where the tables are that a package has now. */
export type TablesThere = Pick<WorkingCopy, 'opened' | 'descriptor' | 'files'>

/** A package on its way to its next version. Its tables are changed by {@link writeTable} alone. */
export interface NextPackage {
  /** As it was before. */
  readonly opened: OpenedPackage
  descriptor: Descriptor
  readonly files: Map<string, Blob>
  /** Tables that need not be read again, by path. */
  readonly known: Map<string, Table>
  /** The tables that were written so far. */
  readonly written: Map<TargetRole, Table>
  /** Lines that files have brought, by role and code. */
  readonly lines: Map<string, Geometry>
}

/** The tables that a package on its way has so far. */
export const tablesOfNext = ({ opened, descriptor, files }: NextPackage): TablesThere => ({
  opened,
  descriptor,
  files: heldFiles(files),
})

/** Every resource of a role that can be read, and its table: each year may have a file of its own. */
export async function tablesNow(role: TargetRole, there: TablesThere): Promise<ThereNow[]> {
  const found: ThereNow[] = []
  for (const each of there.descriptor.resources.filter(({ chentu }) => chentu.role === role)) {
    const table = await readThere(each, role, there)
    if (table) found.push({ descriptor: each, table })
  }
  return found
}

/** The first resource of a role and its table; null where the package has none. */
export async function tableNow(role: TargetRole, there: TablesThere): Promise<ThereNow | null> {
  const found = there.descriptor.resources.find(({ chentu }) => chentu.role === role)
  const table = found && (await readThere(found, role, there))
  return table ? { descriptor: found, table } : null
}

async function readThere(resource: ResourceDescriptor, role: TargetRole, { opened, files }: TablesThere) {
  const kind = opened.inventory.kinds.find(({ file }) => file === resource.path)
  const table = kind?.isFilled ? undefined : kind?.table
  return table ?? (await readResource(files, resource, targetOf(opened, role).fields, opened.lookup.find))
}

/** What is there stays and is merged with; what was made up for trying makes way as a whole for what is real. */
export function mergesWith(there: ThereNow | null, dataClass: DataClass): boolean {
  return there !== null && !(there.descriptor.chentu.class === 'illustrative' && dataClass !== 'illustrative')
}

/** What a package can take in under a role. @throws RangeError where it has no such table. */
export function targetOf({ pack }: OpenedPackage, role: TargetRole): Target {
  const found = targetsOf(pack.kinds).find((target) => target.role === role)
  if (!found) throw new RangeError(`no table of role ${role}`)
  return found
}

/** A table to be written, and what is said of it. */
export interface TableToWrite {
  readonly role: TargetRole
  readonly path: string
  readonly title: string
  readonly dataClass: DataClass
  /** Where it comes from, in words. */
  readonly source: string
  readonly licenses?: ResourceDescriptor['licenses']
  readonly table: Table
  /** What is set by hand from now on; absent: as before. */
  readonly byHand?: SetByHand
}

/**
 * Writes a table and what the descriptor says of it: which heading is which field, and how texts are guarded. One is never
 * written without the other, since headings that the descriptor does not know lead to columns that nobody reads.
 * `lines` are those of sources that lie along lines, row by row.
 */
export function writeTable(
  next: NextPackage,
  { table, ...said }: TableToWrite,
  lines: readonly (Geometry | null)[] | null = null,
): void {
  const { role, path } = said
  const target = targetOf(next.opened, role)
  const columns = writtenColumns(table, target.fields, (code) => countyName(next.opened.pack, code))
  next.files.set(path, lines ? writeLines(columns, lines) : writeCsv(columns, table.length))
  next.descriptor = withResource(next.descriptor, { ...said, columns })
  // The lines of the file that was brought are not those of the one that is written.
  if (target.lists && !lines) next.known.set(path, { length: table.length, columns: table.columns })
  else next.known.delete(path)
}

/** What a resource says of itself that stays where its table is written anew: its class, title, source and licences. */
export const saidOf = ({ name, path, title, sources, licenses, chentu }: ResourceDescriptor) => ({
  path,
  title: title ?? name,
  dataClass: chentu.class,
  source: sourcesText({ sources }),
  ...(licenses ? { licenses } : {}),
})
