import 'fake-indexeddb/auto'
import { afterEach, expect, it } from 'vitest'
import { byMonth } from '@/domain/monitoring/by-month'
import { flaggedHours, gapsOf } from '@/domain/monitoring/gaps'
import { knownHoursOf, readingsOfGrid } from '@/domain/monitoring/hour-grid'
import { hourly } from '@/domain/monitoring/hours'
import type { Readings } from '@/domain/monitoring/readings'
import { keepReadings } from '@/io/readings/keep-readings'
import { KeptHours } from '@/io/readings/kept-hours'
import { MonitorHours } from '@/io/readings/monitor-hours'
import type { WantedReadings } from '@/io/readings/open-readings'
import { ReadingsShelf } from '@/io/readings/readings-shelf'
import { minuteOn, readingsOf } from '../../fixtures/readings'

const RULE = { stamp: 'begin', leastMinutes: 45 } as const
const DAYS = 2 * 96
const course = (first: number) => Array.from({ length: DAYS }, (_, i) => first + (i % 50))
/** The last day of June and the first of July in quarter hours; b has no dust value in the first hour. */
const READINGS = readingsOf(
  {
    a: { tsp: course(100), noise: course(50) },
    b: { tsp: course(300).map((value, i) => (i < 2 ? null : value)), noise: course(60) },
  },
  minuteOn('2022-06-30'),
)

let shelf: ReadingsShelf
afterEach(() => shelf.delete())
const kept = async (...files: readonly Readings[]) => {
  shelf = new ReadingsShelf('kept-hours')
  for (const each of files) await keepReadings(shelf, [{ readings: each }])
  return new KeptHours(shelf, RULE)
}

it('are those of the readings, by month, for all devices or one', async () => {
  const own = await kept(READINGS)
  const { value, problems } = await own.files()
  expect([value!.map(({ month }) => month), problems]).toEqual([['2022-06', '2022-07'], []])
  const hours = hourly(READINGS, RULE)
  const read = await new MonitorHours(value!, []).read(minuteOn('2022-06-30'), minuteOn('2022-07-02'), ['tsp', 'noise'])
  expect([read.devices, read.hours]).toEqual([['a', 'b'], 48])
  expect([...read.values.tsp!]).toEqual([...hours.series.tsp!.values])
  expect([...read.values.noise!]).toEqual([...hours.series.noise!.values])
  expect(read.values.tsp![48]).toBeNaN()
  const one = await new MonitorHours(value!, []).read(
    minuteOn('2022-06-30', 600),
    minuteOn('2022-07-01', 60),
    ['tsp'],
    {
      devices: ['b'],
    },
  )
  expect([one.devices, one.hours]).toEqual([['b'], 15])
  expect([...one.values.tsp!]).toEqual([...hours.series.tsp!.values.slice(58, 73)])
})

it('of a whole month are read once, whichever parameters were requested before', async () => {
  const { value } = await (await kept(READINGS)).files()
  const asked: string[][] = []
  const files = value!.map((each) => ({
    ...each,
    file: {
      ...each.file,
      read: (wanted: WantedReadings) => {
        asked.push([...wanted.parameters])
        return each.file.read(wanted)
      },
    },
  }))
  const hours = new MonitorHours(files, [])
  const whole = await hours.read(minuteOn('2022-07-01'), minuteOn('2022-08-01'), ['tsp', 'noise'])
  asked.length = 0
  expect((await hours.ofMonth('2022-07', ['tsp'])).values).toEqual({ tsp: whole.values.tsp })
  const again = await hours.ofMonth('2022-07', ['noise', 'tsp'])
  expect([again.devices, again.values]).toEqual([whole.devices, { tsp: whole.values.tsp, noise: whole.values.noise }])
  expect(asked).toEqual([['tsp'], ['noise']])
})

it('report when each device reported without reading a file', async () => {
  const own = await kept(READINGS)
  const reported = await new MonitorHours((await own.files()).value!, []).reported()
  expect(reported.get('b')).toEqual({
    first: minuteOn('2022-06-30'),
    last: minuteOn('2022-07-01', 23 * 60),
    isKept: true,
  })
})

it('stay open between questions, and are new if a file was added', async () => {
  const own = await kept(READINGS)
  const [june, july] = (await own.files()).value!
  await keepReadings(shelf, [{ readings: readingsOf({ a: { tsp: [900, 900, 900, 900] } }, minuteOn('2022-07-01')) }])
  const [sameJune, newJuly] = (await own.files()).value!
  expect([sameJune === june, newJuly === july]).toEqual([true, false])
  const read = await new MonitorHours([sameJune!, newJuly!], []).read(
    minuteOn('2022-07-01'),
    minuteOn('2022-07-01', 60),
    ['tsp'],
  )
  expect(read.values.tsp![0]).toBe(900)
})

