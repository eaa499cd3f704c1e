import { median } from 'simple-statistics'
import { beforeAll, expect, it } from 'vitest'
import type { Readings } from '@/domain/monitoring/readings'
import { heldFiles, type RangedFiles } from '@/io/package/package-files'
import { RangeFault } from '@/io/package/ranged-file'
import { MonitorHours } from '@/io/readings/monitor-hours'
import { openReadings } from '@/io/readings/open-readings'
import { writeReadings } from '@/io/readings/write-readings'
import { evaluateRules } from '@/questions/evaluated-package'
import { lastReports, monitorsOfCard } from '@/questions/monitors/monitor-card'
import { monitorFindings } from '@/questions/monitors/monitor-findings'
import { monitorList } from '@/questions/monitors/monitor-list'
import { monitorSeries } from '@/questions/monitors/monitor-series'
import type { OpenedPackage } from '@/questions/opened-package'
import { findSource } from '@/questions/source/find-source'
import { hoursFiles, hoursFromDisk, hoursIn, hoursPath } from '../hours-from-disk'
import { openFromDisk } from '../package-from-disk'

const MONTHS = ['2022-07', '2022-08', '2022-09', '2022-10']
/** Long after all of them. */
const NOW = Date.UTC(2023, 5, 1) / 60_000
const held = hoursFiles(MONTHS)

let opened: OpenedPackage
let hours: MonitorHours
beforeAll(async () => {
  opened = (await openFromDisk('')).value!
  hours = await hoursFromDisk(MONTHS)
})

it('lists every device with its source, as on a given day', async () => {
  const { devices, hour, parameters } = await monitorList(opened, hours, '2022-09-15', 'pm10', NOW)
  expect(parameters).toContain('tsp')
  expect(devices).toHaveLength(24)
  expect(devices.every(({ place, device }) => place?.code === device && place.kind === 'construction-site')).toBe(true)
  expect(new Set(devices.map(({ place }) => place?.listed?.kind))).toEqual(new Set(['dust-monitor']))
  // 23:00 to 24:00 in Asia/Shanghai.
  expect(new Date(hour! * 60_000).toISOString()).toBe('2022-09-15T15:00:00.000Z')
  for (const { isOnline, last } of devices) expect(isOnline).toBe(last === hour)
  for (const { value, course } of devices) expect(value).toBe(course.at(-1) ?? null)
})

it('returns for a source its monitors and their last values, and for a monitor its source', async () => {
  const { devices } = await monitorList(opened, hours, '2022-09-15', 'tsp', NOW)
  const { device, last, value, place } = devices[3]!
  const evaluated = evaluateRules(opened, '2022-09-15')
  const site = findSource(evaluated, place!.kind, place!.code)!
  const of = monitorsOfCard(evaluated, site.source)
  expect(of).toMatchObject({ isMonitor: false, at: null, monitors: [{ listed: { code: place!.listed!.code } }] })
  expect(of.monitors[0]!.numbers[0]).toBe(device)
  const itself = monitorsOfCard(evaluated, of.monitors[0]!.listed!.source)
  expect(itself).toMatchObject({ isMonitor: true, at: { code: site.code }, monitors: of.monitors })
  const numbers = [of.monitors[0]!.numbers, ['none']]
  expect(await lastReports(opened, hours, numbers, '2022-09-15')).toMatchObject({
    reports: [{ device, hour: last, value }, null],
    isPartly: false,
  })
  // Doubts within the three days that the list covers.
  const findings = await monitorFindings(opened, hours, '2022-09-15', 'tsp', new Map(), NOW)
  const doubted = devices.find((each) => each.isOnline && findings.get(each.device)!.doubts.length > 0)!
  const [report] = (await lastReports(opened, hours, [[doubted.device]], '2022-09-15')).reports
  expect(report!.doubts).toEqual(findings.get(doubted.device)!.doubts)
  const { first } = (await hours.reported()).get(device)!
  expect(await lastReports(opened, hours, numbers, '2022-06-01')).toEqual({
    ...{ reports: [null, null], isPartly: false },
    beginLater: [{ device, hour: first }, null],
  })
  const without = findSource(evaluated, place!.kind, 'GD2022-0002')!
  expect(monitorsOfCard(evaluated, without.source).monitors).toEqual([
    // Readings may arrive under its code; the files show whether they did.
    { numbers: ['GD2022-0002'], listed: null },
  ])
})

it('is empty for a day before the first hour, and says when each device begins', async () => {
  const list = await monitorList(opened, hours, '2022-06-01', 'pm10', NOW)
  expect(list).toMatchObject({ hour: null, devices: [] })
  const reported = await hours.reported()
  expect(list.beginLater).toEqual(new Map([...reported].map(([code, { first }]) => [code, first])))
})

