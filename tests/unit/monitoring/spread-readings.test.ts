import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { bringFiles, spannedFiles } from '@/domain/monitoring/bring-files'
import { deviceSpans } from '@/domain/monitoring/device-spans'
import { hourly } from '@/domain/monitoring/hours'
import { joinReadings } from '@/domain/monitoring/join-readings'
import type { Readings } from '@/domain/monitoring/readings'
import { spreadReadings } from '@/domain/monitoring/spread-readings'
import { TimesAround } from '@/domain/monitoring/times-around'
import { keepReadings } from '@/io/readings/keep-readings'
import { openKept } from '@/io/readings/kept-readings'
import { keptTimes } from '@/io/readings/kept-times'
import { ReadingsShelf } from '@/io/readings/readings-shelf'

/** 2022-10-22 00:00 in Asia/Shanghai. */
const DAY = Date.UTC(2022, 9, 21, 16) / 60_000
const HOUR = 60

type Row = readonly [device: string, minute: number, value: number]

function of(rows: readonly Row[]): Readings {
  const devices = [...new Set(rows.map(([device]) => device))]
  return {
    devices,
    device: Uint32Array.from(rows, ([device]) => devices.indexOf(device)),
    minute: Int32Array.from(rows, ([, minute]) => minute),
    series: { tsp: { values: Float32Array.from(rows, ([, , value]) => value), flags: new Uint8Array(rows.length) } },
  }
}

/** Readings every `interval` minutes from a minute of the day on. */
const every = (device: string, interval: number, from: number, count: number, value: number) =>
  of(Array.from({ length: count }, (_, i): Row => [device, DAY + from + i * interval, value]))

const listed = ({ devices, device, minute, series }: Readings) =>
  [...minute].map((at, row) => [devices[device[row]!], at - DAY, series.tsp!.values[row]])

/** Hourly means of a device by hour of the day. */
const means = (readings: Readings, stamp: 'begin' | 'end' = 'begin') => {
  const { minute, series } = hourly(readings, { stamp, leastMinutes: 45 })
  return new Map([...minute].map((at, i) => [(at - DAY) / HOUR, series.tsp!.values[i]]))
}

const FIVE = every('a', 5, 0, 288, 900)

describe('hourly values over readings of 5 minutes', () => {
  it('stand for the whole hour, for times at its begin', () => {
    const hours = every('a', 60, 14 * HOUR, 3, 120)
    const spread = spreadReadings(hours, [new TimesAround(FIVE, 'begin')], 'begin')
    expect(listed(spread)).toEqual(listed(every('a', 5, 14 * HOUR, 36, 120)))
    const found = means(joinReadings([FIVE, spread]).readings)
    expect([13, 14, 15, 16, 17].map((hour) => found.get(hour))).toEqual([900, 120, 120, 120, 900])
  })

  it('stand for the whole hour, for times at its end', () => {
    const ends = every('a', 5, 5, 288, 900)
    const spread = spreadReadings(every('a', 60, 15 * HOUR, 3, 120), [new TimesAround(ends, 'end')], 'end')
    const found = means(joinReadings([ends, spread]).readings, 'end')
    expect([13, 14, 15, 16, 17].map((hour) => found.get(hour))).toEqual([900, 120, 120, 120, 900])
  })

  it('stand for the whole hour where readings were lost', () => {
    const lossy = of(listedRows(FIVE).filter(([, at]) => at < DAY + 14 * HOUR || at >= DAY + 14 * HOUR + 40))
    const spread = spreadReadings(every('a', 60, 14 * HOUR, 3, 120), [new TimesAround(lossy, 'begin')], 'begin')
    expect(means(joinReadings([lossy, spread]).readings).get(14)).toBe(120)
  })

  it('stand by themselves in an hour without other readings', () => {
    const lossy = of(listedRows(FIVE).filter(([, at]) => at < DAY + 14 * HOUR || at >= DAY + 15 * HOUR))
    const spread = spreadReadings(every('a', 60, 14 * HOUR, 1, 120), [new TimesAround(lossy, 'begin')], 'begin', true)
    expect(spread.minute).toEqual(Int32Array.of(DAY + 14 * HOUR))
  })

  it('stand for the minutes of the shortest of several earlier intervals', () => {
    const around = [every('a', 15, 0, 96, 900), every('a', 5, 0, 288, 900)].map(
      (each) => new TimesAround(each, 'begin'),
    )
    const { series } = spreadReadings(every('a', 60, 14 * HOUR, 3, 120), around, 'begin')
    expect(Array.from(series.tsp!.spans!)).toEqual(Array(36).fill(5))
  })

  it('stand for the whole hour where the device reports every 5 minutes on a day with another interval', () => {
    const mixed = of([...listedRows(every('a', 5, 0, 144, 900)), ...listedRows(every('a', 60, 12 * HOUR, 12, 900))])
    const spread = spreadReadings(every('a', 60, 8 * HOUR, 8, 120), [new TimesAround(mixed, 'begin')], 'begin')
    expect(spread.minute).toHaveLength(4 * 12 + 4)
    const found = means(joinReadings([mixed, spread]).readings)
    expect([7, 8, 11, 12, 15, 16].map((hour) => found.get(hour))).toEqual([900, 120, 120, 120, 120, 900])
    expect([...found.values()].every((mean) => !Number.isNaN(mean))).toBe(true)
  })

  it('of a single hour are known by the other devices of the file', () => {
    const file = of([...listedRows(every('b', 60, 0, 24, 50)), ['a', DAY + 14 * HOUR, 120]])
    expect(
      listed(spreadReadings(sorted(file), [new TimesAround(FIVE, 'begin')], 'begin')).filter(([code]) => code === 'a'),
    ).toHaveLength(12)
  })

  it('are as they are for other devices, days, and readings of the same or a longer interval', () => {
    for (const [later, earlier] of [
      [every('b', 60, 0, 24, 120), FIVE],
      [every('a', 60, 24 * HOUR, 24, 120), FIVE],
      [FIVE, FIVE],
      [FIVE, every('a', 60, 0, 24, 120)],
    ] as const)
      expect(spreadReadings(later, [new TimesAround(earlier, 'begin')], 'begin')).toBe(later)
  })

  it('in one import stand over files before them, not over those after them', () => {
    const hours = every('a', 60, 14 * HOUR, 3, 120)
    const bring = (...files: readonly Readings[]) =>
      bringFiles(spannedFiles([files], 'begin'), { stamp: 'begin', leastMinutes: 45 }).parts
    const [, after] = bring(FIVE, hours)
    expect(after!.minute).toHaveLength(36)
    expect(bring(hours, FIVE).map(({ minute }) => minute.length)).toEqual([3, 288])
  })
})

