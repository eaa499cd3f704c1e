import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { hourly } from '@/domain/monitoring/hours'
import { joinReadings } from '@/domain/monitoring/join-readings'
import type { Readings } from '@/domain/monitoring/readings'
import { spreadFiles, spreadReadings } from '@/domain/monitoring/spread-readings'
import { keepReadings } from '@/io/readings/keep-readings'
import { openKept } from '@/io/readings/kept-readings'
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
    const spread = spreadReadings(hours, FIVE, 'begin')
    expect(listed(spread)).toEqual(listed(every('a', 5, 14 * HOUR, 36, 120)))
    const found = means(joinReadings([FIVE, spread]).readings)
    expect([13, 14, 15, 16, 17].map((hour) => found.get(hour))).toEqual([900, 120, 120, 120, 900])
  })

  it('stand for the whole hour, for times at its end', () => {
    const ends = every('a', 5, 5, 288, 900)
    const spread = spreadReadings(every('a', 60, 15 * HOUR, 3, 120), ends, 'end')
    const found = means(joinReadings([ends, spread]).readings, 'end')
    expect([13, 14, 15, 16, 17].map((hour) => found.get(hour))).toEqual([900, 120, 120, 120, 900])
  })

  it('stand for the whole hour where readings were lost', () => {
    const lossy = of(listedRows(FIVE).filter(([, at]) => at < DAY + 14 * HOUR || at >= DAY + 14 * HOUR + 40))
    const spread = spreadReadings(every('a', 60, 14 * HOUR, 3, 120), lossy, 'begin')
    expect(means(joinReadings([lossy, spread]).readings).get(14)).toBe(120)
  })

  it('stand for the whole hour where the device reports every 5 minutes on a day with another interval', () => {
    const mixed = of([...listedRows(every('a', 5, 0, 144, 900)), ...listedRows(every('a', 60, 12 * HOUR, 12, 900))])
    const spread = spreadReadings(every('a', 60, 8 * HOUR, 8, 120), mixed, 'begin')
    expect(spread.minute).toHaveLength(4 * 12 + 4)
    const found = means(joinReadings([mixed, spread]).readings)
    expect([7, 8, 11, 12, 15, 16].map((hour) => found.get(hour))).toEqual([900, 120, 120, 120, 120, 900])
    expect([...found.values()].every((mean) => !Number.isNaN(mean))).toBe(true)
  })

  it('of a single hour are known by the other devices of the file', () => {
    const file = of([...listedRows(every('b', 60, 0, 24, 50)), ['a', DAY + 14 * HOUR, 120]])
    expect(listed(spreadReadings(sorted(file), FIVE, 'begin')).filter(([code]) => code === 'a')).toHaveLength(12)
  })

  it('are as they are for other devices, days, and readings of the same or a longer interval', () => {
    for (const [later, earlier] of [
      [every('b', 60, 0, 24, 120), FIVE],
      [every('a', 60, 24 * HOUR, 24, 120), FIVE],
      [FIVE, FIVE],
      [FIVE, every('a', 60, 0, 24, 120)],
    ] as const)
      expect(spreadReadings(later, earlier, 'begin')).toBe(later)
  })

  it('in one import stand over files before them, not over those after them', () => {
    const hours = every('a', 60, 14 * HOUR, 3, 120)
    const [, after] = spreadFiles([[FIVE], [hours]], 'begin')
    expect(after!.minute).toHaveLength(36)
    expect(spreadFiles([[hours], [FIVE]], 'begin').map(({ minute }) => minute.length)).toEqual([3, 288])
  })
})

describe('hourly values kept in a browser that has readings of 5 minutes', () => {
  const shelf = new ReadingsShelf('chentu-spread-test')
  afterEach(() => shelf.parts.clear())
  const kept = async () => (await openKept(shelf, '2022-10'))!.read({ parameters: ['tsp'] })

  it('are the means of their hours, and the readings come back with their file', async () => {
    await keepReadings(shelf, [{ readings: FIVE }])
    await keepReadings(shelf, [{ readings: every('a', 60, 14 * HOUR, 3, 120) }])
    const found = means(await kept())
    expect([13, 14, 15, 16, 17].map((hour) => found.get(hour))).toEqual([900, 120, 120, 120, 900])
    await keepReadings(shelf, [{ readings: FIVE }])
    expect(new Set(means(await kept()).values())).toEqual(new Set([900]))
  })
})

function listedRows({ devices, device, minute, series }: Readings): Row[] {
  return [...minute].map((at, row) => [devices[device[row]!]!, at, series.tsp!.values[row]!])
}

const sorted = (readings: Readings) => joinReadings([readings]).readings