it('of a month whose file is missing are a problem with its name, beside the other months', async () => {
  const own = await kept(READINGS)
  const [part] = await shelf.list()
  await shelf.parts.update(part!.id, { file: new Blob(['gone']) })
  const { value, problems } = await own.files()
  expect(value!.map(({ month }) => month)).toEqual(['2022-07'])
  expect(problems).toMatchObject([{ code: 'kept-readings-lost', file: '2022-06' }])
})

it('take precedence over the package’s hours, which fill the gaps', async () => {
  // The import ends within the second hour, of which the package has a mean.
  const own = await kept(readingsOf({ a: { tsp: [900, 900, 900, 900, 900, 900] } }, minuteOn('2022-06-30')))
  const june = (await own.files()).value![0]!
  const delivered = hourly(READINGS, RULE)
  const asFile = (month: string) => ({
    month,
    isKept: false,
    file: {
      rows: delivered.minute.length,
      parameters: ['tsp', 'noise'] as const,
      hasFlags: false,
      read: async () => ({
        ...delivered,
        series: Object.fromEntries(
          Object.entries(delivered.series).map(([name, { values }]) => [name, { values, flags: new Uint8Array() }]),
        ),
      }),
    },
  })
  const hours = new MonitorHours([asFile('2022-06'), june], [])
  const read = await hours.read(minuteOn('2022-06-30'), minuteOn('2022-06-30', 120), ['tsp', 'noise'])
  expect([...read.values.tsp!.slice(0, 2)]).toEqual([900, delivered.series.tsp!.values[1]])
  expect(read.values.noise![0]).toBe(delivered.series.noise!.values[0])
})

/**
 * Hours of a device whose readings have the end of their quarter as time: the last day of June and the first of July.
 */
const ENDED = readingsOf({ a: { tsp: course(100) } }, minuteOn('2022-06-30', 15))
it.each([
  ['the earlier month first', ['2022-06', '2022-07']],
  ['the later month first', ['2022-07', '2022-06']],
])('have the complete last hour of a month if times are ends of intervals, %s', async (_, order) => {
  shelf = new ReadingsShelf('kept-hours')
  const own = new KeptHours(shelf, { stamp: 'end', leastMinutes: 60 })
  const months = new Map(byMonth(ENDED))
  const read = async () => {
    const { value, problems } = await own.files()
    expect(problems).toEqual([])
    return new MonitorHours(value!, [])
  }
  const before = minuteOn('2022-06-30')
  await keepReadings(shelf, [{ readings: months.get(order[0]!)! }])
  const first = await (await read()).read(before, minuteOn('2022-07-02'), ['tsp'])
  // Three quarters of the hour, or only its last quarter, are too little.
  expect(first.values.tsp![23]).toBeNaN()
  expect([first.came[22], first.came[23], first.came[24]]).toEqual(order[0] === '2022-06' ? [1, 1, 0] : [0, 1, 1])
  await keepReadings(shelf, [{ readings: months.get(order[1]!)! }])
  const hours = await read()
  const grid = await hours.read(before, minuteOn('2022-07-02'), ['tsp'])
  const whole = hourly(ENDED, { stamp: 'end', leastMinutes: 60 })
  expect([...grid.values.tsp!]).toEqual([...whole.series.tsp!.values])
  expect(grid.values.tsp![23]).not.toBeNaN()
  const one = await hours.read(minuteOn('2022-06-30', 23 * 60), minuteOn('2022-07-01'), ['tsp'], { devices: ['a'] })
  expect(one.values.tsp![0]).toBe(grid.values.tsp![23])
  // No hour is counted twice, or reported without a reading.
  expect((await hours.reported()).get('a')).toEqual({
    first: before,
    last: minuteOn('2022-07-01', 23 * 60),
    isKept: true,
  })
})

it('have the last hour of a month without readings of its own, for a device that reports hourly', async () => {
  shelf = new ReadingsShelf('kept-hours')
  await keepReadings(shelf, [{ readings: readingsOf({ a: { tsp: [7, 8, 9, 10] } }, minuteOn('2022-07-01'), 60) }])
  const own = new KeptHours(shelf, { stamp: 'end', leastMinutes: 45 })
  const grid = await new MonitorHours((await own.files()).value!, []).read(
    minuteOn('2022-06-30', 22 * 60),
    minuteOn('2022-07-01', 120),
    ['tsp'],
  )
  expect([...grid.values.tsp!]).toEqual([Number.NaN, 7, 8, 9])
})

