import { expect, it } from 'vitest'
import { applicableReviews, countedState, returnedRecordIds } from '@/ledger/counted'
import type { LedgerEvent } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { lastReviews, type Review, type Reviews } from '@/ledger/review'
import { observationsOf } from '@/ledger/team-observations'
import { inspection, write } from './records'

const said = ({ id, hash }: LedgerEvent, verdict: Review['verdict'], at = '2022-10-03T02:00:00Z'): Review => ({
  ...{ event: id, hash, verdict },
  ...{ note: '', author: '内勤', at },
})
const seen = (events: readonly LedgerEvent[], reviews: Reviews) => {
  const state = foldLedger(events)
  return observationsOf(countedState(events, state, returnedRecordIds(state, reviews))).map(({ day, answers }) => [
    day,
    answers,
  ])
}

const no = write('a', null, inspection(), '2022-10-01T02:00:00Z')
const yes = write('b', null, inspection({ answers: { covered: 'yes' }, supersedes: [no.id] }), '2022-10-02T02:00:00Z')
const SEEN_NO = ['2022-10-01', { covered: false }]
const SEEN_YES = ['2022-10-02', { covered: true }]

it('the rules ignore what the desk returned, until it is accepted or corrected', () => {
  expect(seen([no, yes], new Map())).toEqual([SEEN_NO, SEEN_YES])
  const back = [said(yes, 'returned')]
  expect(seen([no, yes], lastReviews(back))).toEqual([SEEN_NO])
  expect(seen([no, yes], lastReviews([...back, said(yes, 'accepted', '2022-10-04T02:00:00Z')]))).toEqual([
    SEEN_NO,
    SEEN_YES,
  ])
  const corrects = inspection({ answers: { covered: 'yes' }, supersedes: [no.id, yes.id], corrects: yes.id })
  const corrected = write('b', yes, corrects, '2022-10-04T02:00:00Z')
  expect(seen([no, yes, corrected], lastReviews(back))).toEqual([SEEN_NO, SEEN_YES])
  // Answers that it replaced on the same day, or that contradicted it, count again.
  const instead = inspection({ answers: { covered: 'yes' }, supersedes: [no.id] })
  const again = write('d', null, instead, '2022-10-01T03:00:00Z')
  expect(seen([no, again], new Map())).toEqual([
    ['2022-10-01', {}],
    ['2022-10-01', { covered: true }],
  ])
  expect(seen([no, again], lastReviews([said(again, 'returned')]))).toEqual([SEEN_NO])
  const other = write('c', null, inspection({ answers: { covered: 'yes' } }), '2022-10-01T03:00:00Z')
  expect(seen([no, other], new Map())).toEqual([SEEN_NO, ['2022-10-01', {}]])
  expect(seen([no, other], lastReviews([said(other, 'returned')]))).toEqual([SEEN_NO])
})

it('reviews are taken from this desk’s own, and on a tablet only from the pinned desk', () => {
  const own = lastReviews([said(no, 'returned')])
  const receipt = (desk: string, review: Review) => ({ desk, upTo: 1, photos: [], reviews: [review] }) as never
  const pins = [{ code: 'old' }, { code: 'new' }] as never
  const receipts = [receipt('old', said(no, 'returned')), receipt('new', said(yes, 'returned'))]
  expect([...applicableReviews(new Map(), { receipts, pins }).keys()]).toEqual([yes.hash])
  expect([...applicableReviews(own, { receipts: [], pins: [] }).keys()]).toEqual([no.hash])
})

it('a new or returned record makes only the observations of its own source anew', () => {
  const other = write('c', null, inspection({ target: { kind: 'stockpile', code: 'DC-2', name: '土堆' } }))
  const contradicts = write('d', null, inspection({ answers: { covered: 'yes' } }), '2022-10-01T03:00:00Z')
  const state = foldLedger([no, other])
  const ofOther = observationsOf(state).find(({ code }) => code === 'DC-2')
  const events = [no, other, contradicts, yes]
  const after = foldLedger(events, state)
  const counted = countedState(events, after, [yes.id])
  expect(counted).toEqual(foldLedger([no, other, contradicts]))
  for (const each of [after, counted]) expect(observationsOf(each)).toContain(ofOther)
  // What the desk accepts meanwhile changes them, too.
  const covered = (accepted: readonly string[]) =>
    observationsOf(counted, accepted).flatMap(({ code, answers }) => (code === 'DC-1' ? answers.covered : []))
  expect([covered([]), covered([contradicts.id]), covered([])]).toEqual([
    [false, undefined],
    [false, true],
    [false, undefined],
  ])
})
