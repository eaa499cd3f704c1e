import { expose } from 'comlink'
import decodeQR from 'qr/decode.js'
import { pulse } from '@/workers/pulse'
import { writeBundle } from './bundle'
import { type Chain, chainOf, recordsThatFit } from './chain'
import {
  acceptReceipt,
  type Confirmation,
  lastConfirmedNumber,
  releasableOriginals,
  releaseOriginals,
} from './confirmation'
import { Ledger } from './ledger'
import { type MissingOriginals, missingOriginals } from './missing-originals'
import { type ReceptionResult, receiveBundle } from './reception'
import { receiptFor } from './reviewing'
import type { Settlement } from './settling'
import { publicKey } from './signature'
import { forwardableEvents } from './tablets'

/**
 * A finished bundle: its number of records, the last number of this device in it, and the photos and spoken notes whose
 * originals are missing.
 */
interface Given {
  readonly file: Blob
  readonly count: number
  readonly upTo: number
  readonly lacking: readonly MissingOriginals[]
}

/** The page names this worker after the ledger database of its city. */
const ledger = new Ledger(globalThis.self?.name || undefined)

/**
 * Only one window at a time takes in bundles. Over plain HTTP there are no locks; there the transaction alone decides.
 */
const oneByOne = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks ? navigator.locks.request('chentu-reception', work) : work()

/** Hashing and packing of photos, off the page's thread. */
const api = {
  ...pulse,
  /** Everything this device holds as one file for the office; sealed if a passphrase is given. */
  async bundle(made: string, passphrase: string): Promise<Given> {
    const { id } = await ledger.device()
    const keys = await ledger.keys()
    const all = await ledger.database.events.orderBy('[device+sequence]').toArray()
    const given = forwardableEvents(all, new Set(keys.keys()))
    const original = async (hash: string) => (await ledger.photo(hash))?.original ?? null
    const copy = async (hash: string) => (await ledger.photo(hash))?.shown ?? null
    const voice = async (hash: string) => (await ledger.voice(hash))?.sound ?? null
    const bundle = await writeBundle({ device: id, events: given, keys, made, photo: original, copy, voice })
    const file = passphrase === '' ? bundle : await (await import('./seal')).seal(bundle, passphrase)
    const upTo = given.findLast(({ device }) => device === id)?.sequence ?? 0
    return { file, count: given.length, upTo, lacking: await missingOriginals(ledger, given) }
  },
  /**
   * This device's events, without photos and spoken notes, as texts for QR codes: from a given number, or (null) those
   * that no receipt names yet; as many as fit in one chain. The rest goes in another chain, from `upTo + 1`.
   */
  async chain(made: string, from: number | null): Promise<Chain> {
    const { id, keys } = await ledger.device()
    const first = from ?? (await lastConfirmedNumber(ledger)) + 1
    const events = await ledger.own(id, first)
    const own = new Map<string, Uint8Array>(keys ? [[id, await publicKey(keys)]] : [])
    const chainUpTo = async (count: number) => {
      const bundle = await writeBundle({ device: id, events: events.slice(0, count), keys: own, made })
      return chainOf(new Uint8Array(await bundle.arrayBuffer()))
    }
    const { parts, count } = await recordsThatFit(events.length, chainUpTo)
    return { parts, from: first, upTo: first + count - 1, left: events.length - count }
  },
  /** Text of a QR code in a picture; null if none is found. The picture is closed. */
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
   * Takes in a bundle, all or nothing; returns what is new in it, and the receipt. `settlements` decide which version
   * of a forked chain stands, and what happens to late records of a closed id. @throws if writing failed; then nothing
   * was taken in.
   */
  async receive(
    file: Blob,
    at: string,
    passphrase: string,
    settlements: readonly Settlement[],
  ): Promise<ReceptionResult> {
    const { isSealed, unseal } = await import('./seal')
    const plain = (await isSealed(file)) ? await unseal(file, passphrase) : file
    if (!plain) return { faults: [{ fault: 'passphrase' }], forks: [] }
    return oneByOne(() => receiveBundle(ledger, plain, at, settlements))
  },
  /**
   * The receipt for everything held of a tablet, with the desk's reviews; null if nothing is held, or if the tablet is
   * this device.
   */
  async answer(device: string, at: string): Promise<{ readonly receipt: string; readonly signed: boolean } | null> {
    if (await ledger.isThisDevice(device)) return null
    const kept = await ledger.own(device, 0)
    return kept.length > 0 ? receiptFor(ledger, device, kept, at) : null
  },
  /** Checks a receipt against this device's records and the desk it trusts. */
  confirm: (json: string): Promise<Confirmation> => acceptReceipt(ledger, json),
  /** Originals and spoken notes that trusted receipts permit deleting, and what stays. */
  releasable: () => releasableOriginals(ledger),
  /** Deletes them; records and small copies of photos stay. Returns what was deleted. */
  release: (at: string) => releaseOriginals(ledger, at),
}

export type ExchangeApi = typeof api
expose(api)
