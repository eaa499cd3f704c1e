import { type Problem, reasonOf } from '@/domain/problem'
import { DESCRIPTOR, heldFiles, type RangedFiles } from '@/io/package/package-files'
import { blobHash } from './blob-hash'
import type { ChentuDatabase, Delivered, Version } from './database'
import { OutOfTime, withTimeout } from './within'
import { writeFaultOf } from './write-fault'

/** Number of versions kept besides the newest of every month; manual versions are counted separately. */
const KEPT_VERSIONS = 30
/** How long to wait for the browser's database before reopening it, and then before giving up. */
const FIRST_MS = 10_000
const LAST_MS = 60_000

/**
 * Stores packages in the browser, version by version. Files are stored once per content; a version is written
 * completely or not at all.
 */
export class VersionStore {
  /** Files are immutable, so each is hashed once. */
  private readonly hashes = new WeakMap<Blob, Promise<string>>()

  constructor(private readonly database: ChentuDatabase) {}

  /** Starts hashing files that will be stored; the browser does it in parallel with this thread. */
  prepare(files: ReadonlyMap<string, Blob>): void {
    // A hashing error is reported when the file is stored.
    this.hashesOf(files).catch(() => undefined)
  }

  private hashesOf(files: ReadonlyMap<string, Blob>): Promise<(readonly [path: string, hash: string])[]> {
    return Promise.all([...files].map(async ([path, blob]) => [path, await this.hashOf(blob)] as const))
  }

  private hashOf(blob: Blob): Promise<string> {
    const known = this.hashes.get(blob)
    if (known) return known
    const hash = blobHash(blob)
    this.hashes.set(blob, hash)
    // Retry if the file could not be read.
    hash.catch(() => this.hashes.delete(blob))
    return hash
  }

  /** The version in force, or null for the package as delivered. */
  async head(packageKey: string): Promise<Version | null> {
    const head = await this.database.heads.get(packageKey)
    return head?.version == null ? null : ((await this.database.versions.get(head.version)) ?? null)
  }

  /**
   * The same, as the first query to the database: occasionally a browser never answers the first one, but answers at
   * once after the database is reopened. @throws OutOfTime if it still does not answer
   */
  async firstHead(packageKey: string): Promise<Version | null> {
    try {
      return await withTimeout(FIRST_MS, this.head(packageKey))
    } catch (error) {
      if (!(error instanceof OutOfTime)) throw error
      this.database.close({ disableAutoOpen: false })
      return withTimeout(LAST_MS, this.head(packageKey))
    }
  }

  /** A version by its id; undefined if it is not stored any more. */
  find(id: number): Promise<Version | undefined> {
    return this.database.versions.get(id)
  }

  /** All versions of a package, newest first. */
  async list(packageKey: string): Promise<Version[]> {
    return (await this.database.versions.where({ packageKey }).sortBy('id')).reverse()
  }

  /** The files of a version. */
  async files({ files }: Pick<Version, 'files'>): Promise<RangedFiles> {
    const paths = Object.keys(files)
    const stored = await this.database.files.bulkGet(paths.map((path) => files[path]!))
    const held = paths.flatMap((path, i) => (stored[i] ? [[path, stored[i].blob] as const] : []))
    for (const [path, blob] of held) this.hashes.set(blob, Promise.resolve(files[path]!))
    return heldFiles(new Map(held))
  }

  /**
   * Writes a version and puts it in force, in one transaction, provided that `inForce`, the version this window knows,
   * is still in force. On failure returns the problem, and nothing has changed.
   */
  async add(
    facts: Pick<Version, 'packageKey' | 'at' | 'month' | 'dustfall' | 'label' | 'before' | 'byHand' | 'city' | 'holds'>,
    files: ReadonlyMap<string, Blob>,
    inForce: number | null,
  ): Promise<{ version: Version } | { problem: Problem }> {
    const { database } = this
    const bytes = [...files.values()].reduce((sum, blob) => sum + blob.size, 0)
    try {
      const hashes = await this.hashesOf(files)
      const record = { ...facts, files: Object.fromEntries(hashes), bytes }
      const added = await database.transaction('rw', database.files, database.versions, database.heads, async () => {
        const changed = await this.changedSince(facts.packageKey, inForce)
        if (changed) return { problem: changed }
        await this.putFiles(hashes, files)
        const id = await database.versions.add(record)
        await database.heads.put({ packageKey: facts.packageKey, version: id })
        return { version: { ...record, id } }
      })
      if ('version' in added) await this.prune(facts.packageKey)
      return added
    } catch (error) {
      return { problem: storageProblem(error) }
    }
  }

