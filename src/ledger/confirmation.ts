import { bytesToHex } from '@noble/hashes/utils.js'
import { deskCode, readDeskCode, readDeskQr } from './desk-key'
import { byId } from './event'
import type { Ledger } from './ledger'
import type { KeptReceipt, Pin } from './ledger-database'
import { type ReceiptFault, readReceipt } from './receipt'

/** What a receipt does on this tablet. Only `confirmed` lets anything go, and nothing goes by itself. */
export type Confirmation =
  | { readonly state: 'confirmed'; readonly events: number; readonly photos: number }
  /**
   * Signed by a desk, but this tablet has not been told which desk to believe. Whose code it bears is not said, here and
   * below: on the screen where a code is typed, a forger's file would say which.
   */
  | { readonly state: 'unpinned' }
  /** Signed by another desk than the one that this tablet believes. */
  | { readonly state: 'other-desk' }
  | { readonly state: 'unsigned'; readonly events: number; readonly photos: number }
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
  const { signedBy, bundle, at, events, photos } = receipt
  const counts = { events: Object.keys(events).length, photos: photos.length }
  if (!signedBy) return { state: 'unsigned', ...counts }
  const code = deskCode(signedBy)
  const numbers = Object.keys(events).map((each) => own.get(each)!.sequence)
  const [from, upTo] = [Math.min(...numbers), Math.max(...numbers)]
  const range = upTo - from + 1 === numbers.length ? { from, upTo } : { from: 0, upTo: 0 }
  return database.transaction('rw', database.pins, database.receipts, async (): Promise<Confirmation> => {
    const pin = await database.pins.orderBy('number').last()
    if (!pin) return { state: 'unpinned' }
    if (pin.code !== code || (pin.key && !sameKey(pin.key, signedBy))) return { state: 'other-desk' }
    // A code that was typed is that of one key only: the first one that has it is the desk's.
    if (!pin.key) await database.pins.update(pin.number!, { key: signedBy })
    await database.receipts.put({ bundle, at, ...range, photos, desk: code })
    return { state: 'confirmed', ...counts }
  })
}

/** The receipts that the desk signed which this tablet believes. */
async function believed({ database }: Ledger): Promise<readonly KeptReceipt[]> {
  const pin = await database.pins.orderBy('number').last()
  return pin ? database.receipts.filter(({ desk }) => desk === pin.code).toArray() : []
}

/** The last number up to which the desk holds everything; 0 for nothing. */
export async function confirmedUpTo(ledger: Ledger): Promise<number> {
  const receipts = [...(await believed(ledger))].sort((a, b) => (a.from ?? 0) - (b.from ?? 0))
  return receipts.reduce((last, { from = 0, upTo }) => (from > 0 && from <= last + 1 ? Math.max(last, upTo) : last), 0)
}

/** Photos whose originals the desk confirmed and this tablet still holds. */
async function releasable(ledger: Ledger) {
  const named = new Set((await believed(ledger)).flatMap(({ photos }) => photos))
  return ledger.database.photos
    .where('hash')
    .anyOf([...named])
    .and(({ original }) => original !== null)
}

/** How many originals may be let go. */
export async function countReleasable(ledger: Ledger): Promise<number> {
  return (await releasable(ledger)).count()
}

/** Lets the originals go that believed receipts name; records and small copies stay. How many went. */
export async function release(ledger: Ledger): Promise<number> {
  return (await releasable(ledger)).modify({ original: null })
}
