import Dexie, { type Table } from 'dexie'
import type { AsyncBuffer } from 'hyparquet'
import type { Month } from '@/domain/calendar'
import { refuseLaterSchema } from '@/io/versions/later-schema'
import { keepFilesInUse, ownFolder, removeOthers, removeOwnFile, writeOwnFile } from './part-files'

/** One file of a month: the data of one import, or of several merged; `Facts` describes the content. */
export type KeptPart<Facts> = Facts & {
  /** Later parts have higher numbers and override earlier ones. */
  readonly id: number
  readonly month: Month
  readonly bytes: number
  /** The file itself, if the browser has no private file system. */
  readonly file?: Blob
}

/** A listed file cannot be found. */
export class PartLost extends Error {
  override readonly name = 'PartLost'
}

/** Another window was faster, in a browser without locks: the stored data is that window's. */
export class ShelfChanged extends Error {
  override readonly name = 'ShelfChanged'
}

const SCHEMA = 1
const ownName = (id: number) => `${id}.parquet`

/** Access by byte range, for the Parquet reader. */
export const rangesOf = (file: Blob): AsyncBuffer => ({
  byteLength: file.size,
  slice: (from, to) => file.slice(from, to).arrayBuffer(),
})

/**
 * Monthly files of device data kept in the browser: the list is in its database, the files are in its private file
 * system, or in the database if there is none. A file counts once it is listed, so if the page closes before that, the
 * previous data stays. `shelf` is a name specific to the city.
 */
export class PartShelf<Facts extends { readonly month: Month }> extends Dexie {
  declare parts: Table<KeptPart<Facts>, number>
  /** The last number assigned to a file, listed or not. */
  private given = 0

  constructor(private readonly shelf: string) {
    super(shelf, { chromeTransactionDurability: 'strict', ...refuseLaterSchema(SCHEMA) })
    this.version(SCHEMA).stores({ parts: 'id, month' })
  }

  /**
   * Runs writing work exclusively, across all windows. First removes files left by a page that closed while writing.
   */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const swept = async () => {
      const folder = await ownFolder(this.shelf)
      if (folder) await removeOthers(folder, new Set((await this.list()).map(({ id }) => ownName(id))))
      return work()
    }
    return globalThis.navigator?.locks ? navigator.locks.request(`${this.shelf}-write`, swept) : swept()
  }

  /** All parts, oldest first. */
  async list(): Promise<KeptPart<Facts>[]> {
    const parts = await this.parts.orderBy('id').toArray()
    if (parts.some(({ file }) => !file)) keepFilesInUse()
    return parts
  }

  /** The file of a part. @throws PartLost */
  async fileOf({ id, file }: Pick<KeptPart<Facts>, 'id' | 'file'>): Promise<Blob> {
    if (file) return file
    try {
      const folder = await ownFolder(this.shelf)
      return await (await folder!.getFileHandle(ownName(id))).getFile()
    } catch (error) {
      throw new PartLost(ownName(id), { cause: error })
    }
  }

  /** Writes a file, which is not listed until it is swapped in; call within `alone`. */
  async write(facts: Facts, bytes: ArrayBuffer): Promise<KeptPart<Facts>> {
    const folder = await ownFolder(this.shelf)
    // Never the number of a part that was removed, also by another page: what was computed from that part is known by it.
    const id = Math.max(this.given, (await this.parts.orderBy('id').last())?.id ?? 0, Date.now()) + 1
    this.given = id
    try {
      if (folder) await writeOwnFile(folder, ownName(id), bytes)
    } catch (error) {
      // The part that was written takes space that the next attempt may need.
      await this.discard([id])
      throw error
    }
    return { ...facts, id, bytes: bytes.byteLength, ...(folder === null && { file: new Blob([bytes]) }) }
  }

  /** Removes the files of parts that are not listed; call within `alone`. */
  async discard(ids: readonly number[]): Promise<void> {
    const folder = await ownFolder(this.shelf)
    if (folder) for (const id of ids) await removeOwnFile(folder, ownName(id))
  }

  /**
   * Lists new parts and removes the parts they replace, all or nothing; call within `alone`.
   * @throws ShelfChanged if the replaced parts no longer exist, or a number was assigned twice.
   */
  async swap(parts: readonly KeptPart<Facts>[], instead: readonly number[]): Promise<void> {
    await this.transaction('rw', this.parts, async () => {
      const [there, taken] = [
        await this.parts.bulkGet([...instead]),
        await this.parts.bulkGet(parts.map(({ id }) => id)),
      ]
      if (there.includes(undefined) || taken.some((part) => part !== undefined)) throw new ShelfChanged()
      await this.parts.bulkDelete([...instead])
      await this.parts.bulkAdd([...parts])
    })
    await this.discard(instead)
  }

  /** Adds a part and removes the parts whose rows it contains, both or neither; call within `alone`. */
  async put(facts: Facts, bytes: ArrayBuffer, instead: readonly number[] = []): Promise<void> {
    await this.swap([await this.write(facts, bytes)], instead)
  }

  /** Removes parts from the list, then their files; call within `alone`. */
  drop(ids: readonly number[]): Promise<void> {
    return this.swap([], ids)
  }

  /** Removes months with all their parts. */
  async removeMonths(months: readonly Month[]): Promise<void> {
    await this.alone(async () => {
      const parts = (await this.list()).filter(({ month }) => months.includes(month))
      await this.drop(parts.map(({ id }) => id))
    })
  }
}
