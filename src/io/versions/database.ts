import Dexie, { type Table, type Transaction } from 'dexie'
import type { PackageBasemap } from '@/io/package/basemap-setting'
import { refuseLaterSchema } from './later-schema'

/** One version of a package stored on this device: the change, and the resulting files. */
export interface Version {
  readonly id: number
  /** Full address of the package's descriptor. */
  readonly packageKey: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** The month that the data concerns, if any; used for looking up history. */
  readonly month: string | null
  /** The newest month of the dustfall that was imported or published; absent if none was, and in versions of older apps. */
  readonly dustfall?: string
  /** What was imported, in the user's language: file names. */
  readonly label: string
  /** SHA-256 of each file, by path. */
  readonly files: Readonly<Record<string, string>>
  /** Bytes of all files together. */
  readonly bytes: number
  /** The version that this one was made from; null for the package as delivered. */
  readonly before: number | null
  /**
   * Made by a few manual changes, not from a file, so there may be many per day. Absent in versions stored by older
   * apps.
   */
  readonly byHand?: true
  /** The package's city, since an office may set up others. Absent in versions stored by older apps. */
  readonly city?: string
  /** Absent in versions stored by older apps. */
  readonly holds?: Holding
}

/** Key numbers of a package, by which the user recognises it. */
export interface Holding {
  /** Rows of all lists, with monitors and named tasks. */
  readonly sources: number
  /** Those of them that are monitors, and named tasks of the plan. Absent in versions stored by older apps. */
  readonly monitors?: number
  readonly tasks?: number
  /** Months with dustfall. */
  readonly months: number
  /** The latest of them; null if there is none. */
  readonly latest: string | null
  readonly clauses: number
}

interface StoredFile {
  readonly hash: string
  readonly blob: Blob
}

/** The whole package as last fetched from its folder, for use without a network. */
export interface Delivered {
  readonly packageKey: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** SHA-256 of each file, by path. */
  readonly files: Readonly<Record<string, string>>
}

export interface Head {
  readonly packageKey: string
  /** Null: the package as delivered. */
  readonly version: number | null
}

/** How files with these headings were read the last time. */
export interface RememberedChoice {
  readonly fingerprint: string
  readonly choice: unknown
}

/** An office's own map added as a file, or the stored copy of a package's base map. */
export interface BasemapFile {
  readonly id: string
  readonly file: File
  /** For a package's base map. */
  readonly kept?: KeptBasemap
}

/** The part of a package's base map stored on this device for use without a network. */
export interface KeptBasemap {
  /** Setting from the descriptor. */
  readonly setting: PackageBasemap
  /** Identifies the version of the file: the server's ETag or date; null if it provides neither. */
  readonly tag: string | null
  /** The whole file, or the tiles of the city up to a zoom. */
  readonly extent: 'whole' | 'city'
  readonly maxZoom: number
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Everything the browser stores for a workspace. */
export class ChentuDatabase extends Dexie {
  declare files: Table<StoredFile, string>
  declare versions: Table<Version, number, Omit<Version, 'id'>>
  declare heads: Table<Head, string>
  declare delivered: Table<Delivered, string>
  declare mappings: Table<RememberedChoice, string>
  declare basemaps: Table<BasemapFile, string>

  constructor() {
    // Strict: the browser reports a write as done only once it is on disk.
    super('chentu', { ...refuseLaterSchema(4), chromeTransactionDurability: 'strict' })
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
 * Before schema 4 a package was identified by the path of its address alone, so another site's package could be taken
 * for the office's own. Packages stored then belong to this site.
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
