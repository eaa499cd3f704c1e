import 'fake-indexeddb/auto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import {
  type CountedDevice,
  type CoveredPeriod,
  daysOfCounted,
  mergeDeviceDays,
} from '@/domain/monitoring/counted-days'
import { joinReadings } from '@/domain/monitoring/join-readings'
import { dayBegin } from '@/domain/monitoring/local-time'
import type { DeviceDays } from '@/domain/monitoring/online-days'
import { FLAGS } from '@/domain/monitoring/parameter'
import { pickReadings, type Readings } from '@/domain/monitoring/readings'
import { ABSENT_FLAG } from '@/domain/table/column'
import { broughtBy, keepReadings } from '@/io/readings/keep-readings'
import { listKept } from '@/io/readings/kept-readings'
import { evaluateRules } from '@/questions/evaluated-package'
import { judgedByMadeUp } from '@/questions/monitors/made-up-readings'
import { findSource } from '@/questions/source/find-source'
import { sourceRecord } from '@/questions/source/source-record'
import { countKeptDays } from '@/workspace/readings/kept-days'
import { keptDays } from '@/workspace/readings/kept-days-list'
import { readingsShelf } from '@/workspace/readings/readings-shelves'
import type { Workspace } from '@/workspace/workspace'
import { openFromDisk } from '../package-from-disk'

const NAME = 'chentu-readings-days-test'
const SITE = 'GD2022-0238'
const DAY = 1440

/** Hourly readings of devices: for each device and day, that many hours from the first on. */
function readings(of: Readonly<Record<string, Readonly<Record<string, number>>>>, flagged: string[] = []): Readings {
  const devices = Object.keys(of).sort()
  const rows = devices.flatMap((code, device) =>
    Object.entries(of[code]!).flatMap(([day, hours]) =>
      Array.from({ length: hours }, (_, hour) => ({
        device,
        minute: dayBegin(parseDay(day)) + hour * 60,
        flag: flagged.includes(`${code} ${day} ${hour}`) ? FLAGS.indexOf('C') : 0,
      })),
    ),
  )
  return {
    devices,
    device: Uint32Array.from(rows, ({ device }) => device),
    minute: Int32Array.from(rows, ({ minute }) => minute),
    series: {
      tsp: { values: new Float32Array(rows.length).fill(100), flags: Uint8Array.from(rows, ({ flag }) => flag) },
    },
  }
}
const days = (from: string, count: number, hours: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      new Date((parseDay(from) + i) * DAY * 60_000).toISOString().slice(0, 10),
      hours,
    ]),
  )

let workspace: Workspace
beforeAll(async () => {
  workspace = { copy: { opened: (await openFromDisk('')).value! } } as Workspace
})
afterEach(() => readingsShelf(NAME).parts.clear())

const kept = async () => {
  if ((await keptDays(workspace.copy.opened, NAME)).isBehind) await countKeptDays(workspace, NAME)
  return (await keptDays(workspace.copy.opened, NAME)).days
}
const told = ({ days: of, hours }: DeviceDays) =>
  Array.from(of, (day, at) => [new Date(day * DAY * 60_000).toISOString().slice(0, 10), hours[at]])

