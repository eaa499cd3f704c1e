import Dexie, { type Table } from 'dexie'
import { type Device, newDevice, publicKey, sign } from './device'
import { type EventBody, type LedgerEvent, nextEvent } from './event'

interface StoredPhoto {
  readonly hash: string
  /** As the camera gave it. Null once the office's receipt has come and a person has let it go. */
  readonly original: Blob | null
  /** Small, with time, place and source written into it. */
  readonly shown: Blob
}

interface Draft {
  /** Kind and code of the source. */
  readonly key: string
  readonly draft: unknown
}

interface StoredDevice extends Device {
  readonly name: 'this'
  readonly author: string
}

/** What the office said that it has of a bundle. */
interface KeptReceipt {
  readonly bundle: string
  readonly at: string
  /** The last event of this device that the office holds, with all before it; 0 for none. */
  readonly upTo: number
  /** Hashes. */
  readonly photos: readonly string[]
}

class LedgerDatabase extends Dexie {
  declare events: Table<LedgerEvent, string>
  declare photos: Table<StoredPhoto, string>
  declare drafts: Table<Draft, string>
  declare device: Table<StoredDevice, string>
  declare receipts: Table<KeptReceipt, string>
  /** Public keys of the devices whose events are here. */
  declare keys: Table<{ readonly device: string; readonly key: Uint8Array<ArrayBuffer> }, string>

  constructor(name: string) {
    // Strict: the browser says that a record is written only once it is on the disk.
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      events: 'id, [device+sequence]',
      photos: 'hash',
      drafts: 'key',
      device: 'name',
      receipts: 'bundle',
      keys: 'device',
    })
  }
}

/** So often an event is made anew because another tab was quicker. */
const MOST_TRIES = 20

/** The append-only record of this device, and what has come from others. */
export class Ledger {
  readonly database: LedgerDatabase

  constructor(name = 'chentu-ledger') {
    this.database = new LedgerDatabase(name)
  }

  /** This device; made at the first call. */
  async device(): Promise<StoredDevice> {
    const { database } = this
    const known = await database.device.get('this')
    if (known) return known
    const made: StoredDevice = { ...(await newDevice()), name: 'this', author: '' }
    // Two tabs at once: the first one's key stays.
    await database.transaction('rw', database.device, async () => {
      if (!(await database.device.get('this'))) await database.device.put(made)
    })
    const device = (await database.device.get('this'))!
    if (device.keys) {
      const key = (await publicKey(device.keys)) as Uint8Array<ArrayBuffer>
      await database.keys.put({ device: device.id, key })
    }
    return device
  }

  async setAuthor(author: string): Promise<void> {
    await this.database.device.put({ ...(await this.device()), author })
  }

  /**
   * Writes an event with its photos, all or nothing, and clears the draft that it was made of. What it returns is on the
   * disk. @throws where the browser refuses (no room, closed database): then nothing has changed.
   */
  async append(body: EventBody, photos: readonly StoredPhoto[], draftKey: string, at: string): Promise<LedgerEvent> {
    const { database } = this
    const device = await this.device()
    const lastOf = () => this.ofDevice(device.id, 0).last()
    for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
      const last = (await lastOf()) ?? null
      // Signed before the transaction, which can't wait for a key.
      const event = await sign(nextEvent(last, { device: device.id, at, author: device.author, body }), device)
      const written = await database.transaction('rw', database.events, database.photos, database.drafts, async () => {
        if (((await lastOf()) ?? null)?.id !== last?.id) return false
        await database.photos.bulkPut([...photos])
        await database.events.add(event)
        await database.drafts.delete(draftKey)
        return true
      })
      if (written) return event
    }
    throw new Error('the ledger is being written elsewhere')
  }

  private ofDevice(id: string, from: number) {
    return this.database.events.where('[device+sequence]').between([id, from], [id, Dexie.maxKey])
  }

  /** The events of a device in their order, from a sequence on. */
  own(id: string, from: number): Promise<LedgerEvent[]> {
    return this.ofDevice(id, from).toArray()
  }

  all(): Promise<LedgerEvent[]> {
    return this.database.events.toArray()
  }

  async draft(key: string): Promise<unknown> {
    return (await this.database.drafts.get(key))?.draft ?? null
  }

  async keepDraft(key: string, draft: unknown): Promise<void> {
    await this.database.drafts.put({ key, draft })
  }

  async photo(hash: string): Promise<StoredPhoto | null> {
    return (await this.database.photos.get(hash)) ?? null
  }

  close(): void {
    this.database.close()
  }
}
