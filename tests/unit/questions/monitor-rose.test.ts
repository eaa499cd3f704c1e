import { expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import type { DoubtVerdict, DoubtVerdicts } from '@/domain/monitoring/doubts/verdict'
import { dayBegin } from '@/domain/monitoring/local-time'
import { monitorList } from '@/questions/monitors/monitor-list'
import { monitorRose } from '@/questions/monitors/monitor-rose'
import { monitorSeries } from '@/questions/monitors/monitor-series'
import { hoursFromDisk } from '../hours-from-disk'
import { openFromDisk } from '../package-from-disk'

const NONE: DoubtVerdicts = new Map()
/** Long after all readings. */
const NOW = Date.UTC(2023, 5, 1) / 60_000

it('groups the hours of a device by its own wind, or not at all without a rule in the package', async () => {
  const opened = (await openFromDisk('')).value!
  const hours = await hoursFromDisk(['2022-09', '2022-10'])
  const { devices } = await monitorList(opened, hours, '2022-10-31', 'tsp', NOW)
  const asked = { device: devices[0]!.device, parameter: 'tsp', asOf: '2022-10-31', days: 30 } as const
  const { rose, from, until } = (await monitorRose(opened, hours, asked, NONE, NOW))!
  expect([from, until]).toEqual([dayBegin(parseDay('2022-10-02')), dayBegin(parseDay('2022-11-01'))])
  const grid = await hours.read(from, until, ['tsp'], { devices: [asked.device] })
  expect(rose.hours).toBe(grid.values.tsp!.filter((value) => !Number.isNaN(value)).length)
  expect(rose.hours - rose.withoutWind).toBeGreaterThan(400)
  const { rose: _, ...monitoring } = opened.pack.monitoring!
  expect(await monitorRose({ ...opened, pack: { ...opened.pack, monitoring } }, hours, asked, NONE, NOW)).toBeNull()
})

it('leaves out hours marked as wrong, keeps undecided ones, and counts both', async () => {
  const opened = (await openFromDisk('')).value!
  const hours = await hoursFromDisk(['2022-09', '2022-10'])
  const { devices } = await monitorList(opened, hours, '2022-10-31', 'tsp', NOW)
  for (const { device } of devices) {
    const asked = { device, parameter: 'tsp', asOf: '2022-10-31', days: 30 } as const
    const { doubts, values, from } = await monitorSeries(opened, hours, asked, NONE, NOW)
    const doubt = doubts.find(({ kind }) => kind === 'stuck')
    if (!doubt) continue
    const first = (await monitorRose(opened, hours, asked, NONE, NOW))!
    const of = (at: number, within: typeof doubts) =>
      !Number.isNaN(values[at]!) &&
      within.some((each) => each.from < from + (at + 1) * 60 && each.until > from + at * 60)
    const about = (within: typeof doubts) => values.filter((_, at) => of(at, within)).length
    expect(first.doubted).toEqual({ wrong: 0, open: about(doubts) })
    const verdict: DoubtVerdict = { ...doubt, doubt: doubt.kind, parameter: doubt.parameter ?? '', verdict: 'invalid' }
    const judged = (await monitorRose(opened, hours, asked, new Map([[device, [verdict]]]), NOW))!
    expect(judged.doubted.wrong).toBe(about([doubt]))
    expect(judged.doubted.wrong).toBeGreaterThan(3)
    expect(judged.rose.hours).toBe(first.rose.hours - judged.doubted.wrong)
    const valid = new Map([[device, [{ ...verdict, verdict: 'valid' }]]])
    const fine = (await monitorRose(opened, hours, asked, valid, NOW))!
    expect(fine.rose).toEqual(first.rose)
    expect(fine.doubted.open).toBeLessThan(first.doubted.open)
    return
  }
  expect.unreachable('no device with a stuck sensor')
})
