import { beforeAll, expect, it } from 'vitest'
import { distanceMetres } from '@/domain/geodesy/distance'
import { monthBegin } from '@/domain/monitoring/by-month'
import type { DoubtVerdict, DoubtVerdicts } from '@/domain/monitoring/doubts/verdict'
import { localDay } from '@/domain/monitoring/local-time'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import { monitorSeries } from '@/questions/monitors/monitor-series'
import { monitorPlace } from '@/questions/monitors/monitors'
import { monitorsBesideDustfall } from '@/questions/month/monitors-beside-dustfall'
import type { OpenedPackage } from '@/questions/opened-package'
import { hoursFromDisk } from '../hours-from-disk'
import { openFromDisk } from '../package-from-disk'

let opened: OpenedPackage
let hours: MonitorHours
beforeAll(async () => {
  opened = (await openFromDisk('')).value!
  hours = await hoursFromDisk(['2022-08', '2022-09', '2022-10'])
})
const NONE: DoubtVerdicts = new Map()
const ask = (month: string | null, asOf = '2022-10-31', verdicts = NONE) =>
  monitorsBesideDustfall(opened, hours, { parameter: 'tsp', asOf, month }, verdicts)

/** The mean of a device over days with at least 20 hours, given 15 such days; calculated in the simplest way. */
async function plainMeans(month: string, until: string) {
  const grid = await hours.read(monthBegin(month), monthBegin(until), ['tsp'])
  return new Map(
    grid.devices.map((device, of) => {
      const days = new Map<number, number[]>()
      for (let hour = 0; hour < grid.hours; hour++) {
        const value = grid.values.tsp![of * grid.hours + hour]!
        const day = localDay(grid.from + hour * 60)
        if (!Number.isNaN(value)) days.set(day, [...(days.get(day) ?? []), value])
      }
      const means = [...days.values()].filter((each) => each.length >= 20).map(mean)
      return [device, means.length < 15 ? null : mean(means)] as const
    }),
  )
}
const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length

it('has for a county the published dustfall beside the mean of its devices, and for a point that of nearby ones', async () => {
  const { month, counties, points } = (await ask('2022-09'))!
  expect(month).toBe('2022-09')
  const means = await plainMeans('2022-09', '2022-10')
  const report = opened.reports.find((each) => each.month === '2022-09')!
  expect(counties.rows.map(({ code, dustfall }) => [code, dustfall])).toEqual(
    report.rows.map(({ county, figure }) => [county, figure.value]),
  )
  const expected = (isIn: (device: string) => boolean) => {
    const own = [...means].filter(([device]) => isIn(device))
    const known = own.flatMap(([, value]) => (value === null ? [] : [value]))
    return { of: known.length === 0 ? null : mean(known), counted: known.length, devices: own.length }
  }
  const same = (
    found: { monitors: number | null; counted: number; devices: number },
    plain: ReturnType<typeof expected>,
  ) => {
    expect([found.counted, found.devices]).toEqual([plain.counted, plain.devices])
    if (plain.of === null) expect(found.monitors).toBeNull()
    else expect(Math.abs(found.monitors! - plain.of)).toBeLessThanOrEqual(0.0501)
  }
  for (const row of counties.rows)
    same(
      row,
      expected((device) => monitorPlace(opened, device)!.county === row.code),
    )
  expect(points.rows.length).toBeGreaterThan(10)
  for (const row of points.rows) {
    const { lon, lat } = opened.pack.dustfallPoints.find(({ code }) => code === row.code)!
    const isNear = (device: string) => distanceMetres([lon, lat], monitorPlace(opened, device)!.position!) <= 3000
    same(row, expected(isNear))
  }
  expect(counties.rows.some(({ monitors }) => monitors !== null)).toBe(true)
})

it('shows the last month with both, and reports months with only one; none is after the as-of date', async () => {
  const { month, months } = (await ask(null))!
  expect(month).toBe('2022-10')
  expect(months.find((each) => each.month === '2022-01')).toMatchObject({ hasDustfall: true, hasHours: false })
  expect((await ask(null, '2022-09-10'))!.months[0]!.month).toBe('2022-09')
  const without = (await ask('2022-01'))!
  expect(without.counties.rows.every(({ monitors, devices }) => monitors === null && devices === 0)).toBe(true)
  expect(without.counties.spearman).toBeNull()
})

it('uses devices only up to the as-of date, and none without a rule in the package', async () => {
  const { counties } = (await ask('2022-09', '2022-09-10'))!
  // Ten days are too few.
  expect(counties.rows.every(({ monitors, counted }) => monitors === null && counted === 0)).toBe(true)
  expect(counties.rows.some(({ devices }) => devices > 0)).toBe(true)
  const { besideDustfall: _, ...monitoring } = opened.pack.monitoring!
  const bare = { ...opened, pack: { ...opened.pack, monitoring } }
  const asked = { parameter: 'tsp', asOf: '2022-10-31', month: null } as const
  expect(await monitorsBesideDustfall(bare, hours, asked, NONE)).toBeNull()
})

it('leaves hours marked as wrong out of the means of a month, and counts undecided ones', async () => {
  const before = (await ask('2022-09'))!
  expect(before.counties.doubted.wrong).toBe(0)
  expect(before.counties.doubted.open).toBeGreaterThan(0)
  expect(before.points.doubted.open).toBeGreaterThan(0)
  const grid = await hours.read(monthBegin('2022-09'), monthBegin('2022-10'), ['tsp'])
  const asked = { parameter: 'tsp', asOf: '2022-09-30', days: 30 } as const
  for (const device of grid.devices) {
    const { doubts } = await monitorSeries(opened, hours, { ...asked, device }, NONE, monthBegin('2022-10'))
    const doubt = doubts.find(({ kind }) => kind === 'stuck')
    if (!doubt || !monitorPlace(opened, device)) continue
    const verdict: DoubtVerdict = { ...doubt, doubt: doubt.kind, parameter: doubt.parameter ?? '', verdict: 'invalid' }
    const { counties } = (await ask('2022-09', '2022-10-31', new Map([[device, [verdict]]])))!
    const wrong = counties.doubted.wrong
    expect(wrong).toBeGreaterThan(3)
    expect(counties.doubted.open).toBe(before.counties.doubted.open - wrong)
    const of = (found: typeof counties) =>
      found.rows.find(({ code }) => code === monitorPlace(opened, device)!.county)!.monitors
    expect(of(counties)).not.toBe(of(before.counties))
    return
  }
  expect.unreachable('no device with a stuck sensor')
})
