import { bytesToHex } from '@noble/hashes/utils.js'
import { lastReceivedNumber, pinsOfOthers, receivedPhotos, receivedVoices } from './delivery'
import { deskExchange } from './desk-exchange'
import { deskCode, readDeskCode, readDeskQr } from './desk-key'
import { eventsById } from './event'
import type { Ledger } from './ledger'
import type { Pin } from './ledger-database'
import { type ReceiptFault, readReceipt } from './receipt'
import { lastReviews } from './review'
import { photosTaken } from './tally'

/**
 * The effect of a receipt on this tablet. Only `confirmed` permits deleting originals, and nothing is deleted
 * automatically.
 */
export type Confirmation =
  | {
      readonly state: 'confirmed'
      readonly events: number
      readonly photos: number
      readonly voices: number
      readonly returned: number
    }
  /**
   * Signed by a desk, but this tablet has not been told which desk to trust. The code of the signing desk is not
   * returned, here or below: shown on the screen where a code is typed, it would let a forged file supply its own code.
   */
  | { readonly state: 'unpinned' }
  /** Signed by another desk than the one this tablet trusts. */
  | { readonly state: 'other-desk' }
  /** Signed by the desk's key of this very device: it does not show that any other machine holds the records. */
  | { readonly state: 'own-desk' }
  | { readonly state: 'unsigned'; readonly events: number; readonly photos: number; readonly voices: number }
  | { readonly state: ReceiptFault }

/** The desk that this tablet trusts; null before one was set. */
export async function trustedDesk(ledger: Ledger): Promise<Pin | null> {
  return (await deskExchange(ledger)).pins.at(-1) ?? null
}

/** Whether this is the code of this very device, whose receipts confirm nothing. */
export async function isOwnDesk(ledger: Ledger, { code }: Pick<Pin, 'code'>): Promise<boolean> {
  return (await ledger.ownDeskCode()) === code
}

/** Reads a desk from its QR code or from the code read aloud; null if the text is neither. */
export function readPin(text: string): Pick<Pin, 'code' | 'key' | 'how'> | null {
  const key = readDeskQr(text.trim())
  if (key) return { code: deskCode(key), key, how: 'qr' }
  const code = readDeskCode(text)
  return code ? { code, key: null, how: 'code' } : null
}

/**
 * Trusts this desk from now on. An earlier desk stays on record, but its receipts no longer release anything.
 * `replaced` is the code the user saw as current; if another window has changed it, or if the desk is this device
 * itself, nothing happens and the result is false.
 */
export async function pinDesk(
  ledger: Ledger,
  desk: Pick<Pin, 'code' | 'key' | 'how'>,
  note: { readonly replaced: string | null; readonly reason: string; readonly at: string },
): Promise<boolean> {
  const { database } = ledger
  const own = await ledger.ownDeskCode()
  if (desk.code === own) return false
  return database.transaction('rw', database.pins, async () => {
    const now = pinsOfOthers(await database.pins.orderBy('number').toArray(), own).at(-1)
    if ((now?.code ?? null) !== note.replaced) return false
    // The same desk again, now by its QR code: only the key is new.
    if (now?.code === desk.code && (now.key || !desk.key)) return true
    await database.pins.add({ ...desk, at: note.at, reason: note.reason })
    return true
  })
}

const sameKey = (a: Uint8Array, b: Uint8Array) => bytesToHex(a) === bytesToHex(b)