describe('hourly values kept in a browser that has readings of 5 minutes', () => {
  const shelf = new ReadingsShelf('chentu-spread-test')
  afterEach(() => shelf.parts.clear())
  const kept = async () => (await openKept(shelf, '2022-10'))!.read({ parameters: ['tsp'] })

  async function keep(readings: Readings, stamp: 'begin' | 'end' = 'begin', areHours = false) {
    const times = await keptTimes(shelf, deviceSpans(readings), ['tsp'], 'real', stamp)
    const spanned = spannedFiles([[readings]], stamp, areHours)
    const [spread] = bringFiles(spanned, { stamp, leastMinutes: 45 }, { times }).parts
    await keepReadings(shelf, [{ readings: spread! }])
  }

  it('are the means of their hours, and the readings come back with their file', async () => {
    await keep(FIVE)
    await keep(every('a', 60, 14 * HOUR, 3, 120))
    const found = means(await kept())
    expect([13, 14, 15, 16, 17].map((hour) => found.get(hour))).toEqual([900, 120, 120, 120, 900])
    await keep(FIVE)
    expect(new Set(means(await kept()).values())).toEqual(new Set([900]))
  })

  /** Minutes of the day of 1 October, counted from that of 22 October. */
  const FIRST = -21 * 24 * HOUR
  const both = async () =>
    joinReadings(
      await Promise.all(
        ['2022-09', '2022-10'].map(async (month) => (await openKept(shelf, month))!.read({ parameters: ['tsp'] })),
      ),
    ).readings
  const aroundFirst = async (stamp: 'begin' | 'end') => {
    const found = means(await both(), stamp)
    return [-2, -1, 0, 1, 2, 3, 4].map((hour) => found.get(FIRST / HOUR + hour))
  }

  it('are so over the turn of a month, for times at their begin', async () => {
    await keep(every('a', 5, FIRST - 24 * HOUR, 576, 100))
    await keep(every('a', 60, FIRST - HOUR, 5, 900))
    expect(await aroundFirst('begin')).toEqual([100, 900, 900, 900, 900, 900, 100])
  })

  it('are so in the last hour of a month, which ends in the next', async () => {
    await keep(every('a', 5, FIRST - 24 * HOUR + 5, 576, 100), 'end')
    await keep(every('a', 60, FIRST - 2 * HOUR, 3, 900), 'end')
    expect(await aroundFirst('end')).toEqual([900, 900, 100, 100, 100, 100, 100])
  })
})

describe('single values that the user states to be hours', () => {
  /** The times and values of the hour from `from` on, after the values were spread over `earlier` and stored with it. */
  function corrected(earlier: Readings, at: number, stamp: 'begin' | 'end') {
    const spanned = spannedFiles([[of([['a', DAY + at, 120]])]], stamp, true)
    const times = [new TimesAround(earlier, stamp)]
    const [spread] = bringFiles(spanned, { stamp, leastMinutes: 45 }, { times }).parts
    return joinReadings([earlier, spread!]).readings
  }

  it('are the means of hours whose first or last reading is lacking', () => {
    expect(means(corrected(every('a', 5, 485, 48, 900), 480, 'begin'), 'begin').get(8)).toBe(120)
    expect(means(corrected(every('a', 5, 360, 36, 900), 540, 'end'), 'end').get(8)).toBe(120)
    expect(means(corrected(every('a', 5, 300, 36, 900), 480, 'begin'), 'begin').get(8)).toBe(120)
  })

  it('replace readings of no usual interval and between the times of one', () => {
    for (const [interval, from] of [
      [12, 2],
      [5, 2],
    ] as const) {
      const found = listed(corrected(every('a', interval, from, 100, 900), 480, 'begin'))
      const within = found.filter(([, at]) => Number(at) >= 480 && Number(at) < 540)
      expect(new Set(within.map(([, , value]) => value))).toEqual(new Set([120]))
      expect(found.filter(([, , value]) => value === 120)).toEqual(within)
    }
  })

  it('do not stand where the file has a value at that very time', () => {
    const file = of([...listedRows(every('a', 60, 0, 8, 120)), ['a', DAY + 455, 7]])
    const spread = spreadReadings(file, [new TimesAround(every('a', 5, 5, 288, 900), 'end')], 'end')
    expect(listed(spread).filter(([, at]) => at === 455)).toEqual([['a', 455, 7]])
  })
})

function listedRows({ devices, device, minute, series }: Readings): Row[] {
  return [...minute].map((at, row) => [devices[device[row]!]!, at, series.tsp!.values[row]!])
}

const sorted = (readings: Readings) => joinReadings([readings]).readings
