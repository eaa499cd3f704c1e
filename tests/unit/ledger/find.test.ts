import { describe, expect, it } from 'vitest'
import { writeBundle } from '@/ledger/bundle'
import { eventSchema } from '@/ledger/bundle-schema'
import { deliveryOf, NO_EXCHANGE } from '@/ledger/delivery'
import { newDevice } from '@/ledger/device'
import type { FoundEvent } from '@/ledger/discovery'
import type { Discovery, LedgerEvent } from '@/ledger/event'
import { findsOf, isFind } from '@/ledger/find'
import { foldLedger } from '@/ledger/fold'
import { voicesOf } from '@/ledger/originals'
import { NO_HELD_RECORDS, readBundle } from '@/ledger/read-bundle'
import { lastReviews, type Review, returningReview, reviewOf, unreviewed } from '@/ledger/review'
import { publicKey } from '@/ledger/signature'
import { chainOf, inspection, photoOf, write } from './records'

const discovery = (change: Partial<Discovery> = {}): Discovery => ({
  type: 'discovery',
  target: { kind: 'stockpile', code: 'XC1', name: '土堆' },
  position: [108.7, 34.3],
  accuracyMetres: 5,
  placed: 'stood',
  outline: [],
  note: '',
  photos: [],
  ...change,
})
const MORNING = '2022-10-30T01:00:00Z'
const first = write('a', null, discovery(), MORNING)
const correction = write(
  'a',
  first,
  discovery({
    target: { kind: 'yard', code: 'XC1', name: '料场' },
    photos: [photoOf(3).ref],
    corrects: first.id,
    foundAt: MORNING,
  }),
  '2022-10-31T01:00:00Z',
)
const of = ({ id, hash }: LedgerEvent, verdict: Review['verdict']): Review => ({
  ...{ event: id, hash, verdict, note: '类别有误' },
  ...{ author: '李内勤', at: '2022-10-30T09:00:00Z' },
})
const finds = (...events: readonly LedgerEvent[]) => findsOf(foldLedger(events), events)

describe('found sources in the desk’s review', () => {
  it('are listed once each, as last corrected, with the day of the first record', () => {
    const other = write(
      'b',
      null,
      discovery({ target: { kind: 'yard', code: 'XC2', name: '停车场' } }),
      '2022-10-29T01:00:00Z',
    )
    const [earlier, later] = finds(first, correction, other)
    expect(earlier).toMatchObject({ target: { code: 'XC2' }, day: '2022-10-29', corrected: [] })
    expect(later).toMatchObject({ target: { kind: 'yard', name: '料场' }, day: '2022-10-30', device: 'a' })
    expect(later!.records).toEqual([correction])
    expect(later!.corrected).toEqual([first])
    expect(later!.photos).toHaveLength(1)
    expect(isFind(later!)).toBe(true)
    expect(isFind({ ...foldLedger([write('a', null, inspection())]).get('stockpile/DC-1')!.visits[0]! })).toBe(false)
  })

  it('are open until reviewed, and again after a correction', () => {
    const returned = lastReviews([of(first, 'returned')])
    expect(unreviewed(finds(first), new Map())).toHaveLength(1)
    expect(unreviewed(finds(first), returned)).toEqual([])
    expect(returningReview(finds(first)[0]!, returned)?.note).toBe('类别有误')
    const [corrected] = finds(first, correction)
    expect(returningReview(corrected!, returned)).toBeNull()
    expect(unreviewed([corrected!], returned)).toHaveLength(1)
    expect(reviewOf(corrected!.records, lastReviews([of(correction, 'accepted')]))?.verdict).toBe('accepted')
  })

  it('that were returned ask for a correction on their tablet until there is one, also if the kind was wrong', () => {
    const pin = { code: 'desk', key: null, how: 'code', at: '2022-10-01T00:00:00Z', reason: '' } as const
    const receipt = { bundle: 'b', at: pin.at, from: 1, upTo: 1, photos: [], desk: 'desk' }
    const exchanged = {
      ...NO_EXCHANGE,
      pins: [pin],
      receipts: [{ ...receipt, reviews: [of(first, 'returned')] }],
    }
    const stateOf = (...events: readonly LedgerEvent[]) => deliveryOf(exchanged, foldLedger(events))(first).state
    expect(stateOf(first)).toBe('returned')
    expect(stateOf(first, correction)).toBe('received')
    const withdrawn = write('a', first, { type: 'withdrawal', event: first.id, reason: '重复' })
    expect(stateOf(first, withdrawn)).toBe('received')
    expect(foldLedger([first, correction]).get('stockpile/XC1')?.pastFinds).toEqual([first])
  })
})

describe('a found source with spoken notes', () => {
  const { ref, blob } = photoOf(7)
  const voice = { hash: ref.hash, bytes: ref.bytes, at: MORNING, seconds: 3, type: 'audio/webm' }
  const evidence = { measuredAt: MORNING, distanceMetres: 3, flags: ['no-photo'], reason: '' }

  it('names them, and reaches the desk with them', async () => {
    const device = await newDevice()
    const [event] = await chainOf(device, [discovery({ voices: [voice], evidence })])
    expect(voicesOf([event!])).toEqual([voice])
    expect(eventSchema.safeParse(event).success).toBe(true)
    expect(eventSchema.safeParse({ ...event, body: { ...event!.body, evidence: { flags: 1 } } }).success).toBe(false)
    expect(finds(event as FoundEvent)[0]!.voices).toEqual([voice])
    const keys = new Map([[device.id, await publicKey(device.keys!)]])
    const said = { device: device.id, events: [event!], keys, made: MORNING }
    const file = await writeBundle({ ...said, voice: async () => blob })
    const reading = await readBundle(file, NO_HELD_RECORDS)
    expect('bundle' in reading && reading.bundle.voices).toEqual([voice.hash])
  })
})
