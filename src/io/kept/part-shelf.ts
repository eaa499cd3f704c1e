import Dexie, { type Table } from 'dexie'
import type { AsyncBuffer } from 'hyparquet'
import type { Month } from '@/domain/calendar'
import { noLater } from '@/io/versions/later-schema'
import { ownFolder, removeOthers, removeOwnFile, writeOwnFile } from './part-files'

/** One file of a month: what an import added, or several of those in one; `Facts` says what is in it. */
export type KeptPart<Facts> = Facts & {
  /** Later parts have higher numbers, and stand in the place of earlier ones. */
  readonly id: number
  readonly month: Month
  readonly bytes: number
  /** The file itself, where the browser has no file system of its own. */
  readonly file?: Blob
}

/** A file is on the list and can't be found. */
export class PartLost extends Error {
  override readonly name = 'PartLost'
}

/** Another window was quicker, where a browser has no locks: what is kept is as that one left it. */
export class ShelfChanged extends Error {
  override readonly name = 'ShelfChanged'
}

const SCHEMA = 1
const ownName = (id: number) => `${id}.parquet`

/** A file as Parquet is read: only the bytes that are asked for. */
export const rangesOf = (file: Blob): AsyncBuffer => ({
  byteLength: file.size,
  slice: (from, to) => file.slice(from, to).arrayBuffer(),
})

/**
 * What a browser keeps of what devices reported, by month: a list in its database, the files in its own file system, or in the
 * database where there is none. A file counts once it is on the list: whatever ends the page before, what was there stays. The name
 * is of a city.
 */
export class PartShelf<Facts extends { readonly month: Month }> extends Dexie {
  declare parts: Table<KeptPart<Facts>, number>
  /** The last number that was given to a file, listed or not. */
  private given = 0

  constructor(private readonly shelf: string) {
    super(shelf, { chromeTransactionDurability: 'strict', ...noLater(SCHEMA) })
    this.version(SCHEMA).stores({ parts: 'id, month' })
  }

  /** Does what writes while nobody else does, in all windows. What a page left that ended while it wrote is taken away first. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const swept = async () => {
      const folder = await ownFolder(this.shelf)
      if (folder) await removeOthers(folder, new Set((await this.list()).map(({ id }) => ownName(id))))
      return work()
    }
    return globalThis.navigator?.locks ? navigator.locks.request(`${this.shelf}-write`, swept) : swept()
  }

  /** All parts, the earliest first. */
  list(): Promise<KeptPart<Facts>[]> {
    return this.parts.orderBy('id').toArray()
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

  /** Writes a file that is on the list only once it is swapped in; within `alone`. */
  async write(facts: Facts, bytes: ArrayBuffer): Promise<KeptPart<Facts>> {
    const folder = await ownFolder(this.shelf)
    const id = Math.max(this.given, (await this.parts.orderBy('id').last())?.id ?? 0) + 1
    this.given = id
    if (folder) await writeOwnFile(folder, ownName(id), bytes)
    return { ...facts, id, bytes: bytes.byteLength, ...(folder === null && { file: new Blob([bytes]) }) }
  }

  /**
   * Takes parts in, and those out in whose place they stand, all or none; within `alone`.
   * @throws ShelfChanged where these are not there any more, or a number was given twice.
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
    const folder = await ownFolder(this.shelf)
    if (folder) for (const each of instead) await removeOwnFile(folder, ownName(each))
  }

  /** Takes a part in, and those out whose rows it has, both or neither; within `alone`. */
  async put(facts: Facts, bytes: ArrayBuffer, instead: readonly number[] = []): Promise<void> {
    await this.swap([await this.write(facts, bytes)], instead)
  }

  /** Takes parts off the list, then their files away; within `alone`. */
  drop(ids: readonly number[]): Promise<void> {
    return this.swap([], ids)
  }

  /** Takes months away, with all that is kept of them. */
  async removeMonths(months: readonly Month[]): Promise<void> {
    await this.alone(async () => {
      const parts = (await this.list()).filter(({ month }) => months.includes(month))
      await this.drop(parts.map(({ id }) => id))
    })
  }
}
