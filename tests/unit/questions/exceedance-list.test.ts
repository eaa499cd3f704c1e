import { readFileSync } from 'node:fs'
import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { pickReadings } from '@/domain/monitoring/readings'
import { exceedanceTable } from '@/features/monitoring/exceedance-table'
import { readingsClass } from '@/features/monitoring/export-lines'
import { startI18n } from '@/i18n'
import type { Descriptor } from '@/io/package/descriptor'
import { heldFiles } from '@/io/package/package-files'
import { MonitorHours } from '@/io/readings/monitor-hours'
import { packageReadings } from '@/io/readings/package-readings'
import { type Verdicts, verdictBody, verdictsOf } from '@/ledger/verdicts'
import { type ExceedanceList, exceedanceList } from '@/questions/monitors/exceedance-list'
import { monitorSeries, ownHours } from '@/questions/monitors/monitor-series'
import type { OpenedPackage } from '@/questions/opened-package'
import { write } from '../ledger/records'
import { openFromDisk } from '../package-from-disk'

const MONTH = '2022-10'
const PATH = `readings/hourly/${MONTH}.parquet`
const NONE: Verdicts = new Map()
const [AS_OF, NOW, DAYS] = ['2022-10-31', Date.UTC(2023, 5, 1) / 60_000, 14]

let opened: OpenedPackage
let hours: MonitorHours
let list: ExceedanceList
beforeAll(async () => {
  await startI18n('zh-CN')
  opened = (await openFromDisk('')).value!
  const resources = [
    { name: MONTH, path: PATH, chentu: { role: 'readings-hourly', class: 'illustrative' as const, month: MONTH } },
  ]
  const held = new Map([[PATH, new Blob([readFileSync(`data/${PATH}`)])]])
  hours = await MonitorHours.ofPackage(
    packageReadings(heldFiles(held), { resources } as unknown as Descriptor, 'readings-hourly'),
    [],
  )
  list = (await exceedanceList(opened, hours, AS_OF, DAYS, new Map(), NOW))!
})

it('a device’s own hours say whether any of them may be made up, above a limit or not', async () => {
  const { device } = list.rows[0]!
  const asked = { device, parameter: 'tsp', asOf: AS_OF, days: 1 } as const
  const files = hours.files.map((each) => ({ ...each, file: { ...each.file, dataClass: 'real' as const } }))
  const { isIllustrative } = await ownHours(opened, hours, asked, NOW)
  expect(isIllustrative).toBe(true)
  const measured = await ownHours(opened, new MonitorHours(files, []), asked, NOW)
  expect(measured.isIllustrative).toBe(false)
})

it('has the same exceedances as each device’s own screen in the period, with the known share of hours', async () => {
  expect(list.rows.length).toBeGreaterThan(3)
  expect(list.until - list.from).toBe(DAYS * 1440)
  for (const device of new Set(list.rows.map((each) => each.device))) {
    const own = list.rows.filter((each) => each.device === device)
    const { exceedances, values } = await monitorSeries(
      opened,
      hours,
      { device, parameter: 'tsp', asOf: AS_OF, days: DAYS },
      new Map(),
      NOW,
    )
    const over = exceedances.filter(({ isOver }) => isOver)
    expect(own.reduce((sum, each) => sum + each.hours, 0)).toBe(over.length)
    expect(Math.max(...own.map(({ value }) => value))).toBe(Math.max(...over.map(({ value }) => value)))
    expect(Math.max(...own.map(({ compared, value }) => compared ?? value))).toBe(
      Math.max(...over.map(({ compared }) => compared)),
    )
    const known = values.filter((value) => !Number.isNaN(value)).length
    for (const { share } of own) expect(share).toBeCloseTo(known / (DAYS * 24), 10)
  }
})

it('counts no hours before the first reading of a device as missing', async () => {
  const { device, from } = list.rows.find((row) => row.from > list.from + 1440 && row.share > 0.9)!
  const begin = from - 180
  const files = hours.files.map(({ file, ...each }) => ({
    ...each,
    file: {
      ...file,
      read: async (wanted: Parameters<typeof file.read>[0]) => {
        const read = await file.read(wanted)
        const isLeft = (row: number) => read.devices[read.device[row]!] !== device || read.minute[row]! >= begin
        return pickReadings(read, Uint32Array.from(read.minute.keys()).filter(isLeft))
      },
    },
  }))
  const later = (await exceedanceList(opened, new MonitorHours(files, []), AS_OF, DAYS, new Map(), NOW))!
  const asked = { device, parameter: 'tsp', asOf: AS_OF, days: DAYS } as const
  const own = (await ownHours(opened, hours, asked, NOW)).values.subarray((begin - list.from) / 60)
  const known = own.filter((value) => !Number.isNaN(value)).length
  expect(later.rows.find((row) => row.device === device)!.share).toBeCloseTo(known / own.length, 10)
})

