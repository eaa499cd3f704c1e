import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acceptReceipt, pinDesk, readPin } from '@/ledger/confirmation'
import { type DeskExchange, deliveryCounts, deliveryOf, receivedEnds, recordsWithDelivery } from '@/ledger/delivery'
import { deskQr } from '@/ledger/desk-key'
import type { EventBody, LedgerEvent } from '@/ledger/event'
import { canonical } from '@/ledger/event-chain'
import { foldLedger } from '@/ledger/fold'
import { Ledger } from '@/ledger/ledger'
import { readReceipt, writeReceipt } from '@/ledger/receipt'
import { receiveBundle } from '@/ledger/reception'
import { lastReviews, type Review, reviewBefore, reviewOf } from '@/ledger/review'
import { receiptFor, storeReviews } from '@/ledger/reviewing'
import { publicKey, signBytes } from '@/ledger/signature'
import { stepBody } from '@/store/cases/write-step'
import { bundleOf, inspection } from './records'

const AT = '2022-10-31T19:00:00Z'
let desk: Ledger
let tablet: Ledger
let events: LedgerEvent[]

beforeEach(async () => {
  desk = new Ledger(`desk-${Math.random()}`)
  tablet = new Ledger(`tablet-${Math.random()}`)
  for (const note of ['一', '二', '三']) await tablet.append(inspection({ note }), [], null, AT)
  events = await tablet.all()
})
afterEach(() => Promise.all([desk.database.delete(), tablet.database.delete()]))

const said = (verdict: 'accepted' | 'returned', note = '', at = AT) => ({ verdict, note, author: '内勤', at })

async function exchanged({ database }: Ledger): Promise<DeskExchange> {
  const [sent, receipts, pins] = await Promise.all([
    database.sent.toArray(),
    database.receipts.toArray(),
    database.pins.orderBy('number').toArray(),
  ])
  return { sent, receipts, pins }
}

const statesOf = async () => {
  const device = await tablet.device()
  const all = await tablet.all()
  return recordsWithDelivery(all, device.id, foldLedger(all), await exchanged(tablet))
    .map(({ state }) => state)
    .reverse()
}

const bundle = async () => {
  const device = await tablet.device()
  return bundleOf(device, await tablet.own(device.id, 0))
}

async function believeDesk(replaced: string | null = null) {
  const key = await publicKey((await desk.deskKeys())!)
  await pinDesk(tablet, readPin(deskQr(key))!, { replaced, reason: '', at: AT })
}

const answer = async (at = AT) => {
  const { id } = await tablet.device()
  return (await receiptFor(desk, id, await desk.own(id, 0), at)).receipt
}

describe('a record on its way to the desk', () => {
  it('is unsent, sent, received, or returned with a note', async () => {
    expect(await statesOf()).toEqual(['unsent', 'unsent', 'unsent'])
    await tablet.database.sent.add({ from: 1, upTo: 2, way: 'file', at: AT })
    expect(await statesOf()).toEqual(['sent', 'sent', 'unsent'])
    await believeDesk()
    await receiveBundle(desk, await bundle(), AT)
    await storeReviews(desk, [events[1]!], said('returned', '照片看不清，请补拍'))
    await storeReviews(desk, [events[2]!], said('accepted'))
    expect(await acceptReceipt(tablet, await answer())).toMatchObject({ state: 'confirmed', events: 3, returned: 1 })
    expect(await statesOf()).toEqual(['received', 'returned', 'received'])
    const handing = deliveryOf(await exchanged(tablet), foldLedger(await tablet.all()))
    expect(handing(events[1]!).review).toMatchObject({ note: '照片看不清，请补拍', author: '内勤' })
    expect(handing(events[2]!).review?.verdict).toBe('accepted')
  })

  it('needs nothing more once a returned record is corrected; the correction is still to be sent', async () => {
    await believeDesk()
    await receiveBundle(desk, await bundle(), AT)
    await storeReviews(desk, [events[1]!], said('returned'))
    await acceptReceipt(tablet, await answer())
    await tablet.append(inspection({ corrects: events[1]!.id }), [], null, AT)
    expect(await statesOf()).toEqual(['received', 'received', 'received', 'unsent'])
    const all = await tablet.all()
    const records = recordsWithDelivery(all, events[0]!.device, foldLedger(all), await exchanged(tablet))
    expect(deliveryCounts(records, 2)).toEqual({ draft: 2, unsent: 1, sent: 0, received: 3, returned: 0 })
  })

  it('counts as unsent if the desk was replaced, whatever the earlier one received', async () => {
    await believeDesk()
    await tablet.database.sent.add({ from: 1, upTo: 3, way: 'folder', at: '2022-10-31T18:00:00Z' })
    await receiveBundle(desk, await bundle(), AT)
    await acceptReceipt(tablet, await answer())
    expect(await statesOf()).toEqual(['received', 'received', 'received'])
    const [{ code } = { code: '' }] = await tablet.database.pins.toArray()
    await desk.database.delete()
    desk = new Ledger(`desk-${Math.random()}`)
    await believeDesk(code)
    expect(await statesOf()).toEqual(['unsent', 'unsent', 'unsent'])
    await tablet.database.sent.add({ from: 1, upTo: 3, way: 'codes', at: '2022-11-01T08:00:00Z' })
    expect(await statesOf()).toEqual(['sent', 'sent', 'sent'])
  })

  it('has the desk’s latest review, whichever receipt is read last', async () => {
    await believeDesk()
    await receiveBundle(desk, await bundle(), AT)
    await storeReviews(desk, events, said('returned', '重填'))
    const first = await answer()
    await storeReviews(desk, events, said('accepted', '', '2022-11-01T08:00:00Z'))
    const second = await answer('2022-11-01T09:00:00Z')
    for (const receipt of [second, first]) await acceptReceipt(tablet, receipt)
    expect(await statesOf()).toEqual(['received', 'received', 'received'])
  })
})

