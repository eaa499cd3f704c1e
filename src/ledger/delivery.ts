import type { EndedCase } from './ended-case'
import type { LedgerEvent } from './event'
import type { LedgerState } from './fold'
import { lastRangeOf, type NumberRange } from './last-range'
import type { Pin, SentRange, StoredReceipt } from './ledger-database'
import { lastReviews, type Review, type Reviews } from './review'

/**
 * How far a record of this tablet has got on its way to the desk. `draft`: begun and not saved; `unsent`: only here;
 * `sent`: given out as a file, into the shared folder or as codes, arrival unknown; `received`: named by a receipt;
 * `returned`: given back by the desk with a note.
 */
export const DELIVERY_STATES = ['draft', 'unsent', 'sent', 'received', 'returned'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** Everything stored about the exchange with the desk. */
export interface DeskExchange {
  readonly sent: readonly SentRange[]
  readonly receipts: readonly StoredReceipt[]
  /** The desks that were trusted, oldest first. */
  readonly pins: readonly Pin[]
}

export const NO_EXCHANGE: DeskExchange = { sent: [], receipts: [], pins: [] }

/**
 * The desks that can be trusted. Every device has a desk's key of its own, and earlier versions let a tablet trust it;
 * but what a machine says of itself does not show that another machine holds anything. If the last desk trusted was the
 * own one, none is: which desk was meant is unknown.
 * @param own code of the desk's key on this machine; null if there is none.
 */
export const pinsOfOthers = (pins: readonly Pin[], own: string | null): readonly Pin[] =>
  pins.at(-1)?.code === own ? [] : pins.filter(({ code }) => code !== own)

/** The exchange without what this machine told itself. */
export const withoutOwnDesk = ({ sent, receipts, pins }: DeskExchange, own: string | null): DeskExchange => ({
  sent,
  receipts: own === null ? receipts : receipts.filter(({ desk }) => desk !== own),
  pins: pinsOfOthers(pins, own),
})

/** State of one record, the desk's review if there is one, and the last time it was sent. */
export interface Delivery {
  readonly state: Exclude<DeliveryState, 'draft'>
  readonly review: Review | null
  /** Null if it was not sent to the desk trusted now. */
  readonly sent: SentRange | null
}

type Returning = Pick<DeskExchange, 'receipts' | 'pins'>

/** Only receipts of the currently trusted desk count. */
const believedOf = ({ receipts, pins }: Returning): readonly StoredReceipt[] => {
  const code = pins.at(-1)?.code
  return code === undefined ? [] : receipts.filter(({ desk }) => desk === code)
}

/** The last review of each record by the trusted desk. */
export const receivedReviews = (exchanged: Returning): Reviews =>
  lastReviews(believedOf(exchanged).flatMap((receipt) => receipt.reviews ?? []))

/** The ranges that receipts without gaps name. */
const rangesOf = (receipts: readonly StoredReceipt[]): readonly NumberRange[] =>
  receipts.flatMap(({ from = 0, upTo, numbers }) => (numbers || from <= 0 ? [] : [{ from, upTo }]))

/** Finds whether any of these receipts names the record with a number. */
function namedIn(receipts: readonly StoredReceipt[]): (sequence: number) => boolean {
  const single = new Set(receipts.flatMap(({ numbers = [] }) => numbers))
  const rangeOf = lastRangeOf(rangesOf(receipts))
  return (sequence) => single.has(sequence) || rangeOf(sequence) !== undefined
}

/**
 * The number up to which the desk certainly holds all records of this tablet; 0 for none. Receipts with gaps are
 * ignored.
 */
export function lastReceivedNumber(exchanged: Returning): number {
  const inOrder = [...rangesOf(believedOf(exchanged))].sort((a, b) => a.from - b.from)
  return inOrder.reduce((last, { from, upTo }) => (from <= last + 1 ? Math.max(last, upTo) : last), 0)
}

/** Hashes of the photos whose originals the desk confirmed to hold: only these may be deleted. */
export const receivedPhotos = (exchanged: Returning): ReadonlySet<string> =>
  new Set(believedOf(exchanged).flatMap(({ photos }) => photos))

/** The same for spoken notes. */
export const receivedVoices = (exchanged: Returning): ReadonlySet<string> =>
  new Set(believedOf(exchanged).flatMap(({ voices = [] }) => voices))

/** The cases of this tablet that the trusted desk closed or withdrew. */
export const receivedEnds = (exchanged: Returning): readonly EndedCase[] =>
  believedOf(exchanged).flatMap(({ cases = [] }) => cases)

/**
 * State of each record of this tablet; the only place that decides it. Records sent to a desk that was since replaced
 * count as unsent, since the new desk does not have them. Records that were returned and then corrected or withdrawn
 * need no further action: they count as received.
 */
export function deliveryOf(exchanged: DeskExchange, state: LedgerState): (event: LedgerEvent) => Delivery {
  const { sent, pins } = exchanged
  const isNamed = namedIn(believedOf(exchanged))
  const code = pins.at(-1)?.code
  const replaced = pins.findLastIndex((pin) => pin.code !== code)
  const since = pins[replaced + 1]?.at ?? ''
  const lastSent = lastRangeOf(replaced < 0 ? sent : sent.filter(({ at }) => at >= since))
  const reviews = receivedReviews(exchanged)
  const settled = settledIn(state)
  return (event) => {
    const review = reviews.get(event.hash) ?? null
    const last = lastSent(event.sequence) ?? null
    const stateOf = (): Delivery['state'] => {
      if (review?.verdict === 'returned') return settled.has(event.id) ? 'received' : 'returned'
      if (review || isNamed(event.sequence)) return 'received'
      return last ? 'sent' : 'unsent'
    }
    return { state: stateOf(), review, sent: last }
  }
}

/** Ids of records that were corrected or withdrawn. */
const settledIn = (state: LedgerState): ReadonlySet<string> =>
  new Set(
    [...state.values()].flatMap(({ visits, pastFinds, withdrawn }) => [
      ...withdrawn.map(({ event }) => event.id),
      ...pastFinds.map(({ id }) => id),
      ...visits.flatMap(({ corrected }) => corrected.map(({ id }) => id)),
    ]),
  )

/** A record of this tablet with its state. */
export type RecordWithDelivery = Delivery & { readonly event: LedgerEvent }

/** All records of this tablet with their states, newest first. */
export function recordsWithDelivery(
  events: Iterable<LedgerEvent>,
  device: string,
  state: LedgerState,
  exchanged: DeskExchange,
): readonly RecordWithDelivery[] {
  const handing = deliveryOf(exchanged, state)
  return [...events]
    .filter((event) => event.device === device)
    .sort((a, b) => b.sequence - a.sequence)
    .map((event) => ({ event, ...handing(event) }))
}

export type DeliveryCounts = Readonly<Record<DeliveryState, number>>

/** Number of records in each state, plus the drafts, which are not records yet. */
export function deliveryCounts(records: readonly RecordWithDelivery[], drafts: number): DeliveryCounts {
  const counts = { draft: drafts, unsent: 0, sent: 0, received: 0, returned: 0 }
  for (const { state } of records) counts[state]++
  return counts
}

/** States in which a record still needs action, most urgent first. */
export const OPEN_STATES = ['returned', 'unsent', 'sent'] as const satisfies readonly DeliveryState[]
