import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { bringFiles, spannedFiles, spansByDevice } from '@/domain/monitoring/bring-files'
import { deviceSpans } from '@/domain/monitoring/device-spans'
import { type HourRule, hourly } from '@/domain/monitoring/hours'
import { joinReadings } from '@/domain/monitoring/join-readings'
import { PARAMETERS, type Parameter } from '@/domain/monitoring/parameter'
import type { Readings, Series } from '@/domain/monitoring/readings'
import { keepReadings } from '@/io/readings/keep-readings'
import { openKept } from '@/io/readings/kept-readings'
import { keptLonger, keptTimes } from '@/io/readings/kept-times'
import { ReadingsShelf } from '@/io/readings/readings-shelf'
import { replacedReadings } from '@/io/readings/replaced-readings'
import { minuteOn } from '../../fixtures/readings'

const DAY = minuteOn('2022-10-22')
const HOUR = 60
const rule = (stamp: HourRule['stamp']): HourRule => ({ stamp, leastMinutes: 45 })

/** Readings every `step` minutes from a minute of the day on. */
const every = (step: number, from: number, count: number, value: number, parameter: Parameter = 'tsp'): Readings => ({
  devices: ['a'],
  device: new Uint32Array(count),
  minute: Int32Array.from({ length: count }, (_, i) => DAY + from + i * step),
  series: { [parameter]: { values: new Float32Array(count).fill(value), flags: new Uint8Array(count) } },
})

/** Means by hour of the day. */
function means(readings: Readings, stamp: HourRule['stamp'], parameter: Parameter = 'tsp') {
  const { minute, series } = hourly(readings, rule(stamp))
  return new Map(Array.from(minute, (at, row) => [(at - DAY) / HOUR, series[parameter]!.values[row]!]))
}
const shelf = new ReadingsShelf('chentu-bring-test')
afterEach(() => shelf.parts.clear())

async function bring(stamp: HourRule['stamp'], files: readonly Readings[]) {
  const spanned = spannedFiles(
    files.map((each) => [each]),
    stamp,
  )
  const spans = spanned.flat().flatMap((piece) => {
    const lengths = spansByDevice(piece)
    return deviceSpans(piece).map((span) => ({ ...span, shortest: lengths.get(span.code)!.shortest }))
  })
  const times = await keptTimes(shelf, spans, PARAMETERS, 'real', stamp)
  return bringFiles(spanned, rule(stamp), { times, ...(await keptLonger(shelf, spans, 'real')) })
}

async function keep(stamp: HourRule['stamp'], ...files: readonly Readings[]) {
  const { stored, leftOut, superseded } = await bring(stamp, files)
  await keepReadings(shelf, [{ readings: joinReadings(stored).readings }])
  return { ...leftOut, superseded }
}
const kept = async () => (await openKept(shelf, '2022-10'))!.read({ parameters: ['tsp', 'noise'] })

/** Hourly values of 100 of a day, up to `until`; stored as by this version, or by one that stored no spans. */
async function keepHours(stamp: HourRule['stamp'], isOld: boolean, until = 24) {
  const hours = every(60, stamp === 'begin' ? 0 : 60, until, 100)
  await (isOld ? keepReadings(shelf, [{ readings: hours }]) : keep(stamp, hours))
}

