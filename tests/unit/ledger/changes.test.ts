import { expect, it } from 'vitest'
import { changesOf, recordContent } from '@/ledger/changes'
import { checkHistories } from '@/ledger/check-history'
import type { Inspection } from '@/ledger/event'
import { foldLedger, supersededByCorrection } from '@/ledger/fold'
import { targetKey } from '@/ledger/shared-code'
import type { InspectionEvent } from '@/ledger/visit'
import { inspection, target, write } from './records'

const record = (change: Partial<Inspection>, last: InspectionEvent | null = null) =>
  write('this', last, inspection(change)) as InspectionEvent
const between = (before: Partial<Inspection>, after: Partial<Inspection>) =>
  changesOf(recordContent(record(before)), recordContent(record(after)), ['fenced', 'covered'])
const said = (found: readonly string[], rectifyBy = '', told = '') => ({ found, rectifyBy, told })

it('lists the changes of a correction by item, in the order of the list', () => {
  const before = {
    answers: { covered: 'no', fenced: 'yes', gone: 'yes' },
    shortcomings: { covered: said(['破损'], '2022-11-01') },
    note: '',
  } as const
  const after = {
    answers: { covered: 'no', fenced: 'no', gone: 'not-seen' },
    shortcomings: { covered: said(['破损', '未压实'], '2022-11-05', '王工'), fenced: said(['缺口']) },
    reasons: { gone: '未能进入现场' },
    note: '西侧',
  } as const
  expect(between(before, after)).toEqual([
    { item: 'fenced', what: 'answer', from: 'yes', to: 'no' },
    { item: 'fenced', what: 'found', from: '', to: '缺口' },
    { item: 'covered', what: 'found', from: '破损', to: '破损、未压实' },
    { item: 'covered', what: 'deadline', from: '2022-11-01', to: '2022-11-05' },
    { item: 'covered', what: 'told', from: '', to: '王工' },
    { item: 'gone', what: 'answer', from: 'yes', to: 'not-seen' },
    { item: 'gone', what: 'reason', from: '', to: '未能进入现场' },
    { item: null, what: 'note', from: '', to: '西侧' },
  ])
})

it('lists only the answer for an item that is met now', () => {
  const before = { answers: { covered: 'no' }, shortcomings: { covered: said(['破损'], '2022-11-01') } } as const
  expect(between(before, { answers: { covered: 'yes' }, shortcomings: {} })).toEqual([
    { item: 'covered', what: 'answer', from: 'no', to: 'yes' },
  ])
  expect(between(before, before)).toEqual([])
})

it('treats the single deadline of a record of the first version as that of each item', () => {
  const first = { answers: { covered: 'no' }, rectifyBy: '2022-11-05', told: '王工' } as const
  expect(between(first, { ...first, shortcomings: { covered: said([], '2022-11-05', '王工') } })).toEqual([])
})

it('compares each version with the next one that counts', () => {
  const first = record({ answers: { covered: 'no' } })
  const corrects = (wrong: InspectionEvent, last: InspectionEvent) =>
    record({ answers: { covered: 'yes' }, corrects: wrong.id, supersedes: supersededByCorrection(wrong) }, last)
  const second = corrects(first, first)
  const third = corrects(second, second)
  const withdrawal = write('this', third, { type: 'withdrawal', event: second.id, reason: '填错' })
  const nextOf = (events: Parameters<typeof foldLedger>[0]) =>
    Object.fromEntries(
      checkHistories(foldLedger(events).get(targetKey(target))).map(({ event, correctedBy }) => [
        event.id,
        correctedBy?.id,
      ]),
    )
  expect(nextOf([first, second, third])).toEqual({ 'this-1': 'this-2', 'this-2': 'this-3', 'this-3': undefined })
  expect(nextOf([first, second, third, withdrawal])).toMatchObject({ 'this-1': 'this-3', 'this-2': undefined })
})
