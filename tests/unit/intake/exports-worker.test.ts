import 'fake-indexeddb/auto'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { PlainGround } from '@/domain/trucks/plain-ground'
import { NO_PLACES } from '@/domain/trucks/truck-places'
import { PartShelf } from '@/io/kept/part-shelf'
import { openKept } from '@/io/readings/kept-readings'
import { ReadingsShelf } from '@/io/readings/readings-shelf'
import { TracksShelf } from '@/io/tracks/tracks-shelf'
import { failureOf } from '@/store/page/failure'
import type { ExportsApi } from '@/workers/exports.main'
import { readingsShelf } from '@/workspace/readings/readings-shelves'
import { isStampOpen } from '@/workspace/readings/readings-times'
import { tracksShelf } from '@/workspace/tracks/tracks-shelves'
import { minuteOn } from '../../fixtures/readings'
import { trackCsv } from '../../fixtures/track-export'
import { HOME, SETTINGS } from '../trucks/tracks'

const NAMES = ['exports-worker-readings', 'exports-worker-tracks'] as const
let api: ExportsApi
vi.mock('comlink', () => ({
  expose: (exposed: ExportsApi) => {
    api = exposed
  },
}))
beforeAll(async () => {
  vi.stubGlobal('self', { name: JSON.stringify(NAMES) })
  await import('@/workers/exports.main')
})
const say = () => undefined
const UNDECIDED = { units: {}, devices: {}, wrongTimes: null }
const NOW = minuteOn('2022-11-01')
/** The hours of a day numbered 1 to 24, a numbering that shows that each hour is named by its end. */
const hoursTo24 = (name: string) =>
  new File(
    [
      ['设备编号,日期,小时,TSP(mg/m3)', ...Array.from({ length: 24 }, (_, i) => `A,2022-10-01,${i + 1},0.1`)].join(
        '\n',
      ),
    ],
    name,
  )
/** One reading in each of two months; `name` decides whether the file is illustrative. */
const readings = (name: string) =>
  new File(['设备编号,时间,TSP(mg/m3)\nA,2022-09-30 08:00,0.1\nA,2022-10-01 08:00,0.2'], name)
const END = { stamp: 'end', leastMinutes: 45 } as const

