import type { Problem, Result } from '@/domain/problem'
import type { Table } from '@/domain/table/column'
import type { Descriptor } from '@/io/package/descriptor'
import { readDescriptor } from '@/io/package/open-package'
import { DESCRIPTOR, type PackageFiles } from '@/io/package/package-files'
import { jsonText } from '@/io/package/write-package'
import type { Version } from '@/io/versions/database'
import { Session } from '@/questions/session'

/** A package that is shown; the version that it is, null for the package as it was delivered. */
export interface Opened {
  readonly session: Session
  readonly files: PackageFiles
  readonly descriptor: Descriptor
  readonly head: Version | null
}

/** Reads a package so that it can be shown. */
export async function readPackage(
  files: PackageFiles,
  file: string,
  head: Version | null,
  known?: ReadonlyMap<string, Table>,
): Promise<Result<Opened>> {
  const [described, { value: session, problems }] = await Promise.all([
    readDescriptor(files, file),
    Session.open(files, file, known),
  ])
  if (session === null || described.value === null) return { value: null, problems }
  return { value: { session, files, descriptor: described.value, head }, problems }
}

/**
 * All files of a package that is open, the descriptor among them; null where one that the descriptor names can't be read, since
 * what is written without it has lost it.
 */
export async function filesOf({ files, descriptor }: Opened): Promise<Result<Map<string, Blob>>> {
  const problems: Problem[] = []
  const all = new Map([[DESCRIPTOR, new Blob([jsonText(descriptor)], { type: 'application/json' })]])
  for (const { path } of descriptor.resources) {
    const got = await files.read(path)
    if ('blob' in got) all.set(path, got.blob)
    else problems.push({ code: 'package-file-missing', file: path })
  }
  return { value: problems.length > 0 ? null : all, problems }
}
