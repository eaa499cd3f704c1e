import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { photosOf, voicesOf } from './bundle'
import { canonical, type LedgerEvent } from './event'
import type { Ledger } from './ledger'
import { writeReceipt } from './receipt'
import { lastReviews, type Review, type Verdict } from './review'

/** Who says what, and when. */
export interface ReviewNote {
  readonly verdict: Verdict
  readonly note: string
  readonly author: string
  readonly at: string
}

/** Writes down what the desk says of records. What was said before stays written; the last word counts. */
export async function review(
  { database }: Ledger,
  records: readonly Pick<LedgerEvent, 'id' | 'hash'>[],
  note: ReviewNote,
): Promise<void> {
  await database.reviews.bulkAdd(records.map(({ id, hash }) => ({ event: id, hash, ...note })))
}

/** The desk's last word on each of these records. */
export async function reviewsOf({ database }: Ledger, events: readonly LedgerEvent[]): Promise<readonly Review[]> {
  const kept = await database.reviews
    .where('event')
    .anyOf(events.map(({ id }) => id))
    .toArray()
  const last = lastReviews(kept.map(({ number: _, ...said }) => said))
  return events.flatMap(({ hash }) => last.get(hash) ?? [])
}

/** A receipt is known by the bundle that it answers; one that answers none, by the records that it names. */
const nameOf = (events: Readonly<Record<string, string>>) =>
  bytesToHex(sha256(utf8ToBytes(`chentu-reviews-1\n${canonical(events)}`)))

/**
 * The receipt for records of a tablet, as the disk gave them back: which are here, which of their originals, and what the desk
 * said of them. `bundle` is the one that it answers; null where it only carries reviews.
 */
export async function receiptFor(
  ledger: Ledger,
  device: string,
  kept: readonly LedgerEvent[],
  at: string,
  bundle: string | null = null,
): Promise<{ readonly receipt: string; readonly signed: boolean }> {
  const photos: string[] = []
  for (const photo of photosOf(kept)) {
    const original = (await ledger.photo(photo.hash))?.original
    if (original?.size === photo.bytes) photos.push(photo.hash)
  }
  const voices: string[] = []
  for (const { hash, bytes } of voicesOf(kept)) if ((await ledger.voice(hash))?.sound?.size === bytes) voices.push(hash)
  const events = Object.fromEntries(kept.map(({ id, hash }) => [id, hash]))
  const reviews = await reviewsOf(ledger, kept)
  const said = {
    ...{ bundle: bundle ?? nameOf(events), device, at, events, photos },
    ...(voices.length > 0 ? { voices } : {}),
  }
  const desk = await ledger.deskKeys()
  const receipt = await writeReceipt(reviews.length > 0 ? { ...said, reviews } : said, desk)
  return { receipt, signed: desk !== null }
}
