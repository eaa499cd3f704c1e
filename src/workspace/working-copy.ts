import type { Problem, Result } from '@/domain/problem'
import type { Table } from '@/domain/table/column'
import { type Descriptor, RANGED_ROLES } from '@/io/package/descriptor'
import { DESCRIPTOR, type RangedFiles } from '@/io/package/package-files'
import { readDescriptor } from '@/io/package/read-descriptor'
import { jsonText } from '@/io/package/write-package'
import type { Version } from '@/io/versions/database'
import { type Dataset, datasetOf } from '@/questions/dataset'
import { type OpenedPackage, openSources } from '@/questions/opened-package'

/** A package that is worked on: as it was read, where its files are, and which version it is. */
export interface WorkingCopy {
  readonly opened: OpenedPackage
  /** What the page needs of it. */
  readonly dataset: Dataset
  readonly files: RangedFiles
  readonly descriptor: Descriptor
  /** Null for the package as it was delivered. */
  readonly head: Version | null
  /** What this window has seen in force with it, null for the package as it was delivered: its head, or a version that could not be shown. */
  readonly inForce: number | null
  /** What was wrong with its files. */
  readonly problems: readonly Problem[]
}

/** Reads a package so that it can be worked on; null with the problems where it can't be shown. `known` are tables read before, by path. */
export async function readWorkingCopy(
  files: RangedFiles,
  file: string,
  head: Version | null,
  known?: ReadonlyMap<string, Table>,
): Promise<Result<WorkingCopy>> {
  const [described, { value: opened, problems }] = await Promise.all([
    readDescriptor(files, file),
    openSources(files, file, known),
  ])
  if (opened === null || described.value === null) return { value: null, problems }
  const dataset = datasetOf(opened)
  const value = { opened, dataset, files, descriptor: described.value, head, inForce: head?.id ?? null, problems }
  return { value, problems }
}

/**
 * All files of a working copy, the descriptor among them; null where one that the descriptor names can't be read, since
 * what is written without it has lost it. Readings that lie in the folder stay there, being far larger than all else; those
 * that came with a package in one file go along.
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