it('is in the order of the screen: latest first, and of the same hour the worst first', () => {
  const shares = list.rows.map(({ compared, value, allowedUpTo }) => (compared ?? value) / allowedUpTo)
  for (const [i, { from, device }] of list.rows.entries()) {
    const before = list.rows[i - 1]
    if (!before) continue
    expect(before.from, device).toBeGreaterThanOrEqual(from)
    if (before.from === from) expect(shares[i - 1], device).toBeGreaterThanOrEqual(shares[i]!)
  }
  expect(new Set(list.rows.map(({ from }) => from)).size).toBeLessThan(list.rows.length)
})

it('is a table with the source of each limit, and null if no device had reported', async () => {
  const { headings, rows, positions } = exceedanceTable(
    i18next.getFixedT('zh-CN') as never,
    list,
    (code) => `区县${code}`,
    NONE,
    'zh-CN',
    [],
  )
  expect(rows).toHaveLength(list.rows.length)
  expect(positions).toHaveLength(rows.length)
  for (const row of rows) expect(row).toHaveLength(headings.length)
  const first = Object.fromEntries(headings.map((heading, at) => [heading, rows[0]![at]]))
  const [{ device, hours: count }] = list.rows as [ExceedanceList['rows'][number]]
  expect(first).toMatchObject({ 设备编号: device, 因子: 'TSP', 小时数: count, 单位: 'µg/m³', '均值时段（分钟）': 60 })
  expect(first.限值来源).toMatch(/DB61\/1078-2017.*（未经核实）$/)
  expect(await exceedanceList(opened, hours, '2000-01-01', DAYS, new Map(), NOW)).toBeNull()
})

it('shows verdicts on doubts about its hours, and no doubt about hours found valid', () => {
  const t = i18next.getFixedT('zh-CN') as never
  const doubted = list.rows.find(({ doubts }) => doubts.length > 0)!
  const said = (verdict: string | null) => {
    const verdicts = verdictsOf(
      verdict === null
        ? []
        : doubted.doubts.map((each, at) =>
            write(
              `${at}`.padStart(16, 'a'),
              null,
              verdictBody(NONE, each, { name: '', verdict, reason: '查' }),
              '2022-11-01T00:00:00Z',
            ),
          ),
    )
    const { headings, rows } = exceedanceTable(t, { rows: [doubted] }, () => '', verdicts, 'zh-CN', [])
    return ['数据存疑', '其中核定读数无效（小时）', '核定'].map((heading) => rows[0]![headings.indexOf(heading)])
  }
  const count = doubted.doubts.length
  expect(said(null)).toEqual(['是', 0, `待核查 ${count}`])
  expect(said('valid')).toEqual(['否', 0, `读数有效 ${count}`])
  const [isDoubted, wrong, word] = said('invalid')
  expect([isDoubted, word]).toEqual(['是', `读数无效 ${count}`])
  expect(wrong).toBeGreaterThan(0)
})

it('has the data class of its readings: imported ones are real', () => {
  expect(readingsClass(opened.pack, false)).toBe('illustrative')
  expect(readingsClass(opened.pack, true)).toBe('real')
  // Without a real import, only an imported illustrative export is shown.
  expect(readingsClass({ provenance: [] }, false)).toBe('illustrative')
})

it('lists each hour once if several limits of a parameter apply', async () => {
  const { monitoring } = opened.pack
  const limits = monitoring!.limits.flatMap((limit) => [limit, { ...limit, value: limit.value * 1.35 }])
  const twice = { ...opened, pack: { ...opened.pack, monitoring: { ...monitoring!, limits } } }
  const facts = ({ rows }: ExceedanceList) => rows.map((each) => [each.device, each.from, each.until, each.hours])
  expect(facts((await exceedanceList(twice, hours, AS_OF, DAYS, new Map(), NOW))!)).toEqual(facts(list))
})
