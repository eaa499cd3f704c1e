import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptedBesideOthers, allContradictions, contradictionsOf, unsettledItems } from '@/ledger/contradiction'
import { countedState, returnedRecordIds } from '@/ledger/counted'
import type { Decision, EventBody, LedgerEvent } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { lastReviews, NO_REVIEWS, type Review, type Reviews } from '@/ledger/review'
import { observationsOf } from '@/ledger/team-observations'
import { inspection, target, write } from './records'

const failing = inspection({
  answers: { covered: 'no', washed: 'no', paved: 'yes' },
  shortcomings: { covered: { found: [], rectifyBy: '2022-10-08', told: '' } },
})
const no = write('a', null, failing, '2022-10-01T02:00:00Z')
const yes = write(
  'b',
  null,
  inspection({ answers: { covered: 'yes', washed: 'yes', paved: 'yes' } }),
  '2022-10-01T02:05:00Z',
)
const said = ({ id, hash }: LedgerEvent, verdict: Review['verdict']): Review => ({
  ...{ event: id, hash, verdict, note: '', author: '内勤', at: '2022-10-03T02:00:00Z' },
})

function seen(events: readonly LedgerEvent[], reviews: Reviews = NO_REVIEWS) {
  const state = foldLedger(events)
  const counted = countedState(events, state, returnedRecordIds(state, reviews))
  return observationsOf(counted, acceptedBesideOthers(state, reviews)).map(({ day, answers, deadlines }) => ({
    ...{ day, answers, deadlines },
  }))
}
const FOUND = {
  day: '2022-10-01',
  answers: { covered: false, washed: false, paved: true },
  deadlines: { covered: '2022-10-08' },
}
const contradictions = (events: readonly LedgerEvent[]) =>
  contradictionsOf(foldLedger(events).get('stockpile/DC-1')!).map(({ failing, other, answer, items }) => ({
    ...{ failing: failing.device, other: other.device, answer, items },
  }))