describe.each([
  ['stored with what they stand for', false],
  ['stored by an earlier version', true],
])('hourly values %s', (_, isOld) => {
  it('are not replaced by the last value of a finer file that ends at a full hour', async () => {
    await keepHours('begin', isOld)
    const leftOut = await keep('begin', every(5, 725, 12, 900))
    const found = means(await kept(), 'begin')
    expect([11, 12, 13, 14].map((hour) => found.get(hour))).toEqual([100, 900, 100, 100])
    // Eleven of the twelve make the mean of an hour that had a value: at another time, so that no reading is replaced.
    expect(leftOut).toEqual({ values: 1, devices: ['a'], superseded: 1 })
    expect(await keep('begin', every(5, 725, 11, 950))).toMatchObject({ values: 0, superseded: 0 })
  })

  it('stand where only finer values follow on the same day', async () => {
    await keepHours('begin', isOld, 8)
    await keep('begin', every(5, 240, 96, 900))
    const found = means(await kept(), 'begin')
    expect([0, 1, 2, 3, 4].map((hour) => found.get(hour))).toEqual([100, 100, 100, 100, 900])
  })

  it('are not replaced by the first value of a finer file whose times are ends', async () => {
    await keepHours('end', isOld)
    const leftOut = await keep('end', every(5, 720, 13, 900))
    const found = means(await kept(), 'end')
    expect([10, 11, 12, 13].map((hour) => found.get(hour))).toEqual([100, 100, 900, 100])
    expect(leftOut.values).toBe(1)
  })

  it('stand where they are the last of the device', async () => {
    await keepHours('begin', isOld, 14)
    await keep('begin', every(5, 725, 12, 900))
    const found = means(await kept(), 'begin')
    expect([11, 12, 13].map((hour) => found.get(hour))).toEqual([100, 900, 100])
  })

  it('give way to finer values that make the mean of the hour, by which they count no more', async () => {
    await keepHours('begin', isOld)
    // Without the first of the hour: the hour's own value stays at its time.
    await keep('begin', every(5, 725, 11, 900))
    const read = await kept()
    expect(read.series.tsp!.values[read.minute.indexOf(DAY + 720)]).toBe(100)
    expect(means(read, 'begin').get(12)).toBe(900)
  })

  it('give way to a few finer values that correct some of those that make the mean', async () => {
    await keepHours('begin', isOld)
    await keep('begin', every(5, 725, 11, 900))
    expect((await keep('begin', every(5, 750, 6, 350))).values).toBe(0)
    expect(means(await kept(), 'begin').get(12)).toBeCloseTo((5 * 900 + 6 * 350) / 11)
  })

  it('are replaced by later hourly values, also by a single one', async () => {
    await keepHours('begin', isOld)
    await keep('begin', every(60, 600, 3, 300))
    await keep('begin', every(60, 900, 1, 500))
    const found = means(await kept(), 'begin')
    expect([9, 10, 12, 13, 15].map((hour) => found.get(hour))).toEqual([100, 300, 300, 100, 500])
  })

  it('stay beside finer values of another parameter, which no file has of them', async () => {
    await keepHours('begin', isOld)
    expect((await keep('begin', every(5, 725, 12, 60, 'noise'))).values).toBe(0)
    const found = means(await kept(), 'begin')
    expect([11, 12, 13, 14].map((hour) => found.get(hour))).toEqual([100, 100, 100, 100])
  })
})

it('a shorter value stored by an earlier version stands for no hour beside hours that end with it', async () => {
  await keepReadings(shelf, [{ readings: every(15, 24 * HOUR, 40, 900) }])
  await keep('end', every(60, 7 * HOUR, 17, 100))
  expect(means(await kept(), 'end').get(22)).toBe(100)
  expect(means(await kept(), 'end').get(23)).toBeNaN()
})

it('a single value stands for the interval of the other devices of its file only at their times', () => {
  const file = (at: number) => {
    const hours = every(60, 0, 24, 100)
    const sole = { ...every(60, at, 1, 900), devices: ['b'] }
    return spannedFiles([[joinReadings([hours, sole]).readings]], 'begin')[0]![0]!.series.tsp!.spans!.at(-1)
  }
  expect([file(600), file(625)]).toEqual([60, 0])
})

it('of one import give way to a few finer values that correct some of those that make the mean', async () => {
  const files = [every(60, 0, 24, 100), every(5, 725, 11, 900), every(5, 750, 6, 350)]
  const { parts, leftOut } = await bring('begin', files)
  expect(leftOut.values).toBe(0)
  expect(means(joinReadings(parts).readings, 'begin').get(12)).toBeCloseTo((5 * 900 + 6 * 350) / 11)
})

it('of one import give way to finer values beside another parameter by the minute', async () => {
  const noise = every(1, 0, 24 * HOUR, 60, 'noise')
  const files = [every(60, 0, 24, 100), noise, every(5, 725, 11, 900), every(5, 750, 6, 350)]
  const { parts, leftOut } = await bring('begin', files)
  expect(leftOut.values).toBe(0)
  expect(means(joinReadings(parts).readings, 'begin').get(12)).toBeCloseTo((5 * 900 + 6 * 350) / 11)
})

it.each(['begin', 'end'] as const)(
  'quarters that make the hour stand for the shorter values of it, times at its %s',
  async (stamp) => {
    const into = (interval: number) => (stamp === 'begin' ? 0 : interval)
    const files = [
      every(5, 600 + into(5), 36, 300),
      every(60, 600 + into(60), 6, 900),
      every(15, 600 + into(15), 4, 200),
    ]
    const { parts, leftOut } = await bring(stamp, files)
    expect(leftOut.values).toBe(0)
    const found = means(joinReadings(parts).readings, stamp)
    expect([10, 11, 15].map((hour) => found.get(hour))).toEqual([200, 900, 900])
  },
)