describe('a review in a receipt', () => {
  it('is signed with it: if changed, or of a record that the receipt does not name, it is refused', async () => {
    await believeDesk()
    await receiveBundle(desk, await bundle(), AT)
    await storeReviews(desk, [events[0]!], said('accepted'))
    const genuine = JSON.parse(await answer())
    const forged = { ...genuine, reviews: [{ ...genuine.reviews[0], verdict: 'returned' }] }
    expect(await acceptReceipt(tablet, canonical(forged))).toEqual({ state: 'damaged' })
    const { signature: _, ...unsigned } = { ...genuine, reviews: [{ ...genuine.reviews[0], hash: 'a'.repeat(64) }] }
    const keys = (await desk.deskKeys())!
    const bytes = new TextEncoder().encode(`chentu-receipt-2\n${canonical(unsigned)}`)
    const other = canonical({ ...unsigned, signature: await signBytes(bytes, keys) })
    expect(await acceptReceipt(tablet, other)).toEqual({ state: 'other-events' })
    expect((await exchanged(tablet)).receipts).toEqual([])
  })

  it('comes again with later receipts, and a receipt without reviews is read as before', async () => {
    const without = await receiveBundle(desk, await bundle(), AT)
    expect('receipt' in without && 'reviews' in JSON.parse(without.receipt!)).toBe(false)
    await storeReviews(desk, [events[0]!], said('returned', '位置不对'))
    const came = await receiveBundle(desk, await bundle(), AT)
    const { id } = await tablet.device()
    const own = new Map(events.map((event) => [event.id, event]))
    const read = await readReceipt('receipt' in came ? came.receipt! : '', id, own)
    expect(read).toMatchObject({ reviews: [{ event: events[0]!.id, note: '位置不对' }] })
  })

  it('with a verdict of a newer version is ignored, the others count', async () => {
    await believeDesk()
    await receiveBundle(desk, await bundle(), AT)
    const { signature: _, ...genuine } = JSON.parse(await answer())
    const word = { event: events[0]!.id, hash: events[0]!.hash, note: '', author: '', at: AT }
    const said = { ...genuine, reviews: [{ ...word, verdict: 'praised' }] }
    const bytes = new TextEncoder().encode(`chentu-receipt-2\n${canonical(said)}`)
    const receipt = canonical({ ...said, signature: await signBytes(bytes, (await desk.deskKeys())!) })
    expect(await acceptReceipt(tablet, receipt)).toMatchObject({ state: 'confirmed', events: 3, returned: 0 })
    expect(await statesOf()).toEqual(['received', 'received', 'received'])
  })
})

describe('the last reviews', () => {
  const one = fc.record({
    event: fc.constantFrom('a-1', 'a-2'),
    hash: fc.constantFrom('h1', 'h2'),
    verdict: fc.constantFrom('accepted' as const, 'returned' as const),
    note: fc.constantFrom('', '补拍'),
    author: fc.constant('内勤'),
    at: fc.constantFrom(AT, '2022-11-01T08:00:00Z'),
  })
  it('are the same in any order and with any repetitions', () =>
    fc.assert(
      fc.property(fc.array(one), fc.array(fc.nat()), (reviews: Review[], picks) => {
        const shuffled = [...reviews].reverse().concat(picks.flatMap((pick) => reviews[pick % reviews.length] ?? []))
        const sorted = (all: Iterable<Review>) => [...lastReviews(all).values()].map(canonical).sort()
        expect(sorted(shuffled)).toEqual(sorted(reviews))
      }),
    ))

  it('of a visit are none while one of its records is unreviewed, otherwise returned if one was', () => {
    const [a, b] = events as [LedgerEvent, LedgerEvent]
    const of = ({ id: event, hash }: LedgerEvent, verdict: 'accepted' | 'returned') => ({
      event,
      hash,
      ...said(verdict),
    })
    expect(reviewOf([a, b], lastReviews([of(a, 'accepted')]))).toBeNull()
    expect(reviewOf([a, b], lastReviews([of(a, 'returned'), of(b, 'accepted')]))?.verdict).toBe('returned')
    expect(reviewOf([a, b], lastReviews([of(a, 'accepted'), of(b, 'accepted')]))?.verdict).toBe('accepted')
    expect(reviewOf([], new Map())).toBeNull()
  })
})

