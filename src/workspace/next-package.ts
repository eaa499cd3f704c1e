import type { Geometry } from 'geojson'
import { type Target, type TargetRole, targetsOf } from '@/domain/intake/recognise/target'
import { countyName } from '@/domain/sources/county'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { Table } from '@/domain/table/column'
import type { Descriptor, ResourceDescriptor } from '@/io/package/descriptor'
import { readResource } from '@/io/package/open-package'
import type { PackageFiles } from '@/io/package/package-files'
import { withResource, writeCsv, writeLines, writtenColumns } from '@/io/package/write-package'
import type { Session } from '@/questions/session'

/** A table of a role that the package has now. */
export interface ThereNow {
  readonly descriptor: ResourceDescriptor
  readonly table: Table
}

/** A package on its way to its next version. Its tables are changed by {@link writeTable} alone. */
export interface NextPackage {
  descriptor: Descriptor
  readonly files: Map<string, Blob>
  /** Tables that need not be read again, by path. */
  readonly known: Map<string, Table>
  /** The tables that were written so far. */
  readonly written: Map<TargetRole, Table>
  /** Lines that files have brought, by role and code. */
  readonly lines: Map<string, Geometry>
}

/** Every resource of a role that can be read, and its table: each year may have a file of its own. */
export async function tablesNow(
  role: TargetRole,
  descriptor: Descriptor,
  files: PackageFiles,
  session: Session,
): Promise<ThereNow[]> {
  const found: ThereNow[] = []
  for (const each of descriptor.resources.filter(({ chentu }) => chentu.role === role)) {
    const table = await tableOf(each, role, files, session)
    if (table) found.push({ descriptor: each, table })
  }
  return found
}

/** The first resource of a role and its table; null where the package has none. */
export async function tableNow(
  role: TargetRole,
  descriptor: Descriptor,
  files: PackageFiles,
  session: Session,
): Promise<ThereNow | null> {
  const found = descriptor.resources.find(({ chentu }) => chentu.role === role)
  const table = found && (await tableOf(found, role, files, session))
  return table ? { descriptor: found, table } : null
}

async function tableOf(resource: ResourceDescriptor, role: TargetRole, files: PackageFiles, session: Session) {
  const kind = session.inventory.kinds.find(({ file }) => file === resource.path)
  return kind?.table ?? (await readResource(files, resource, targetOf(session, role).fields, session.lookup.find))
}

/** What is there stays and is merged with; what was made up for trying makes way as a whole for what is real. */
export function mergesWith(there: ThereNow | null, dataClass: DataClass): boolean {
  return there !== null && !(there.descriptor.chentu.class === 'illustrative' && dataClass !== 'illustrative')
}

/** What a package can take in under a role. @throws RangeError where it has no such table. */
export function targetOf({ pack }: Session, role: TargetRole): Target {
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
}

/**
 * Writes a table and what the descriptor says of it: which heading is which field, and how texts are guarded. One is never
 * written without the other, since headings that the descriptor does not know lead to columns that nobody reads.
 * `lines` are those of sources that lie along lines, row by row.
 */
export function writeTable(
  next: NextPackage,
  session: Session,
  { table, ...said }: TableToWrite,
  lines: readonly (Geometry | null)[] | null = null,
): void {
  const { role, path } = said
  const columns = writtenColumns(table, targetOf(session, role).fields, (code) => countyName(session.pack, code))
  next.files.set(path, lines ? writeLines(columns, lines) : writeCsv(columns, table.length))
  next.descriptor = withResource(next.descriptor, { ...said, columns })
  // The lines of the file that was brought are not those of the one that is written.
  if (targetOf(session, role).lists && !lines) next.known.set(path, { length: table.length, columns: table.columns })
  else next.known.delete(path)
}

/** What a resource says of itself that stays where its table is written anew: its class, title, source and licences. */
export const saidOf = ({ name, path, title, sources, licenses, chentu }: ResourceDescriptor) => ({
  path,
  title: title ?? name,
  dataClass: chentu.class,
  source: sources?.map((source) => source.title).join('；') ?? '',
  ...(licenses ? { licenses } : {}),
})
