import { expose } from 'comlink'
import { writeBundle } from './bundle'
import { canonical } from './event'
import { Ledger } from './ledger'
import { type BundleFault, readBundle } from './read-bundle'
import { readReceipt, receiptFor } from './receipt'

const ledger = new Ledger()

async function known() {
  return new Map((await ledger.all()).map((event) => [event.id, event]))
}

/** What came of a file that a team brought. */
export type Received =
  | { readonly faults: readonly BundleFault[] }
  | { readonly device: string; readonly fresh: number; readonly photos: number; readonly receipt: string }

/** Hashing and packing of photos, away from the page. */
const api = {
  /** All that this device holds as one file, for the office; sealed where there is a passphrase. */
  async bundle(made: string, passphrase: string): Promise<Blob> {
    const { id } = await ledger.device()
    const events = await ledger.database.events.orderBy('[device+sequence]').toArray()
    const keys = new Map((await ledger.database.keys.toArray()).map(({ device, key }) => [device, key]))
    const original = async (hash: string) => (await ledger.photo(hash))?.original ?? null
    const bundle = await writeBundle(id, events, keys, original, made)
    return passphrase === '' ? bundle : (await import('./seal')).seal(bundle, passphrase)
  },
  /** Takes a bundle in, all or nothing; gives back what is new in it, and the receipt. */
  async receive(file: Blob, at: string, passphrase: string): Promise<Received> {
    const { isSealed, unseal } = await import('./seal')
    const plain = (await isSealed(file)) ? await unseal(file, passphrase) : file
    if (!plain) return { faults: [{ fault: 'passphrase' }] }
    const before = await known()
    const read = await readBundle(plain, before)
    if ('faults' in read) return read
    const { bundle } = read
    const { database } = ledger
    // Photos one by one, as a bundle may be larger than memory; without the events nothing speaks of them.
    for (const hash of bundle.photos) {
      if ((await ledger.photo(hash))?.original) continue
      const original = await bundle.photo(hash)
      await database.photos.put({ hash, original, shown: original })
    }
    await database.transaction('rw', database.events, database.keys, async () => {
      await database.events.bulkPut([...bundle.events])
      await database.keys.bulkPut([...bundle.keys].map(([device, key]) => ({ device, key })))
    })
    const fresh = bundle.events.filter(({ id }) => !before.has(id)).length
    const { device, photos } = bundle
    return { device, fresh, photos: photos.length, receipt: canonical(receiptFor(bundle, at)) }
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
