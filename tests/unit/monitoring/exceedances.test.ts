import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupLevels, levelOfOthers } from '@/domain/monitoring/background'
import { byCounty, exceedances, limitsOf } from '@/domain/monitoring/exceedances'
import { hourGrid } from '@/domain/monitoring/hour-grid'
import { hourly } from '@/domain/monitoring/hours'
import type { BackgroundRule, Limit } from '@/domain/monitoring/settings'
import { minuteOn, readingsOf } from '../../fixtures/readings'

const HOUR = { stamp: 'begin', leastMinutes: 45 } as const
const DAY = minuteOn('2022-10-08')
const limit = (changed: Partial<Limit> = {}): Limit => ({
  ...{ parameter: 'tsp', averaging: 60, value: 0.7, unit: 'mg/m³', source: { zh: '', en: '' }, confirmed: false },
  ...changed,
})
/** Hours of one device, each value in all four quarters. */
const hoursOf = (...tsp: number[]) =>
  hourly(readingsOf({ a: { tsp: tsp.flatMap((each) => [each, each, each, each]) } }, DAY), HOUR)
const judged = (tsp: number[], limits: Limit[], stage: string | null = null, background?: number) =>
  exceedances(hoursOf(...tsp), 60, {
    limits,
    stageOf: () => stage,
    ...(background !== undefined && { background: () => ({ value: background, devices: 3 }) }),
  })

