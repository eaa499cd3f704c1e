import type { LedgerEvent } from './event'
import type { LedgerState } from './fold'
import type { KeptReceipt, Pin, Sent } from './ledger-database'
import { lastReviews, type Review, type Reviews } from './review'

/**
 * How far a record of this tablet is on its way to the desk: begun and not saved; here only; given out, as a file, into the shared
 * folder or as codes, of which nobody knows whether it arrived; named by a receipt; given back by the desk, with a note.
 */
export const HAND_STATES = ['draft', 'unsent', 'sent', 'received', 'returned'] as const
export type HandState = (typeof HAND_STATES)[number]

/** What is kept of the exchange with the desk. */
export interface Exchanged {
  readonly sent: readonly Sent[]
  readonly receipts: readonly KeptReceipt[]
  /** The desks that were believed, oldest first. */
  readonly pins: readonly Pin[]
}

export const NOTHING_EXCHANGED: Exchanged = { sent: [], receipts: [], pins: [] }

/** The state of one record, the desk's word on it where there is one, and how it was given out last. */
export interface Handing {
  readonly state: Exclude<HandState, 'draft'>
  readonly review: Review | null
  /** Null where it was not given out to the desk that is believed now. */
  readonly sent: Sent | null
}

type Returning = Pick<Exchanged, 'receipts' | 'pins'>

/** Only receipts of the desk that is believed now say anything. */
const believedOf = ({ receipts, pins }: Returning): readonly KeptReceipt[] => {
  const code = pins.at(-1)?.code
  return code === undefined ? [] : receipts.filter(({ desk }) => desk === code)
}

/** What the believed desk said of records, each its last word. */
export const receivedReviews = (exchanged: Returning): Reviews =>
  lastReviews(believedOf(exchanged).flatMap((receipt) => receipt.reviews ?? []))

const names = ({ from = 0, upTo, numbers }: KeptReceipt, sequence: number) =>
  numbers ? numbers.includes(sequence) : from > 0 && from <= sequence && sequence <= upTo

/** The last number up to which the desk surely has all records of this tablet; 0 for none. A receipt that has gaps itself is not counted on. */
export function receivedUpTo(exchanged: Returning): number {
  const receipts = believedOf(exchanged).filter(({ numbers }) => !numbers)
  let upTo = 0
  while (receipts.some((receipt) => names(receipt, upTo + 1))) upTo++
  return upTo
}

/** Hashes of the photos whose originals the desk says that it has: nothing else may be deleted. */
export const receivedPhotos = (exchanged: Returning): ReadonlySet<string> =>
  new Set(believedOf(exchanged).flatMap(({ photos }) => photos))

/** Of spoken notes as well. */
export const receivedVoices = (exchanged: Returning): ReadonlySet<string> =>
  new Set(believedOf(exchanged).flatMap(({ voices = [] }) => voices))

/**
 * How far each record of this tablet is on its way: the only place that decides it. What was given to a desk that was replaced
 * since counts as not given: the new one does not have it. What was given back and then corrected or withdrawn asks for nothing
 * more: it counts as received.
 */
export function handingOf(exchanged: Exchanged, state: LedgerState): (event: LedgerEvent) => Handing {
  const { sent, pins } = exchanged
  const receipts = believedOf(exchanged)
  const code = pins.at(-1)?.code
  const replaced = pins.findLastIndex((pin) => pin.code !== code)
  const since = pins[replaced + 1]?.at ?? ''
  const counted = replaced < 0 ? sent : sent.filter(({ at }) => at >= since)
  const reviews = receivedReviews(exchanged)
  const settled = settledIn(state)
  return (event) => {
    const review = reviews.get(event.hash) ?? null
    const last = counted.findLast(({ from, upTo }) => from <= event.sequence && event.sequence <= upTo) ?? null
    const stateOf = (): Handing['state'] => {
      if (review?.verdict === 'returned') return settled.has(event.id) ? 'received' : 'returned'
      if (review || receipts.some((receipt) => names(receipt, event.sequence))) return 'received'
      return last ? 'sent' : 'unsent'
    }
    return { state: stateOf(), review, sent: last }
  }
}

/** Records that were corrected or withdrawn. */
const settledIn = (state: LedgerState): ReadonlySet<string> =>
  new Set(
    [...state.values()].flatMap(({ visits, pastFinds, withdrawn }) => [
      ...withdrawn.map(({ event }) => event.id),
      ...pastFinds.map(({ id }) => id),
      ...visits.flatMap(({ corrected }) => corrected.map(({ id }) => id)),
    ]),
  )

/** A record of this tablet and how far it is. */
export type Handed = Handing & { readonly event: LedgerEvent }

/** All that this tablet wrote, newest first, with how far each is. */
export function handedRecords(
  events: Iterable<LedgerEvent>,
  device: string,
  state: LedgerState,
  exchanged: Exchanged,
): readonly Handed[] {
  const handing = handingOf(exchanged, state)
  return [...events]
    .filter((event) => event.device === device)
    .sort((a, b) => b.sequence - a.sequence)
    .map((event) => ({ event, ...handing(event) }))
}

export type HandCounts = Readonly<Record<HandState, number>>

/** How many records are in each state, with the drafts that are none yet. */
export function handedCounts(records: readonly Handed[], drafts: number): HandCounts {
  const counts = { draft: drafts, unsent: 0, sent: 0, received: 0, returned: 0 }
  for (const { state } of records) counts[state]++
  return counts
}

/** The states in which a record still asks for something, what is most pressing first. */
export const OPEN_STATES = ['returned', 'unsent', 'sent'] as const satisfies readonly HandState[]