describe('two tablets that contradict each other on one day', () => {
  it('keep the failing answer and its deadline, in whichever order they arrive', () => {
    const withheld = { day: '2022-10-01', answers: { paved: true }, deadlines: {} }
    expect(seen([no, yes])).toEqual([FOUND, withheld])
    expect(seen([yes, no])).toEqual([FOUND, withheld])
    expect(contradictions([yes, no])).toEqual([
      { failing: 'a', other: 'b', answer: 'yes', items: ['covered', 'washed'] },
    ])
  })

  it('are settled once the desk accepts the record without the failure, or returns one of them', () => {
    const counts = { day: '2022-10-01', answers: { covered: true, washed: true, paved: true }, deadlines: {} }
    const accepted = lastReviews([said(yes, 'accepted')])
    expect(seen([no, yes], accepted)).toEqual([FOUND, counts])
    expect(seen([no, yes], lastReviews([said(yes, 'returned')]))).toEqual([FOUND])
    expect(seen([no, yes], lastReviews([said(no, 'returned')]))).toEqual([counts])
    const [found] = contradictionsOf(foldLedger([no, yes]).get('stockpile/DC-1')!)
    const open = (...reviews: Review[]) => unsettledItems(found!, lastReviews(reviews)).length > 0
    expect([open(), open(said(no, 'accepted'))]).toEqual([true, true])
    expect([open(said(yes, 'accepted')), open(said(yes, 'returned')), open(said(no, 'returned'))]).not.toContain(true)
  })

  it('count no longer for an item that was seen again on a later day, unless the desk returned that check', () => {
    const again = write(
      'c',
      null,
      inspection({ answers: { covered: 'yes', washed: 'not-seen' } }),
      '2022-10-09T02:00:00Z',
    )
    const [found] = contradictionsOf(foldLedger([no, yes, again]).get('stockpile/DC-1')!)
    expect(unsettledItems(found!, NO_REVIEWS)).toEqual(['washed'])
    expect(unsettledItems(found!, lastReviews([said(again, 'returned')]))).toEqual(['covered', 'washed'])
  })

  it('count again as contradicting when the accepted record is corrected', () => {
    const corrects = inspection({ answers: { covered: 'yes', washed: 'yes' }, corrects: yes.id, supersedes: [yes.id] })
    const corrected = write('b', yes, corrects, '2022-10-04T02:00:00Z')
    expect(seen([no, yes, corrected], lastReviews([said(yes, 'accepted')]))[1]?.answers).toEqual({})
  })

  it('say nothing against each other if one knew of the other, on another day, or where nobody saw the item', () => {
    const knew = write(
      'b',
      null,
      inspection({ answers: { covered: 'yes' }, supersedes: [no.id] }),
      '2022-10-01T03:00:00Z',
    )
    expect(contradictions([no, knew])).toEqual([])
    const later = write('b', null, inspection({ answers: { covered: 'yes' } }), '2022-10-02T03:00:00Z')
    expect(contradictions([no, later])).toEqual([])
    expect(seen([no, later]).at(-1)?.answers).toEqual({ covered: true })
    const unseen = write('b', null, inspection({ answers: { covered: 'not-seen' } }), '2022-10-01T03:00:00Z')
    expect(contradictions([no, unseen])).toEqual([])
    const moot = write('b', null, inspection({ answers: { covered: 'not-applicable' } }), '2022-10-01T03:00:00Z')
    expect(contradictions([no, moot])).toMatchObject([{ answer: 'not-applicable', items: ['covered'] }])
  })

  it('are settled by a person’s decision, unless a failure that the person did not know of stands beside it', () => {
    const decision = (answer: 'yes' | 'no'): Decision => ({
      ...{ type: 'decision', target, item: 'covered', answer, supersedes: [no.id, yes.id] },
    })
    const decided = write('c', null, decision('yes'), '2022-10-01T04:00:00Z')
    expect(contradictions([no, yes, decided])).toMatchObject([{ items: ['washed'] }])
    expect(seen([no, yes, decided]).at(-1)).toMatchObject({ answers: { covered: true } })
    const unknown = write('d', null, inspection(), '2022-10-01T03:00:00Z')
    const all = seen([no, yes, decided, unknown])
    expect(all.map(({ answers }) => answers.covered)).toEqual([undefined, undefined, false, undefined])
  })

  it('depend on which records the desk returned', () => {
    const met = inspection({ answers: { covered: 'yes', washed: 'yes' }, supersedes: [no.id] })
    const fixed = write('c', null, met, '2022-10-01T04:00:00Z')
    const reviews = lastReviews([said(yes, 'accepted'), said(fixed, 'returned')])
    expect(seen([no, yes, fixed], reviews).map(({ answers }) => answers.covered)).toEqual([false, true])
  })

  it('do not let a source be said to be no more while the failing item counts', () => {
    const reasons = { covered: '已完工' }
    const moot = inspection({ answers: { covered: 'not-applicable' }, reasons })
    const ended = write('b', null, moot, '2022-10-01T03:00:00Z')
    const words = (accepted: readonly string[]) =>
      observationsOf(foldLedger([no, ended]), accepted).map((each) => each.ended)
    expect(words([])).toEqual([undefined, undefined])
    expect(words([ended.id])).toEqual([undefined, '已完工'])
  })

  it('count the same in every order of arrival, also twice, and after a state that was folded before', () => {
    const step = fc.record({
      device: fc.constantFrom('a', 'b', 'c'),
      day: fc.constantFrom('01', '02'),
      sort: fc.constantFrom('check', 'check', 'check', 'correction', 'decision', 'withdrawal'),
      answers: fc.dictionary(
        fc.constantFrom('covered', 'washed'),
        fc.constantFrom('yes', 'no', 'not-applicable', 'not-seen'),
        { minKeys: 1 },
      ),
      knows: fc.array(fc.nat(11), { maxLength: 4 }),
      verdict: fc.constantFrom('accepted', 'returned', null),
      places: fc.tuple(fc.nat(), fc.nat()),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const events: LedgerEvent[] = []
        steps.forEach(({ device, day, sort, answers, knows }, i) => {
          const supersedes = [...new Set(knows.flatMap((at) => events[at]?.id ?? []))]
          const own = events.filter((each) => each.device === device)
          const before = own.findLast(({ body }) => body.type === 'inspection')
          const body: EventBody =
            sort === 'decision'
              ? { type: 'decision', target, item: 'covered', answer: answers.covered ?? 'yes', supersedes }
              : sort === 'withdrawal' && before
                ? { type: 'withdrawal', event: before.id, reason: '误录' }
                : sort === 'correction' && before
                  ? inspection({ answers, corrects: before.id, supersedes: [before.id] })
                  : inspection({ answers, supersedes })
          events.push(write(device, own.at(-1) ?? null, body, `2022-10-${day}T0${i % 8}:00:00Z`))
        })
        const reviews = lastReviews(
          events.flatMap((each, i) => (steps[i]!.verdict ? said(each, steps[i]!.verdict!) : [])),
        )
        const mixed = events
          .flatMap((each, i) => steps[i]!.places.map((place) => ({ each, place })))
          .sort((a, b) => a.place - b.place)
          .map(({ each }) => each)
        expect(seen(mixed, reviews)).toEqual(seen(events, reviews))
        const again = foldLedger(mixed, foldLedger(mixed.slice(0, events.length)))
        expect(allContradictions(again)).toEqual(allContradictions(foldLedger(events)))
      }),
    )
  })
})

