import { beforeEach, describe, expect, it } from 'vitest'
import { isDeskRound, isDeskStop, stopKey, stopNumbers, useRound, visitsCountFrom } from '@/store/device/round'
import { useRoundOrders } from '@/store/device/round-orders'
import { today } from '@/store/device/today'

const stop = (code: string) => ({ kind: 'stockpile', code })
const round = () => useRound.getState()

beforeEach(() => {
  localStorage.clear()
  round().end()
  round().settle()
})

it('opens a round stored before rounds had days, as a round of an unknown day', () => {
  localStorage.setItem('chentu-round', JSON.stringify({ state: { stops: [stop('A')] }, version: 0 }))
  // What another window wrote is read before the next change.
  round().settle()
  expect(round()).toMatchObject({ stops: [stop('A')], day: '', since: '', from: 'own', skipped: {} })
})

it('undoes the replacement of a round, with its day and skipped stops', () => {
  round().begin({ day: '2026-01-05', stops: [stop('A'), stop('B')], team: '一组', from: 'desk' })
  expect(round().before).toBeNull()
  round().skip(stop('B'), '大门锁闭')
  round().begin({ day: '2026-01-06', stops: [stop('C')] })
  expect(round()).toMatchObject({ did: 'replaced', stops: [stop('C')], skipped: {}, team: '', from: 'own' })
  round().undo()
  expect(round()).toMatchObject({
    did: null,
    day: '2026-01-05',
    team: '一组',
    from: 'desk',
    stops: [stop('A'), stop('B')],
    skipped: { [stopKey(stop('B'))]: '大门锁闭' },
  })
})

it('undoes the end of a round', () => {
  round().begin({ day: '2026-01-05', stops: [stop('A')] })
  round().end()
  expect(round()).toMatchObject({ did: 'ended', stops: [], day: '' })
  round().undo()
  expect(round()).toMatchObject({ stops: [stop('A')], day: '2026-01-05', before: null })
})

it('keeps the visits of its first day when it continues on another day', () => {
  round().begin({ day: '2026-01-05', stops: [stop('A')] })
  round().goOn('2026-01-06')
  expect(round()).toMatchObject({ day: '2026-01-06', since: '2026-01-05' })
})

it('is of today if a stop starts it, and forgets the reason of a skipped stop that is removed', () => {
  round().toggleStop(stop('A'))
  expect(round()).toMatchObject({ day: today(), since: today(), stops: [stop('A')] })
  round().toggleStop(stop('B'))
  round().skip(stop('B'), '已停工')
  round().toggleStop(stop('B'))
  expect(round()).toMatchObject({ stops: [stop('A')], skipped: {} })
})

