import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type DeskExchange,
  deliveryCounts,
  deliveryOf,
  lastReceivedNumber,
  NO_EXCHANGE,
  receivedPhotos,
  recordsWithDelivery,
} from '@/ledger/delivery'
import type { LedgerEvent } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { inspection, write } from './records'

const DESK = { code: 'desk', key: null, how: 'code', at: '2022-10-30T00:00:00Z', reason: '' } as const
const sentBy = (way: 'file' | 'folder' | 'codes', upTo: number, at = '2022-10-31T09:00:00Z') => ({
  from: 1,
  upTo,
  way,
  at,
})

/** So many checks of one tablet. */
function checks(count: number, device = 'a'): LedgerEvent[] {
  const all: LedgerEvent[] = []
  for (let i = 0; i < count; i++) all.push(write(device, all.at(-1) ?? null, inspection({ note: String(i) })))
  return all
}
const stateOf = (events: readonly LedgerEvent[], exchanged: DeskExchange, at = 0) =>
  deliveryOf(exchanged, foldLedger(events))(events[at]!).state

describe('the delivery state of a record', () => {
  it('is never received just because it was saved, shared, uploaded or shown', () => {
    const events = checks(2)
    for (const way of ['file', 'folder', 'codes'] as const) {
      const exchanged = { ...NO_EXCHANGE, pins: [DESK], sent: [sentBy(way, 1)] }
      const handing = deliveryOf(exchanged, foldLedger(events))
      expect(handing(events[0]!)).toMatchObject({ state: 'sent', sent: { way } })
      expect(handing(events[1]!)).toEqual({ state: 'unsent', review: null, sent: null })
    }
  })

  it('has the last way in which it was sent', () => {
    const events = checks(1)
    const sent = [sentBy('file', 1), sentBy('folder', 1, '2022-10-31T10:00:00Z')]
    const handing = deliveryOf({ ...NO_EXCHANGE, sent }, foldLedger(events))
    expect(handing(events[0]!).sent?.way).toBe('folder')
  })

  it('is received only by a receipt of the pinned desk', () => {
    const events = checks(1)
    const receipt = { bundle: 'b', at: DESK.at, from: 1, upTo: 1, photos: ['p'], desk: 'desk' }
    const other = { ...receipt, desk: 'other' }
    expect(stateOf(events, { ...NO_EXCHANGE, pins: [DESK], receipts: [other] })).toBe('unsent')
    expect(receivedPhotos({ pins: [DESK], receipts: [other] })).toEqual(new Set())
    expect(stateOf(events, { ...NO_EXCHANGE, receipts: [receipt] })).toBe('unsent')
    expect(stateOf(events, { ...NO_EXCHANGE, pins: [DESK], receipts: [receipt] })).toBe('received')
    expect(receivedPhotos({ pins: [DESK], receipts: [receipt] })).toEqual(new Set(['p']))
  })

  it('of a returned and corrected record is the same in the history and in the list', () => {
    const first = checks(1)
    const [wrong] = first
    const events = [...first, write('a', wrong!, inspection({ corrects: wrong!.id }))]
    const review = {
      event: wrong!.id,
      hash: wrong!.hash,
      verdict: 'returned' as const,
      note: '',
      author: '',
      at: DESK.at,
    }
    const receipt = { bundle: 'b', at: DESK.at, from: 1, upTo: 1, photos: [], desk: 'desk', reviews: [review] }
    const exchanged = { ...NO_EXCHANGE, pins: [DESK], receipts: [receipt] }
    expect(stateOf(first, exchanged)).toBe('returned')
    expect(stateOf(events, exchanged)).toBe('received')
    const records = recordsWithDelivery(events, 'a', foldLedger(events), exchanged)
    expect(records.map(({ state }) => state)).toEqual(['unsent', 'received'])
  })

  it('is exactly one per record, and leaves out other tablets’ records', () => {
    const range = fc
      .tuple(fc.nat(8), fc.nat(8))
      .map(([a, b]) => ({ from: Math.min(a, b) + 1, upTo: Math.max(a, b) + 1 }))
    const ranges = fc.array(range, { maxLength: 4 })
    const gaps = fc.array(fc.array(fc.integer({ min: 1, max: 9 })), { maxLength: 3 })
    fc.assert(
      fc.property(ranges, ranges, gaps, (given, named, single) => {
        const events = [...checks(9), ...checks(3, 'b')]
        const exchanged: DeskExchange = {
          pins: [DESK],
          sent: given.map((each) => ({ ...each, way: 'file', at: DESK.at })),
          receipts: [
            ...named,
            // With gaps, whatever its range says.
            ...single.map((numbers) => ({ from: 0, upTo: 9, numbers })),
          ].map((each, i) => ({ ...each, bundle: String(i), at: DESK.at, photos: [], desk: 'desk' })),
        }
        const records = recordsWithDelivery(events, 'a', foldLedger(events), exchanged)
        const counts = deliveryCounts(records, 0)
        expect(records).toHaveLength(9)
        expect(counts.unsent + counts.sent + counts.received + counts.returned).toBe(9)
        const isIn = (ranges: typeof given, at: number) => ranges.some(({ from, upTo }) => from <= at && at <= upTo)
        for (const { event, state } of records) {
          const isReceived = isIn(named, event.sequence) || single.flat().includes(event.sequence)
          const wanted = isReceived ? 'received' : isIn(given, event.sequence) ? 'sent' : 'unsent'
          expect(state).toBe(wanted)
        }
        const gap = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].find((at) => !isIn(named, at))!
        expect(lastReceivedNumber(exchanged)).toBe(gap - 1)
      }),
    )
  })

  it('is found by looking at the numbers of each receipt once, however many records there are', () => {
    const events = checks(50)
    let looks = 0
    const numbers = new Proxy([2, 4, 6], {
      get(target, name) {
        looks++
        return Reflect.get(target, name) as unknown
      },
    })
    const receipt = { bundle: 'b', at: DESK.at, from: 0, upTo: 6, photos: [], desk: 'desk', numbers }
    const handing = deliveryOf({ ...NO_EXCHANGE, pins: [DESK], receipts: [receipt] }, foldLedger(events))
    const received = () => events.flatMap((event) => (handing(event).state === 'received' ? [event.sequence] : []))
    expect(received()).toEqual([2, 4, 6])
    const once = looks
    expect(received()).toEqual([2, 4, 6])
    expect(looks).toBe(once)
  })
})
