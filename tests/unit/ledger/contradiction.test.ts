import { describe, expect, it } from 'vitest'
import { acceptedAgainstFailing, contradictionsOf, isUnsettled } from '@/ledger/contradiction'
import { countedState, returnedRecordIds } from '@/ledger/counted'
import type { Decision, LedgerEvent } from '@/ledger/event'
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
  return observationsOf(counted, acceptedAgainstFailing(state, reviews)).map(({ day, answers, deadlines }) => ({
    ...{ day, answers, deadlines },
  }))
}
const FOUND = {
  day: '2022-10-01',
  answers: { covered: false, washed: false, paved: true },
  deadlines: { covered: '2022-10-08' },
}
const contradictions = (events: readonly LedgerEvent[]) =>
  contradictionsOf(foldLedger(events).get('stockpile/DC-1')!).map((each) => ({
    ...each,
    failing: each.failing.device,
    other: each.other.device,
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
    const open = (...reviews: Review[]) => isUnsettled(found!, lastReviews(reviews))
    expect([open(), open(said(no, 'accepted'))]).toEqual([true, true])
    expect([open(said(yes, 'accepted')), open(said(yes, 'returned')), open(said(no, 'returned'))]).not.toContain(true)
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
})
