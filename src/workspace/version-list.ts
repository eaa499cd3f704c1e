import type { Version } from '@/io/versions/database'
import type { VersionStore } from '@/io/versions/version-store'

/** What the screen says of the versions that are kept. */
export interface VersionList {
  readonly versions: readonly Pick<Version, 'id' | 'at' | 'month' | 'label' | 'bytes' | 'city'>[]
  /** The one in force; null for the package as it was delivered. */
  readonly head: number | null
}

/** The versions of a package, newest first, of which `head` is in force. */
export async function listVersions(store: VersionStore, packageKey: string, head: number | null): Promise<VersionList> {
  const all = await store.list(packageKey)
  const versions = all.map(({ id, at, month, label, bytes, city }) => {
    return { id, at, month, label, bytes, ...(city === undefined ? {} : { city }) }
  })
  return { versions, head }
}
