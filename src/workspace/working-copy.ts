import type { Problem, Result } from '@/domain/problem'
import type { Table } from '@/domain/table/column'
import { type Descriptor, RANGED_ROLES } from '@/io/package/descriptor'
import { DESCRIPTOR, type RangedFiles } from '@/io/package/package-files'
import { jsonText } from '@/io/package/write-package'
import type { Version } from '@/io/versions/database'
import { type Dataset, datasetOf } from '@/questions/dataset'
import { type OpenedPackage, openSources } from '@/questions/opened-package'

/** The open package: its content, its files, and its version. */
export interface WorkingCopy {
  readonly opened: OpenedPackage
  /** The part for the page. */
  readonly dataset: Dataset
  readonly files: RangedFiles
  readonly descriptor: Descriptor
  /** Null for the package as it was delivered. */
  readonly head: Version | null
  /**
   * The version that this window knows to be in force, null for the package as delivered: its head, or a version that
   * could not be shown.
   */
  readonly inForce: number | null
  /** Problems of its files. */
  readonly problems: readonly Problem[]
}

/** Reads a package for work; null with problems if it can't be shown. `known`: tables already read, by path. */
export async function readWorkingCopy(
  files: RangedFiles,
  file: string,
  head: Version | null,
  known?: ReadonlyMap<string, Table>,
): Promise<Result<WorkingCopy>> {
  const { value: opened, problems } = await openSources(files, file, known)
  if (opened === null) return { value: null, problems }
  const { descriptor } = opened.pack
  const dataset = datasetOf(opened, head !== null)
  const value = { opened, dataset, files, descriptor, head, inForce: head?.id ?? null, problems }
  return { value, problems }
}

/**
 * All files of a working copy, including the descriptor; null if a file named there can't be read, since a version
 * written without it would lose it. Readings and tracks in the folder stay there, as they are far larger than all
 * else; those that came in a one-file package are included.
 */
export async function filesOf({ files, descriptor }: WorkingCopy): Promise<Result<Map<string, Blob>>> {
  const problems: Problem[] = []
  const all = new Map([[DESCRIPTOR, new Blob([jsonText(descriptor)], { type: 'application/json' })]])
  for (const { path, chentu } of descriptor.resources) {
    if (RANGED_ROLES.has(chentu.role) && !files.holds(path)) continue
    const got = await files.read(path)
    if ('blob' in got) all.set(path, got.blob)
    else problems.push({ code: 'package-file-missing', file: path })
  }
  return { value: problems.length > 0 ? null : all, problems }
}