describe('valid hours of readings kept in a browser', () => {
  it('are counted once by device and day, stored with the readings, and removed with them', async () => {
    const shelf = readingsShelf(NAME)
    const flagged = readings({ [SITE]: days('2022-10-30', 3, 24), b: days('2022-10-30', 3, 24) }, [
      `${SITE} 2022-10-31 0`,
      `${SITE} 2022-10-31 1`,
    ])
    await keepReadings(shelf, [{ readings: flagged }])
    const own = (await kept()).get(SITE)!
    expect(told(own)).toEqual([
      ['2022-10-30', 24],
      ['2022-10-31', 22],
      ['2022-11-01', 24],
    ])
    expect(own.calibrated).toEqual([{ day: parseDay('2022-10-31'), dataClass: 'real' }])
    const known = await keptDays(workspace.copy.opened, NAME)
    expect(known).toMatchObject({ isBehind: false })
    expect(known.days).toEqual(await kept())
    // The counts are not listed as months or readings themselves.
    expect((await listKept(shelf)).map(({ month, parts }) => [month, parts])).toEqual([
      ['2022-10', 1],
      ['2022-11', 1],
    ])
    await keepReadings(shelf, [{ readings: readings({ [SITE]: { '2022-11-02': 24 } }) }])
    // Until the month has been counted again, its counts are not used.
    const behind = await keptDays(workspace.copy.opened, NAME)
    expect(behind.isBehind).toBe(true)
    expect(behind.by).not.toBe(known.by)
    expect(told((await kept()).get(SITE)!)).toContainEqual(['2022-11-02', 24])
    await shelf.removeMonths(['2022-10', '2022-11'])
    expect(await shelf.list()).toEqual([])
    expect(await kept()).toEqual(new Map())
  })

  it('are counted again if an earlier version counted them, which made other hours by the same rule', async () => {
    const shelf = readingsShelf(NAME)
    await keepReadings(shelf, [{ readings: readings({ [SITE]: days('2022-10-20', 3, 24) }) }])
    const [part] = await shelf.list()
    await shelf.counts.put({ month: '2022-10', by: `begin 45 ${part!.id} `, devices: [] }, new ArrayBuffer(0), [])
    expect(await keptDays(workspace.copy.opened, NAME)).toMatchObject({ isBehind: true, by: '' })
    await countKeptDays(workspace, NAME)
    const { days: kept, isBehind } = await keptDays(workspace.copy.opened, NAME)
    expect([[...kept.get(SITE)!.hours], isBehind]).toEqual([[24, 24, 24], false])
  })

  it('are 0 for a device that was silent while others in the import reported, and unknown outside imports', async () => {
    const shelf = readingsShelf(NAME)
    await keepReadings(shelf, [{ readings: readings({ a: days('2022-10-01', 2, 24), b: days('2022-10-01', 4, 24) }) }])
    await keepReadings(shelf, [{ readings: readings({ b: days('2022-10-08', 3, 24) }) }])
    expect(told((await kept()).get('a')!)).toEqual([
      ['2022-10-01', 24],
      ['2022-10-02', 24],
      ['2022-10-03', 0],
      ['2022-10-04', 0],
    ])
    // Many files of a month are combined; what each import covered stays known.
    for (let day = 11; day < 20; day++)
      await keepReadings(shelf, [{ readings: readings({ b: days(`2022-10-${day}`, 1, 24) }) }])
    expect((await listKept(shelf))[0]!.parts).toBeLessThan(9)
    expect((await kept()).get('a')!.days.at(-1)).toBe(parseDay('2022-10-04'))
  })

  it('are unknown for a file that ends before another of the same import', async () => {
    const shelf = readingsShelf(NAME)
    const [september, october] = [
      readings({ a: days('2022-09-29', 2, 24) }),
      readings({ b: days('2022-10-01', 4, 24) }),
    ]
    const { readings: all } = joinReadings([september, october])
    await keepReadings(shelf, [{ readings: all, brought: broughtBy([[september], [october]]) }])
    expect(told((await kept()).get('a')!)).toEqual([
      ['2022-09-29', 24],
      ['2022-09-30', 24],
    ])
  })

  it('are known of a day that two imports have together, if no reading of the device is missing at the seam', async () => {
    const every = (from: number, until: number, step: number): Readings => {
      const minute = Int32Array.from({ length: (until - from) / step }, (_, at) => from + at * step)
      const values = new Float32Array(minute.length).fill(100)
      const spans = new Uint8Array(minute.length).fill(step)
      const tsp = { values, flags: new Uint8Array(minute.length), spans }
      return { devices: ['a'], device: new Uint32Array(minute.length), minute, series: { tsp } }
    }
    const shelf = readingsShelf(NAME)
    const seam = dayBegin(parseDay('2022-10-02')) + 60
    const end = seam + 2 * DAY - 60
    for (const [step, gap] of [
      [15, 0],
      [60, 0],
      [15, 15],
    ] as const) {
      const before = every(seam - DAY - 60, seam, step)
      await keepReadings(shelf, [{ readings: before }])
      await keepReadings(shelf, [{ readings: every(seam + gap, end, step) }])
      const whole = [
        ['2022-10-01', 24],
        ['2022-10-02', 24],
        ['2022-10-03', 24],
      ]
      expect([step, gap, told((await kept()).get('a')!)]).toEqual([
        ...[step, gap],
        gap === 0 ? whole : whole.filter(([day]) => day !== '2022-10-02'),
      ])
      await shelf.removeMonths(['2022-10'])
    }
  })

  it('are covered by one period of a file, also if its rows are in the order of time', () => {
    const both = readings({ a: days('2022-10-01', 2, 24), b: days('2022-10-01', 1, 24) })
    const rows = Uint32Array.from(both.minute.keys()).sort((a, b) => both.minute[a]! - both.minute[b]!)
    expect(broughtBy([[pickReadings(both, rows)]])).toEqual(broughtBy([[both]]))
  })

  it('are used for clause 23 without illustrative ones of the package', async () => {
    const { opened } = workspace.copy
    await keepReadings(readingsShelf(NAME), [{ readings: readings({ [SITE]: days('2022-10-28', 4, 24) }) }])
    const online = await kept()
    const fact = (of = opened) => {
      const evaluated = evaluateRules(of, '2022-10-31', [], [], online)
      const { source } = findSource(evaluated, 'construction-site', SITE)!
      return sourceRecord(evaluated, source).measured.find(({ measured }) => measured === 'online')
    }
    // Illustrative days of the package fill no gap in real data of any site: four days are fewer than seven.
    expect(fact()).toBeUndefined()
    const short = evaluateRules(opened, '2022-10-31', [], [], online)
    expect(sourceRecord(short, findSource(short, 'construction-site', SITE)!.source).undecided).toEqual({
      fields: ['monitorOnline'],
      days: 4,
      last: parseDay('2022-10-31'),
      dataClass: 'real',
    })
    const kinds = opened.inventory.kinds.map((each) => ({ ...each, dataClass: 'real' as const }))
    const real = { ...opened, inventory: { ...opened.inventory, kinds } }
    expect(fact(real)).toBeUndefined()
    await keepReadings(readingsShelf(NAME), [
      { readings: readings({ [SITE]: { ...days('2022-10-25', 2, 12), '2022-10-27': 24 } }) },
    ])
    const evaluated = evaluateRules(real, '2022-10-31', [], [], await kept())
    const { source } = findSource(evaluated, 'construction-site', SITE)!
    expect(sourceRecord(evaluated, source).measured).toContainEqual(
      expect.objectContaining({ measured: 'online', role: 'verify', hours: 144, dataClass: 'real' }),
    )
    expect(sourceRecord(evaluated, source).undecided).toBeNull()
  })

  it('are preceded by the number of sources judged by illustrative ones, and what happens to these without', async () => {
    const { opened } = workspace.copy
    const before = evaluateRules(opened, '2022-10-31')
    // Readings of an unlisted device affect no source.
    await keepReadings(readingsShelf(NAME), [{ readings: readings({ elsewhere: days('2022-10-28', 4, 24) }) }])
    const after = evaluateRules(opened, '2022-10-31', [], [], await kept())
    const cells = ({ tables }: typeof before) => {
      const { table, measured } = tables.find(({ kind }) => kind === 'construction-site')!
      const column = table.columns.monitorOnline
      return { values: column?.type === 'flag' ? [...column.values] : [], measured }
    }
    const [now, then] = [cells(before), cells(after)]
    const changed = [...now.values.keys()].filter((row) => now.values[row] !== then.values[row])
    const told = judgedByMadeUp(before, [])
    expect(told).toEqual({
      asOf: '2022-10-31',
      sources: now.measured?.size,
      otherwise: changed.length,
      unknown: changed.filter((row) => then.values[row] === ABSENT_FLAG).length,
    })
    expect(told.otherwise).toBeGreaterThan(0)
    expect(judgedByMadeUp(after, [])).toMatchObject({ sources: 0, otherwise: 0, unknown: 0 })
  })
})

