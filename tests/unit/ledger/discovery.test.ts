import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FoundDraft, foundCorrectionOf } from '@/features/field/record/drafts'
import { foundPlace } from '@/features/field/record/found-place'
import { eventSchema } from '@/ledger/bundle-schema'
import { newDevice } from '@/ledger/device'
import { earlierFinds, type FoundEvent, foundDay } from '@/ledger/discovery'
import type { Discovery, LedgerEvent } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { chainOf, photoOf, write } from './records'

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
const DAYS = ['2022-10-30T08:00:00Z', '2022-10-31T08:00:00Z', '2022-11-01T08:00:00Z', '2022-11-02T08:00:00Z']
/** The events of a device that records these bodies on consecutive days. */
function saying(device: string, ...bodies: readonly LedgerEvent['body'][]): LedgerEvent[] {
  const events: LedgerEvent[] = []
  bodies.forEach((body, at) => {
    events.push(write(device, events.at(-1) ?? null, body as Discovery, DAYS[at]))
  })
  return events
}
const standing = (events: readonly LedgerEvent[]) =>
  [...foldLedger(events).values()].flatMap(({ found }) => (found ? `${found.body.target.kind} ${found.id}` : []))
const withdrawal = (event: string) => ({ type: 'withdrawal', event, reason: '填错' }) as const

const first = discovery()
const second = discovery({ note: '已覆盖', corrects: 'a-1', foundAt: DAYS[0]! })
const third = discovery({
  target: { kind: 'yard', code: 'XC1', name: '料场' },
  corrects: 'a-2',
  foundAt: DAYS[0]!,
})

describe('a corrected found source', () => {
  it('counts once, in its latest form, in any order of events and also if its kind was wrong', () => {
    const events = saying('a', first, second, third)
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: 3 }), (shuffled) => {
        expect(standing(shuffled)).toEqual(['yard a-3'])
      }),
    )
    expect(standing(events.slice(0, 2))).toEqual(['stockpile a-2'])
    const last = events[2] as FoundEvent
    expect(earlierFinds(last, events).map(({ id }) => id)).toEqual(['a-1', 'a-2'])
    expect(foundDay(last)).toBe('2022-10-30')
    expect(foundDay(events[0] as FoundEvent)).toBe('2022-10-30')
  })

  it('is removed if its latest record was withdrawn', () => {
    const events = saying('a', first, second, withdrawal('a-2'))
    expect(standing(events)).toEqual([])
    expect(
      foldLedger(events)
        .get('stockpile/XC1')
        ?.withdrawn.map(({ event }) => event.id),
    ).toEqual(['a-2'])
  })

  it('stays removed if a correction that was already open is saved later', () => {
    const corrected = discovery({ corrects: 'a-1', foundAt: DAYS[0]! })
    expect(standing(saying('a', first, withdrawal('a-1'), corrected))).toEqual([])
    const again = { ...third, corrects: 'a-3' }
    expect(standing(saying('a', first, withdrawal('a-1'), corrected, again))).toEqual([])
    // A withdrawal by another tablet has no effect.
    expect(standing([...saying('a', first), ...saying('b', withdrawal('a-1')), ...saying('a', first, second)])).toEqual(
      ['stockpile a-2'],
    )
  })

  it('is corrected only by the tablet that found it, and never by an earlier record', () => {
    const other = saying('b', discovery({ corrects: 'a-1', target: { kind: 'yard', code: 'XC1', name: '别处' } }))
    expect(standing([...saying('a', first), ...other])).toEqual(['stockpile a-1', 'yard b-1'])
    expect(standing(saying('a', discovery({ corrects: 'a-1' })))).toEqual(['stockpile a-1'])
    const elsewhere = discovery({ corrects: 'a-1', target: { kind: 'stockpile', code: 'XC2', name: '另一处' } })
    expect(standing(saying('a', first, elsewhere))).toEqual(['stockpile a-1', 'stockpile a-2'])
  })

  it('is accepted by the schema of bundles', async () => {
    const events = await chainOf(await newDevice(), [first, second])
    for (const event of events) expect(eventSchema.safeParse(event).success).toBe(true)
  })
})

describe('the start of a correction', () => {
  const begun = (change: Partial<Discovery>) =>
    foundCorrectionOf(write('a', null, discovery(change)) as FoundEvent, false)
  /** The position after changes to the draft. */
  const placed = (change: Partial<Discovery>, drawn: Partial<FoundDraft> = {}) =>
    foundPlace({ ...begun(change), ...drawn }, discovery(change))
  const ring = [
    [108.7, 34.3],
    [108.701, 34.3],
    [108.701, 34.301],
  ] as const

  it('has everything in the record: saved unchanged it is the same', () => {
    const { ref } = photoOf(3)
    const draft = begun({ note: '路边', photos: [ref] })
    expect(draft).toMatchObject({ kind: 'stockpile', note: '路边', name: '', corrects: 'a-1', kept: [ref], photos: [] })
    const { position } = first
    expect(placed({})).toEqual({ position, accuracyMetres: 5, placed: 'stood' })
    const marked = { placed: 'marked', accuracyMetres: null, outline: ring }
    expect(placed(marked)).toEqual({ position, accuracyMetres: null, placed: 'marked' })
    for (const accuracyMetres of [8, null])
      expect(placed({ placed: 'outline', accuracyMetres, outline: ring })).toEqual({
        position,
        accuracyMetres,
        placed: 'outline',
      })
  })

  it('keeps the position of a record without its origin, and adds none', () => {
    const { placed: _, ...early } = discovery({ outline: ring })
    const draft = foundCorrectionOf(write('a', null, early) as FoundEvent, false)
    expect(foundPlace(draft, early)).toEqual({ position: first.position, accuracyMetres: 5 })
    expect(draft.walkMetres).toEqual([])
  })

  it('keeps the record’s position if a new walk was abandoned, and uses a completed one', () => {
    const walked = { placed: 'outline', accuracyMetres: 8, outline: ring }
    const { position } = first
    expect(placed(walked, { walk: ring.slice(0, 2), walkMetres: [8, 8] })).toEqual({
      position,
      accuracyMetres: 8,
      placed: 'outline',
    })
    const stood = { position: [108.8, 34.4] as const, accuracyMetres: 6 }
    expect(placed(walked, { walk: [], walkMetres: [], stood })).toEqual({ ...stood, placed: 'stood' })
    const wider = [...ring, [108.7, 34.301]] as const
    const anew = placed(walked, { walk: wider, walkMetres: [8, 8, 8, 9] })
    expect(anew).toMatchObject({ accuracyMetres: 9, placed: 'outline' })
    expect(anew!.position).not.toEqual(position)
    // Without the mark the centre of the same walk is used.
    expect(placed({ placed: 'marked', accuracyMetres: null, outline: ring }, { marked: null })).toMatchObject({
      placed: 'outline',
    })
  })

  it('has the name if the user gave one', () => {
    const event = write('a', null, discovery()) as FoundEvent
    expect(foundCorrectionOf(event, true).name).toBe('土堆')
  })
})
