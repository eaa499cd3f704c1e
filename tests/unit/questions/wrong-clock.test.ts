import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import type { ExceedanceReason } from '@/domain/cases/exceedance-reason'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { nearestTo } from '@/domain/monitoring/doubts/neighbours'
import type { DoubtVerdicts } from '@/domain/monitoring/doubts/verdict'
import { minuteOf } from '@/domain/monitoring/minute-of'
import { pickReadings, type Readings } from '@/domain/monitoring/readings'
import { exceedanceTable } from '@/features/monitoring/exceedance-table'
import { startI18n } from '@/i18n'
import { MonitorHours } from '@/io/readings/monitor-hours'
import type { WantedReadings } from '@/io/readings/open-readings'
import { exceedanceOpenings } from '@/questions/cases/exceedance-openings'
import { evaluateRules } from '@/questions/evaluated-package'
import { exceedanceList } from '@/questions/monitors/exceedance-list'
import { lastReports } from '@/questions/monitors/monitor-card'
import { monitorFindings } from '@/questions/monitors/monitor-findings'
import { monitorSeries } from '@/questions/monitors/monitor-series'
import { monitorPlace } from '@/questions/monitors/monitors'
import type { OpenedPackage } from '@/questions/opened-package'
import { reasonText } from '@/store/words/case-reason'
import { hoursFromDisk } from '../hours-from-disk'
import { openFromDisk } from '../package-from-disk'

const NOW = Date.UTC(2023, 5, 1) / 60_000
const [AS_OF, DAYS, BEHIND] = ['2022-10-31', 7, 180]
const NONE: DoubtVerdicts = new Map()
const GONE_FROM = minuteOf('2022-10-01')!

let opened: OpenedPackage
/** A device with hours above a limit, and all hours with its clock three hours slow. */
let device: string
let hours: MonitorHours
let right: MonitorHours
beforeAll(async () => {
  await startI18n('zh-CN')
  opened = (await openFromDisk('')).value!
  right = await hoursFromDisk(['2022-09', '2022-10'])
  const list = (await exceedanceList(opened, right, AS_OF, DAYS, NONE, NOW))!
  device = list.rows.find(({ doubts }) => doubts.length === 0)!.device
  hours = withSlowClock(right, device)
})

/** Of the air in a minute, for all devices. */
const temperatureAt = (minute: number) =>
  13 + 6.5 * Math.sin((minute / 1440) * 2 * Math.PI) + 2 * Math.sin(minute / 9000) + 0.3 * Math.sin(minute / 200)

/**
 * The same hours with temperatures, but those of one device carry a time that is too early. Devices that are `gone` have
 * none since October.
 */
