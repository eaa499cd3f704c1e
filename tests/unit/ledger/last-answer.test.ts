import { describe, expect, it } from 'vitest'
import type { EventBody, Inspection, LedgerEvent } from '@/ledger/event'
import { nextEvent } from '@/ledger/event-chain'
import { foldLedger } from '@/ledger/fold'
import { answerSoFar, lastAnswer, type RecordBeingWritten } from '@/ledger/last-answer'
import { targetKey } from '@/ledger/shared-code'
import type { InspectionEvent } from '@/ledger/visit'
import { inspection, target } from './records'

/** The events of devices, each at its own time. */
function written(...said: readonly (readonly [device: string, at: string, body: EventBody])[]) {
  const last = new Map<string, LedgerEvent>()
  const events = said.map(([device, at, body]) => {
    const event = nextEvent(last.get(device) ?? null, { device, at: `2022-${at}:00Z`, author: '', body })
    last.set(device, event)
    return event
  })
  return { events, state: foldLedger(events).get(targetKey(target)) }
}
const covered = (answer: 'yes' | 'no', change: Partial<Inspection> = {}) =>
  inspection({ answers: { covered: answer }, ...change })
const on = (day: string, corrected: LedgerEvent | null = null): RecordBeingWritten => ({
  ...{ device: 'a', day, corrected: corrected as InspectionEvent | null },
})

describe('the last answer to an item', () => {
  it('is that of the last visit, by any team', () => {
    const { state } = written(['a', '10-01T02:00', covered('no')], ['b', '10-05T02:00', covered('yes')])
    expect(lastAnswer(state, 'covered', on('2022-10-31'))).toEqual({ answer: 'yes', day: '2022-10-05' })
    expect(lastAnswer(state, 'washed', on('2022-10-31'))).toBeNull()
    expect(lastAnswer(undefined, 'covered', on('2022-10-31'))).toBeNull()
  })

  it('leaves out the record being corrected, its own visit, and later visits', () => {
    const { events, state } = written(
      ['a', '10-01T02:00', covered('no')],
      ['a', '10-20T02:00', covered('yes')],
      ['a', '10-20T04:00', covered('yes')],
      ['b', '10-25T02:00', covered('yes')],
    )
    const before = { answer: 'no', day: '2022-10-01' }
    expect(lastAnswer(state, 'covered', on('2022-10-31', events[2]))).toEqual(before)
    expect(lastAnswer(state, 'covered', on('2022-10-31', events[1]))).toEqual(before)
    expect(lastAnswer(state, 'covered', on('2022-10-31', events[0]))).toBeNull()
  })

  it('stays the one before the visit if a correction is corrected on a later day', () => {
    const { events, state } = written(
      ['a', '10-01T02:00', covered('no')],
      ['a', '10-20T02:00', covered('yes')],
      ['a', '10-22T02:00', covered('no', { corrects: 'a-2' })],
    )
    expect(lastAnswer(state, 'covered', on('2022-10-31', events[2]))).toEqual({ answer: 'no', day: '2022-10-01' })
    expect(answerSoFar(state, 'covered', on('2022-10-31', events[2]))).toBe('no')
  })

  it('leaves out answers of the same tablet and day, which belong to the same visit and are shown separately', () => {
    const { state } = written(['a', '10-01T02:00', covered('no')], ['a', '10-31T01:00', covered('yes')])
    expect(lastAnswer(state, 'covered', on('2022-10-31'))).toEqual({ answer: 'no', day: '2022-10-01' })
    expect(answerSoFar(state, 'covered', on('2022-10-31'))).toBe('yes')
    expect(answerSoFar(state, 'covered', on('2022-11-01'))).toBeNull()
    // Another tablet was there earlier that day.
    const { state: both } = written(['b', '10-31T01:00', covered('yes')], ['a', '10-31T03:00', covered('no')])
    expect(lastAnswer(both, 'covered', on('2022-10-31'))).toEqual({ answer: 'yes', day: '2022-10-31' })
  })

  it('is a person’s decision between teams, if that is the latest before the visit', () => {
    const decision = (at: string) =>
      ['c', at, { type: 'decision', target, item: 'covered', answer: 'no', supersedes: [] }] as const
    const visits = [
      ['a', '10-01T02:00', covered('yes')],
      ['b', '10-01T03:00', covered('no')],
    ] as const
    const { state } = written(...visits, decision('10-03T02:00'))
    expect(lastAnswer(state, 'covered', on('2022-10-31'))).toEqual({ answer: 'no', day: '2022-10-03' })
    const later = written(...visits, ['a', '10-10T02:00', covered('yes')], decision('10-12T02:00'))
    expect(lastAnswer(later.state, 'covered', on('2022-10-31', later.events[2]))?.day).toBe('2022-10-01')
  })
})