it('calls the last data of a silent device those up to the day, not those after it', async () => {
  const at = (day: number, hour = 12) => Date.UTC(2022, 8, day, hour - 8) / 60_000
  const minutes = { a: [at(1), at(20)], b: Array.from({ length: 20 }, (_, day) => at(day + 1)) }
  const rows = Object.entries(minutes).flatMap(([code, all]) => all.map((minute) => ({ code, minute })))
  const readings: Readings = {
    devices: ['a', 'b'],
    device: Uint32Array.from(rows, ({ code }) => (code === 'a' ? 0 : 1)),
    minute: Int32Array.from(rows, ({ minute }) => minute),
    series: { tsp: { values: new Float32Array(rows.length).fill(1), flags: new Uint8Array(rows.length) } },
  }
  const own = new MonitorHours(
    [{ month: '2022-09', isKept: true, file: await openReadings(writeReadings(readings)) }],
    [],
  )
  const { devices } = await monitorList(opened, own, '2022-09-10', 'tsp', NOW)
  expect(devices.map(({ device, last }) => [device, last])).toEqual([
    ['a', at(1)],
    ['b', at(10)],
  ])
})

it('compares the hours of a device with the limits of its stage and with medians', async () => {
  const { devices } = await monitorList(opened, hours, '2022-10-31', 'tsp', NOW)
  const { device } = devices[0]!
  const series = await monitorSeries(
    opened,
    hours,
    { device, parameter: 'tsp', asOf: '2022-10-31', days: 40 },
    new Map(),
    NOW,
  )
  expect(series.values).toHaveLength(40 * 24)
  expect(series.limits.length).toBeGreaterThan(0)
  // The package has limits in mg/m³, the hours are in µg/m³.
  for (const { limit, value } of series.limits) expect(value).toBeCloseTo(limit.value * 1000)
  expect(series.city.values.filter((value) => !Number.isNaN(value)).length).toBeGreaterThan(900)
  // The city's median is that of all other devices, without the device itself.
  const { devices: codes, hours: length, values, from: begin } = await hours.ofMonth('2022-10', ['tsp'])
  for (const at of [100, 300, 500]) {
    const others = codes
      .filter((code) => code !== device)
      .map((code) => values.tsp![codes.indexOf(code) * length + at]!)
      .filter((value) => !Number.isNaN(value))
    const hour = at + (begin - series.from) / 60
    expect(series.city.devices[hour]).toBe(others.length)
    expect(series.city.values[hour]).toBeCloseTo(median(others), 3)
  }
  for (const { value, from } of series.exceedances) expect(series.values[(from - series.from) / 60]).toBe(value)
  for (const { parameter } of series.doubts) expect([null, 'tsp']).toContain(parameter)
})

it('compares a device with its neighbours, and reports the rules that could not be tried', async () => {
  const { devices } = await monitorList(opened, hours, '2022-10-31', 'tsp', NOW)
  const kinds = new Set<string>()
  for (const { device } of devices) {
    const asked = { device, parameter: 'tsp', asOf: '2022-10-31', days: 90 } as const
    const { doubts, untried } = await monitorSeries(opened, hours, asked, new Map(), NOW)
    expect(untried).toEqual(['clock'])
    for (const doubt of doubts) {
      expect(doubt.device).toBe(device)
      kinds.add(doubt.kind)
    }
    if (kinds.has('drift')) break
  }
  expect([...kinds]).toContain('drift')
})

it('reports unreadable files, and answers from the others', async () => {
  const lost = new Map([...held].map(([path, blob]) => [path, path.includes('2022-08') ? new Blob(['cut off']) : blob]))
  const files: RangedFiles = {
    ...heldFiles(lost),
    async ranged(path) {
      const got = await heldFiles(lost).ranged(path)
      if (!path.includes('2022-09') || 'problem' in got) return got
      // The file's metadata is read, then its contents become unavailable.
      const { byteLength, slice } = got.file
      const problem = { code: 'file-unreachable' as const, file: path }
      return {
        file: {
          byteLength,
          slice: (from, until) =>
            from < byteLength / 2 ? Promise.reject(new RangeFault(problem)) : slice(from, until),
        },
      }
    },
  }
  const { devices, problems } = await monitorList(opened, await hoursIn(files, MONTHS), '2022-09-15', 'pm10', NOW)
  expect(devices).toHaveLength(24)
  expect(problems.map(({ code, file }) => [code, file])).toEqual([
    ['readings-unreadable', hoursPath('2022-08')],
    ['file-unreachable', hoursPath('2022-09')],
  ])
})