it('of one parameter do not stand for the minutes at which another is reported, and stay beside too few finer ones', async () => {
  await keep('begin', every(1, 0, 24 * HOUR, 60, 'noise'))
  await keep('begin', every(60, 0, 24, 100))
  const { series } = await kept()
  expect(series.tsp!.values.filter((value) => !Number.isNaN(value))).toEqual(new Float32Array(24).fill(100))
  expect(await keep('begin', every(5, 725, 6, 900))).toMatchObject({ values: 6 })
  expect(means(await kept(), 'begin').get(12)).toBe(100)
  expect(means(await kept(), 'begin', 'noise').get(12)).toBe(60)
})

it('of two parameters in one row stand for the times that each of them has', async () => {
  await keep('begin', every(1, 0, 24 * HOUR, 60, 'noise'), every(5, 0, 288, 900))
  const noise = every(60, 0, 24, 50, 'noise').series.noise!
  const hours = every(60, 0, 24, 100)
  await keep('begin', { ...hours, series: { ...hours.series, noise } })
  const { series } = await kept()
  const of = ({ values, spans }: Series, value: number) => Array.from(spans!).filter((_, row) => values[row] === value)
  expect(of(series.tsp!, 100)).toEqual(Array(288).fill(5))
  expect(of(series.noise!, 50)).toEqual(Array(24 * HOUR).fill(1))
})

it('values of a quarter of an hour count beside shorter ones of the same hour that they replace', async () => {
  await keep('begin', every(15, 0, 41, 100), every(5, 615, 93, 900))
  const values = Float32Array.of(400, 100, 100, 200)
  const quarters = every(15, 600, 4, 0)
  await keep('begin', every(15, 0, 40, 300), { ...quarters, series: { tsp: { ...quarters.series.tsp!, values } } })
  expect(means(await kept(), 'begin').get(10)).toBe(200)
})

it('values are replaced by later ones of the same interval hours before shorter ones of another file', async () => {
  const { parts } = await bring('begin', [every(5, 600, 96, 900), every(15, 60, 36, 100), every(15, 0, 36, 300)])
  const found = means(joinReadings(parts).readings, 'begin')
  expect([7, 8, 9, 10].map((hour) => found.get(hour))).toEqual([300, 300, 100, 900])
})

it('a file in order with known intervals is neither sorted nor copied again', () => {
  const [[piece]] = spannedFiles([[every(60, 0, 24, 100)]], 'begin') as [[Readings]]
  expect(joinReadings([piece]).readings).toBe(piece)
  const twice = { ...every(60, 0, 2, 100), minute: Int32Array.of(DAY, DAY) }
  expect(joinReadings([twice])).toMatchObject({ replaced: 1, readings: { minute: Int32Array.of(DAY) } })
  const turned = { ...every(60, 0, 2, 100), minute: Int32Array.of(DAY + 60, DAY) }
  expect(joinReadings([turned]).readings.minute).toEqual(Int32Array.of(DAY, DAY + 60))
})

it('of one file are not replaced by too few finer values of another in the same import', async () => {
  const hours = every(60, 0, 24, 100)
  const { parts, leftOut } = await bring('begin', [hours, every(5, 725, 12, 900)])
  const found = means(joinReadings(parts).readings, 'begin')
  expect([12, 13].map((hour) => found.get(hour))).toEqual([900, 100])
  expect(leftOut.values).toBe(1)
})

describe('what an import replaces', () => {
  const replaced = async (...files: readonly Readings[]) => {
    const { parts } = await bring('begin', files)
    return replacedReadings(shelf, joinReadings(parts).readings)
  }

  it('is counted by reading, with those whose values differ', async () => {
    await keep('begin', every(60, 0, 24, 100))
    expect(await replaced(every(60, 600, 24, 100))).toEqual({ rows: 14, differing: 0, isAtMost: false, months: 1 })
    expect(await replaced(every(60, 600, 24, 90))).toMatchObject({ rows: 14, differing: 14 })
    expect(await replaced(every(60, 600, 24, 60, 'noise'))).toMatchObject({ rows: 0, differing: 0 })
    expect(await replaced(every(5, 725, 12, 900))).toMatchObject({ rows: 0 })
  })

  it('is told from the list alone, without reading, where nothing of the same time is stored', async () => {
    await keep('begin', every(60, 0, 24, 100))
    expect(await replaced(every(60, 24 * HOUR, 24, 90))).toEqual({ rows: 0, differing: 0, isAtMost: false, months: 0 })
  })

  it('is an upper figure beyond some months', async () => {
    const year = every(24 * HOUR, -280 * 24 * HOUR, 280, 100)
    await keep('begin', year)
    const all = await replaced({ ...year, series: { tsp: { ...year.series.tsp!, values: new Float32Array(280) } } })
    expect(all).toMatchObject({ rows: 280, isAtMost: true, months: 3 })
    expect(all.differing).toBe(21 + 30 + 31)
  })
})
