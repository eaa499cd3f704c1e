import { describe, expect, it } from 'vitest'
import type { EventBody, LedgerEvent } from '@/ledger/event'
import { isFlatEnough, isLaterFormat, laterOf } from '@/ledger/later'
import { inspection, target, write } from './records'

describe('a format', () => {
  const isLater = (format: unknown) => isLaterFormat({ format }, 'chentu-bundle', 1)

  it('is a newer one if it is ours with a higher number', () => {
    expect(['chentu-bundle-2', 'chentu-bundle-10', 'chentu-bundle-123456789'].map(isLater)).toEqual([true, true, true])
  })

  it('is not if its number is known here, or if it is not ours', () => {
    for (const format of [
      'chentu-bundle-1',
      'chentu-bundle-0',
      'chentu-receipt-2',
      'chentu-bundle',
      'chentu-bundle-',
      'chentu-bundle-2x',
      'xchentu-bundle-2 ',
      '1chentu-bundle-2',
      'chentu-bundle-1234567890',
      2,
      undefined,
    ])
      expect([format, isLater(format)]).toEqual([format, false])
    for (const said of [null, undefined, 'chentu-bundle-2', {}, []])
      expect(isLaterFormat(said, 'chentu-bundle', 1)).toBe(false)
  })
})

describe('JSON from elsewhere', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1), b: 2 })

  it('may be nested up to sixty-four levels deep', () => {
    expect([1, 'x', null, true, {}, [], nested(64)].map((value) => isFlatEnough(value))).not.toContain(false)
    expect(isFlatEnough(nested(65))).toBe(false)
    expect(isFlatEnough([0, [nested(63)]])).toBe(false)
    expect(isFlatEnough(Array.from({ length: 1000 }, () => nested(10)))).toBe(true)
  })
})

describe('records of unknown types', () => {
  const later = (more: object = { target }) => ({ type: 'drone-flight', ...more }) as unknown as EventBody
  function chain(...said: readonly (readonly [EventBody, string])[]) {
    const events: LedgerEvent[] = []
    for (const [body, at] of said) events.push(write('a', events.at(-1) ?? null, body, at))
    return events
  }
  const numbers = (events: readonly LedgerEvent[]) => laterOf(events, target).map(({ sequence }) => sequence)

  it('are listed per source, newest first', () => {
    const day = (date: string) => `2022-10-${date}T08:00:00Z`
    const events = chain(
      [later(), day('02')],
      [inspection(), day('03')],
      [later(), day('01')],
      [later({ target: { ...target, code: 'other' } }), day('05')],
      [later({ target: { ...target, kind: 'road' } }), day('05')],
      [later({ target: null }), day('05')],
      [later({}), day('05')],
      [later({ target: 'DC-1' }), day('05')],
      [later(), day('04')],
      [later(), day('02')],
    )
    expect(numbers(events)).toEqual([9, 10, 1, 3])
    expect(numbers([...events].reverse())).toEqual([9, 10, 1, 3])
    expect(numbers([])).toEqual([])
  })
})
