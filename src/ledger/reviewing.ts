import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { casesOf } from './cases'
import { casesWithSteps, type EndedCase, endedOf } from './ended-case'
import type { LedgerEvent } from './event'
import { canonical } from './event-chain'
import type { Ledger } from './ledger'
import { photosOf, voicesOf } from './originals'
import { writeReceipt } from './receipt'
import { lastReviews, type Review, type Verdict } from './review'
import { isDoubtful } from './tablets'

/** A verdict with note, author and time. */
export interface ReviewNote {
  readonly verdict: Verdict
  readonly note: string
  readonly author: string
  readonly at: string
}

/** Stores the desk's reviews of records. Earlier reviews are kept; the last one counts. */
export async function storeReviews(
  { database }: Ledger,
  records: readonly Pick<LedgerEvent, 'id' | 'hash'>[],
  note: ReviewNote,
): Promise<void> {
  await database.reviews.bulkAdd(records.map(({ id, hash }) => ({ event: id, hash, ...note })))
}

/** The desk's last review of each of these records. */
export async function reviewsOf({ database }: Ledger, events: readonly LedgerEvent[]): Promise<readonly Review[]> {
  const kept = await database.reviews
    .where('event')
    .anyOf(events.map(({ id }) => id))
    .toArray()
  const last = lastReviews(kept.map(({ number: _, ...said }) => said))
  return events.flatMap(({ hash }) => last.get(hash) ?? [])
}

/** A receipt is identified by the bundle that it answers; a receipt without a bundle, by the records it names. */
const nameOf = (events: Readonly<Record<string, string>>) =>
  bytesToHex(sha256(utf8ToBytes(`chentu-reviews-1\n${canonical(events)}`)))

/** The cases with steps among these records of a tablet that are closed or withdrawn, by all that the desk holds. */
async function endedCases(ledger: Ledger, own: readonly LedgerEvent[]): Promise<readonly EndedCase[]> {
  const ids = casesWithSteps(own)
  if (ids.size === 0) return []
  const keyed = new Set((await ledger.keys()).keys())
  return endedOf(ids, casesOf((await ledger.all()).filter((event) => !isDoubtful(event, keyed))))
}

/**
 * The receipt for records of a tablet, as read back from disk: which records are here, which of their originals, the
 * desk's reviews, and which cases that the tablet worked on are closed or withdrawn. `bundle` is the bundle that it
 * answers; null if it only carries reviews.
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
  const cases = await endedCases(ledger, kept)
  const said = {
    ...{ bundle: bundle ?? nameOf(events), device, at, events, photos },
    ...(voices.length > 0 ? { voices } : {}),
    ...(cases.length > 0 ? { cases } : {}),
  }
  const desk = await ledger.deskKeys()
  const receipt = await writeReceipt(reviews.length > 0 ? { ...said, reviews } : said, desk)
  return { receipt, signed: desk !== null }
}
