import Dexie, { type Table, type Transaction } from 'dexie'
import type { PackageBasemap } from '@/io/package/basemap-setting'
import { noLater } from './later-schema'

/** One state of a package as an office keeps it on this device: what was done, and the files that it led to. */
export interface Version {
  readonly id: number
  /** Which package, by the whole address of its descriptor. */
  readonly packageKey: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** The month that the data speaks of, where it speaks of one: history is looked up by it. */
  readonly month: string | null
  /** What was taken over, in the user's words: names of files. */
  readonly label: string
  /** SHA-256 of each file, by path. */
  readonly files: Readonly<Record<string, string>>
  /** Bytes of all files together. */
  readonly bytes: number
  /** The version that this one was made from; null for the package as it was delivered. */
  readonly before: number | null
  /** Made of a few changes by hand, not of a file: there may be many of them in a day. Absent of what older versions of the app kept. */
  readonly byHand?: true
  /** The city that the package is of: an office may set up others. Absent of what older versions of the app kept. */
  readonly city?: string
}

interface StoredFile {
  readonly hash: string
  readonly blob: Blob
}

/** A package as its folder on the web last gave it, whole: for the days without a signal. */
export interface Delivered {
  readonly packageKey: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** SHA-256 of each file, by path. */
  readonly files: Readonly<Record<string, string>>
}

export interface Head {
  readonly packageKey: string
  /** Null: the package as it was delivered. */
  readonly version: number | null
}

/** How a kind of file was read the last time, by its headings. */
export interface Mapping {
  readonly fingerprint: string
  readonly choice: unknown
}

/** A map of the office's own that came as a file, or what is kept of a package's base map. */
export interface BasemapFile {
  readonly id: string
  readonly file: File
  /** Of a package's base map. */
  readonly kept?: KeptBasemap
}

/** What of a package's base map is on this device for the days without a signal. */
export interface KeptBasemap {
  /** As the descriptor named it. */
  readonly setting: PackageBasemap
  /** What told the file from its other states: the server's ETag or date; null where it says neither. */
  readonly tag: string | null
  /** The whole file, or the tiles of the city up to a zoom. */
  readonly extent: 'whole' | 'city'
  readonly maxZoom: number
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What the browser keeps of a workspace. */
export class ChentuDatabase extends Dexie {
  declare files: Table<StoredFile, string>
  declare versions: Table<Version, number, Omit<Version, 'id'>>
  declare heads: Table<Head, string>
  declare delivered: Table<Delivered, string>
  declare mappings: Table<Mapping, string>
  declare basemaps: Table<BasemapFile, string>

  constructor() {
    // Strict: the browser says that data is kept only once it is on the disk.
    super('chentu', { ...noLater(4), chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      files: 'hash',
      versions: '++id, packageKey',
      heads: 'packageKey',
      mappings: 'fingerprint',
    })
    this.version(2).stores({ basemaps: 'id' })
    this.version(3).stores({ delivered: 'packageKey' })
    this.version(4)
      .stores({})
      .upgrade((change) => nameWhole(change, globalThis.location?.origin ?? ''))
  }
}

/**
 * Up to the third schema a package was known by the path of its address alone, so that another site's could pass for the
 * office's own. What was kept then is the own site's.
 */
async function nameWhole(change: Transaction, origin: string): Promise<void> {
  const whole = (key: string) => (key.startsWith('/') ? origin + key : key)
  await change
    .table<Version>('versions')
    .toCollection()
    .modify((version: { packageKey: string }) => {
      version.packageKey = whole(version.packageKey)
    })
  for (const name of ['heads', 'delivered']) {
    const table = change.table<{ packageKey: string }, string>(name)
    for (const row of await table.toArray()) {
      const packageKey = whole(row.packageKey)
      if (packageKey === row.packageKey) continue
      await table.delete(row.packageKey)
      await table.put({ ...row, packageKey })
    }
  }
}