function withSlowClock({ files }: MonitorHours, slow: string, gone: ReadonlySet<string> = new Set()): MonitorHours {
  const read = (original: (wanted: WantedReadings) => Promise<Readings>) => async (wanted: WantedReadings) => {
    const { from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = wanted
    const wide = await original({ ...wanted, until: until + BEHIND })
    const isSlow = (row: number) => wide.devices[wide.device[row]!] === slow
    const temperature = {
      values: Float32Array.from(wide.minute, temperatureAt),
      flags: new Uint8Array(wide.minute.length),
    }
    const series = { ...wide.series, ...(wanted.parameters.includes('temperature') && { temperature }) }
    const minute = wide.minute.map((at, row) => (isSlow(row) ? at - BEHIND : at))
    const isGone = (row: number) => minute[row]! >= GONE_FROM && gone.has(wide.devices[wide.device[row]!]!)
    const rows = Uint32Array.from(minute.keys()).filter(
      (row) => minute[row]! >= from && minute[row]! < until && !isGone(row),
    )
    return pickReadings({ ...wide, series, minute }, rows)
  }
  return new MonitorHours(
    files.map(({ file, ...each }) => ({
      ...each,
      file: {
        ...file,
        parameters: [...file.parameters, 'temperature'],
        read: read((wanted) =>
          file.read({ ...wanted, parameters: wanted.parameters.filter((one) => one !== 'temperature') }),
        ),
      },
    })),
    [],
  )
}

const clockOf = (doubts: readonly Doubt[]) => doubts.find(({ kind }) => kind === 'clock')

it('is doubted wherever an hour of the device is used, as on its own screen', async () => {
  const asked = { device, parameter: 'tsp', asOf: AS_OF, days: DAYS } as const
  const own = clockOf((await monitorSeries(opened, hours, asked, NONE, NOW)).doubts)
  expect(own?.figures).toMatchObject({ hours: -3 })

  const rows = (await exceedanceList(opened, hours, AS_OF, DAYS, NONE, NOW))!.rows.filter(
    (each) => each.device === device,
  )
  expect(rows.length).toBeGreaterThan(0)
  for (const { doubts } of rows) expect(clockOf(doubts)).toEqual(own)

  const findings = await monitorFindings(opened, hours, AS_OF, 'tsp', NONE, NOW)
  expect(clockOf(findings.get(device)!.doubts)).toEqual(own)

  const { reports } = await lastReports(opened, hours, [[device]], AS_OF)
  expect(clockOf(reports[0]!.doubts)?.figures).toMatchObject({ hours: -3 })

  const openings = await exceedanceOpenings(evaluateRules(opened, AS_OF), hours, 'exceedance', DAYS, NONE)
  const reasons = openings.filter(({ key }) => key.includes(device))
  expect(reasons.length).toBeGreaterThan(0)
  const t = i18next.getFixedT('zh-CN') as never
  for (const opening of reasons) {
    expect(clockOf((opening.reason as ExceedanceReason).doubts)?.figures).toMatchObject({ hours: -3 })
    expect(reasonText(t, opening)).toContain('时钟疑似相差 -3 小时')
  }
})

it('is no longer doubted for hours that a person found valid, even if more data shows a longer doubt', async () => {
  const list = (await exceedanceList(opened, hours, AS_OF, DAYS, NONE, NOW))!
  const row = list.rows.find((each) => each.device === device)!
  const own = clockOf(row.doubts)!
  expect(own.from).toBeLessThan(row.from - 1440)
  const t = i18next.getFixedT('zh-CN') as never
  const doubted = (from: number) => {
    const body = {
      ...{ type: 'reading-verdict', device, doubt: 'clock', parameter: '', name: '', verdict: 'valid', reason: '查' },
      ...{ from: new Date(from * 60_000).toISOString(), until: new Date(own.until * 60_000).toISOString() },
      supersedes: [],
    }
    const verdicts = new Map([[device, [{ body } as never]]])
    const { headings, rows } = exceedanceTable(t, { rows: [row] }, () => '', verdicts, 'zh-CN', [])
    return rows[0]![headings.indexOf('数据存疑')]
  }
  expect([doubted(row.from - 1440), doubted(row.from + 60)]).toEqual(['否', '是'])
})

it('is doubted on the list also if the nearest devices have sent nothing for a month', async () => {
  const codes = [...(await right.reported()).keys()]
  const positions = codes.map((code) => monitorPlace(opened, code)?.position ?? null)
  const { neighbours } = opened.pack.monitoring!.doubts!.clock!
  const gone = new Set(Array.from(nearestTo(codes.indexOf(device), positions, neighbours), (at) => codes[at]!))
  const fewer = withSlowClock(right, device, gone)
  const asked = { device, parameter: 'tsp', asOf: AS_OF, days: 3 } as const
  const own = clockOf((await monitorSeries(opened, fewer, asked, NONE, NOW)).doubts)
  expect(own?.figures).toMatchObject({ hours: -3 })
  const findings = await monitorFindings(opened, fewer, AS_OF, 'tsp', NONE, NOW)
  expect([...gone].every((each) => findings.has(each))).toBe(true)
  expect(clockOf(findings.get(device)!.doubts)).toEqual(own)
})
