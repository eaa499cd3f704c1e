import Dexie, { type Table } from 'dexie'
import type { Month } from '@/domain/calendar'
import type { DeviceFacts } from '@/domain/monitoring/device-facts'
import { noLater } from '@/io/versions/later-schema'
import { ownFolder, removeOthers, removeOwnFile, writeOwnFile } from './part-files'

/** One file of readings of a month: what an import added, or several of those in one. */
export interface ReadingsPart {
  /** Later parts have higher numbers, and stand in the place of earlier ones. */
  readonly id: number
  readonly month: Month
  readonly bytes: number
  readonly rows: number
  readonly devices: readonly Pick<DeviceFacts, 'code' | 'rows' | 'from' | 'until'>[]
  /** The file itself, where the browser has no file system of its own. */
  readonly file?: Blob
}

/** A file is on the list and can't be found. */
export class PartLost extends Error {
  override readonly name = 'PartLost'
}

const SCHEMA = 1
const ownName = (id: number) => `${id}.parquet`

/**
 * The readings that a browser keeps: a list in its database, the files in its own file system, or in the database where there is
 * none. A file counts once it is on the list: whatever ends the page before, what was there stays. `name` is of a city.
 */
export class ReadingsShelf extends Dexie {
  declare parts: Table<ReadingsPart, number>

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
  list(): Promise<ReadingsPart[]> {
    return this.parts.orderBy('id').toArray()
  }

  /** The file of a part. @throws PartLost */
  async fileOf({ id, file }: ReadingsPart): Promise<Blob> {
    if (file) return file
    try {
      const folder = await ownFolder(this.shelf)
      return await (await folder!.getFileHandle(ownName(id))).getFile()
    } catch (error) {
      throw new PartLost(ownName(id), { cause: error })
    }
  }

  /** Takes a part in, and those out whose readings it has, both or neither; within `alone`. */
  async put(facts: Omit<ReadingsPart, 'id' | 'bytes' | 'file'>, bytes: ArrayBuffer, instead: readonly number[] = []) {
    const folder = await ownFolder(this.shelf)
    const id = ((await this.parts.orderBy('id').last())?.id ?? 0) + 1
    if (folder) await writeOwnFile(folder, ownName(id), bytes)
    const part: ReadingsPart = {
      ...{ ...facts, id, bytes: bytes.byteLength },
      ...(folder === null && { file: new Blob([bytes]) }),
    }
    await this.transaction('rw', this.parts, async () => {
      await this.parts.bulkDelete([...instead])
      await this.parts.add(part)
    })
    if (folder) for (const each of instead) await removeOwnFile(folder, ownName(each))
  }

  /** Takes parts off the list, then their files away; within `alone`. */
  async drop(ids: readonly number[]): Promise<void> {
    await this.parts.bulkDelete([...ids])
    const folder = await ownFolder(this.shelf)
    if (folder) for (const id of ids) await removeOwnFile(folder, ownName(id))
  }
}
