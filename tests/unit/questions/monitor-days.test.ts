import { beforeAll, expect, it } from 'vitest'
import { formatDay } from '@/domain/calendar'
import type { DoubtVerdict, DoubtVerdicts } from '@/domain/monitoring/doubts/verdict'
import { localDay } from '@/domain/monitoring/local-time'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import { exceedanceList } from '@/questions/monitors/exceedance-list'
import { monitorDays } from '@/questions/monitors/monitor-days'
import { monitorList } from '@/questions/monitors/monitor-list'
import { monitorSeries } from '@/questions/monitors/monitor-series'
import type { OpenedPackage } from '@/questions/opened-package'
import { hoursFromDisk } from '../hours-from-disk'
import { openFromDisk } from '../package-from-disk'

/** Long after all readings. */
const NOW = Date.UTC(2023, 5, 1) / 60_000

const NONE: DoubtVerdicts = new Map()

let opened: OpenedPackage
let hours: MonitorHours
beforeAll(async () => {
  opened = (await openFromDisk('')).value!
  hours = await hoursFromDisk(['2022-08', '2022-09', '2022-10'])
})

it('has each day’s aggregate of its hours, and counts it if the package has a minimum number of hours', async () => {
  const { devices } = await monitorList(opened, hours, '2022-10-31', 'tsp', NOW)
  let over = 0
  for (const { device } of devices.slice(0, 8)) {
    const found = await monitorDays(opened, hours, { device, parameter: 'tsp', asOf: '2022-10-31', year: null }, NONE)
    expect([found.years, found.year]).toEqual([[2022], 2022])
    expect(found.days.length).toBeGreaterThan(60)
    const asked = { device, parameter: 'tsp', asOf: '2022-10-31', days: 92 } as const
    const series = await monitorSeries(opened, hours, asked, NONE, NOW)
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

it('compares the mean of a counted day with the package’s daily limit, if any', async () => {
  const { device } = (await monitorList(opened, hours, '2022-10-31', 'pm10', NOW)).devices[0]!
  const source = { source: { zh: 'GB 3095', en: 'GB 3095' }, confirmed: false }
  const limit = { parameter: 'pm10' as const, averaging: 1440, value: 0.1, unit: 'mg/m³', ...source }
  const monitoring = { ...opened.pack.monitoring!, limits: [limit] }
  const limited = { ...opened, pack: { ...opened.pack, monitoring } }
  const { days, dayLimits } = await monitorDays(
    limited,
    hours,
    {
      ...{ device, parameter: 'pm10', asOf: '2022-10-31', year: null },
    },
    NONE,
  )
  expect(dayLimits).toEqual([{ limit, value: 100 }])
  for (const { above, mean, counts } of days) expect(above).toBe(counts && mean !== null && mean > 100)
  expect(new Set(days.map(({ above }) => above)).size).toBe(2)
})

it('leaves out days after the as-of date, and devices that had not reported by then', async () => {
  const { devices } = await monitorList(opened, hours, '2022-10-31', 'tsp', NOW)
  const { device } = devices[0]!
  const asked = { device, parameter: 'tsp', year: null } as const
  const { days } = await monitorDays(opened, hours, { ...asked, asOf: '2022-09-10' }, NONE)
  expect(formatDay(days.at(-1)!.day)).toBe('2022-09-10')
  expect(await monitorDays(opened, hours, { ...asked, asOf: '2022-06-01' }, NONE)).toMatchObject({
    years: [],
    days: [],
  })
})

it('leaves hours marked as wrong out of the means, keeps undecided ones, and counts both', async () => {
  const { devices } = await monitorList(opened, hours, '2022-10-31', 'tsp', NOW)
  for (const { device } of devices) {
    const asked = { device, parameter: 'tsp', asOf: '2022-10-31', year: null } as const
    const { doubts, values, from } = await monitorSeries(opened, hours, { ...asked, days: 92 }, NONE, NOW)
    const doubt = doubts.find(({ kind }) => kind === 'stuck')
    if (!doubt) continue
    const first = await monitorDays(opened, hours, asked, NONE)
    expect(first.doubted.wrong).toBe(0)
    expect(first.doubted.open).toBe(first.days.reduce((sum, { doubted }) => sum + doubted.open, 0))
    const verdict: DoubtVerdict = { ...doubt, doubt: doubt.kind, parameter: doubt.parameter ?? '', verdict: 'invalid' }
    const judged = await monitorDays(opened, hours, asked, new Map([[device, [verdict]]]))
    expect(judged.doubted.wrong).toBeGreaterThan(3)
    const day = localDay(doubt.from)
    const kept = [...values].filter((value, hour) => {
      const at = from + hour * 60
      return localDay(at) === day && !Number.isNaN(value) && !(doubt.from < at + 60 && doubt.until > at)
    })
    const ofDay = (found: typeof judged) => found.days.find((each) => each.day === day)
    expect(ofDay(judged)?.hours ?? 0).toBe(kept.length)
    if (kept.length > 0)
      expect(ofDay(judged)!.mean).toBeCloseTo(kept.reduce((sum, value) => sum + value, 0) / kept.length, 3)
    expect(ofDay(first)!.hours).toBeGreaterThan(kept.length)
    return
  }
  expect.unreachable('no device with a stuck sensor')
})

it('lists a day whose hours were all found invalid, without a mean and without exceedances', async () => {
  const { devices } = await monitorList(opened, hours, '2022-10-31', 'tsp', NOW)
  for (const { device } of devices) {
    const asked = { device, parameter: 'tsp', asOf: '2022-10-31', year: null } as const
    const { days } = await monitorDays(opened, hours, asked, NONE)
    const day = days.find(({ over }) => over > 0)?.day
    if (day === undefined) continue
    // Whatever was doubted then, even if the doubt is not found any more.
    const from = (day * 24 - 8) * 60
    const time = { doubt: 'drift', parameter: 'tsp', from, until: from + 24 * 60 }
    const judged = await monitorDays(opened, hours, asked, new Map([[device, [{ ...time, verdict: 'invalid' }]]]))
    expect(judged.days.map((each) => each.day)).toEqual(days.map((each) => each.day))
    const [before, after] = [days, judged.days].map((all) => all.find((each) => each.day === day)!)
    expect(after).toMatchObject({ mean: null, hours: 0, counts: false, above: false, over: 0 })
    expect(after!.doubted.wrong).toBe(before!.hours)
    return
  }
  expect.unreachable('no device with an hour above its limit')
})

it('covers the same days as the list of exceedances, even if the as-of date is days after the last data', async () => {
  for (const asOf of ['2022-10-31', '2022-11-04', '2022-10-20']) {
    const list = (await exceedanceList(opened, hours, asOf, 7, NONE, NOW))!
    const { devices } = await monitorList(opened, hours, asOf, 'tsp', NOW)
    for (const { device } of devices.slice(0, 6)) {
      const series = await monitorSeries(opened, hours, { device, parameter: 'tsp', asOf, days: 7 }, NONE, NOW)
      expect([series.from, series.from + series.values.length * 60], `${device} ${asOf}`).toEqual([
        list.from,
        list.until,
      ])
      const listed = list.rows.filter((each) => each.device === device && each.parameter === 'tsp')
      const over = new Set(series.exceedances.filter(({ isOver }) => isOver).map(({ from }) => from))
      expect(
        listed.reduce((sum, each) => sum + each.hours, 0),
        `${device} ${asOf}`,
      ).toBe(over.size)
    }
  }
})
