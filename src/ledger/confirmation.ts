import { bytesToHex } from '@noble/hashes/utils.js'
import { deskCode, readDeskCode, readDeskQr } from './desk-key'
import { byId } from './event'
import { receivedPhotos, receivedUpTo, receivedVoices } from './handing'
import type { Ledger } from './ledger'
import type { Pin } from './ledger-database'
import { type ReceiptFault, readReceipt } from './receipt'
import { lastReviews } from './review'
import { photosTaken } from './tally'

/** What a receipt does on this tablet. Only `confirmed` lets anything go, and nothing goes by itself. */
export type Confirmation =
  | {
      readonly state: 'confirmed'
      readonly events: number
      readonly photos: number
      readonly voices: number
      readonly returned: number
    }
  /**
   * Signed by a desk, but this tablet has not been told which desk to believe. Whose code it bears is not said, here and
   * below: on the screen where a code is typed, a forger's file would say which.
   */
  | { readonly state: 'unpinned' }
  /** Signed by another desk than the one that this tablet believes. */
  | { readonly state: 'other-desk' }
  | { readonly state: 'unsigned'; readonly events: number; readonly photos: number; readonly voices: number }
  | { readonly state: ReceiptFault }

/** The desk that this tablet believes; null before it was told. */
export async function pinOf({ database }: Ledger): Promise<Pin | null> {
  return (await database.pins.orderBy('number').last()) ?? null
}

/** A desk by its QR code or by the code that was read aloud; null where the text is neither. */
export function readPin(text: string): Pick<Pin, 'code' | 'key' | 'how'> | null {
  const key = readDeskQr(text.trim())
  if (key) return { code: deskCode(key), key, how: 'qr' }
  const code = readDeskCode(text)
  return code ? { code, key: null, how: 'code' } : null
}

/**
 * Believes a desk from now on; one that was believed before stays written down, and its receipts release nothing any more.
 * `replaced` is the code that the person saw as being in force; where another window has changed it, nothing happens (false).
 */
export async function pinDesk(
  { database }: Ledger,
  desk: Pick<Pin, 'code' | 'key' | 'how'>,
  note: { readonly replaced: string | null; readonly reason: string; readonly at: string },
): Promise<boolean> {
  return database.transaction('rw', database.pins, async () => {
    const now = await database.pins.orderBy('number').last()
    if ((now?.code ?? null) !== note.replaced) return false
    // The same desk again, by its QR code this time: the key is new, the desk is not.
    if (now?.code === desk.code && (now.key || !desk.key)) return true
    await database.pins.add({ ...desk, at: note.at, reason: note.reason })
    return true
  })
}

const sameKey = (a: Uint8Array, b: Uint8Array) => bytesToHex(a) === bytesToHex(b)

/** Holds a receipt against this device's records and the desk that it believes, and keeps it where both fit. */
export async function confirm(ledger: Ledger, json: string): Promise<Confirmation> {
  const { database } = ledger
  const { id } = await ledger.device()
  const own = byId(await ledger.own(id, 0))
  const receipt = await readReceipt(json, id, own)
  if (typeof receipt === 'string') return { state: receipt }
  const { signedBy, bundle, at, events, photos, voices = [], reviews = [] } = receipt
  // As the tablet counts them: a photo that was drawn on is one, and a signature none.
  const taken = photosTaken(own.values())
  const counts = {
    events: Object.keys(events).length,
    photos: photos.filter((hash) => taken.has(hash)).length,
    voices: voices.length,
  }
  if (!signedBy) return { state: 'unsigned', ...counts }
  const code = deskCode(signedBy)
  const numbers = Object.keys(events).map((each) => own.get(each)!.sequence)
  const [from, upTo] = [Math.min(...numbers), Math.max(...numbers)]
  const range = upTo - from + 1 === numbers.length ? { from, upTo } : { from: 0, upTo: 0, numbers }
  const returned = reviews.filter(({ verdict }) => verdict === 'returned').length
  return database.transaction('rw', database.pins, database.receipts, async (): Promise<Confirmation> => {
    const pin = await database.pins.orderBy('number').last()
    if (!pin) return { state: 'unpinned' }
    if (pin.code !== code || (pin.key && !sameKey(pin.key, signedBy))) return { state: 'other-desk' }
    // A code that was typed is that of one key only: the first one that has it is the desk's.
    if (!pin.key) await database.pins.update(pin.number!, { key: signedBy })
    // An earlier receipt of the same bundle, read once more, takes back nothing that the desk said since.
    const before = (await database.receipts.get(bundle))?.reviews ?? []
    const said = [...lastReviews([...before, ...reviews]).values()]
    await database.receipts.put({
      bundle,
      at,
      ...range,
      photos,
      ...(voices.length > 0 ? { voices } : {}),
      desk: code,
      ...(said.length > 0 ? { reviews: said } : {}),
    })
    return { state: 'confirmed', ...counts, returned }
  })
}

/** What came back from desks, and which were believed. */
async function returning({ database }: Ledger) {
  const [receipts, pins] = await Promise.all([database.receipts.toArray(), database.pins.orderBy('number').toArray()])
  return { receipts, pins }
}

/** The last number up to which the desk holds everything; 0 for nothing. */
export async function confirmedUpTo(ledger: Ledger): Promise<number> {
  return receivedUpTo(await returning(ledger))
}

/** Photos and spoken notes that the desk confirmed and this tablet still holds as they were taken. */
async function releasable(ledger: Ledger) {
  const exchanged = await returning(ledger)
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

/** Originals of photos, and spoken notes. */
export interface Originals {
  readonly photos: number
  readonly voices: number
}

/** What may be let go, what stays, and what went before. */
export interface Releasable {
  /** What believed receipts name, and how large it is. */
  readonly going: Originals
  readonly bytes: number
  /** What no such receipt names: it stays. */
  readonly staying: Originals
  /** What was let go, and when the last of it was; '' where nothing was, or where nobody wrote it down. */
  readonly gone: Originals
  readonly goneAt: string
}

/** What a person is told before originals and spoken notes are let go. */
export async function releasableNow(ledger: Ledger): Promise<Releasable> {
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

/** Lets go what believed receipts name; records and small copies of photos stay. What went. */
export async function release(ledger: Ledger, at: string): Promise<Originals> {
  const { photos, voices } = await releasable(ledger)
  return {
    photos: await photos.modify({ original: null, releasedAt: at }),
    voices: await voices.modify({ sound: null, releasedAt: at }),
  }
}
