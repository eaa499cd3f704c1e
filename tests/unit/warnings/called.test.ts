import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minuteOf } from '@/domain/monitoring/minute-of'
import { onSiteItem } from '@/domain/warnings/on-site'
import type { Warning } from '@/domain/warnings/warning'
import { callsOf } from '@/ledger/calls'
import type { Call, EventBody, Inspection, LedgerEvent } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { lastReviews, NO_REVIEWS, type Reviews } from '@/ledger/review'
import { seenOf } from '@/ledger/seen'
import { calledState, knownStandings } from '@/store/warnings/call-standing'
import { otherCalls } from '@/store/warnings/other-calls'
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
const DAY = '2022-10-31'
const stateOf = (events: readonly LedgerEvent[], reviews: Reviews = NO_REVIEWS, day = DAY) =>
  calledState(warning, { kind: 'stockpile', code: 'DC-1' }, answered(events, reviews), day)
const standing = (events: readonly LedgerEvent[]) => stateOf(events).standing
const failed = (...bodies: readonly (readonly [EventBody, string])[]) => stateOf(said(...bodies)).failed !== null

describe('the state of a source that must respond to a warning', () => {
  it('follows the last answer, and is never done without a call', () => {
    expect(standing([])).toBe('none')
    expect(standing(said([call('DC-1', 'unreached'), NOON], [call('DC-1', 'done'), NOON]))).toBe('done')
    expect(standing(said([call('DC-1', 'done'), NOON], [call('DC-1', 'refused'), NOON]))).toBe('refused')
    expect(standing(said([call('DC-2', 'done'), NOON]))).toBe('none')
    // An unknown answer of a newer version does not count as done.
    expect(standing(said([call('DC-1', 'partly'), NOON]))).toBe('doing')
  })

  it('includes failures found by the last check that began during the warning, until a later one finds none', () => {
    const done = [call('DC-1', 'done'), NOON] as const
    const bad = visit('DC-1', { covered: 'no' })
    expect(failed(done, [bad, NOON])).toBe(true)
    expect(standing(said(done, [bad, NOON]))).toBe('done')
    // On the day of the warning but before it began; then after it was lifted.
    expect(failed(done, [bad, '2022-10-29T03:59:00Z'])).toBe(false)
    expect(failed(done, [bad, '2022-10-29T04:00:00Z'])).toBe(true)
    expect(failed(done, [bad, '2022-10-31T04:00:00Z'])).toBe(false)
    expect(failed(done, [bad, NOON], [visit('DC-1', { covered: 'yes' }), '2022-10-31T01:00:00Z'])).toBe(false)
  })

  it('distinguishes a failed measure from other items of the same check', () => {
    const measure = onSiteItem(warning.code, 'W-1-a' as never)
    const known = (answers: Inspection['answers']) =>
      knownStandings(warning, answered(said([visit('DC-1', answers), NOON])), DAY).map(({ unmet, failed }) => [
        unmet,
        failed,
      ])
    expect(known({ [measure]: 'yes', covered: 'no' })).toEqual([[false, true]])
    expect(known({ [measure]: 'no', covered: 'yes' })).toEqual([[true, false]])
    expect(known({ [measure]: 'yes', covered: 'yes' })).toEqual([])
  })

  it('ignores a check that the desk returned', () => {
    const events = said([visit('DC-1', { covered: 'no' }), NOON])
    const review = { hash: events[0]!.hash, record: events[0]!.id, verdict: 'returned', note: '', author: '', at: NOON }
    expect(stateOf(events, lastReviews([review as never])).failed).toBeNull()
  })

  it('is that at the end of a day; later calls are listed separately and have no effect', () => {
    const events = said(
      [call('DC-1', 'unreached'), '2022-10-29T15:59:00Z'],
      // The first minute of the 30th in Shanghai.
      [call('DC-1', 'done'), '2022-10-29T16:00:00Z'],
      [visit('DC-1', { covered: 'no' }), NOON],
    )
    const on = (day: string) => {
      const { standing, calls, later, failed } = stateOf(events, NO_REVIEWS, day)
      return [standing, calls.length, later.length, failed !== null]
    }
    expect(on('2022-10-28')).toEqual(['none', 0, 2, false])
    expect(on('2022-10-29')).toEqual(['unreached', 1, 1, false])
    expect(on('2022-10-30')).toEqual(['done', 2, 0, true])
  })

  it('uses the time of a call, whenever it was recorded', () => {
    const made = { ...call('DC-1', 'done'), calledAt: '2022-10-30T01:00:00Z' }
    expect(stateOf(said([made, '2022-11-05T01:00:00Z'])).standing).toBe('done')
    expect(stateOf(said([call('DC-1', 'done'), '2022-11-05T01:00:00Z'])).standing).toBe('none')
  })

  it('ignores a withdrawn call, which stays readable', () => {
    const events = said([call('DC-1', 'unreached'), NOON], [call('DC-1', 'done'), NOON])
    const taken = write(DEVICE, events.at(-1)!, { type: 'withdrawal', event: `${DEVICE}-2`, reason: '填错对象' }, NOON)
    const { standing, withdrawn } = stateOf([...events, taken])
    expect(standing).toBe('unreached')
    expect(withdrawn.map(({ by }) => by.body.reason)).toEqual(['填错对象'])
  })

  it('is also known for later or withdrawn calls, and if a check found something', () => {
    const events = said(
      [call('DC-1', 'done'), NOON],
      [call('DC-2', 'done'), '2022-11-05T01:00:00Z'],
      [visit('DC-3', { covered: 'no' }), NOON],
      [visit('DC-4', { covered: 'yes' }), NOON],
    )
    expect(knownStandings(warning, answered(events), DAY)).toEqual([
      { kind: 'stockpile', code: 'DC-1', standing: 'done', unmet: false, failed: false },
      { kind: 'stockpile', code: 'DC-2', standing: 'none', unmet: false, failed: false },
      { kind: 'stockpile', code: 'DC-3', standing: 'none', unmet: false, failed: true },
    ])
  })
})

