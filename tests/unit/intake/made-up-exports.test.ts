import { classByFileName } from '@/domain/intake/recognise/made-up'
import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { PARAMETERS } from '@/domain/monitoring/parameter'
import type { PlainGround } from '@/domain/trucks/plain-ground'
import { NO_PLACES } from '@/domain/trucks/truck-places'
import { appEn } from '@/i18n/app.en'
import { appZh } from '@/i18n/app.zh-CN'
import { dataEn } from '@/i18n/data.en'
import { dataZh } from '@/i18n/data.zh-CN'
import { exportTable } from '@/io/export/export'
import { keepReadings } from '@/io/readings/keep-readings'
import { listKept, openKept } from '@/io/readings/kept-readings'
import { readExport } from '@/io/readings/read-export'
import { keepTracks } from '@/io/tracks/keep-tracks'
import { readTrackExport } from '@/io/tracks/read-track-export'
import { listKeptTracks } from '@/io/tracks/tracks-shelf'
import { writePositions } from '@/io/tracks/write-tracks'
import { countKeptDays } from '@/workspace/readings/kept-days'
import { keptDays } from '@/workspace/readings/kept-days-list'
import { hoursOf } from '@/workspace/readings/monitor-hours'
import { reviewOf } from '@/workspace/readings/readings-desk'
import { readingsShelf } from '@/workspace/readings/readings-shelves'
import { decidedTracks } from '@/workspace/tracks/decided-tracks'
import { tracksOf } from '@/workspace/tracks/tracks'
import { reviewTracks } from '@/workspace/tracks/tracks-desk'
import { tracksShelf } from '@/workspace/tracks/tracks-shelves'
import type { Workspace } from '@/workspace/workspace'
import { minuteOn, readingsOf, ruleWith } from '../../fixtures/readings'
import { trackCsv } from '../../fixtures/track-export'
import { openFromDisk } from '../package-from-disk'
import { HOME, SETTINGS } from '../trucks/tracks'

const LANGUAGES = [
  { heading: dataZh.export.class, of: appZh.dataClass },
  { heading: dataEn.export.class, of: appEn.dataClass },
] as const
const HOURS = ['2022-10-01 00:00', '2022-10-01 01:00', '2022-10-01 02:00', '2022-10-01 03:00']

/** An export of hours by this app, with its column of data classes if `mark` is given. */
async function exported(format: 'csv' | 'xlsx', name: string, mark?: { heading: string; text: string }): Promise<File> {
  const table = {
    title: '小时值',
    headings: ['时间', '设备编号', 'TSP (µg/m³)', ...(mark ? [mark.heading] : [])],
    rows: HOURS.map((hour, i) => [hour, 'YC-1', 100 + i, ...(mark ? [mark.text] : [])]),
    positions: HOURS.map(() => null),
    place: ['', ''] as const,
    about: { title: '说明', lines: [['数据日期', '2022-10-01']] as const },
  }
  return new File([await exportTable(table, format, 'wgs84')], name)
}
const read = async (file: File) => (await readExport(file, () => undefined, {}, ruleWith()))!

describe('an export of illustrative readings that is imported again', () => {
  it.each(['csv', 'xlsx'] as const)(
    'as %s is illustrative by its column, in each language and with any file name',
    async (format) => {
      for (const { heading, of } of LANGUAGES) {
        const classOf = async (text: string) =>
          (await read(await exported(format, `x.${format}`, { heading, text }))).dataClass
        expect(await classOf(of.illustrative)).toBe('illustrative')
        expect(await classOf(of.derived)).toBe('real')
      }
      expect((await read(await exported(format, `x.${format}`))).dataClass).toBe('real')
    },
  )

  it('is illustrative by its name if its column was removed, which is reported', async () => {
    const [named, real] = [await exported('csv', '小时值（示例）2022-10.csv'), await exported('csv', 'a.csv')]
    const review = reviewOf(
      [
        { ...(await read(named)), id: 1 },
        { ...(await read(real)), id: 2 },
      ],
      minuteOn('2022-11-01'),
    )
    expect(review.madeUp).toEqual(['小时值（示例）2022-10.csv'])
  })
})

const NAME = 'chentu-readings-made-up-test'
const readings = (first: number) =>
  readingsOf({ 'YC-1': { tsp: Array.from({ length: 96 }, () => first) } }, minuteOn('2022-10-01'))
const month = { month: '2022-10' }