it('are unknown for days that were not imported from start to end, and for days without any device', () => {
  const at = (day: string, hour: number) => dayBegin(parseDay(day)) + hour * 60
  const counted: CountedDevice[] = [
    {
      device: 'a',
      days: ['2022-10-01', '2022-10-02', '2022-10-04', '2022-10-05'].map(parseDay),
      hours: [9, 24, 24, 5],
      calibrated: [],
    },
  ]
  const covered = new Map<string, readonly CoveredPeriod[]>([['a', [[at('2022-10-01', 15), at('2022-10-05', 4)]]]])
  expect(told(daysOfCounted(counted, covered).get('a')!)).toEqual([
    ['2022-10-02', 24],
    ['2022-10-04', 24],
  ])
})

it('are, if two imports have a day, the more real ones, otherwise those with more hours', () => {
  const of = (hours: readonly number[], classes: DeviceDays['classes']): DeviceDays => ({
    ...{ days: Int32Array.from(hours.keys()), hours: Uint8Array.from(hours), classes, calibrated: [] },
  })
  const below = new Map([['a', of([24, 24, 10, 24], ['real', 'illustrative', 'real', 'real'])]])
  const above = new Map([['a', of([3, 5, 12], ['real', 'real', 'real'])]])
  const joined = mergeDeviceDays(below, above).get('a')!
  expect([...joined.hours]).toEqual([24, 5, 12, 24])
  expect(joined.classes).toEqual(['real', 'real', 'real', 'real'])
  expect(mergeDeviceDays(below, new Map())).toBe(below)
})