describe('a round from the desk', () => {
  const given = (codes: readonly string[]) => ({
    name: '城北线',
    team: '一组',
    day: '2026-01-05',
    from: 'desk' as const,
    stops: codes.map(stop),
  })

  it('keeps its order and skipped stops if it is sent twice', () => {
    expect(round().begin(given(['A', 'B']))).toBe('begun')
    round().setStops([stop('B'), stop('A')])
    round().skip(stop('A'), '大门锁闭')
    round().goOn('2026-01-06')
    expect(round().begin(given(['A', 'B']))).toBe('same')
    expect(round()).toMatchObject({
      stops: [{ code: 'B' }, { code: 'A' }],
      skipped: { 'stockpile/A': '大门锁闭' },
      did: null,
    })
  })

  it('keeps its stops and numbers whatever the tablet adds; a stop of the tablet’s own can be removed and restored', () => {
    round().begin(given(['A', 'B', 'C']))
    round().toggleStop(stop('X'))
    round().toggleStop(stop('B'))
    round().setStops(['C', 'X', 'A', 'B'].map((code) => round().stops.find((each) => each.code === code)!))
    const numbered = () => stopNumbers(round().stops).map((number, i) => `${number}${round().stops[i]!.code}`)
    expect(numbered()).toEqual(['3C', '4X', '1A', '2B'])
    expect(['A', 'X'].map((code) => isDeskStop(round(), stop(code)))).toEqual([true, false])
    round().toggleStop(stop('X'))
    expect(round().did).toBe('dropped')
    expect(numbered()).toEqual(['3C', '1A', '2B'])
    round().undo()
    expect(numbered()).toEqual(['3C', '4X', '1A', '2B'])
    round().toggleStop(stop('X'))
    round().skip(stop('A'), '大门锁闭')
    // Restoring the stop would remove the reason.
    expect(round()).toMatchObject({ did: null, before: null, skipped: { 'stockpile/A': '大门锁闭' } })
  })

  it('has all its stops from the desk if a version before numbers stored it', () => {
    const { since, ...kept } = { ...given(['A', 'B']), since: '2026-01-05', begun: '2026-01-05', skipped: {} }
    localStorage.setItem('chentu-round', JSON.stringify({ state: { ...kept, since }, version: 0 }))
    round().settle()
    round().toggleStop(stop('A'))
    expect(round().stops.map(({ code }) => code)).toEqual(['A', 'B'])
    round().toggleStop(stop('X'))
    expect(round().stops.map(({ code, given }) => [code, given])).toEqual([
      ['A', 1],
      ['B', 2],
      ['X', undefined],
    ])
  })

  it('has the new stops and keeps skipped ones if the desk changed it, and can be undone', () => {
    round().begin(given(['A', 'B']))
    round().skip(stop('A'), '大门锁闭')
    round().skip(stop('B'), '已停工')
    expect(round().begin(given(['A', 'C']))).toBe('changed')
    expect(round()).toMatchObject({
      stops: [
        { ...stop('A'), given: 1 },
        { ...stop('C'), given: 2 },
      ],
      skipped: { 'stockpile/A': '大门锁闭' },
      did: 'changed',
    })
    expect(Object.keys(round().skipped)).toHaveLength(1)
    round().undo()
    expect(round()).toMatchObject({ stops: [{ code: 'A' }, { code: 'B' }], skipped: { 'stockpile/B': '已停工' } })
  })

  it('replaces the tablet’s own round, which can be restored also after a reload', () => {
    round().begin({ day: '2026-01-05', stops: [stop('X')] })
    expect(round().begin(given(['A']))).toBe('replaced')
    const { state } = JSON.parse(localStorage.getItem('chentu-round')!)
    expect(state).toMatchObject({ did: 'replaced', before: { from: 'own', stops: [stop('X')] } })
  })
})

it('for a later day counts visits from the day it was started, and keeps the day in its order', () => {
  const order = { name: '明日线', team: '', day: '2999-01-01', from: 'desk' as const, stops: [stop('A')] }
  round().begin(order)
  expect(visitsCountFrom(round())).toBe(today())
  expect(isDeskRound(round(), order)).toBe(true)
  round().goOn(today())
  expect(visitsCountFrom(round())).toBe(today())
  expect(isDeskRound(round(), order)).toBe(true)
  round().begin({ day: '2026-01-05', stops: [stop('B')] })
  expect(visitsCountFrom(round())).toBe('2026-01-05')
  // As an earlier version stored it.
  expect(visitsCountFrom({ since: '2026-01-05', begun: '' })).toBe('2026-01-05')
  expect(visitsCountFrom({ since: '', begun: '' })).toBe(today())
})

it('is stored at the desk with the stops that were removed when it was given again', () => {
  const given = { name: '城北线', team: '', day: '2026-01-05', from: 'desk' as const, stops: [stop('A'), stop('B')] }
  useRoundOrders.getState().add(given)
  useRoundOrders.getState().add({ ...given, stops: [stop('A')] })
  const kept = [{ ...given, stops: [stop('A')], dropped: [stop('B')] }]
  expect(useRoundOrders.getState().orders).toEqual(kept)
  expect(JSON.parse(localStorage.getItem('chentu-round-orders')!).state.orders).toEqual(kept)
})
