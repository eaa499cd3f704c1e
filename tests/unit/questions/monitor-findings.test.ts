import { beforeAll, expect, it } from 'vitest'
import { hourly } from '@/domain/monitoring/hours'
import type { Parameter } from '@/domain/monitoring/parameter'
import { pickReadings, type Readings } from '@/domain/monitoring/readings'
import { MonitorHours } from '@/io/readings/monitor-hours'
import type { WantedReadings } from '@/io/readings/open-readings'
import { monitorFindings } from '@/questions/monitors/monitor-findings'
import { monitorList } from '@/questions/monitors/monitor-list'
import { monitorSeries } from '@/questions/monitors/monitor-series'
import type { OpenedPackage } from '@/questions/opened-package'
import { type GivenValue, minuteOn, readingsOf } from '../../fixtures/readings'
import { hoursFromDisk } from '../hours-from-disk'
import { openFromDisk } from '../package-from-disk'

/** Long after all readings. */
const NOW = Date.UTC(2023, 5, 1) / 60_000
const DAYS = 3

let opened: OpenedPackage
let hours: MonitorHours
beforeAll(async () => {
  opened = (await openFromDisk('')).value!
  hours = await hoursFromDisk(['2022-09', '2022-10'])
})

it('finds for every listed device the same as its own screen for the same days', async () => {
  const found = await monitorFindings(opened, hours, '2022-10-28', 'tsp', new Map(), NOW)
  const { devices } = await monitorList(opened, hours, '2022-10-28', 'tsp', NOW)
  expect([...found.keys()]).toEqual(devices.map(({ device }) => device))
  for (const { device } of devices) {
    const series = await monitorSeries(
      opened,
      hours,
      { device, parameter: 'tsp', asOf: '2022-10-28', days: DAYS },
      new Map(),
      NOW,
    )
    const hoursOf = (mark: 'isOver' | 'isAlarm') =>
      new Set(series.exceedances.filter((each) => each[mark]).map(({ from }) => from))
    const isAlone = series.values.every((value, at) => Number.isNaN(value) || Number.isNaN(series.county.values[at]!))
    expect(found.get(device), device).toEqual({
      over: series.limits.length === 0 ? null : hoursOf('isOver').size,
      overHours: [...hoursOf('isOver')].sort((a, b) => a - b),
      limits: series.limits,
      alarms: series.limits.length === 0 ? null : isAlone ? 'alone' : hoursOf('isAlarm').size,
      doubts: series.doubts,
    })
  }
  expect([...found.values()].some(({ over }) => (over ?? 0) > 0)).toBe(true)
  expect(new Set([...found.values()].map(({ alarms }) => alarms === 'alone'))).toEqual(new Set([true, false]))
  expect([...found.values()].some(({ doubts }) => doubts.length > 0)).toBe(true)
})

it('finds no exceedance without a limit, and nothing before the first hour', async () => {
  const noise = await monitorFindings(opened, hours, '2022-10-28', 'noise', new Map(), NOW)
  expect([...noise.values()].every(({ over }) => over === null)).toBe(true)
  expect((await monitorFindings(opened, hours, '2022-06-01', 'tsp', new Map(), NOW)).size).toBe(0)
})

const DAY = '2022-10-28'
/** Hours of a month, made of quarter-hourly readings of one day, and read like a package's. */
const hoursOfDay = (readings: Readings) => {
  const made = hourly(readings, { stamp: 'begin', leastMinutes: 45 })
  const read = async ({ device, minutes: ofMinutes }: WantedReadings): Promise<Readings> => {
    const rows = Uint32Array.from(made.minute.keys()).filter(
      (row) => device === undefined || made.devices[made.device[row]!] === device,
    )
    const { series, ...own } = pickReadings(made, rows)
    const asked = Object.entries(series).map(([name, { minutes, ...of }]) => [
      name,
      { ...of, ...(ofMinutes && { minutes: minutes! }) },
    ])
    return { ...own, series: Object.fromEntries(asked) }
  }
  const parameters = Object.keys(made.series) as Parameter[]
  const file = { rows: made.minute.length, parameters, hasFlags: true, read }
  return new MonitorHours([{ month: '2022-10', isKept: false, file }], [])
}
const times = (count: number, said: readonly GivenValue[]) => Array.from({ length: count }, () => said).flat()
const OFF: GivenValue = [90, 'D']
const flaggedIn = async (of: MonitorHours, device: string) => {
  const { doubts } = await monitorSeries(opened, of, { device, parameter: 'tsp', asOf: DAY, days: 1 }, new Map(), NOW)
  return doubts.filter(({ kind }) => kind === 'flagged').map(({ from, until }) => [from, until])
}

it('finds that a device flags all its parameters, even if another device has more parameters', async () => {
  const own = hoursOfDay(
    readingsOf(
      {
        a: { tsp: [...times(23, [50, 52, 54, 51]), ...times(1, [OFF, OFF, OFF, OFF])] },
        b: { tsp: times(96, [60]), noise: times(96, [55]) },
      },
      minuteOn(DAY),
    ),
  )
  expect(await flaggedIn(own, 'a')).toEqual([[minuteOn(DAY, 23 * 60), minuteOn(DAY, 24 * 60)]])
  expect(await flaggedIn(own, 'b')).toEqual([])
  const found = await monitorFindings(opened, own, DAY, 'tsp', new Map(), NOW)
  const { doubts } = await monitorSeries(
    opened,
    own,
    { device: 'a', parameter: 'tsp', asOf: DAY, days: 1 },
    new Map(),
    NOW,
  )
  expect(found.get('a')!.doubts).toEqual(doubts)
})

it('counts a partly flagged hour as one with too few minutes', async () => {
  const last: readonly GivenValue[] = [50, 51, OFF, null]
  const own = hoursOfDay(
    readingsOf({ a: { tsp: [...times(22, [50, 52, 54, 51]), OFF, OFF, OFF, null, ...last] } }, minuteOn(DAY)),
  )
  const asked = { device: 'a', parameter: 'tsp', asOf: DAY, days: 1 } as const
  const { gaps, flagged, doubts } = await monitorSeries(opened, own, asked, new Map(), NOW)
  expect(gaps).toMatchObject([
    { from: minuteOn(DAY, 22 * 60), hours: 1, why: 'flag', flag: 'D' },
    { from: minuteOn(DAY, 23 * 60), hours: 1, why: 'few', flag: null },
  ])
  // Both hours have invalid readings.
  expect(flagged).toEqual([{ flag: 'D', hours: 2, withoutMean: 2 }])
  expect(await flaggedIn(own, 'a')).toEqual([[minuteOn(DAY, 22 * 60), minuteOn(DAY, 23 * 60)]])
  const ofSeries = doubts.filter(({ parameter }) => parameter === null || parameter === 'tsp')
  expect((await monitorFindings(opened, own, DAY, 'tsp', new Map(), NOW)).get('a')!.doubts).toEqual(ofSeries)
})
