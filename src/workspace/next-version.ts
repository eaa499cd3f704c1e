import type { Problem, Result } from '@/domain/problem'
import type { Table } from '@/domain/table/column'
import type { Descriptor, ResourceDescriptor } from '@/io/package/descriptor'
import { DESCRIPTOR, heldFiles } from '@/io/package/package-files'
import { jsonText } from '@/io/package/write-package'
import type { Version } from '@/io/versions/database'
import type { VersionStore } from '@/io/versions/version-store'
import type { OpenedPackage } from '@/questions/opened-package'
import { listsDigest } from '@/questions/trucks/lists-digest'
import type { PackageDraft } from './package-draft'
import { summarisePackage } from './package-summary'
import { filesOf, readWorkingCopy, type WorkingCopy } from './working-copy'

/** Facts recorded about a new version. */
type VersionFacts = Pick<Version, 'at' | 'month' | 'dustfall' | 'label' | 'byHand'>

/** Changes a package; returns the facts about the version, or problems why it can't be changed. */
export type WriteChange = (next: PackageDraft) => Promise<Result<Omit<VersionFacts, 'at'>>>

/** A version that is made but not stored yet. */
export interface UnsavedVersion {
  readonly facts: VersionFacts
  readonly files: ReadonlyMap<string, Blob>
  /** Tables that need not be read again, by path. */
  readonly known?: ReadonlyMap<string, Table>
}

/** Applies a change to a working copy; null if a file of it can't be read, or if `write` fails. */
export async function writeNext(copy: WorkingCopy, write: WriteChange, at: number): Promise<Result<UnsavedVersion>> {
  const { opened, descriptor } = copy
  const { value: files, problems: missing } = await filesOf(copy)
  if (files === null) return { value: null, problems: missing }
  const known = new Map(
    opened.inventory.kinds.flatMap(({ file, table, isFilled }) => (isFilled ? [] : [[file, table]])),
  )
  const next: PackageDraft = {
    opened,
    descriptor: withCountedBy(descriptor, opened),
    files,
    known,
    written: new Map(),
    lines: new Map(),
  }
  const { value: facts, problems } = await write(next)
  if (facts === null) return { value: null, problems }
  files.set(DESCRIPTOR, new Blob([jsonText(next.descriptor)], { type: 'application/json' }))
  return { value: { facts: { ...facts, at }, files, known }, problems: [] }
}

/**
 * A descriptor whose hauls by county and day say by which lists they were counted: a version may change these, and has no
 * tracks from which to count the hauls again. What says nothing was counted by the lists that it came with.
 */
function withCountedBy(descriptor: Descriptor, opened: OpenedPackage): Descriptor {
  const isOpen = ({ chentu }: ResourceDescriptor) => chentu.role === 'truck-hauls' && chentu.countedBy === undefined
  const countedBy = descriptor.resources.some(isOpen) ? listsDigest(opened) : null
  if (countedBy === null) return descriptor
  const resources = descriptor.resources.map((each) =>
    isOpen(each) ? { ...each, chentu: { ...each.chentu, countedBy } } : each,
  )
  return { ...descriptor, resources }
}

/** What a new version replaces: the version in force, and its problems if it was open. */
export type ReplacedVersion = Pick<WorkingCopy, 'inForce'> & Partial<Pick<WorkingCopy, 'opened' | 'problems'>>

/**
 * Stores files as the version in force, replacing the version that `before` was made of, and opens them. If either
 * fails, nothing has changed.
 */
export async function storeVersion(
  store: VersionStore,
  packageKey: string,
  before: ReplacedVersion,
  { facts, files, known }: UnsavedVersion,
): Promise<Result<WorkingCopy>> {
  const { inForce } = before
  store.prepare(files)
  const opened = await readWorkingCopy(heldFiles(files), DESCRIPTOR, null, known)
  if (opened.value === null) return opened
  const problems = [...opened.problems, ...stillWrong(before, known)]
  const read = { ...opened.value, problems }
  const city = opened.value.dataset.settings.city.zh
  const holds = summarisePackage(opened.value)
  const added = await store.add({ ...facts, packageKey, before: inForce, city, holds }, files, inForce)
  if ('problem' in added) return { value: null, problems: [added.problem] }
  const { version } = added
  // If it can't be read back at once, the files in memory are the same.
  const kept = await store.files(version).catch(() => heldFiles(files))
  return { value: { ...read, files: kept, head: version, inForce: version.id }, problems }
}

/** Problems of cells in tables that are carried over unchanged, and so are not read again. */
function stillWrong({ opened, problems = [] }: ReplacedVersion, known: UnsavedVersion['known']): readonly Problem[] {
  const same = new Set(
    opened?.inventory.kinds.filter(({ file, table }) => known?.get(file) === table).map(({ file }) => file),
  )
  // Duplicate codes are checked again.
  return problems.filter(({ code, file }) => same.has(file) && code !== 'duplicate-code')
}