describe('imported readings', () => {
  const shelf = readingsShelf(NAMES[0])
  afterEach(() => shelf.parts.clear())
  const firstKept = async () => ((await shelf.list())[0]!.devices[0]!.from - minuteOn('2022-10-01')) / 60

  it('of a package without a setting for hours are stored by the rule of the file’s hours', async () => {
    await api.read(hoursTo24('a.csv'), undefined, say)
    await api.keepReadings(UNDECIDED, NOW, undefined, say)
    expect(await firstKept()).toBe(0)
  })

  it('are stored again once those of their months can’t be read any more, which the review says first', async () => {
    const file = hoursTo24('a.csv')
    await api.read(file, END, say)
    await api.keepReadings(UNDECIDED, NOW, END, say)
    const [part] = await shelf.list()
    await shelf.parts.update(part!.id, { file: new Blob(['gone']) })
    await api.read(file, END, say)
    expect((await api.reviewReadings(NOW, say))!.lost).toEqual([{ month: '2022-10', rows: 24 }])
    const decision = { ...UNDECIDED, givenUp: ['2022-10'] }
    expect(await api.effectOfReadings(decision, NOW, END)).toMatchObject({ rows: 0, differing: 0, months: 0 })
    await api.keepReadings(decision, NOW, END, say)
    const kept = await api.keptReadings()
    expect(kept.map(({ month, rows, lost }) => [month, rows, lost])).toEqual([['2022-10', 24, undefined]])
    const read = await openKept(shelf, '2022-10')
    expect((await read!.read({ parameters: ['tsp'] })).minute).toHaveLength(24)
  })

  it('are stored by the rule of the package that is open then', async () => {
    await api.read(hoursTo24('a.csv'), undefined, say)
    await api.keepReadings(UNDECIDED, NOW, END, say)
    expect(await firstKept()).toBe(1)
  })

  it('of a few corrected hours lack none of those that are stored already, only what is missing there, too', async () => {
    const hours = (name: string, of: (day: number, hour: number) => boolean) => {
      const rows = Array.from({ length: 5 * 24 }, (_, i) => [1 + Math.floor(i / 24), i % 24] as const)
        .filter(([day, hour]) => of(day, hour))
        .map(([day, hour]) => `A,2022-10-0${day} ${String(hour).padStart(2, '0')}:00,0.1`)
      return new File([['设备编号,时间,TSP(mg/m3)', ...rows].join('\n')], name)
    }
    const isLost = (day: number, hour: number) => day === 3 && (hour === 5 || hour === 6)
    const corrected = hours('b.csv', (_, hour) => hour >= 8 && hour < 12)
    const missing = async () => {
      await api.read(corrected, undefined, say)
      const { devices } = (await api.reviewReadings(NOW, say))!
      api.forgetReadings()
      return devices.map(({ rows, missing, gapCount, gaps }) => [rows, missing, gapCount, gaps.length])
    }
    const keep = async (name: string, of: (day: number, hour: number) => boolean) => {
      await api.read(hours(name, of), undefined, say)
      await api.keepReadings(UNDECIDED, NOW, undefined, say)
    }
    expect(await missing()).toEqual([[20, 4 * 20, 4, 4]])
    await keep('a.csv', (day, hour) => !isLost(day, hour))
    expect(await missing()).toEqual([[20, 2, 1, 1]])
    await shelf.parts.clear()
    // Made-up readings fill no gap of real ones.
    await keep('a（示例）.csv', () => true)
    expect(await missing()).toEqual([[20, 4 * 20, 4, 4]])
  })

  it('are listed all together or not at all: real and illustrative ones, of all months', async () => {
    const put = PartShelf.prototype.write
    const write = vi.spyOn(ReadingsShelf.prototype, 'write')
    const lists: number[] = []
    write.mockImplementation(async function (this: ReadingsShelf, ...args) {
      lists.push((await this.list()).length)
      if (lists.length === 4) throw new DOMException('no space', 'QuotaExceededError')
      return put.apply(this, args as never) as never
    })
    for (const name of ['a.csv', 'a（示例）.csv']) await api.read(readings(name), undefined, say)
    await expect(api.keepReadings(UNDECIDED, NOW, undefined, say)).rejects.toThrow('no space')
    expect([lists, await shelf.list()]).toEqual([[0, 0, 0, 0], []])
    write.mockRestore()
    expect(await api.keepReadings(UNDECIDED, NOW, undefined, say)).toEqual({
      ids: expect.any(Array),
      rows: 4,
      months: ['2022-09', '2022-10'],
    })
    expect((await shelf.list()).map(({ month, dataClass }) => [month, dataClass ?? 'real'])).toEqual([
      ['2022-09', 'real'],
      ['2022-10', 'real'],
      ['2022-09', 'illustrative'],
      ['2022-10', 'illustrative'],
    ])
  })
})

