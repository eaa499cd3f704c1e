import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calledAt, callsOf, callsTo } from '@/ledger/calls'
import type { Call, EventBody, LedgerEvent } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { inspection, target, write } from './records'

const call = (answer: string, code = 'W-1'): Call => ({
  type: 'call',
  target,
  warning: { code, name: '第1号' },
  answer,
  person: '李四',
  note: '',
})

function said(device: string, bodies: readonly (readonly [EventBody, string])[]): LedgerEvent[] {
  const events: LedgerEvent[] = []
  for (const [body, at] of bodies) events.push(write(device, events.at(-1) ?? null, body, at))
  return events
}
const [ONE, OTHER] = ['a1b2c3d4e5f60718', 'b1b2c3d4e5f60718']
const morning = said(ONE, [
  [call('unreached'), '2022-10-29T05:00:00Z'],
  [call('done', 'W-2'), '2022-10-29T05:10:00Z'],
  [call('doing'), '2022-10-29T06:00:00Z'],
])
const county = said(OTHER, [
  [call('refused'), '2022-10-29T05:30:00Z'],
  [{ type: 'withdrawal', event: `${OTHER}-1`, reason: '打错' }, '2022-10-29T05:40:00Z'],
  [{ type: 'withdrawal', event: `${ONE}-3`, reason: '不是本机的' }, '2022-10-29T05:41:00Z'],
  [call('done'), '2022-10-29T07:00:00Z'],
])

describe('calls on a day with a warning', () => {
  it('are kept by warning and source, oldest first; a device withdraws only its own', () => {
    const calls = callsOf([...morning, ...county])
    expect(callsTo(calls, 'W-1', target).standing.map(({ body }) => body.answer)).toEqual([
      'unreached',
      'doing',
      'done',
    ])
    expect(callsTo(calls, 'W-2', target).standing).toHaveLength(1)
    expect(callsTo(calls, 'W-1', { kind: 'stockpile', code: 'DC-9' })).toEqual({ standing: [], withdrawn: [] })
  })

  it('have the same result in any order of events, with any repetitions', () => {
    const plain = (events: readonly LedgerEvent[]) =>
      [...callsOf(events)].map(([code, of]) => [
        code,
        [...of].map(([key, { standing, withdrawn }]) => [
          key,
          standing.map(({ id }) => id),
          withdrawn.map(({ event, by }) => [event.id, by.id]),
        ]),
      ])
    const all = [...morning, ...county]
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 14 }), (events) => {
        expect(new Map(plain(events) as never)).toEqual(new Map(plain(all) as never))
      }),
    )
  })

  it('stay readable when withdrawn, with the first withdrawal by their own device', () => {
    const again: EventBody = { type: 'withdrawal', event: `${OTHER}-1`, reason: '又一次' }
    const events = [...county, write(OTHER, county.at(-1)!, again, '2022-10-29T08:00:00Z')]
    for (const order of [events, [...events].reverse()]) {
      const { withdrawn } = callsTo(callsOf(order), 'W-1', target)
      expect(withdrawn.map(({ event, by }) => [event.id, by.body.reason])).toEqual([[`${OTHER}-1`, '打错']])
    }
  })

  it('are ordered by the time of the call, which is at most the time of recording', () => {
    const earlier = { ...call('refused'), calledAt: '2022-10-29T05:30:00Z' }
    const ahead = { ...call('done'), calledAt: '2099-01-01T00:00:00Z' }
    const events = said(OTHER, [
      [earlier, '2022-10-29T09:00:00Z'],
      [ahead, '2022-10-29T05:45:00Z'],
    ])
    const { standing } = callsTo(callsOf([...morning, ...events]), 'W-1', target)
    expect(standing.map((event) => [event.body.answer, calledAt(event)])).toEqual([
      ['unreached', '2022-10-29T05:00:00Z'],
      ['refused', '2022-10-29T05:30:00Z'],
      ['done', '2022-10-29T05:45:00Z'],
      ['doing', '2022-10-29T06:00:00Z'],
    ])
  })

  it('do not affect the state of the source', () => {
    const visit = write(ONE, null, inspection())
    expect(foldLedger([visit, ...morning.slice(1)])).toEqual(foldLedger([visit]))
  })
})
