import type { Version } from '@/io/versions/database'
import type { VersionStore } from '@/io/versions/version-store'

/** The stored versions, for the screen. */
export interface VersionList {
  readonly versions: readonly Pick<Version, 'id' | 'at' | 'dustfall' | 'label' | 'bytes' | 'city' | 'holds'>[]
  /** The version in force; null for the package as delivered. */
  readonly head: number | null
}

/** The versions of a package, newest first; `head` is in force. */
export async function listVersions(store: VersionStore, packageKey: string, head: number | null): Promise<VersionList> {
  const all = await store.list(packageKey)
  const versions = all.map(({ id, at, dustfall, label, bytes, city, holds }) => {
    return {
      ...{ id, at, label, bytes },
      ...(dustfall && { dustfall }),
      ...(city === undefined ? {} : { city }),
      ...(holds && { holds }),
    }
  })
  return { versions, head }
}
