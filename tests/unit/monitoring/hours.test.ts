import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hourly } from '@/domain/monitoring/hours'
import { intervalOfRows, intervalsOf } from '@/domain/monitoring/interval'
import { meanOf } from '@/domain/monitoring/mean'
import { FLAGS, type Flag } from '@/domain/monitoring/parameter'
import type { Readings } from '@/domain/monitoring/readings'
import { uncovered } from '@/domain/monitoring/uncovered'

type Row = readonly [device: string, minute: number, value: number, flag?: Flag]

const readingsOf = (rows: readonly Row[]): Readings => {
  const devices = [...new Set(rows.map(([device]) => device))]
  return {
    devices,
    device: Uint8Array.from(rows, ([device]) => devices.indexOf(device)),
    minute: Int32Array.from(rows, ([, minute]) => minute),
    series: {
      tsp: {
        values: Float32Array.from(rows, ([, , value]) => value),
        flags: Uint8Array.from(rows, ([, , , flag = 'N']) => FLAGS.indexOf(flag)),
      },
    },
  }
}

const CUSTOMARY = { stamp: 'begin', leastMinutes: 45 } as const
const listed = (rows: readonly Row[], rule: Parameters<typeof hourly>[1] = CUSTOMARY) => {
  const { devices, device, minute, series } = hourly(readingsOf(rows), rule)
  return Array.from(minute, (at, row) => [devices[device[row]!], at, series.tsp!.values[row], series.tsp!.minutes[row]])
}
const quarters = (device: string, from: number, ...values: (number | readonly [number, Flag])[]): Row[] =>
  values.map((value, i) =>
    typeof value === 'number' ? [device, from + i * 15, value] : [device, from + i * 15, ...value],
  )

