import { expose } from 'comlink'
import decodeQR from 'qr/decode.js'
import { writeBundle } from './bundle'
import { chainOf } from './chain'
import { publicKey } from './device'
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
  /** The words of this device that no receipt names yet, without photos, as texts for QR codes. */
  async chain(made: string): Promise<string[]> {
    const { id, keys } = await ledger.device()
    const confirmed = Math.max(0, ...(await ledger.database.receipts.toArray()).map(({ upTo }) => upTo))
    const events = await ledger.own(id, confirmed + 1)
    const own: [string, Uint8Array][] = keys ? [[id, await publicKey(keys)]] : []
    const bundle = await writeBundle(id, events, new Map(own), async () => null, made)
    return chainOf(new Uint8Array(await bundle.arrayBuffer()))
  },
  /** The text of a QR code in a picture, which is let go; null where none is seen. */
  readCode(picture: ImageBitmap): string | null {
    const canvas = new OffscreenCanvas(picture.width, picture.height)
    const context = canvas.getContext('2d', { willReadFrequently: true })!
    context.drawImage(picture, 0, 0)
    picture.close()
    const { width, height, data } = context.getImageData(0, 0, canvas.width, canvas.height)
    try {
      return decodeQR({ width, height, data })
    } catch {
      return null
    }
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
    const own = [...(await known()).values()].filter((event) => event.device === id && event.id in events)
    const upTo = Math.max(0, ...own.map(({ sequence }) => sequence))
    await ledger.database.receipts.put({ bundle, at, upTo, photos })
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
