import { beforeAll, expect, it } from 'vitest'
import { formatDay } from '@/domain/calendar'
import { localDay } from '@/domain/monitoring/local-time'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import { monitorDays } from '@/questions/monitor-days'
import { monitorList } from '@/questions/monitor-list'
import { monitorSeries } from '@/questions/monitor-series'
import type { OpenedPackage } from '@/questions/opened-package'
import { hoursFromDisk } from '../hours-from-disk'
import { openFromDisk } from '../package-from-disk'

/** Long after all readings. */
const NOW = Date.UTC(2023, 5, 1) / 60_000

let opened: OpenedPackage
let hours: MonitorHours
beforeAll(async () => {
  opened = (await openFromDisk('')).value!
  hours = await hoursFromDisk(['2022-08', '2022-09', '2022-10'])
})

it('has of each day what its hours come to, and counts it where the package’s least is known', async () => {
  const { devices } = await monitorList(opened, hours, '2022-10-31', 'tsp', NOW)
  let over = 0
  for (const { device } of devices.slice(0, 8)) {
    const found = await monitorDays(opened, hours, { device, parameter: 'tsp', asOf: '2022-10-31', year: null })
    expect([found.years, found.year]).toEqual([[2022], 2022])
    expect(found.days.length).toBeGreaterThan(60)
    const asked = { device, parameter: 'tsp', asOf: '2022-10-31', days: 92 } as const
    const series = await monitorSeries(opened, hours, asked, NOW)
    for (const { day, mean, hours: known, counts, over: above } of found.days) {
      const own = [...series.values].filter(
        (value, hour) => !Number.isNaN(value) && localDay(series.from + hour * 60) === day,
      )
      expect(known, formatDay(day)).toBe(own.length)
      expect(mean).toBeCloseTo(own.reduce((sum, value) => sum + value, 0) / own.length, 3)
      expect(counts).toBe(known >= 20)
      const found = series.exceedances.filter((each) => each.isOver && localDay(each.from) === day)
      expect(above).toBe(new Set(found.map(({ from }) => from)).size)
      over += above
    }
  }
  expect(over).toBeGreaterThan(0)
})

it('holds the mean of a day that counts against a limit of days where the package has one', async () => {
  const { device } = (await monitorList(opened, hours, '2022-10-31', 'pm10', NOW)).devices[0]!
  const source = { source: { zh: 'GB 3095', en: 'GB 3095' }, confirmed: false }
  const limit = { parameter: 'pm10' as const, averaging: 1440, value: 0.1, unit: 'mg/m³', ...source }
  const monitoring = { ...opened.pack.monitoring!, limits: [limit] }
  const limited = { ...opened, pack: { ...opened.pack, monitoring } }
  const { days, dayLimits } = await monitorDays(limited, hours, {
    ...{ device, parameter: 'pm10', asOf: '2022-10-31', year: null },
  })
  expect(dayLimits).toEqual([{ limit, value: 100 }])
  for (const { above, mean, counts } of days) expect(above).toBe(counts && mean > 100)
  expect(new Set(days.map(({ above }) => above)).size).toBe(2)
})

it('says nothing of days after the as-of date, nor of a device that had not reported by then', async () => {
  const { devices } = await monitorList(opened, hours, '2022-10-31', 'tsp', NOW)
  const { device } = devices[0]!
  const asked = { device, parameter: 'tsp', year: null } as const
  const { days } = await monitorDays(opened, hours, { ...asked, asOf: '2022-09-10' })
  expect(formatDay(days.at(-1)!.day)).toBe('2022-09-10')
  expect(await monitorDays(opened, hours, { ...asked, asOf: '2022-06-01' })).toMatchObject({ years: [], days: [] })
})
