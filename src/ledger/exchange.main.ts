import { expose } from 'comlink'
import decodeQR from 'qr/decode.js'
import { pulse } from '@/workers/pulse'
import { writeBundle } from './bundle'
import { chainOf } from './chain'
import { type Confirmation, confirm, confirmedUpTo, countReleasable, release } from './confirmation'
import { Ledger } from './ledger'
import { type Received, type Settlement, takeIn } from './reception'
import { publicKey } from './signature'
import { passable } from './tablets'

const ledger = new Ledger()

/** One window takes in at a time. Plain HTTP has no locks; there the transaction alone decides. */
const oneByOne = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks ? navigator.locks.request('chentu-reception', work) : work()

/** Hashing and packing of photos, away from the page. */
const api = {
  ...pulse,
  /** All that this device holds as one file, for the office; sealed where there is a passphrase. */
  async bundle(made: string, passphrase: string): Promise<Blob> {
    const { id } = await ledger.device()
    const keys = await ledger.keys()
    const all = await ledger.database.events.orderBy('[device+sequence]').toArray()
    const original = async (hash: string) => (await ledger.photo(hash))?.original ?? null
    const bundle = await writeBundle(id, passable(all, new Set(keys.keys())), keys, original, made)
    return passphrase === '' ? bundle : (await import('./seal')).seal(bundle, passphrase)
  },
  /** The words of this device that no receipt names yet, without photos, as texts for QR codes. */
  async chain(made: string): Promise<string[]> {
    const { id, keys } = await ledger.device()
    const events = await ledger.own(id, (await confirmedUpTo(ledger)) + 1)
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
  /**
   * Takes a bundle in, all or nothing; gives back what is new in it, and the receipt. `settlement` says which version of a
   * chain stands that came in two. @throws where nothing could be written; then nothing was taken.
   */
  async receive(file: Blob, at: string, passphrase: string, settlement: Settlement | null): Promise<Received> {
    const { isSealed, unseal } = await import('./seal')
    const plain = (await isSealed(file)) ? await unseal(file, passphrase) : file
    if (!plain) return { faults: [{ fault: 'passphrase' }], forks: [] }
    return oneByOne(() => takeIn(ledger, plain, at, settlement))
  },
  /** Holds a receipt against this device's records and the desk that it believes. */
  confirm: (json: string): Promise<Confirmation> => confirm(ledger, json),
  /** How many originals believed receipts let go. */
  releasable: () => countReleasable(ledger),
  /** Lets these originals go; records and small copies stay. How many went. */
  release: () => release(ledger),
}

export type ExchangeApi = typeof api
expose(api)