describe('a failure that nobody could check again on the same day', () => {
  const unseen = inspection({ answers: { covered: 'not-seen' }, reasons: { covered: '大门锁闭' }, supersedes: [no.id] })

  it('counts with its deadline, whichever tablet went there again', () => {
    expect(seen([no, write('a', no, unseen, '2022-10-01T06:00:00Z')])).toEqual([FOUND])
    const other = write('b', null, unseen, '2022-10-01T06:00:00Z')
    expect(seen([no, other])).toEqual([FOUND])
    // A third tablet that did not know of the failure still contradicts it.
    expect(
      contradictions([
        no,
        other,
        write('c', null, inspection({ answers: { covered: 'yes' } }), '2022-10-01T07:00:00Z'),
      ]),
    ).toEqual([{ failing: 'a', other: 'c', answer: 'yes', items: ['covered'] }])
  })

  it('is not back either if it was found met before, whichever tablet went there again', () => {
    const met = write('a', no, inspection({ answers: { covered: 'yes' }, supersedes: [no.id] }), '2022-10-05T02:00:00Z')
    const locked = { ...unseen, supersedes: [met.id] }
    const last = (again: LedgerEvent) => seen([no, met, again]).at(-1)
    const found = { day: '2022-10-05', answers: { covered: true }, deadlines: {} }
    expect(last(write('a', met, locked, '2022-10-05T06:00:00Z'))).toEqual(found)
    expect(last(write('b', null, locked, '2022-10-05T06:00:00Z'))).toEqual(found)
    expect(last(write('b', null, locked, '2022-10-06T06:00:00Z'))).toEqual(found)
  })

  it('counts as well if its tablet found later that the item does not apply, unless the record was corrected', () => {
    const moot = inspection({ answers: { covered: 'not-applicable' }, supersedes: [no.id] })
    const events = [no, write('a', no, moot, '2022-10-01T06:00:00Z')]
    expect(seen(events)).toEqual([FOUND])
    expect(contradictions(events)).toEqual([])
    expect(seen([no, write('a', no, { ...moot, corrects: no.id }, '2022-10-01T06:00:00Z')])).toMatchObject([
      { answers: {} },
    ])
  })

  it('no longer counts once somebody who knew of that saw the item, or corrected the record', () => {
    const other = write('b', null, unseen, '2022-10-01T06:00:00Z')
    const met = inspection({ answers: { covered: 'yes' }, supersedes: [other.id] })
    const events = [no, other, write('c', null, met, '2022-10-01T07:00:00Z')]
    expect(seen(events).map(({ answers }) => answers.covered)).toEqual([undefined, true])
    expect(contradictions(events)).toEqual([])
    const corrected = write('a', no, { ...unseen, corrects: no.id }, '2022-10-01T06:00:00Z')
    expect(seen([no, corrected])).toEqual([])
  })
})
