import { describe, expect, it } from 'vitest'
import { changesOf, firstContent } from '@/ledger/changes'
import type { Inspection, LedgerEvent } from '@/ledger/event'
import { nextEvent } from '@/ledger/event-chain'
import { type InspectionEvent, type Visit, visitsOf } from '@/ledger/visit'
import { recordKind } from '@/store/words/record-kind'
import { inspection } from './records'

function visit(...bodies: Inspection[]) {
  const events: LedgerEvent[] = []
  for (const body of bodies)
    events.push(nextEvent(events.at(-1) ?? null, { device: 'a', at: '2022-10-31T08:00:00Z', author: '', body }))
  return visitsOf(events as InspectionEvent[])[0]!
}
const changes = (of: Visit) => changesOf(firstContent(of), of, [])
/** The first answer of each item that has another answer now. */
function said(...bodies: Inspection[]) {
  const of = visit(...bodies)
  const { answers } = firstContent(of)
  return Object.fromEntries(
    changes(of).flatMap(({ item }) => {
      const was = item === null ? undefined : answers.get(item)
      return was ? [[item, was.answer] as const] : []
    }),
  )
}
const notesBefore = (of: Visit) => changes(of).flatMap(({ item, from }) => (item === null ? from : []))

describe('earlier statements of a visit', () => {
  it('are none if nothing was changed', () => {
    expect(said(inspection({ answers: { a: 'no', b: 'yes' } }))).toEqual({})
    expect(said(inspection({ answers: { a: 'no' } }), inspection({ answers: { b: 'yes' } }))).toEqual({})
  })

  it('are the first answers of items that have another answer now, or none', () => {
    const first = inspection({ answers: { a: 'no', b: 'yes', c: 'yes' } })
    const second = inspection({ answers: { a: 'yes', b: 'yes' }, corrects: 'a-1' })
    expect(said(first, second)).toEqual({ a: 'no', c: 'yes' })
    expect(said(first, inspection({ answers: { a: 'yes' } }))).toEqual({ a: 'no' })
    expect(said(first, second, inspection({ answers: { a: 'no', b: 'yes', c: 'yes' }, corrects: 'a-2' }))).toEqual({})
  })

  it('include changes of the description of an unmet item', () => {
    const words = (found: string) => ({ a: { found: [found], rectifyBy: '', told: '' } })
    const first = inspection({ answers: { a: 'no' }, shortcomings: words('缺口') })
    expect(said(first, inspection({ answers: { a: 'no' }, shortcomings: words('破损'), corrects: 'a-1' }))).toEqual({
      a: 'no',
    })
  })

  it('include changes of the reason of an unchecked item, and of the fields of the first version', () => {
    const because = (reason: string) => inspection({ answers: { a: 'not-seen' }, reasons: { a: reason } })
    expect(said(because('大门锁闭'), { ...because('被拒绝进入'), corrects: 'a-1' })).toEqual({ a: 'not-seen' })
    expect(said(because('大门锁闭'), { ...because('大门锁闭'), corrects: 'a-1' })).toEqual({})
    const ofAll = (told: string) => inspection({ answers: { a: 'no' }, rectifyBy: '2022-11-01', told })
    expect(said(ofAll('甲'), { ...ofAll('乙'), corrects: 'a-1' })).toEqual({ a: 'no' })
  })

  it('include notes that no record has any more', () => {
    const first = inspection({ note: '旧' })
    expect(notesBefore(visit(first, inspection({ note: '新', corrects: 'a-1' })))).toEqual(['旧'])
    expect(notesBefore(visit(first, inspection({ note: '旧', corrects: 'a-1' })))).toEqual([])
  })
})

it('a record is named by its type; corrections and checks at which nothing was seen have their own names', () => {
  const kindOf = (body: object) => recordKind({ body } as LedgerEvent)
  expect(kindOf(inspection({ answers: { a: 'yes', b: 'not-seen' } }))).toBe('inspection')
  expect(kindOf(inspection({ answers: { a: 'not-seen' } }))).toBe('notSeen')
  expect(kindOf(inspection({ answers: {} }))).toBe('inspection')
  expect(kindOf(inspection({ answers: { a: 'not-seen' }, corrects: 'a-1' }))).toBe('correction')
  expect(kindOf({ type: 'signature' })).toBe('signature')
  expect(kindOf({ type: 'signature', unsigned: { why: 'refused' } })).toBe('unsigned')
  expect(kindOf({ type: 'withdrawal' })).toBe('withdrawal')
  expect(kindOf({ type: 'of a later version' })).toBe('later')
})
