import { expose } from 'comlink'
import decodeQR from 'qr/decode.js'
import { pulse } from '@/workers/pulse'
import { writeBundle } from './bundle'
import { type Chain, chainOf, mostThatFit } from './chain'
import { type Confirmation, confirm, confirmedUpTo, releasableNow, release } from './confirmation'
import { type Lacking, lackingOf } from './lacking'
import { Ledger } from './ledger'
import { type Received, takeIn } from './reception'
import { receiptFor } from './reviewing'
import type { Settlement } from './settling'
import { publicKey } from './signature'
import { passable } from './tablets'

/** A bundle that was made: how many records it has, up to which number of this device, and which photos and spoken notes it has not as they were taken. */
interface Given {
  readonly file: Blob
  readonly count: number
  readonly upTo: number
  readonly lacking: readonly Lacking[]
}

/** The page names its worker as the ledger of its city. */
const ledger = new Ledger(globalThis.self?.name || undefined)

/** One window takes in at a time. Plain HTTP has no locks; there the transaction alone decides. */
const oneByOne = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks ? navigator.locks.request('chentu-reception', work) : work()

/** Hashing and packing of photos, away from the page. */
const api = {
  ...pulse,
  /** All that this device holds as one file, for the office; sealed where there is a passphrase. */
  async bundle(made: string, passphrase: string): Promise<Given> {
    const { id } = await ledger.device()
    const keys = await ledger.keys()
    const all = await ledger.database.events.orderBy('[device+sequence]').toArray()
    const given = passable(all, new Set(keys.keys()))
    const original = async (hash: string) => (await ledger.photo(hash))?.original ?? null
    const copy = async (hash: string) => (await ledger.photo(hash))?.shown ?? null
    const voice = async (hash: string) => (await ledger.voice(hash))?.sound ?? null
    const bundle = await writeBundle({ device: id, events: given, keys, made, photo: original, copy, voice })
    const file = passphrase === '' ? bundle : await (await import('./seal')).seal(bundle, passphrase)
    const upTo = given.findLast(({ device }) => device === id)?.sequence ?? 0
    return { file, count: given.length, upTo, lacking: await lackingOf(ledger, given) }
  },
  /**
   * The words of this device, without photos and spoken notes, as texts for QR codes: from a number on, or those that no receipt names yet (null),
   * as many as can be shown one after the other. What is left goes by a chain of its own, from `upTo + 1` on.
   */
  async chain(made: string, from: number | null): Promise<Chain> {
    const { id, keys } = await ledger.device()
    const first = from ?? (await confirmedUpTo(ledger)) + 1
    const events = await ledger.own(id, first)
    const own = new Map<string, Uint8Array>(keys ? [[id, await publicKey(keys)]] : [])
    const chainUpTo = async (count: number) => {
      const bundle = await writeBundle({ device: id, events: events.slice(0, count), keys: own, made })
      return chainOf(new Uint8Array(await bundle.arrayBuffer()))
    }
    const { parts, count } = await mostThatFit(events.length, chainUpTo)
    return { parts, from: first, upTo: first + count - 1, left: events.length - count }
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
   * Takes a bundle in, all or nothing; gives back what is new in it, and the receipt. `settlements` say which version of a
   * chain stands that came in two, and what becomes of what a closed id brought. @throws where nothing could be written; then nothing was taken.
   */
  async receive(file: Blob, at: string, passphrase: string, settlements: readonly Settlement[]): Promise<Received> {
    const { isSealed, unseal } = await import('./seal')
    const plain = (await isSealed(file)) ? await unseal(file, passphrase) : file
    if (!plain) return { faults: [{ fault: 'passphrase' }], forks: [] }
    return oneByOne(() => takeIn(ledger, plain, at, settlements))
  },
  /** The receipt for all that is held of a tablet, with what the desk said of it; null where nothing is held. */
  async answer(device: string, at: string): Promise<{ readonly receipt: string; readonly signed: boolean } | null> {
    const kept = await ledger.own(device, 0)
    return kept.length > 0 ? receiptFor(ledger, device, kept, at) : null
  },
  /** Holds a receipt against this device's records and the desk that it believes. */
  confirm: (json: string): Promise<Confirmation> => confirm(ledger, json),
  /** Which originals and spoken notes believed receipts let go, and what stays. */
  releasable: () => releasableNow(ledger),
  /** Lets them go; records and small copies of photos stay. What went. */
  release: (at: string) => release(ledger, at),
}

export type ExchangeApi = typeof api
expose(api)
