import { expect, it } from 'vitest'
import { isRequired, lacksOf } from '@/features/field/check/lacks'
import type { Answer } from '@/ledger/event'
import type { PhotoRef } from '@/ledger/references'

const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id }))
const photo = (item?: string) =>
  ({ hash: item ?? 'place', bytes: 1, at: '', position: null, taken: null, ...(item && { item }) }) as PhotoRef
const answers: Readonly<Record<string, Answer>> = {
  f: 'not-seen',
  a: 'no',
  b: 'no',
  c: 'not-applicable',
  d: 'not-seen',
}
const shortcomings = { b: { found: ['未覆盖'], rectifyBy: '2026-11-30', told: '' } }

it('lists what is missing item by item, in the order of the list', () => {
  expect(lacksOf({ answers, shortcomings, reasons: { f: ' ' } }, items, [photo('b')])).toEqual([
    { item: 'a', answer: 'no', lacks: ['photo', 'found', 'deadline'] },
    { item: 'c', answer: 'not-applicable', lacks: ['reason'] },
    { item: 'd', answer: 'not-seen', lacks: ['reason'] },
    { item: 'f', answer: 'not-seen', lacks: ['reason'] },
  ])
})

it('requires a reason only for what could not be checked', () => {
  const required = (reasons: Record<string, string>) =>
    lacksOf({ answers, shortcomings, reasons }, items, [])
      .filter(isRequired)
      .map(({ item }) => item)
  expect(required({})).toEqual(['d', 'f'])
  expect(required({ d: '未能进入现场', f: '未能进入现场' })).toEqual([])
})

it('counts a photo of the place for every item, if the record’s flag says so', () => {
  const lacks = lacksOf({ answers: { a: 'no' }, shortcomings: {}, reasons: {} }, items, [photo()])
  expect(lacks).toEqual([{ item: 'a', answer: 'no', lacks: ['found', 'deadline'] }])
})