describe('values that exceed a limit', () => {
  it('are above it, not at it, in the unit of the limit', () => {
    expect(
      judged([699, 700, 701], [limit()]).map(({ from, value, allowedUpTo }) => [from - DAY, value, allowedUpTo]),
    ).toEqual([[120, 701, 700]])
    expect(judged([701], [limit({ value: 701, unit: 'µg/m³' })])).toEqual([])
  })

  it('"use the limit of the works\' stage, or one without a stage if none matches"', () => {
    const limits = [limit({ stage: '土方', value: 0.8 }), limit({ stage: '主体' }), limit({ value: 1 })]
    const held = (stage: string | null) => limitsOf(limits, 60, stage).map(({ value }) => value)
    expect([held('土方'), held('主体'), held('收尾'), held(null)]).toEqual([[0.8], [0.7], [1], [1]])
    expect(limitsOf(limits, 15, '土方')).toEqual([])
    expect(judged([750], limits, '土方')).toEqual([])
    expect(judged([750], limits, '主体').length).toBe(1)
    expect(judged([750], [limit({ stage: '土方' })], '收尾')).toEqual([])
  })

  it('are allowed a number of times per day, and returned nevertheless', () => {
    const told = judged([900, 900, 100, 900, ...Array<number>(20).fill(100), 900], [limit({ perDay: 2 })])
    expect(told.map(({ ofDay, isAllowed }) => [ofDay, isAllowed])).toEqual([
      [1, true],
      [2, true],
      [3, false],
      [1, true],
    ])
  })

  it('do not use up the daily allowance by values that are left out', () => {
    const told = exceedances(hoursOf(900, 900, 900), 60, {
      ...{ limits: [limit({ perDay: 1 })], stageOf: () => null },
      isLeftOut: (parameter, device, from) => parameter === 'tsp' && device === 'a' && from === DAY,
    })
    expect(told.map(({ from, ofDay, isAllowed }) => [from - DAY, ofDay, isAllowed])).toEqual([
      [60, 1, true],
      [120, 2, false],
    ])
  })

  it('are compared after subtracting the background, by ratio or difference', () => {
    const ratio: BackgroundRule = { by: 'ratio', parameter: 'pm10', share: 1.3, alarm: 2 }
    const of = (tsp: number, background: number) =>
      judged([tsp], [limit({ background: ratio })], null, background).map((each) => [each.compared, each.isAlarm])
    // Up to a ratio of 1.3 the value is compared as it is.
    expect(of(780, 600)).toEqual([[780, false]])
    // Above that 1.3 times the background is subtracted: 900 − 650 is within the limit.
    expect(of(900, 500)).toEqual([])
    expect(of(3000, 1501)).toEqual([[expect.closeTo(3000 - 1.3 * 1501, 3), false]])
    // From twice the background on it is an alarm, whatever the limit.
    expect(of(200, 100)).toEqual([[70, true]])
    // Ratios to a very small background mean nothing: it must be at least 20 µg/m³, in the unit of the limit.
    const bounded = (tsp: number, background: number) =>
      judged([tsp], [limit({ background: { ...ratio, least: 0.02 } })], null, background).map((each) => each.isAlarm)
    expect(bounded(200, 8)).toEqual([])
    expect(bounded(1000, 8)).toEqual([false])
    expect(bounded(200, 20)).toEqual([true])
    // An unknown background is not subtracted.
    expect(of(780, Number.NaN)).toEqual([[780, false]])
    const difference = limit({
      parameter: 'tsp',
      value: 80,
      unit: 'µg/m³',
      background: { by: 'difference', parameter: 'pm10', cap: 150 },
    })
    expect(judged([230], [difference], null, 200)).toEqual([])
    expect(judged([231], [difference], null, 200).map(({ background, compared }) => [background, compared])).toEqual([
      [150, 81],
    ])
    // Without the required background the value is compared as it is.
    expect(judged([231], [difference]).map(({ background, compared }) => [background, compared])).toEqual([[null, 231]])
  })

  it('"use as background the median of the county\'s other devices in the same hour"', () => {
    const pm10 = (...of: number[]) => ({ pm10: of.flatMap((each) => [each, each, each, each]) })
    const hours = hourly(
      readingsOf({ a: pm10(10, 20), b: pm10(30, 40), c: pm10(80), d: pm10(500, 500), e: pm10(60) }, DAY),
      HOUR,
    )
    const countyOf = (device: string) => (device === 'd' ? '礼泉县' : '乾县')
    const parts = [
      { ...hours, series: { pm10: { ...hours.series.pm10!, flags: new Uint8Array(hours.minute.length) } } },
    ]
    const grid = hourGrid(parts, DAY, DAY + 120, ['pm10'])
    const rule = { quantile: 0.5, leastDevices: 3 }
    const levels = groupLevels(grid, 'pm10', countyOf, rule)
    const of = (county: string, at: number, own: number) =>
      levelOfOthers(levels.get(county)!, (at - DAY) / 60, own, rule)
    const background = byCounty(new Map([['pm10', of]]), countyOf)
    // The median of 10, 60 and 80, without its own 30, is 60.
    expect(background('pm10', 'b', DAY + 45, 30)).toEqual({ value: 60, devices: 3 })
    expect(background('pm10', 'c', DAY, 80)).toEqual({ value: 30, devices: 3 })
    // A device without a value excludes none of the others.
    expect(background('pm10', 'b', DAY, Number.NaN)).toEqual({ value: 45, devices: 4 })
    // Too few others: only one in that hour, and none in the other county.
    expect(background('pm10', 'b', DAY + 60, 40)).toEqual({ value: Number.NaN, devices: 1 })
    expect(background('pm10', 'd', DAY, 500)).toEqual({ value: Number.NaN, devices: 0 })
    expect(background('tsp', 'b', DAY, 1)).toEqual({ value: Number.NaN, devices: 0 })
  })

  it('request the background with the device’s own value of that parameter', () => {
    const owns: number[] = []
    const { devices, device, minute } = hoursOf(900, 900)
    const series = {
      tsp: { values: Float32Array.of(900, 900) },
      pm10: { values: Float32Array.of(120, Number.NaN) },
    }
    exceedances({ devices, device, minute, series }, 60, {
      limits: [limit({ background: { by: 'ratio', parameter: 'pm10', share: 1.3, alarm: 2 } })],
      stageOf: () => null,
      background: (_, __, ___, own) => {
        owns.push(own)
        return { value: 100, devices: 3 }
      },
    })
    expect(owns).toEqual([120, Number.NaN])
  })

  it('use a quantile of the others, whichever device is left out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, nth, quantile) => {
          const devices = values.map((_, at) => `${at}`)
          const grid = {
            devices,
            from: 0,
            hours: 1,
            came: new Uint8Array(values.length).fill(1),
            minutes: {},
            flags: {},
          }
          const rule = { quantile, leastDevices: 1 }
          const group = groupLevels({ ...grid, values: { pm10: Float32Array.from(values) } }, 'pm10', () => '', rule)
          const at = nth % values.length
          const check = (own: number, others: readonly number[]) => {
            const level = levelOfOthers(group.get('')!, 0, own, rule)
            expect(level.devices).toBe(others.length)
            const sorted = [...others].sort((a, b) => a - b)
            const place = (sorted.length - 1) * quantile
            const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
            if (low === undefined || high === undefined) expect(level.value).toBeNaN()
            else expect(level.value).toBeCloseTo(low + (high - low) * (place - Math.floor(place)), 4)
          }
          check(values[at]!, values.toSpliced(at, 1))
          check(Number.NaN, values)
        },
      ),
    )
  })
})
