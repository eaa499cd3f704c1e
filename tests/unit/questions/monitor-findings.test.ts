import { beforeAll, expect, it } from 'vitest'
import { doubtsOfDevices } from '@/domain/monitoring/doubts/find-doubts'
import { readingsOfGrid } from '@/domain/monitoring/hour-grid'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import { monitorFindings } from '@/questions/monitor-findings'
import { monitorList } from '@/questions/monitor-list'
import { monitorSeries } from '@/questions/monitor-series'
import type { OpenedPackage } from '@/questions/opened-package'
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

it('finds of every device of the list what its own screen finds in the same days', async () => {
  const found = await monitorFindings(opened, hours, '2022-10-28', 'tsp', NOW)
  const { devices, hour } = await monitorList(opened, hours, '2022-10-28', 'tsp', NOW)
  expect([...found.keys()]).toEqual(devices.map(({ device }) => device))
  const time = { from: hour! + 60 - DAYS * 1440, until: hour! + 60 }
  for (const { device } of devices) {
    const series = await monitorSeries(opened, hours, { device, parameter: 'tsp', asOf: '2022-10-28', days: DAYS }, NOW)
    const hoursOf = (mark: 'isOver' | 'isAlarm') =>
      new Set(series.exceedances.filter((each) => each[mark]).map(({ from }) => from)).size
    const grid = await hours.read(time.from, time.until, hours.parameters, { devices: [device] })
    const doubts = doubtsOfDevices(readingsOfGrid(grid), opened.pack.monitoring!.doubts, { ...time, devices: [device] })
    expect(found.get(device), device).toEqual({
      over: series.limits.length === 0 ? null : hoursOf('isOver'),
      alarms: hoursOf('isAlarm'),
      doubts: doubts.filter(({ parameter }) => parameter === null || parameter === 'tsp').length,
    })
  }
  expect([...found.values()].some(({ over }) => (over ?? 0) > 0)).toBe(true)
  expect([...found.values()].some(({ doubts }) => doubts > 0)).toBe(true)
})

it('finds nothing above a limit of what none holds for, and nothing before the first hour', async () => {
  const noise = await monitorFindings(opened, hours, '2022-10-28', 'noise', NOW)
  expect([...noise.values()].every(({ over }) => over === null)).toBe(true)
  expect((await monitorFindings(opened, hours, '2022-06-01', 'tsp', NOW)).size).toBe(0)
})
