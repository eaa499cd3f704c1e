import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceFacts } from '@/domain/monitoring/device-facts'
import { doubtsOfDevices } from '@/domain/monitoring/doubts/find-doubts'
import type { Minute, Readings } from '@/domain/monitoring/readings'
import { minuteOn } from '../../fixtures/readings'

const DAY = minuteOn('2022-10-08')
const HOURS = 60
const series = (from: Minute, until: Minute, interval: number): Minute[] =>
  Array.from({ length: (until - from) / interval }, (_, i) => from + i * interval)
const readingsAt = (minutes: readonly Minute[]): Readings => ({
  devices: ['a'],
  device: new Uint8Array(minutes.length),
  minute: Int32Array.from(minutes),
  series: {},
})

/** Twenty days of readings every five minutes, then ten of hourly ones. */
const NEXT = DAY + 20 * 24 * HOURS
const CHANGED = [...series(DAY, NEXT, 5), ...series(NEXT, NEXT + 10 * 24 * HOURS, 60)]
const outage = { leastMinutes: 60, source: { zh: '', en: '' }, confirmed: false }

describe('a device that changes its interval within a month', () => {
  it('misses no reading and has no outage', () => {
    expect(deviceFacts(readingsAt(CHANGED))).toMatchObject([{ interval: 5, missing: 0, longestGap: 0, gapCount: 0 }])
    expect(doubtsOfDevices(readingsAt(CHANGED), { outage: { ...outage, leastMinutes: 30 } })).toEqual([])
  })

  it('misses none with times at the end of the interval, in either direction', () => {
    for (const [before, after] of [
      [5, 60],
      [60, 5],
    ] as const) {
      const minutes = [
        ...series(DAY, NEXT, before).map((each) => each + before),
        ...series(NEXT, NEXT + 20 * 24 * HOURS, after).map((each) => each + after),
      ]
      expect(deviceFacts(readingsAt(minutes))[0]!.missing).toBe(0)
      expect(doubtsOfDevices(readingsAt(minutes), { outage: { ...outage, leastMinutes: 30 } })).toEqual([])
    }
  })

  it('misses none if it changes in the middle of a day, and those that it lost then', () => {
    const noon = DAY + 12 * HOURS
    for (const [before, after] of [
      [5, 60],
      [60, 5],
      [1, 5],
    ] as const) {
      const minutes = [...series(DAY, noon, before), ...series(noon, noon + 12 * HOURS, after)]
      expect(deviceFacts(readingsAt(minutes))[0]).toMatchObject({ missing: 0, gapCount: 0 })
      const lossy = minutes.filter((minute) => minute !== noon + 8 * HOURS)
      expect(deviceFacts(readingsAt(lossy))[0]).toMatchObject({ missing: 1, gapCount: 1 })
    }
  })

  it('misses the readings that the interval of the day asks for', () => {
    const hour = NEXT + 34 * HOURS
    const isLost = (minute: Minute) =>
      (minute >= DAY + 600 && minute < DAY + 630) || (minute >= hour && minute < hour + 2 * HOURS)
    const [facts] = deviceFacts(readingsAt(CHANGED.filter((minute) => !isLost(minute))))
    expect(facts).toMatchObject({ missing: 6 + 2, longestGap: 120, gapCount: 2 })
    expect(facts!.gaps).toEqual([
      { from: DAY + 600, until: DAY + 625, missing: 6 },
      { from: hour, until: hour + HOURS, missing: 2 },
    ])
  })

  it('is measured at the ends of a known period by the interval of the first and the last day', () => {
    const whole = new Map([['a', [DAY - 10, NEXT + 10 * 24 * HOURS + 2 * HOURS - 1] as const]])
    expect(deviceFacts(readingsAt(CHANGED), whole)[0]!.gaps).toEqual([
      { from: DAY - 10, until: DAY - 5, missing: 2 },
      { from: NEXT + 10 * 24 * HOURS, until: NEXT + 10 * 24 * HOURS + HOURS, missing: 2 },
    ])
  })

  it('has as many missing readings as were lost from the middle of its days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 29 }), fc.integer({ min: 1, max: 4 }), (day, count) => {
        const interval = day < 20 ? 5 : 60
        const from = DAY + day * 24 * HOURS + 12 * HOURS
        const left = CHANGED.filter((minute) => minute < from || minute >= from + count * interval)
        expect(deviceFacts(readingsAt(left))[0]!.missing).toBe(count)
      }),
    )
  })
})
