import { describe, expect, it } from 'vitest'
import { minuteOf } from '@/domain/monitoring/minute-of'
import type { Warning } from '@/domain/warnings/warning'
import { callsOf } from '@/ledger/calls'
import type { Call, EventBody, Inspection, LedgerEvent } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { lastReviews, NO_REVIEWS, type Reviews } from '@/ledger/review'
import type { CalledSource } from '@/questions/warning-duties'
import { calledState } from '@/store/warnings/call-standing'
import { calledTally } from '@/store/warnings/warning-of-month'
import { inspection, write } from '../ledger/records'

const DEVICE = 'a1b2c3d4e5f60718'
const warning: Warning = {
  ...{ code: 'W-1', name: '第1号', level: 'yellow', counties: [], issuer: '' },
  ...{ from: minuteOf('2022-10-29 12:00')!, until: minuteOf('2022-10-31 12:00') },
}
const target = (code: string) => ({ kind: 'stockpile', code, name: code })
const call = (code: string, answer: string): Call => ({
  ...{ type: 'call', target: target(code), warning: { code: 'W-1', name: '第1号' }, answer, person: '', note: '' },
})
const visit = (code: string, answers: Inspection['answers']) => inspection({ target: target(code), answers })

function said(...bodies: readonly (readonly [EventBody, at: string])[]): LedgerEvent[] {
  const events: LedgerEvent[] = []
  for (const [body, at] of bodies) events.push(write(DEVICE, events.at(-1) ?? null, body, at))
  return events
}
const NOON = '2022-10-30T04:00:00Z'
const answered = (events: readonly LedgerEvent[], reviews: Reviews = NO_REVIEWS) => ({
  ...{ calls: callsOf(events), state: foldLedger(events), reviews },
})
const stateOf = (events: readonly LedgerEvent[], reviews: Reviews = NO_REVIEWS, code = 'DC-1') =>
  calledState(warning, { kind: 'stockpile', code }, answered(events, reviews))
const standing = (events: readonly LedgerEvent[]) => stateOf(events).standing
const failed = (...bodies: readonly (readonly [EventBody, string])[]) => stateOf(said(...bodies)).failed !== null

describe('how one stands who has to respond', () => {
  it('is by the last answer; nobody is done who was not called', () => {
    expect(standing([])).toBe('none')
    expect(standing(said([call('DC-1', 'unreached'), NOON], [call('DC-1', 'done'), NOON]))).toBe('done')
    expect(standing(said([call('DC-1', 'done'), NOON], [call('DC-1', 'refused'), NOON]))).toBe('refused')
    expect(standing(said([call('DC-2', 'done'), NOON]))).toBe('none')
    // An answer that only a later version knows is no promise that it is done.
    expect(standing(said([call('DC-1', 'partly'), NOON]))).toBe('doing')
  })

  it('has beside it what the last check found that began while the warning lasted, until a later one finds nothing', () => {
    const done = [call('DC-1', 'done'), NOON] as const
    const bad = visit('DC-1', { covered: 'no' })
    expect(failed(done, [bad, NOON])).toBe(true)
    expect(standing(said(done, [bad, NOON]))).toBe('done')
    // On the day of the warning, but before it began; after it was lifted.
    expect(failed(done, [bad, '2022-10-29T03:59:00Z'])).toBe(false)
    expect(failed(done, [bad, '2022-10-29T04:00:00Z'])).toBe(true)
    expect(failed(done, [bad, '2022-10-31T04:00:00Z'])).toBe(false)
    expect(failed(done, [bad, NOON], [visit('DC-1', { covered: 'yes' }), '2022-10-31T01:00:00Z'])).toBe(false)
  })

  it('takes nothing from a check that the desk gave back', () => {
    const events = said([visit('DC-1', { covered: 'no' }), NOON])
    const review = { hash: events[0]!.hash, record: events[0]!.id, verdict: 'returned', note: '', author: '', at: NOON }
    expect(stateOf(events, lastReviews([review as never])).failed).toBeNull()
  })

  it('is counted by county, of those who are known to have to respond', () => {
    const source = (code: string, county: string, asked: readonly number[]) =>
      ({
        kind: 'stockpile',
        code,
        county,
        asked,
        unclear: [],
        role: asked.length > 0 ? 'asked' : 'unclear',
      }) as unknown as CalledSource
    const sources = [
      source('DC-1', 'a', [0]),
      source('DC-2', 'a', [0]),
      source('DC-3', '', [0]),
      source('DC-4', 'a', []),
    ]
    const events = said([call('DC-1', 'done'), NOON])
    const { all, counties } = calledTally(warning, sources, answered(events))
    expect(all).toMatchObject({ asked: 3, done: 1, none: 2 })
    expect(counties.get('a')).toMatchObject({ asked: 2, done: 1, none: 1 })
    expect(counties.get('')).toMatchObject({ asked: 1, none: 1 })
  })
})