/** The last hour of June in a package: a mean each for a and b. */
const lastOfJune = (values: readonly (number | null)[]) => {
  const file = hourly(readingsOf({ a: { tsp: values }, b: { tsp: values } }, minuteOn('2022-06-30', 23 * 60)), RULE)
  const series = { tsp: { ...file.series.tsp!, flags: new Uint8Array(2) } }
  const opened = { rows: 2, parameters: ['tsp'] as const, hasFlags: true, read: async () => ({ ...file, series }) }
  return { month: '2022-06', isKept: false, file: opened }
}
it.each([
  ['no June', []],
  [
    'a June that ends days before',
    [readingsOf({ a: { tsp: course(100) }, b: { tsp: course(100) } }, minuteOn('2022-06-10', 15))],
  ],
])('leave the package’s last hour of a month of which only its end is kept, with %s', async (_, before) => {
  shelf = new ReadingsShelf('kept-hours')
  for (const each of before) await keepReadings(shelf, [{ readings: each }])
  await keepReadings(shelf, [{ readings: readingsOf({ a: { tsp: [7, 8, 9, 10, 11] } }, minuteOn('2022-07-01')) }])
  const kept = (await new KeptHours(shelf, { stamp: 'end', leastMinutes: 45 }).files()).value!
  const last = async (delivered: readonly (number | null)[]) => {
    const hours = new MonitorHours([lastOfJune(delivered), ...kept], [])
    const grid = await hours.read(minuteOn('2022-06-30', 23 * 60), minuteOn('2022-07-01', 60), ['tsp'], {
      minutes: true,
    })
    const of = await hours.lastOf('a', minuteOn('2022-07-01'), 'tsp')
    return [...grid.values.tsp!.slice(0, 2), grid.minutes.tsp![0], of!.value]
  }
  expect(await last([40, 40, 40, 40])).toEqual([40, 9.5, 60, 40])
  // The piece is used where the package has no value.
  expect(await last([null, null, null, null])).toEqual([Number.NaN, 9.5, 15, Number.NaN])
})

it('take precedence over the package’s last hour of a month if they continue past its end', async () => {
  shelf = new ReadingsShelf('kept-hours')
  await keepReadings(shelf, [
    { readings: readingsOf({ a: { tsp: [7, 7, 8, 9] } }, minuteOn('2022-06-30', 22 * 60), 60) },
  ])
  const kept = (await new KeptHours(shelf, { stamp: 'end', leastMinutes: 45 }).files()).value!
  const hours = new MonitorHours([lastOfJune([40, 40, 40, 40]), ...kept], [])
  const grid = await hours.read(minuteOn('2022-06-30', 23 * 60), minuteOn('2022-07-01'), ['tsp'])
  expect([...grid.values.tsp!]).toEqual([8, 40])
})

it('report the flag of invalid readings in an hour, without affecting neighbouring hours', async () => {
  const said = readingsOf(
    { a: { tsp: [[90, 'D'], [90, 'D'], [90, 'M'], null, 80, 80, 80, [900, 'C'], 70, 70, 70, 70] } },
    minuteOn('2022-06-30'),
  )
  const { value } = await (await kept(said)).files()
  const grid = await new MonitorHours(value!, []).read(minuteOn('2022-06-30'), minuteOn('2022-06-30', 240), ['tsp'], {
    minutes: true,
  })
  const known = knownHoursOf(grid, 'a', 'tsp')
  expect(gapsOf(known, minuteOn('2022-06-30'))).toMatchObject([
    { from: minuteOn('2022-06-30'), hours: 1, why: 'flag', flag: 'D' },
    { from: minuteOn('2022-06-30', 180), hours: 1, why: 'nothing', flag: null },
  ])
  expect(flaggedHours(known)).toEqual([
    { flag: 'D', hours: 1, withoutMean: 1 },
    { flag: 'C', hours: 1, withoutMean: 0 },
  ])
  // An hour with a mean has no flag.
  expect([...readingsOfGrid(grid).series.tsp!.flags]).toEqual([4, 0, 0])
})

it('are created once for simultaneous questions', async () => {
  const own = await kept(READINGS)
  const [one, other] = await Promise.all([own.files(), own.files()])
  expect(one.value![0]).toBe(other.value![0])
})

it('use the package’s last hour if they have only another parameter', async () => {
  const { value } = await (await kept(readingsOf({ a: { noise: [60, 60, 60, 60] } }, minuteOn('2022-06-30')))).files()
  const dust = hourly(readingsOf({ a: { tsp: [100, 100, 100, 100] } }, minuteOn('2022-06-30')), RULE)
  const series = { tsp: { ...dust.series.tsp!, flags: new Uint8Array(1) } }
  const file = { rows: 1, parameters: ['tsp'] as const, hasFlags: false, read: async () => ({ ...dust, series }) }
  const hours = new MonitorHours([{ month: '2022-06', isKept: false, file }, ...value!], [])
  expect(await hours.lastOf('a', minuteOn('2022-07-01'), 'tsp')).toEqual({ at: minuteOn('2022-06-30'), value: 100 })
})