describe('the desk’s earlier review of a visit', () => {
  const words = (event: LedgerEvent, verdict: 'accepted' | 'returned', at: string): Review => ({
    ...{ event: event.id, hash: event.hash, ...said(verdict, verdict, at) },
  })
  /** The only visit in the tablet's records. */
  const visit = async () => [...foldLedger(await tablet.all()).values()].flatMap(({ visits }) => visits)[0]!
  const earlier = async (...all: Review[]) => {
    const found = reviewBefore(await visit(), lastReviews(all))
    return found && [found.review.verdict, found.visit.records.map(({ sequence }) => sequence)]
  }

  it('is that of the records before they were corrected or continued, and not the current one', async () => {
    const [one, two, three] = events as [LedgerEvent, LedgerEvent, LedgerEvent]
    expect(await earlier()).toBeNull()
    const all = [one, two, three].map((event) => words(event, 'returned', '2022-11-01T00:00:00Z'))
    expect(await earlier(...all)).toBeNull()
    const fourth = await tablet.append(inspection({ corrects: three.id }), [], null, AT)
    expect(await earlier(...all)).toEqual(['returned', [1, 2, 3]])
    // The current review is not an earlier one; the one before it is returned.
    const now = [one, two, fourth].map((event) => words(event, 'accepted', '2022-11-03T00:00:00Z'))
    expect(await earlier(...all, ...now)).toEqual(['returned', [1, 2, 3]])
    const fifth = await tablet.append(inspection({ corrects: fourth.id }), [], null, AT)
    expect(await earlier(...all, ...now)).toEqual(['accepted', [1, 2, 4]])
    expect(await earlier(words(fifth, 'accepted', AT))).toEqual(['accepted', [1, 2, 5]])
  })
})

describe('a case that a tablet worked on', () => {
  const opened: EventBody = {
    ...{ type: 'case', sort: 'fire', sortName: '火点', title: '火点一', reason: '卫星', from: '', position: null },
    ...{ county: '', lead: [], observed: '2022-10-31T00:00:00.000Z', likely: [], terms: [], note: '' },
  }
  const step = (id: string, name: string, knows: readonly string[]) =>
    stepBody({ id, title: '火点一' }, undefined, { step: name, when: AT }, knows)
  const ends = async () => receivedEnds(await exchanged(tablet))

  it('is closed for the tablet by the next receipt, which says so only of its own cases', async () => {
    await believeDesk()
    const [mine, other] = [await desk.append(opened, [], null, AT), await desk.append(opened, [], null, AT)]
    const reported = await tablet.append(step(mine.id, 'reported', []), [], null, AT)
    await receiveBundle(desk, await bundle(), AT)
    await acceptReceipt(tablet, await answer())
    expect(await ends()).toEqual([])
    await desk.append(step(other.id, 'closed', []), [], null, AT)
    const closed = await desk.append(step(mine.id, 'closed', [reported.id]), [], null, AT)
    const receipt = await answer('2022-11-01T00:00:00Z')
    expect(await acceptReceipt(tablet, receipt)).toMatchObject({ state: 'confirmed' })
    expect(await ends()).toEqual([{ id: mine.id, by: closed.id, how: 'closed' }])
    // An earlier receipt that is read again does not open it.
    await acceptReceipt(tablet, await answer())
    expect(await ends()).toHaveLength(1)
  })

  it('may end in a way that a later version knows, and others of which it is not told', async () => {
    const own = (await tablet.append(step('d-1', 'reported', []), [], null, AT)).device
    const events = new Map((await tablet.all()).map((event) => [event.id, event]))
    const named = Object.fromEntries([...events.values()].map(({ id, hash }) => [id, hash]))
    const cases = [
      { id: 'd-1', by: 'd-9', how: 'merged' },
      { id: 'd-1', by: 'd-8', how: 'withdrawn', more: 1 },
      { id: 'd-2', by: 'd-7', how: 'closed' },
    ] as const
    const keys = (await desk.deskKeys())!
    const said = { bundle: 'b'.repeat(64), device: own, at: AT, events: named, photos: [], cases: cases as never }
    expect(await readReceipt(await writeReceipt(said, keys), own, events)).toMatchObject({
      cases: [{ id: 'd-1', by: 'd-8', how: 'withdrawn' }],
    })
  })
})