describe('hourly means', () => {
  it('need three quarters of the hour, and values that are valid for the air', () => {
    expect(listed(quarters('a', 60, 1, 2, 3, 6, 10, 20, [900, 'D'], 30, 7, 8, [900, 'T'], [9, 'S']))).toEqual([
      ['a', 60, 3, 60],
      ['a', 120, 20, 45],
      ['a', 180, 8, 45],
    ])
    expect(listed(quarters('a', 60, 1, 2, Number.NaN, [5, 'C']))).toEqual([['a', 60, Number.NaN, 30]])
  })

  it('belong to the hour that contains the interval, whether its time is its start or its end', () => {
    const rows = quarters('a', 75, 1, 2, 3, 4)
    expect(listed(rows, { stamp: 'end', leastMinutes: 45 })).toEqual([['a', 60, 2.5, 60]])
    expect(listed(rows)).toEqual([
      ['a', 60, 2, 45],
      ['a', 120, Number.NaN, 15],
    ])
  })

  it('use each device’s own interval, and are missing if it is unknown', () => {
    const rows: Row[] = [
      ...quarters('a', 0, 4, 4, 4, 4),
      ['b', 0, 5],
      ['b', 60, 7],
      ['b', 120, 9],
      ['c', 0, 1],
      ['c', 7, 1],
    ]
    expect(intervalsOf(readingsOf(rows))).toEqual([15, 60, null])
    expect(listed(rows)).toEqual([
      ['a', 0, 4, 60],
      ['b', 0, 5, 60],
      ['b', 60, 7, 60],
      ['b', 120, 9, 60],
    ])
    expect(hourly(readingsOf(rows), CUSTOMARY).irregular).toEqual(['c'])
  })

  it('use the interval of each day, if a month has several', () => {
    const every = (step: number, from: number, until: number): Row[] =>
      Array.from({ length: (until - from) / step }, (_, i) => ['a', from + i * step, 100])
    /** A day and an hour in Asia/Shanghai. */
    const at = (day: number, hour = 0) => day * 1440 + hour * 60 - 480
    const known = (rows: readonly Row[]) => listed(rows).filter(([, , mean]) => mean === 100).length
    expect(known([...every(60, at(1), at(30)), ...every(1, at(30), at(31))])).toBe(30 * 24)
    expect(known([...every(1, at(1), at(8)), ...every(60, at(8), at(31))])).toBe(30 * 24)
    // Nine minutes of each hour are too few, although nine readings every five minutes would do.
    const few = Array.from({ length: 24 }, (_, hour) => every(1, at(30, hour), at(30, hour) + 9)).flat()
    expect(known([...every(5, at(1), at(30)), ...few])).toBe(29 * 24)
    // Readings were lost: the interval is still a quarter of an hour.
    const half = every(15, at(1), at(30)).filter((_, i) => i % 96 > 60 && i % 96 < 68 && i % 2 === 0)
    expect(known([...half, ...every(15, at(30), at(31))])).toBe(24)
    // With times at the end of the interval, the reading at midnight is the last of the day before.
    const ends = [...every(60, at(1, 1), at(8, 1)), ...every(1, at(8) + 1, at(9) + 1)]
    const stamped = listed(ends, { stamp: 'end', leastMinutes: 45 })
    expect(stamped.length).toBe(8 * 24)
    expect(stamped.every(([, , mean]) => mean === 100)).toBe(true)
  })

  it('use the interval of each hour, if a day has several', () => {
    const every = (step: number, from: number, until: number, value = 100): Row[] =>
      Array.from({ length: (until - from) / step }, (_, i) => ['a', from + i * step, value])
    /** An hour of a day in Asia/Shanghai. */
    const at = (hour: number) => 1440 + hour * 60 - 480
    const shifted = (rows: readonly Row[], by: number) =>
      rows.map(([device, time, value]): Row => [device, time + by, value])
    for (const [before, after] of [
      [1, 5],
      [1, 60],
      [5, 60],
      [60, 1],
      [60, 15],
    ] as const) {
      const [first, second] = [every(before, at(0), at(12)), every(after, at(12), at(24))]
      const whole = Array.from({ length: 24 }, (_, hour) => ['a', at(hour), 100, 60])
      expect(listed([...first, ...second])).toEqual(whole)
      const ends = [...shifted(first, before), ...shifted(second, after)]
      expect(listed(ends, { stamp: 'end', leastMinutes: 45 })).toEqual(whole)
    }
    // A quarter of an hour each minute is too little, also on the day on which the device changes to five minutes.
    const few = [...every(1, at(0), at(11)), ...every(1, at(11), at(11) + 15), ...every(5, at(12), at(24))]
    expect(listed(few)[11]).toEqual(['a', at(11), Number.NaN, 15])
  })

  it('of an hour whose readings change their interval count each that no shorter one covers, by its minutes', () => {
    const of = (step: number, from: number, until: number, value: number) =>
      Array.from({ length: (until - from) / step }, (_, i): Row => ['a', from + i * step, value])
    const rows = [...of(1, 0, 90, 100), ...of(5, 90, 240, 400)]
    const [, changed] = listed(rows)
    expect(changed).toEqual(['a', 60, 250, 60])
    const ends = rows.map(([code, at, value]): Row => [code, at + (at < 90 ? 1 : 5), value])
    expect(listed(ends, { stamp: 'end', leastMinutes: 45 })[1]).toEqual(['a', 60, 250, 60])
  })

  it('leave out a value of which a shorter one covers some time, or which reaches beyond the period', () => {
    const [begins, intervals] = [[0, 5, 7, 22, 37, 52], Uint8Array.of(5, 5, 15, 15, 15, 15)]
    const isCounted = uncovered(
      { start: 0, end: 6 },
      { intervals, beginOf: (row) => begins[row]! },
      [0, 60],
      () => true,
    )
    expect(begins.filter((_, row) => isCounted(row))).toEqual([0, 5, 22, 37])
  })

  it('of an hour with readings of several intervals are those of the shortest', () => {
    const hourly = Array.from({ length: 12 }, (_, hour): Row => ['a', hour * 60, 900])
    const five = (from: number, until: number) =>
      Array.from({ length: (until - from) / 5 }, (_, i): Row => ['a', from + i * 5, 100])
    expect(listed([...hourly, ...five(11 * 60 + 10, 15 * 60)]).slice(10)).toEqual([
      ['a', 600, 900, 60],
      ['a', 660, 100, 50],
      ['a', 720, 100, 60],
      ['a', 780, 100, 60],
      ['a', 840, 100, 60],
    ])
    // Ends of intervals, the hourly ones not on the hour.
    const ends = [...five(0, 800), ...hourly.map(([, at]): Row => ['a', 810 + at, 900])]
    expect(listed(ends, { stamp: 'end', leastMinutes: 45 }).slice(13, 16)).toEqual([
      ['a', 720, 100, 60],
      ['a', 780, Number.NaN, 15],
      ['a', 840, 900, 60],
    ])
  })

  it('of a parameter go by its own interval: noise by the minute beside dust by the hour', () => {
    const count = 12 * 60
    const minute = (stamp: 'begin' | 'end') =>
      Int32Array.from({ length: count }, (_, at) => at + (stamp === 'end' ? 1 : 0))
    const flags = new Uint8Array(count)
    for (const stamp of ['begin', 'end'] as const) {
      const minutes = minute(stamp)
      const dust = Float32Array.from(minutes, (at) => (at % 60 === 0 ? 100 : Number.NaN))
      const series = { tsp: { values: dust, flags }, noise: { values: new Float32Array(count).fill(60), flags } }
      const rows = { devices: ['a'], device: new Uint8Array(count), minute: minutes, series }
      const found = hourly(rows, { stamp, leastMinutes: 45 })
      expect(Array.from(found.minute)).toEqual(Array.from({ length: 12 }, (_, hour) => hour * 60))
      expect(Array.from(found.series.tsp!.values)).toEqual(Array(12).fill(100))
      expect(Array.from(found.series.noise!.minutes)).toEqual(Array(12).fill(60))
    }
  })

  it('are not made of a few values that a faulty sensor leaves of its minutes', () => {
    const count = 12 * 12
    const at = [7, 31, 43, 80, 92, 104]
    const left = Float32Array.from({ length: count }, (_, row) => (at.includes(row) ? 100 : Number.NaN))
    const flags = new Uint8Array(count)
    const series = { tsp: { values: left, flags }, noise: { values: new Float32Array(count).fill(60), flags } }
    const minute = Int32Array.from({ length: count }, (_, row) => row * 5)
    const found = hourly({ devices: ['a'], device: new Uint8Array(count), minute, series }, CUSTOMARY)
    expect(found.series.tsp!.values.every(Number.isNaN)).toBe(true)
    expect(Math.max(...found.series.tsp!.minutes)).toBe(5)
  })

  it('of directions average the vectors, each by the minutes that it stands for', () => {
    const rows: Row[] = [...[0, 5, 10, 15, 20, 25].map((at): Row => ['a', at, 350]), ['a', 30, 60], ['a', 45, 60]]
    const { tsp } = readingsOf(rows).series
    const spans = Uint8Array.from(rows, ([, at]) => (at < 30 ? 5 : 15))
    const { series } = hourly({ ...readingsOf(rows), series: { 'wind-direction': { ...tsp!, spans } } }, CUSTOMARY)
    // Half an hour each way.
    expect(series['wind-direction']!.values[0]).toBeCloseTo(25)
  })

  it('carry the flag that most of their excluded values have, the first listed if several have as many', () => {
    const flagsOf = (...flags: readonly Flag[]) => {
      const rows = flags.map((flag, i): Row => ['a', i * 10, 7, flag])
      return FLAGS[hourly(readingsOf([...rows, ['a', 60, 5]]), CUSTOMARY).series.tsp!.flags[0]!]
    }
    expect(flagsOf('D', 'C', 'C', 'D', 'C', 'N')).toBe('C')
    expect(flagsOf('C', 'D', 'D', 'N', 'N', 'N')).toBe('D')
    expect(FLAGS.indexOf(flagsOf('D', 'C', 'D', 'C', 'N', 'N')!)).toBe(Math.min(FLAGS.indexOf('C'), FLAGS.indexOf('D')))
  })

  it('of times at the end do not begin by the times of the device before', () => {
    const ended = { stamp: 'end', leastMinutes: 45 } as const
    const rows: Row[] = [...quarters('a', 975, 1, 2, 3, 4), ...quarters('b', 975, 5, 6, 7, 8)]
    expect(listed(rows, ended)).toEqual([
      ['a', 960, 2.5, 60],
      ['b', 960, 6.5, 60],
    ])
    expect(listed([...quarters('a', 1035, 1, 2, 3, 4), ...quarters('b', 975, 5, 6, 7, 8)], ended)[1]).toEqual([
      ...['b', 960, 6.5, 60],
    ])
  })

  it('equal those of DuckDB', async () => {
    const ask = await (await DuckDBInstance.create()).connect()
    const row = fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 900 }))
    const rows = fc.uniqueArray(row, { minLength: 30, maxLength: 300, selector: ([device, at]) => `${device} ${at}` })
    await fc.assert(
      fc.asyncProperty(rows, async (some) => {
        const sorted = some
          .map(([device, at, value]): Row => [device, at * 15, value])
          .sort(([a, x], [b, y]) => a.localeCompare(b) || x - y)
        fc.pre(intervalOfRows(readingsOf(sorted), 'begin').every((interval) => interval === 15))
        const values = sorted.map(([device, at, value]) => `('${device}', ${at}, ${value})`).join(', ')
        const result = await ask.runAndReadAll(`
          select device, (floor(m / 60) * 60)::int as hour, case when count(*) >= 3 then avg(value) end as mean
          from (values ${values}) as t(device, m, value) group by all order by all`)
        const expected = result.getRowsJS().map(([device, at, mean]) => [device, at, mean ?? Number.NaN] as const)
        const made = listed(sorted)
        expect(made.map(([device, at]) => [device, at])).toEqual(expected.map(([device, at]) => [device, at]))
        const tenths = (mean: unknown) => (Number.isNaN(mean) ? null : Math.round((mean as number) * 10))
        expect(made.map(([, , mean]) => tenths(mean))).toEqual(expected.map(([, , mean]) => tenths(mean)))
      }),
      { numRuns: 30 },
    )
  })
})

describe('a mean', () => {
  it('of sound levels averages the energy', () => {
    expect(meanOf('noise', [60, 60, 60, 60])).toBeCloseTo(60, 9)
    // Ten times the energy for a tenth of the time: nearly twice the total, thus 2.8 dB more.
    expect(meanOf('noise', [70, ...Array(9).fill(60)])).toBeCloseTo(10 * Math.log10((1e7 + 9e6) / 10), 9)
  })

  it('of directions averages the vectors, also across north, and is missing if they cancel out', () => {
    expect(meanOf('wind-direction', [350, 10])).toBeCloseTo(0, 6)
    expect(meanOf('wind-direction', [80, 100])).toBeCloseTo(90, 9)
    expect(meanOf('wind-direction', [0, 180])).toBeNaN()
    expect(meanOf('tsp', [])).toBeNaN()
  })
})
