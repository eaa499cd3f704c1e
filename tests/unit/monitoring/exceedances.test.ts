import { describe, expect, it } from 'vitest'
import { groupLevels, quantileOf } from '@/domain/monitoring/background'
import { byCounty, exceedances, limitsOf } from '@/domain/monitoring/exceedances'
import { hourGrid } from '@/domain/monitoring/hour-grid'
import { hourly } from '@/domain/monitoring/hours'
import type { BackgroundRule, Limit } from '@/domain/monitoring/settings'
import { at, saidBy } from '../../fixtures/readings'

const HOUR = { stamp: 'begin', leastMinutes: 45 } as const
const DAY = at('2022-10-08')
const limit = (changed: Partial<Limit> = {}): Limit => ({
  ...{ parameter: 'tsp', averaging: 60, value: 0.7, unit: 'mg/m³', source: { zh: '', en: '' }, confirmed: false },
  ...changed,
})
/** Hours of one device, each value in all four quarters. */
const hoursOf = (...tsp: number[]) =>
  hourly(saidBy({ a: { tsp: tsp.flatMap((each) => [each, each, each, each]) } }, DAY), HOUR)
const judged = (tsp: number[], limits: Limit[], stage: string | null = null, background?: number) =>
  exceedances(hoursOf(...tsp), 60, {
    limits,
    stageOf: () => stage,
    ...(background !== undefined && { background: () => background }),
  })

describe('what exceeds a limit', () => {
  it('is above it, not at it, in the unit of the limit', () => {
    expect(
      judged([699, 700, 701], [limit()]).map(({ from, value, allowedUpTo }) => [from - DAY, value, allowedUpTo]),
    ).toEqual([[120, 701, 700]])
    expect(judged([701], [limit({ value: 701, unit: 'µg/m³' })])).toEqual([])
  })

  it("is judged by the limit of the works' stage, and by one without a stage where none names it", () => {
    const limits = [limit({ stage: '土方', value: 0.8 }), limit({ stage: '主体' }), limit({ value: 1 })]
    const held = (stage: string | null) => limitsOf(limits, 60, stage).map(({ value }) => value)
    expect([held('土方'), held('主体'), held('收尾'), held(null)]).toEqual([[0.8], [0.7], [1], [1]])
    expect(limitsOf(limits, 15, '土方')).toEqual([])
    expect(judged([750], limits, '土方')).toEqual([])
    expect(judged([750], limits, '主体').length).toBe(1)
    expect(judged([750], [limit({ stage: '土方' })], '收尾')).toEqual([])
  })

  it('is allowed so many times a day, and told all the same', () => {
    const told = judged([900, 900, 100, 900, ...Array<number>(20).fill(100), 900], [limit({ perDay: 2 })])
    expect(told.map(({ ofDay, isAllowed }) => [ofDay, isAllowed])).toEqual([
      [1, true],
      [2, true],
      [3, false],
      [1, true],
    ])
  })

  it('is what lies above the background, by the ratio to it or as the difference from it', () => {
    const ratio: BackgroundRule = { by: 'ratio', parameter: 'pm10', share: 1.3, alarm: 2 }
    const of = (tsp: number, background: number) =>
      judged([tsp], [limit({ background: ratio })], null, background).map((each) => [each.compared, each.isAlarm])
    // Up to 1.3 times it is compared as it is.
    expect(of(780, 600)).toEqual([[780, false]])
    // Between, less 1.3 times the background: 900 − 650 is within the limit.
    expect(of(900, 500)).toEqual([])
    expect(of(3000, 1501)).toEqual([[expect.closeTo(3000 - 1.3 * 1501, 3), false]])
    // From twice on it is one, whatever the limit.
    expect(of(200, 100)).toEqual([[70, true]])
    // Multiples of next to nothing say nothing: 20 µg/m³ at least, in the unit of the limit.
    const bounded = (tsp: number, background: number) =>
      judged([tsp], [limit({ background: { ...ratio, least: 0.02 } })], null, background).map((each) => each.isAlarm)
    expect(bounded(200, 8)).toEqual([])
    expect(bounded(1000, 8)).toEqual([false])
    expect(bounded(200, 20)).toEqual([true])
    // What nobody knows is not taken off.
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
    // Without a background that is asked for it is compared as it is.
    expect(judged([231], [difference]).map(({ background, compared }) => [background, compared])).toEqual([[null, 231]])
  })

  it("has as its background the median of the county's devices of the same hour", () => {
    const pm10 = (...of: number[]) => ({ pm10: of.flatMap((each) => [each, each, each, each]) })
    const hours = hourly(saidBy({ a: pm10(10, 20), b: pm10(30, 40), c: pm10(80), d: pm10(500, 500) }, DAY), HOUR)
    const countyOf = (device: string) => (device === 'd' ? '礼泉县' : '乾县')
    const parts = [
      { ...hours, series: { pm10: { ...hours.series.pm10!, flags: new Uint8Array(hours.minute.length) } } },
    ]
    const grid = hourGrid(parts, DAY, DAY + 120, ['pm10'])
    const levels = groupLevels(grid, 'pm10', countyOf, { quantile: 0.5, leastDevices: 3 })
    expect(Object.fromEntries(levels)).toEqual({
      乾县: Float32Array.of(30, Number.NaN),
      礼泉县: Float32Array.of(Number.NaN, Number.NaN),
    })
    const of = (county: string, at: number) => levels.get(county)?.[(at - DAY) / 60] ?? Number.NaN
    const background = byCounty(new Map([['pm10', of]]), countyOf)
    expect([background('pm10', 'b', DAY + 45), background('tsp', 'b', DAY)]).toEqual([30, Number.NaN])
    expect(quantileOf(Float64Array.of(1, 2, 4, 8), 0.5)).toBe(3)
  })
})
