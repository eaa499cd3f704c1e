import type { Problem, Result } from '@/domain/problem'
import { DESCRIPTOR } from '@/io/package/package-files'
import type { Version } from '@/io/versions/database'
import { storageProblem, type VersionStore } from '@/io/versions/version-store'
import type { DeliveredPackage } from './delivered-package'
import { readWorkingCopy, type WorkingCopy } from './working-copy'

/** Opens a stored version. */
export async function openVersion(store: VersionStore, version: Version): Promise<Result<WorkingCopy>> {
  try {
    return await readWorkingCopy(await store.files(version), DESCRIPTOR, version)
  } catch (error) {
    return { value: null, problems: [storageProblem(error)] }
  }
}

/**
 * Opens a stored version (null: the package as delivered) and puts it in force in place of `inForce`. If either
 * fails, nothing has changed.
 */
export async function restoreVersion(
  store: VersionStore,
  delivered: DeliveredPackage,
  version: Version | null,
  inForce: number | null,
): Promise<Result<WorkingCopy>> {
  const opened = version ? await openVersion(store, version) : await delivered.open()
  const problem = opened.value && (await store.setHead(delivered.key, version?.id ?? null, inForce))
  return problem ? { value: null, problems: [problem] } : opened
}

/** Opens the version in force of a package; the package as delivered if there is none, or if it can't be shown. */
export async function openInForce(store: VersionStore, delivered: DeliveredPackage): Promise<Result<WorkingCopy>> {
  let head: Version | null = null
  const unread: Problem[] = []
  try {
    head = await store.firstHead(delivered.key)
  } catch (error) {
    // A browser that stores nothing (private windows) still shows the package.
    const { code, seen = '' } = storageProblem(error)
    unread.push({ code: code === 'database-later' ? code : 'versions-unread', file: DESCRIPTOR, seen })
  }
  const opened = head ? await openVersion(store, head) : { value: null, problems: unread }
  if (opened.value) return opened
  const { value, problems } = await delivered.open()
  return { value: value && { ...value, inForce: head?.id ?? null }, problems: [...opened.problems, ...problems] }
}