describe('illustrative readings that a browser keeps', () => {
  const shelf = readingsShelf(NAME)
  afterEach(async () => {
    await shelf.parts.clear()
    await shelf.counts.parts.clear()
  })
  const keep = (first: number, dataClass: 'real' | 'illustrative') =>
    keepReadings(shelf, [{ readings: readings(first), dataClass }])
  const valuesOf = async (dataClass: 'real' | 'illustrative') =>
    new Set((await (await openKept(shelf, '2022-10', dataClass))?.read({ parameters: PARAMETERS }))?.series.tsp?.values)

  it('are stored beside real ones and replace none of them, however many files there are', async () => {
    await keep(5, 'real')
    for (let i = 0; i < 9; i++) await keep(7, 'illustrative')
    expect(await valuesOf('real')).toEqual(new Set([5]))
    expect(await valuesOf('illustrative')).toEqual(new Set([7]))
    expect((await shelf.list()).map(({ dataClass }) => dataClass ?? 'real').sort()[0]).toBe('illustrative')
    expect((await listKept(shelf))[0]).toMatchObject({ ...month, madeUp: expect.any(Number) })
    expect((await listKept(shelf))[0]!.madeUp).toBeLessThan((await listKept(shelf))[0]!.rows)
  })

  it('are not used for judging, and are shown only where there are no real ones', async () => {
    const opened = (await openFromDisk('')).value!
    const none = { value: { months: [], open: async () => ({ value: [], problems: [] }) }, problems: [] }
    const workspace = { copy: { opened, files: new Map() }, readings: async () => none } as unknown as Workspace
    await keep(7, 'illustrative')
    await countKeptDays(workspace, NAME)
    expect((await keptDays(opened, NAME)).days.size).toBe(0)
    const shown = await hoursOf(workspace, NAME)
    expect(shown.files.map(({ file }) => file.dataClass)).toEqual(['illustrative'])
    expect(shown.isMadeUp(['2022-10'])).toBe(true)
    expect((await shown.reported()).get('YC-1')!.isKept).toBe(false)
    await keep(5, 'real')
    const both = await hoursOf(workspace, NAME)
    expect(both.files.map(({ file }) => file.dataClass)).toEqual(['real'])
    expect((await both.reported()).get('YC-1')!.isKept).toBe(true)
    await countKeptDays(workspace, NAME)
    expect((await keptDays(opened, NAME)).days.size).toBe(1)
    // Files that are not shown are not opened, and do not make the shown ones incomplete.
    await keep(8, 'illustrative')
    await shelf.parts
      .filter(({ dataClass }) => dataClass === 'illustrative')
      .modify((part) => {
        delete (part as { file?: Blob }).file
      })
    expect((await hoursOf(workspace, NAME)).problems).toEqual([])
  })
})

describe('illustrative tracks that are imported again', () => {
  const TRACKS = 'chentu-tracks-made-up-test'
  const ground: PlainGround = { settings: SETTINGS, places: NO_PLACES, bans: [], lines: [] }
  const base = { ground, plates: new Set<string>(), plateOf: new Map() }
  const HAULS = [9, 11, 13].map((hour) => ({ day: '2022-10-18', leaves: hour * 60 }))
  const table = (name: string, plate: string) => new File([trackCsv(plate, HOME, HAULS)], name)
  const shelf = tracksShelf(TRACKS)
  afterEach(() => shelf.parts.clear())

  it('are recognised by the metadata of Parquet and by a column of a table', async () => {
    const real = (await readTrackExport(table('a.csv', 'A')))!
    expect(real.dataClass).toBe('real')
    const folded = (dataClass: 'real' | 'illustrative') =>
      readTrackExport(new File([writePositions(real.positions, dataClass)], '2022-10.parquet'))
    expect((await folded('illustrative'))!.dataClass).toBe('illustrative')
    expect((await folded('real'))!.dataClass).toBe('real')
    const marked = trackCsv('A', HOME, HAULS)
      .split('\r\n')
      .map((line, i) => (line === '' ? line : `${line},${i === 0 ? '数据类别' : '示例'}`))
    expect((await readTrackExport(new File([marked.join('\r\n')], 'b.csv')))!.dataClass).toBe('illustrative')
  })

  it('are stored as such, separately from real ones of the same truck, and hidden in a month with real ones', async () => {
    const exports = [
      (await readTrackExport(table('a（示例）.csv', 'A')))!,
      (await readTrackExport(table('b.csv', 'A')))!,
    ]
    const { review, clean } = await reviewTracks(exports, base, minuteOn('2022-11-01') * 60, () => undefined)
    expect([review.madeUp, review.counts.doubled, review.trucks]).toEqual([['a（示例）.csv'], 0, 1])
    const untold = review.datums.map(({ truck, isMadeUp }) => ({ truck, isMadeUp, datum: 'wgs84' as const }))
    const decided = decidedTracks(clean, { untold })
    const quiet = { say: () => undefined }
    const none = { value: null, problems: [] }
    const workspace = { copy: { files: new Map() }, tracks: async () => none } as unknown as Workspace
    await keepTracks(shelf, [], ground, quiet, decided.illustrative)
    const alone = await tracksOf(workspace, TRACKS)
    expect([alone.classOf('2022-10'), [...alone.keptTrucks('2022-10')]]).toEqual(['illustrative', ['A']])
    await keepTracks(shelf, decided.real, ground, quiet)
    const both = await tracksOf(workspace, TRACKS)
    expect(both.classOf('2022-10')).toBe('real')
    expect((await both.positions('2022-10'))!.second).toHaveLength(exports[1]!.positions.second.length)
    const [kept] = await listKeptTracks(shelf)
    expect(kept!.madeUp * 2).toBe(kept!.rows)
    expect(kept!.trucks.map(({ plate, rows, days }) => [plate, rows, days.length])).toEqual([['A', kept!.rows, 1]])
  })
})

it('a file is illustrative by its name only if the word describes the file, not if it is part of another name', () => {
  const madeUp = [
    '设备清单（示例）.csv',
    '监测数据（示例数据）.csv',
    '示例数据.csv',
    '扬尘监测示例_2022-10.csv',
    '示例.xlsx',
    '示例读数.csv',
    '监测数据（2022-10，示例）.csv',
    '监测数据（含示例）.csv',
  ]
  const real = [
    '示例小区扬尘.csv',
    '示例运输公司轨迹.csv',
    '2022-10.csv',
    'unillustratively.csv',
    '9月监测数据（按示例格式填写）.xlsx',
    '监测读数（非示例）.csv',
    '监测读数（不含示例数据）.csv',
    '监测读数（示例格式）.csv',
    '非示例数据.csv',
    '2026年10月监测数据-示例表.xlsx',
    'PM10 non-illustrative.csv',
    'hours (not made up).csv',
  ]
  for (const name of [...madeUp, 'illustrative.csv', 'hours (made up).csv', 'tracks-made-up.parquet'])
    expect(classByFileName(name), name).toBe('illustrative')
  for (const name of real) expect(classByFileName(name), name).toBe('real')
})
