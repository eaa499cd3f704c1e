import { expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { dayBegin } from '@/domain/monitoring/local-time'
import { monitorList } from '@/questions/monitor-list'
import { monitorRose } from '@/questions/monitor-rose'
import { hoursFromDisk } from '../hours-from-disk'
import { openFromDisk } from '../package-from-disk'

/** Long after all readings. */
const NOW = Date.UTC(2023, 5, 1) / 60_000

it('puts the hours of a device together by its own wind, and by none where the package has no rule', async () => {
  const opened = (await openFromDisk('')).value!
  const hours = await hoursFromDisk(['2022-09', '2022-10'])
  const { devices } = await monitorList(opened, hours, '2022-10-31', 'tsp', NOW)
  const asked = { device: devices[0]!.device, parameter: 'tsp', asOf: '2022-10-31', days: 30 } as const
  const { rose, from, until } = (await monitorRose(opened, hours, asked, NOW))!
  expect([from, until]).toEqual([dayBegin(parseDay('2022-10-02')), dayBegin(parseDay('2022-11-01'))])
  const grid = await hours.read(from, until, ['tsp'], { devices: [asked.device] })
  expect(rose.hours).toBe(grid.values.tsp!.filter((value) => !Number.isNaN(value)).length)
  expect(rose.hours - rose.withoutWind).toBeGreaterThan(400)
  const { rose: _, ...monitoring } = opened.pack.monitoring!
  expect(await monitorRose({ ...opened, pack: { ...opened.pack, monitoring } }, hours, asked, NOW)).toBeNull()
})
