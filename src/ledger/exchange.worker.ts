import { expose } from 'comlink'
import { type BundleFault, readBundle, readReceipt, receiptFor, writeBundle } from './bundle'
import { canonical } from './event'
import { Ledger } from './ledger'

const ledger = new Ledger()

async function known() {
  return new Map((await ledger.all()).map((event) => [event.id, event]))
}

/** Hashing and packing of photos, away from the page. */
const api = {
  /** All that this device holds as one file, for the office. */
  async bundle(made: string): Promise<Blob> {
    const { id } = await ledger.device()
    const events = await ledger.database.events.orderBy('[device+sequence]').toArray()
    const keys = new Map((await ledger.database.keys.toArray()).map(({ device, key }) => [device, key]))
    return writeBundle(id, events, keys, async (hash) => (await ledger.photo(hash))?.original ?? null, made)
  },
  /** Takes a bundle in, all or nothing; gives back what is new in it, and the receipt. */
  async receive(
    file: Blob,
    at: string,
  ): Promise<{ faults: readonly BundleFault[] } | { fresh: number; photos: number; receipt: string }> {
    const before = await known()
    const read = await readBundle(new Uint8Array(await file.arrayBuffer()), before)
    if ('faults' in read) return read
    const { bundle } = read
    const fresh = bundle.events.filter(({ id }) => !before.has(id))
    const { database } = ledger
    const receipt = receiptFor(bundle, at)
    await database.transaction('rw', database.events, database.photos, database.keys, async () => {
      await database.events.bulkPut([...bundle.events])
      await database.keys.bulkPut([...bundle.keys].map(([device, key]) => ({ device, key })))
      for (const [hash, bytes] of bundle.photos) {
        const original = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' })
        await database.photos.put({ hash, original, shown: original })
      }
    })
    return { fresh: fresh.length, photos: bundle.photos.size, receipt: canonical(receipt) }
  },
  /** Reads the office's receipt; null where it is not about what this device holds. How many photos may now be let go. */
  async confirm(json: string): Promise<{ photos: number; events: number } | null> {
    const { id } = await ledger.device()
    const receipt = readReceipt(json, id, await known())
    if (!receipt) return null
    const { bundle, at, events, photos } = receipt
    await ledger.database.receipts.put({ bundle, at, events: Object.keys(events).length, photos })
    return { photos: photos.length, events: Object.keys(events).length }
  },
  /** Lets the originals go that receipts name; records and small copies stay. How many went. */
  async release(): Promise<number> {
    const { database } = ledger
    const named = new Set((await database.receipts.toArray()).flatMap(({ photos }) => photos))
    return database.photos
      .where('hash')
      .anyOf([...named])
      .and(({ original }) => original !== null)
      .modify({ original: null })
  },
}

export type ExchangeApi = typeof api
expose(api)