describe('the checked measures of a warning', () => {
  const item = onSiteItem('W-1', 'building')
  it('have the last answer by checks during the warning, beside the answer to a call', () => {
    const events = said(
      [call('DC-1', 'done'), NOON],
      [visit('DC-1', { [item]: 'no', covered: 'yes' }), NOON],
      [visit('DC-1', { [onSiteItem('W-2', 'building')]: 'no' }), '2022-10-31T01:00:00Z'],
      // After it was lifted.
      [visit('DC-1', { [item]: 'yes' }), '2022-11-01T05:00:00Z'],
    )
    const { standing, onSite } = stateOf(events, NO_REVIEWS, '2022-11-02')
    expect(standing).toBe('done')
    expect(onSite).toEqual([{ measure: 'building', answer: 'no', day: '2022-10-30' }])
  })

  it('are not requirements of the plan, and do not affect its evaluation', () => {
    const [seen] = seenOf(foldLedger(said([visit('DC-1', { [item]: 'no', covered: 'yes' }), NOON])))
    expect(seen!.answers).toEqual({ covered: true })
  })
})

describe('calls outside the list of sources to call', () => {
  const events = said([call('DC-1', 'done'), NOON], [call('DC-2', 'refused'), NOON])
  const { calls } = answered(events)

  it('are found by their warning if the table does not have it any more', () => {
    const [kept, ...rest] = otherCalls(calls, ['W-9'], null)
    expect(rest).toEqual([])
    expect(kept).toMatchObject({ code: 'W-1', name: '第1号', isListed: false })
    expect(kept!.targets.map(({ target: { code } }) => code)).toEqual(['DC-1', 'DC-2'])
  })

  it('are found under the warning if it asks nothing of their sources any more', () => {
    expect(otherCalls(calls, ['W-1'], { code: 'W-1', unasked: [] })).toEqual([])
    const [kept] = otherCalls(calls, ['W-1'], { code: 'W-1', unasked: [target('DC-2')] })
    expect(kept).toMatchObject({ code: 'W-1', isListed: true })
    expect(kept!.targets.map(({ target: { code } }) => code)).toEqual(['DC-2'])
  })

  it('are on exactly one of the lists, whatever the table has', () => {
    fc.assert(
      fc.property(fc.subarray(['W-1', 'W-2', 'W-3']), fc.subarray(['DC-1', 'DC-2', 'DC-3']), (listed, unasked) => {
        const bodies = ['W-1', 'W-2', 'W-3'].flatMap((of) =>
          ['DC-1', 'DC-2', 'DC-3'].map(
            (code) => [{ ...call(code, 'done'), warning: { code: of, name: of } }, NOON] as const,
          ),
        )
        const all = callsOf(said(...bodies))
        const shown = listed[0] === undefined ? null : { code: listed[0], unasked: unasked.map(target) }
        const found = otherCalls(all, listed, shown).flatMap(({ code, targets }) =>
          targets.map((each) => `${code} ${each.target.code}`),
        )
        const elsewhere = listed.flatMap((code) =>
          ['DC-1', 'DC-2', 'DC-3']
            .filter((of) => code !== listed[0] || !unasked.includes(of))
            .map((of) => `${code} ${of}`),
        )
        expect([...found, ...elsewhere].sort()).toEqual(
          bodies.map(([{ warning: w, target: of }]) => `${w.code} ${of.code}`).sort(),
        )
      }),
    )
  })
})