  /** Whether another window has put another version in force since `inForce`; null if not. */
  async changedSince(packageKey: string, inForce: number | null): Promise<Problem | null> {
    const head = await this.head(packageKey)
    if ((head?.id ?? null) === inForce) return null
    return {
      code: 'changed-elsewhere',
      file: head?.label ?? DESCRIPTOR,
      ...(head ? { seen: new Date(head.at).toISOString() } : {}),
    }
  }

  private async putFiles(hashes: readonly (readonly [string, string])[], files: ReadonlyMap<string, Blob>) {
    for (const [path, hash] of hashes) {
      if ((await this.database.files.where({ hash }).count()) === 0)
        await this.database.files.put({ hash, blob: files.get(path)! })
    }
  }

  /** Stores a package as fetched from its folder, replacing the previous copy; all or nothing. */
  async keepDelivered(packageKey: string, at: number, files: ReadonlyMap<string, Blob>): Promise<Delivered> {
    const { database } = this
    const hashes = await this.hashesOf(files)
    const delivered: Delivered = { packageKey, at, files: Object.fromEntries(hashes) }
    await database.transaction('rw', database.files, database.delivered, async () => {
      await this.putFiles(hashes, files)
      await database.delivered.put(delivered)
    })
    await this.dropUnused().catch(() => undefined)
    return delivered
  }

  /** The package as last fetched from its folder; null if it never was on this device. */
  async delivered(packageKey: string): Promise<Delivered | null> {
    return (await this.database.delivered.get(packageKey)) ?? null
  }

  /**
   * Puts another version, or the package as delivered, in force, provided that `inForce` still is. Returns null when
   * done; else the problem, and nothing has changed.
   */
  async setHead(packageKey: string, version: number | null, inForce: number | null): Promise<Problem | null> {
    const { database } = this
    try {
      return await database.transaction('rw', database.versions, database.heads, async () => {
        const changed = await this.changedSince(packageKey, inForce)
        if (changed) return changed
        if (version !== null && !(await database.versions.get(version))) {
          return { code: 'version-gone' as const, file: DESCRIPTOR }
        }
        await database.heads.put({ packageKey, version })
        return null
      })
    } catch (error) {
      return storageProblem(error)
    }
  }

  /**
   * Deletes old versions that are neither recent, nor the newest of their city or of their city and month, nor in
   * force. Manual versions do not displace imported ones, nor versions of one city those of another. Errors are
   * ignored: the new version is stored in any case.
   */
  private async prune(packageKey: string): Promise<void> {
    const { database } = this
    try {
      await database.transaction('rw', database.versions, database.heads, async () => {
        const versions = (await database.versions.where({ packageKey }).sortBy('id')).reverse()
        const head = await this.head(packageKey)
        const newest = new Set<string>()
        const newer = new Map<string, number>()
        const old = versions.filter(({ id, month, byHand, city = '' }) => {
          const like = JSON.stringify([city, byHand ?? false])
          const count = newer.get(like) ?? 0
          newer.set(like, count + 1)
          const [ofCity, ofMonth] = [JSON.stringify([city]), JSON.stringify([city, month])]
          const isNewest = !newest.has(ofCity) || (month !== null && !newest.has(ofMonth))
          newest.add(ofCity).add(ofMonth)
          return count >= KEPT_VERSIONS && !isNewest && id !== head?.id
        })
        await database.versions.bulkDelete(old.map(({ id }) => id))
      })
      await this.dropUnused()
    } catch {
      // Tried again with the next version.
    }
  }

  /** Deletes files that no version and no delivered package uses. */
  private async dropUnused(): Promise<void> {
    const { database } = this
    await database.transaction('rw', database.files, database.versions, database.delivered, async () => {
      const keeping = [...(await database.versions.toArray()), ...(await database.delivered.toArray())]
      const used = new Set(keeping.flatMap(({ files }) => Object.values(files)))
      const stored = await database.files.toCollection().primaryKeys()
      await database.files.bulkDelete(stored.filter((hash) => !used.has(hash)))
    })
  }
}

/** The problem for data that the browser did not store. */
export function storageProblem(error: unknown): Problem {
  const fault = writeFaultOf(error)
  if (fault === 'later') return { code: 'database-later', file: DESCRIPTOR }
  // The other faults have texts of their own.
  return fault === 'other'
    ? { code: 'storage-failed', file: DESCRIPTOR, seen: reasonOf(error) }
    : { code: `storage-${fault}`, file: DESCRIPTOR }
}