/** Checks a receipt against this device's records and the trusted desk, and stores it if both match. */
export async function acceptReceipt(ledger: Ledger, json: string): Promise<Confirmation> {
  const { database } = ledger
  const { id } = await ledger.device()
  const own = eventsById(await ledger.own(id, 0))
  const receipt = await readReceipt(json, id, own)
  if (typeof receipt === 'string') return { state: receipt }
  const { signedBy, bundle, at, events, photos, voices = [], reviews = [], cases = [] } = receipt
  // Counted as on the tablet: an annotated photo counts once, and signatures do not count.
  const taken = photosTaken(own.values())
  const counts = {
    events: Object.keys(events).length,
    photos: photos.filter((hash) => taken.has(hash)).length,
    voices: voices.length,
  }
  if (!signedBy) return { state: 'unsigned', ...counts }
  const code = deskCode(signedBy)
  const ownDesk = await ledger.ownDeskCode()
  if (code === ownDesk) return { state: 'own-desk' }
  const numbers = Object.keys(events).map((each) => own.get(each)!.sequence)
  const [from, upTo] = [Math.min(...numbers), Math.max(...numbers)]
  const range = upTo - from + 1 === numbers.length ? { from, upTo } : { from: 0, upTo: 0, numbers }
  const returned = reviews.filter(({ verdict }) => verdict === 'returned').length
  return database.transaction('rw', database.pins, database.receipts, async (): Promise<Confirmation> => {
    const pin = pinsOfOthers(await database.pins.orderBy('number').toArray(), ownDesk).at(-1)
    if (!pin) return { state: 'unpinned' }
    if (pin.code !== code || (pin.key && !sameKey(pin.key, signedBy))) return { state: 'other-desk' }
    // A typed code is bound to one key: the first key that matches it becomes the desk's.
    if (!pin.key) await database.pins.update(pin.number!, { key: signedBy })
    // Reading an earlier receipt of the same bundle again must not undo later reviews or closings by the same desk.
    const stored = await database.receipts.get(bundle)
    const before = stored?.desk === code ? stored : undefined
    const said = [...lastReviews([...(before?.reviews ?? []), ...reviews]).values()]
    const ended = [...new Map([...(before?.cases ?? []), ...cases].map((each) => [each.by, each])).values()]
    await database.receipts.put({
      bundle,
      at,
      ...range,
      photos,
      ...(voices.length > 0 ? { voices } : {}),
      desk: code,
      ...(said.length > 0 ? { reviews: said } : {}),
      ...(ended.length > 0 ? { cases: ended } : {}),
    })
    return { state: 'confirmed', ...counts, returned }
  })
}

/** The number up to which the desk holds all records; 0 for none. */
export async function lastConfirmedNumber(ledger: Ledger): Promise<number> {
  return lastReceivedNumber(await deskExchange(ledger))
}

/** Photos and spoken notes that the desk confirmed and whose originals are still on this tablet. */
async function releasable(ledger: Ledger) {
  const exchanged = await deskExchange(ledger)
  const { photos, voices } = ledger.database
  return {
    photos: photos
      .where('hash')
      .anyOf([...receivedPhotos(exchanged)])
      .and(({ original }) => original !== null),
    voices: voices
      .where('hash')
      .anyOf([...receivedVoices(exchanged)])
      .and(({ sound }) => sound !== null),
  }
}

/** Numbers of original photos and of spoken notes. */
export interface Originals {
  readonly photos: number
  readonly voices: number
}

/** What can be deleted, what stays, and what was deleted before. */
export interface Releasable {
  /** Originals named by trusted receipts, and their size. */
  readonly going: Originals
  readonly bytes: number
  /** Originals named by no trusted receipt: they stay. */
  readonly staying: Originals
  /** Originals deleted so far, and the time of the last deletion; '' if none, or if the time was not recorded. */
  readonly gone: Originals
  readonly goneAt: string
}

/** What the user is shown before originals and spoken notes are deleted. */
export async function releasableOriginals(ledger: Ledger): Promise<Releasable> {
  const { database } = ledger
  const { photos, voices } = await releasable(ledger)
  const [originals, sounds] = [await photos.toArray(), await voices.toArray()]
  const held = {
    photos: await database.photos.filter(({ original }) => original !== null).count(),
    voices: await database.voices.filter(({ sound }) => sound !== null).count(),
  }
  const released = ({ releasedAt }: { readonly releasedAt?: string }) => releasedAt !== undefined
  const [photosGone, voicesGone] = [
    await database.photos.filter(released).toArray(),
    await database.voices.filter(released).toArray(),
  ]
  const sizes = [...originals.map(({ original }) => original), ...sounds.map(({ sound }) => sound)]
  return {
    going: { photos: originals.length, voices: sounds.length },
    bytes: sizes.reduce((sum, blob) => sum + (blob?.size ?? 0), 0),
    staying: { photos: held.photos - originals.length, voices: held.voices - sounds.length },
    gone: { photos: photosGone.length, voices: voicesGone.length },
    goneAt: [...photosGone, ...voicesGone].reduce(
      (last, { releasedAt = '' }) => (releasedAt > last ? releasedAt : last),
      '',
    ),
  }
}

/**
 * Deletes the originals named by trusted receipts; records and small copies of photos stay. Returns the numbers
 * deleted.
 */
export async function releaseOriginals(ledger: Ledger, at: string): Promise<Originals> {
  const { photos, voices } = await releasable(ledger)
  return {
    photos: await photos.modify({ original: null, releasedAt: at }),
    voices: await voices.modify({ sound: null, releasedAt: at }),
  }
}