describe('files of one export', () => {
  const shelf = readingsShelf(NAMES[0])
  afterEach(async () => {
    api.forgetReadings()
    await shelf.parts.clear()
  })
  const hoursOf = (device: string, hours: readonly number[], heading = '小时') =>
    new File(
      [[`设备编号,日期,${heading},TSP(mg/m3)`, ...hours.map((hour) => `${device},2022-10-01,${hour},0.1`)].join('\n')],
      `${device}.csv`,
    )
  /** How the times of each file were read, and the first hour of each device that is kept. */
  async function readOf(...files: readonly File[]) {
    for (const file of files) await api.read(file, undefined, say)
    const review = (await api.reviewReadings(NOW, say))!
    return {
      stamps: review.times.flatMap(({ files, stamp }) => files.map(() => stamp)),
      from: review.devices.map(({ from }) => (from - minuteOn('2022-10-01')) / 60),
    }
  }
  const full = Array.from({ length: 24 }, (_, hour) => hour + 1)

  it('share hour 24: hours without 0 and 24 are ends as in the other file, whichever is read first', async () => {
    expect(await readOf(hoursOf('B', [8, 9]), hoursOf('A', full))).toEqual({ stamps: ['end', 'end'], from: [0, 7] })
    // Without the file that has hour 24, nothing shows it any more.
    const lastFirst = Array.from({ length: 99 }, (_, id) => 99 - id)
    expect(lastFirst.find((id) => api.releaseReadingsFile(id).file)).toBeDefined()
    const alone = (await api.reviewReadings(NOW, say))!
    expect(alone.times).toMatchObject([{ files: ['B.csv'], stamp: null, hours: 'open' }])
    expect(alone.devices[0]!.from).toBe(minuteOn('2022-10-01', 8 * 60))
  })

  it('are not told by a file with other headings, nor where another file has hour 0', async () => {
    expect(await readOf(hoursOf('A', full), hoursOf('B', [8, 9], '时刻'))).toMatchObject({ stamps: ['end', null] })
    expect(await readOf(hoursOf('C', [0, 1]), hoursOf('D', [8, 9]))).toMatchObject({
      stamps: ['end', null, null, null],
    })
    api.forgetReadings()
    const both = await readOf(hoursOf('A', full), hoursOf('C', [0, 1]), hoursOf('D', [8, 9]))
    expect(both).toEqual({ stamps: ['end', null, null], from: [0, 0, 8] })
  })

  const timesOf = (device: string, times: readonly string[]) =>
    new File(
      [['设备编号,时间,TSP(mg/m3)', ...times.map((time) => `${device},2022-10-${time},0.1`)].join('\n')],
      `${device}.csv`,
    )

  it('share hour 24 in one column of times too', async () => {
    const [short, whole] = [timesOf('B', ['01 08:00', '01 09:00']), timesOf('A', ['01 23:00', '01 24:00'])]
    expect(await readOf(short, whole)).toEqual({ stamps: ['end', 'end'], from: [22, 7] })
  })

  it('of which nothing shows the ends must be answered for where kept ones of the device were ends', async () => {
    const [short, whole] = [timesOf('A', ['02 20:00', '02 21:00']), timesOf('A', ['01 23:00', '01 24:00'])]
    const keep = async (file: File) => {
      await api.read(file, undefined, say)
      await api.keepReadings({ ...UNDECIDED, devices: { A: 'YC-1' } }, NOW, undefined, say)
    }
    await keep(whole)
    const asked = async (file: File) => {
      await api.read(file, undefined, say)
      const { stamps } = (await api.reviewReadings(NOW, say))!
      api.forgetReadings()
      return stamps.map((each) => [each.kept, isStampOpen(each, 'begin')])
    }
    expect(await asked(short)).toEqual([[{ end: ['YC-1'] }, true]])
    expect(await asked(timesOf('B', ['02 20:00', '02 21:00']))).toEqual([[{}, false]])
    // Files that are made one file say it on.
    for (const day of [2, 3, 4, 5, 6]) await keep(timesOf('C', [`0${day} 08:00`]))
    expect((await shelf.list()).length).toBe(6)
    await keep(timesOf('C', ['07 08:00']))
    expect((await shelf.list()).length).toBe(2)
    expect(await asked(short)).toEqual([[{ end: ['YC-1'] }, true]])
  })

  it('that prove ends are read as the user states against the proof, and as proven until then', async () => {
    const [short, whole] = [timesOf('B', ['01 08:00', '01 09:00']), timesOf('A', ['01 23:00', '01 24:00'])]
    // What was stated before there was a proof does not hold against it.
    await api.read(short, undefined, say)
    const open = (await api.reviewReadings(NOW, say))!.stamps
    await api.sayStamp(open[0]!.key, 'begin', () => undefined)
    expect(await readOf(whole)).toEqual({ stamps: ['end', 'end'], from: [22, 7] })
    const { stamps } = (await api.reviewReadings(NOW, say))!
    expect(stamps).toMatchObject([{ files: ['B.csv', 'A.csv'], proven: 'end', said: null }])
    await api.sayStamp(stamps[0]!.key, 'begin', () => undefined)
    const after = (await api.reviewReadings(NOW, say))!
    expect(after.stamps).toMatchObject([{ proven: 'end', said: 'begin' }])
    expect(after.devices.map(({ from }) => (from - minuteOn('2022-10-01')) / 60)).toEqual([23, 8])
  })

  it('are read as the user states, also those brought later', async () => {
    const days = timesOf('A', ['01 01:00', '01 02:00', '02 00:00'])
    expect(await readOf(days)).toEqual({ stamps: [null], from: [1] })
    const { stamps } = (await api.reviewReadings(NOW, say))!
    expect(stamps).toMatchObject([{ files: ['A.csv'], likely: { end: ['A.csv'] }, said: null }])
    await api.sayStamp(stamps[0]!.key, 'end', () => undefined)
    expect(await readOf(timesOf('B', ['01 08:00']))).toEqual({ stamps: ['end', 'end'], from: [0, 7] })
    api.forgetReadings()
    expect(await readOf(days)).toEqual({ stamps: [null], from: [1] })
  })

  /** Hourly means of 08:00 by the values kept, after a single hourly correction of 5-minute readings. */
  async function correctedBy(unsureHours: 'hour' | 'moment') {
    const clock = (at: number) =>
      `01 ${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
    await api.read(
      timesOf(
        'A',
        Array.from({ length: 288 }, (_, i) => clock(i * 5)),
      ),
      undefined,
      say,
    )
    expect((await api.reviewReadings(NOW, say))!.unsureHours).toBeNull()
    await api.keepReadings(UNDECIDED, NOW, undefined, say)
    const lines = '设备编号,时间,TSP(mg/m3)\nA,2022-10-01 08:00,0.9'
    await api.read(new File([lines], 'correction.csv'), undefined, say)
    const asked = { rows: 1, files: ['correction.csv'], devices: ['A'] }
    expect((await api.reviewReadings(NOW, say))!.unsureHours).toMatchObject(asked)
    expect((await api.keepReadings({ ...UNDECIDED, unsureHours }, NOW, undefined, say)).rows).toBe(1)
    const { minute, series } = await (await openKept(shelf, '2022-10'))!.read({ parameters: ['tsp'] })
    return Array.from(minute.keys())
      .filter((row) => series.tsp!.values[row]! > 500)
      .map((row) => minute[row]! - minuteOn('2022-10-01', 480))
  }

  it('with one value over 5-minute readings stand for the hour or the time, as the user states', async () => {
    expect(await correctedBy('hour')).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55])
    await shelf.parts.clear()
    expect(await correctedBy('moment')).toEqual([0])
  })

  it('say before they are kept what they would replace, under the codes and units that the user states', async () => {
    const effect = (devices: Readonly<Record<string, string>> = {}) =>
      api.effectOfReadings({ ...UNDECIDED, devices }, NOW, undefined)
    await api.read(timesOf('A', ['01 08:00', '01 09:00', '01 10:00']), undefined, say)
    expect(await effect()).toMatchObject({ rows: 0, months: 0 })
    await api.keepReadings(UNDECIDED, NOW, undefined, say)
    const lines = ['01 09:00,0.1', '01 10:00,0.2', '01 11:00,0.3'].map((line) => `B,2022-10-${line}`)
    await api.read(new File([['设备编号,时间,TSP(mg/m3)', ...lines].join('\n')], 'B.csv'), undefined, say)
    expect(await effect()).toMatchObject({ rows: 0, differing: 0 })
    expect(await effect({ B: 'A' })).toMatchObject({ rows: 2, differing: 1, isAtMost: false })
  })

  it('are no longer compared with what is kept once the user ends that, decides otherwise, keeps or forgets them', async () => {
    await api.read(timesOf('A', ['01 08:00', '01 09:00']), undefined, say)
    await api.keepReadings(UNDECIDED, NOW, undefined, say)
    const look = async (then: () => unknown) => {
      await api.read(timesOf('A', ['01 08:00', '01 09:00']), undefined, say)
      const looked = api.effectOfReadings(UNDECIDED, NOW, undefined)
      const ended = expect(looked).rejects.toThrow(DOMException)
      await then()
      await ended
    }
    await look(() => api.endLook())
    await look(() => api.effectOfReadings(UNDECIDED, NOW, undefined))
    await look(() => api.forgetReadings())
    await look(() => api.keepReadings(UNDECIDED, NOW, undefined, say))
  })

  it('say how many are stored, without those left out beside an hour’s own value', async () => {
    await api.read(timesOf('A', ['01 05:00', '01 06:00', '01 07:00', '01 08:00']), undefined, say)
    await api.keepReadings(UNDECIDED, NOW, undefined, say)
    const fives = Array.from({ length: 12 }, (_, i) => `01 06:${String(i * 5).padStart(2, '0')}`)
    await api.read(timesOf('A', [...fives, '01 07:05']), undefined, say)
    const { leftRows, leftOut } = await api.effectOfReadings(UNDECIDED, NOW, undefined)
    const stored = await api.keepReadings(UNDECIDED, NOW, undefined, say)
    expect([leftOut.values, leftRows, stored.rows]).toEqual([1, 1, 12])
  })

  const change = (file: File) => {
    for (const way of ['stream', 'slice'] as const)
      vi.spyOn(file, way).mockImplementation(() => {
        throw new DOMException('changed', 'NotReadableError')
      })
  }

  it('that changed before the other file was read stay as they were read', async () => {
    const file = hoursOf('B', [8, 9])
    await api.read(file, undefined, say)
    change(file)
    expect(await readOf(hoursOf('A', full))).toEqual({ stamps: [null, 'end'], from: [0, 8] })
  })

  it('are all read as stated, or none of them if one has changed', async () => {
    const [first, second] = [timesOf('A', ['01 08:00', '01 09:00']), timesOf('B', ['01 08:00', '01 09:00'])]
    for (const file of [first, second]) await api.read(file, undefined, say)
    const { stamps } = (await api.reviewReadings(NOW, say))!
    change(second)
    await expect(api.sayStamp(stamps[0]!.key, 'end', () => undefined)).rejects.toThrow('B.csv')
    const after = (await api.reviewReadings(NOW, say))!
    expect(after.stamps).toEqual(stamps)
    expect(after.devices.map(({ from }) => from)).toEqual(Array(2).fill(minuteOn('2022-10-01', 480)))
  })

  it('that changed since they were chosen are named, and nothing is kept', async () => {
    const file = hoursOf('A', full)
    await api.read(file, undefined, say)
    change(file)
    const failed = await api.keepReadings(UNDECIDED, NOW, END, say).catch((error: unknown) => failureOf(error))
    expect(failed).toEqual({ code: 'file-vanished', file: 'A.csv' })
    expect(await shelf.list()).toEqual([])
  })
})

describe('imported positions', () => {
  const shelf = tracksShelf(NAMES[1])
  afterEach(() => shelf.parts.clear())
  const ground: PlainGround = { settings: SETTINGS, places: NO_PLACES, bans: [], lines: [] }
  const base = { ground, plates: new Set<string>(), plateOf: new Map() }
  const HAULS = [9, 11, 13].map((hour) => ({ day: '2022-10-18', leaves: hour * 60 }))
  const table = (name: string) => new File([trackCsv('A', HOME, HAULS)], name)

  it('are listed all together or not at all: real and illustrative ones, with one count', async () => {
    for (const name of ['a.csv', 'a（示例）.csv']) expect(await api.read(table(name), undefined, say)).toBe('tracks')
    await api.reviewTracks(base, NOW * 60, say)
    const swap = vi.spyOn(TracksShelf.prototype, 'swap')
    swap.mockRejectedValueOnce(new DOMException('no space', 'QuotaExceededError'))
    const untold = [false, true].map((isMadeUp) => ({ truck: 'A', isMadeUp, datum: 'wgs84' as const }))
    await expect(api.keepTracks({ untold }, say)).rejects.toThrow('no space')
    expect(await shelf.list()).toEqual([])
    const kept = await api.keepTracks({ untold }, say)
    expect(kept).toMatchObject({ trucks: 1, months: ['2022-10'] })
    expect(swap).toHaveBeenCalledTimes(2)
    expect(new Set((await shelf.list()).map(({ dataClass }) => dataClass ?? 'real'))).toEqual(
      new Set(['real', 'illustrative']),
    )
  })

  it('keep the company that a file names and the datum that was chosen, and the next file proposes it', async () => {
    const lines = trackCsv('A', HOME, HAULS).split('\r\n')
    const text = lines.map((line, at) => `${line},${at === 0 ? '所属企业' : '示例运输公司'}`).join('\n')
    await api.read(new File([text], 'a.csv'), undefined, say)
    const first = (await api.reviewTracks(base, NOW * 60, say))!
    expect(first.datums).toMatchObject([{ truck: 'A', datum: null }])
    expect(first.datums[0]).not.toHaveProperty('remembered')
    await api.keepTracks({ untold: [{ truck: 'A', isMadeUp: false, datum: 'gcj02' }] }, say)
    const told = { plate: 'A', company: '示例运输公司', assumed: 'gcj02' }
    expect(await api.keptTracks()).toMatchObject([{ month: '2022-10', trucks: [told] }])
    await api.read(table('next.csv'), undefined, say)
    const next = (await api.reviewTracks(base, NOW * 60, say))!
    expect(next.datums).toMatchObject([{ truck: 'A', datum: null, remembered: 'gcj02' }])
    api.forgetTracks()
  })
})
