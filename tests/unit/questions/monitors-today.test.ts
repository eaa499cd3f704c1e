import { expect, it } from 'vitest'
import type { Month } from '@/domain/calendar'
import { monthOf } from '@/domain/monitoring/by-month'
import type { MonitoringSettings } from '@/domain/monitoring/settings'
import { NO_TIES } from '@/domain/sources/monitor-ties'
import { MonitorHours, type ReportedHours } from '@/io/readings/monitor-hours'
import type { ReadingsFile } from '@/io/readings/open-readings'
import { lastCommonHour } from '@/questions/monitors/monitor-hour'
import { monitorList } from '@/questions/monitors/monitor-list'
import { monitorSeries } from '@/questions/monitors/monitor-series'
import type { OpenedPackage } from '@/questions/opened-package'
import { minuteOn } from '../../fixtures/readings'

const DAY = minuteOn('2022-10-31')
const LATER = minuteOn('2023-06-01')
const SOURCE = { source: { zh: '', en: '' }, confirmed: false }
const RULES = {
  outage: { leastMinutes: 180, ...SOURCE },
  clock: {
    parameter: 'temperature',
    neighbours: 10,
    leastNeighbours: 5,
    days: 5,
    leastHours: 2,
    mostHours: 12,
    mostLeft: 0.4,
    ...SOURCE,
  },
}
const opened = {
  ties: NO_TIES,
  inventory: { sources: { columns: { code: { type: 'text', dictionary: [], codes: new Uint8Array() } } } },
  pack: { monitoring: { limits: [], doubts: RULES } as unknown as MonitoringSettings },
} as unknown as OpenedPackage

/** Hours of devices that report in the given ranges of hours since the start of the day, the last excluded. */
function hoursOf(
  of: Readonly<Record<string, readonly (readonly [from: number, until: number])[]>>,
  minutes = 60,
): MonitorHours {
  const rows = Object.entries(of).flatMap(([device, spans]) =>
    spans.flatMap(([from, until]) =>
      Array.from({ length: until - from }, (_, hour) => ({ device, minute: DAY + (from + hour) * 60 })),
    ),
  )
  const reported = new Map<string, ReportedHours>()
  for (const { device, minute } of rows) {
    const known = reported.get(device)
    reported.set(device, { first: known?.first ?? minute, last: minute })
  }
  const fileOf = (month: Month): ReadingsFile => ({
    ...{ rows: rows.length, parameters: ['tsp'], hasFlags: false },
    async read({ from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY, device: only }) {
      const isWanted = ({ device, minute }: (typeof rows)[number]) =>
        monthOf(minute) === month && minute >= from && minute < until && (only ?? device) === device
      const own = rows.filter(isWanted)
      const devices = [...new Set(own.map(({ device }) => device))]
      return {
        devices,
        device: Uint32Array.from(own, ({ device }) => devices.indexOf(device)),
        minute: Int32Array.from(own, ({ minute }) => minute),
        series: {
          tsp: {
            values: new Float32Array(own.length).fill(50),
            flags: new Uint8Array(own.length),
            minutes: new Uint8Array(own.length).fill(minutes),
          },
        },
      }
    },
  })
  const months = [...new Set(rows.map(({ minute }) => monthOf(minute)))]
  return new MonitorHours(
    months.map((month) => ({ month, file: fileOf(month), isKept: true, reported })),
    [],
  )
}
const asked = (device: string, days = 2) => ({ device, parameter: 'tsp' as const, asOf: '2022-10-31' as const, days })
const MORNING: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  ...{ a: [[-48, 10]], b: [[-48, 10]], c: [[-48, 10]], d: [[-48, 12]] },
}

it('keeps a city online if a single clock is ahead', async () => {
  for (const now of [LATER, DAY + 10 * 60 + 20]) {
    const { devices, hour } = await monitorList(opened, hoursOf(MORNING), '2022-10-31', 'tsp', now)
    expect(hour).toBe(DAY + 9 * 60)
    expect(devices.map(({ isOnline, share, value }) => [isOnline, share, value])).toEqual(
      Array.from({ length: 4 }, () => [true, 1, 50]),
    )
  }
})

it('uses an hour that some devices reached, however many are missing', () => {
  const of = (...lasts: number[]) => lasts.map((last) => ({ first: -10_000, last: last * 60 }))
  const hourOf = (...lasts: number[]) => lastCommonHour(of(...lasts), 1440, LATER)! / 60
  // Two of twenty report; the others stopped at the same time.
  expect(hourOf(20, 20, ...Array<number>(18).fill(5))).toBe(20)
  // Devices that have been silent for days can't have reached it.
  expect(hourOf(20, ...Array<number>(18).fill(-90))).toBe(20)
  expect(hourOf(23, 22, ...Array<number>(18).fill(10))).toBe(22)
  expect(hourOf(23, 10, 10)).toBe(23)
  expect(lastCommonHour([], 1440, LATER)).toBeNull()
  // For the current day no future hour is used; a future day is used as it is.
  expect(lastCommonHour(of(14), 1440, 630)).toBe(600)
  expect(lastCommonHour(of(14), 1440, -1)).toBe(14 * 60)
})

it('reports no outage for future hours', async () => {
  const series = await monitorSeries(opened, hoursOf(MORNING), asked('a'), new Map(), DAY + 10 * 60 + 20)
  expect([series.doubts, series.untried]).toEqual([[], ['clock']])
  expect([series.from, series.values.length]).toEqual([DAY - 1440, 34])
  // Days later the hours without any device are still missing.
  expect((await monitorSeries(opened, hoursOf(MORNING), asked('a'), new Map(), LATER)).values).toHaveLength(34)
})

it('reports an outage up to the hour that others reached, and none before a device first reported', async () => {
  const hours = hoursOf({ ...MORNING, e: [[-12, 4]] })
  const { doubts } = await monitorSeries(opened, hours, asked('e'), new Map(), DAY + 10 * 60 + 20)
  expect(doubts.map(({ kind, from, until }) => [kind, (from - DAY) / 60, (until - DAY) / 60])).toEqual([
    ['outage', 4, 10],
  ])
})

it('reports an outage of a device without any hour in the period', async () => {
  const hours = hoursOf({
    ...MORNING,
    e: [
      [-200, -190],
      [30, 40],
    ],
  })
  const { doubts, values } = await monitorSeries(opened, hours, asked('e'), new Map(), LATER)
  expect(values.every(Number.isNaN)).toBe(true)
  expect(doubts.map(({ kind, from, until }) => [kind, (from - DAY) / 60, (until - DAY) / 60])).toEqual([
    ['outage', -24, 24],
  ])
})

it('returns the share of minutes of a day with valid readings, not of hours', async () => {
  const { devices } = await monitorList(opened, hoursOf(MORNING, 15), '2022-10-31', 'tsp', LATER)
  expect(devices.map(({ share }) => share)).toEqual([0.25, 0.25, 0.25, 0.25])
  // A device that reports nothing of the parameter does not measure it.
  const none = await monitorList(opened, hoursOf(MORNING, 0), '2022-10-31', 'tsp', LATER)
  expect(none.devices[0]!.share).toBeNull()
})
