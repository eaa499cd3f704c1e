import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { judgeTracks } from '@/domain/trucks/judge-tracks'
import { groundDigest } from '@/io/tracks/ground-digest'
import { openTracks, readStops, readTrips } from '@/io/tracks/read-tracks'
import { writePositions } from '@/io/tracks/write-tracks'
import { plainGround, truckGround } from '@/questions/trucks/truck-ground'
import { AS_OF } from '../../../scripts/data/inspection'
import { madeTruck } from '../../../scripts/data/trucks/made-truck'
import { rawPositions } from '../../../scripts/data/trucks/raw-positions'
import { foldTrucks } from '../../../scripts/fold/trucks/fold-trucks'
import { HAULS } from '../../../scripts/fold/trucks/haul-rows'
import { pathOf } from '../../../scripts/fold/trucks/paths'
import { IN_THIS_THREAD } from '../../../scripts/fold/trucks/pool'
import { defaultPackage, madeUpTracks } from '../../fixtures/made-tracks'

const work = mkdtempSync(join(tmpdir(), 'fold-trucks-'))
afterAll(() => rmSync(work, { recursive: true }))

const opened = (path: string) => {
  const bytes = Uint8Array.from(readFileSync(path)).buffer
  return openTracks({ byteLength: bytes.byteLength, slice: (from, to) => bytes.slice(from, to) })
}
const at = (second: number) => new Date((second + 8 * 3600) * 1000).toISOString().slice(0, 19).replace('T', ' ')

describe('aggregating raw positions of trucks', () => {
  it('gives the same stops and trips as in the app, from files divided in any way, once', async () => {
    const pack = await defaultPackage()
    const ground = plainGround(pack)!
    const { tracks, closedLine } = madeUpTracks(pack, 4, 1)
    const made = tracks.map(({ truck }) => ({
      plate: truck.plate,
      rows: madeTruck({ ...truck, habits: { ...truck.habits, byNight: false } }, [AS_OF - 1, AS_OF], closedLine).rows,
    }))
    const raw = join(work, 'raw')
    mkdirSync(raw)
    // Half of each truck's positions per file, so that trips span both files.
    for (const part of [0, 1]) {
      const lines = made.flatMap(({ plate, rows }) =>
        rows
          .slice(...(part === 0 ? [0, Math.floor(rows.length / 3)] : [Math.floor(rows.length / 3)]))
          .map(({ second, lon, lat, kmh, direction, load, state }) =>
            [
              plate,
              at(second),
              lon.toFixed(6),
              lat.toFixed(6),
              kmh,
              direction,
              load,
              state & 2 ? 1 : 0,
              state & 8 ? 1 : 0,
            ].join(),
          ),
      )
      const heading = '车牌号,时间,经度,纬度,速度,方向,载重状态,密闭状态,举升状态'
      writeFileSync(join(raw, `${part}.csv`), [heading, ...lines, '坏的,不是时间,1,1,,,,,'].join('\n'))
    }
    const out = join(work, 'out')
    const folded = await foldTrucks(raw, out, pack, IN_THIS_THREAD)
    expect(folded.problems.map(({ file, why, seen }) => [file, why, seen])).toEqual([
      ['0.csv', 'time', '不是时间'],
      ['1.csv', 'time', '不是时间'],
    ])
    // A terminal's own report of the datum has no column in a table.
    const plain = rawPositions(
      made.map(({ plate, rows }) => ({ plate, rows: rows.map((row) => ({ ...row, state: row.state & ~1 })) })),
    )
    const { stops, trips } = judgeTracks(plain, ground.settings, truckGround(ground))
    const [readBack, driven] = [
      await readStops(await opened(join(out, pathOf('stops', '2022-10'))), {}),
      await readTrips(await opened(join(out, pathOf('trips', '2022-10'))), {}),
    ]
    const { judgedBy } = await opened(join(out, pathOf('breaches', '2022-10')))
    expect(judgedBy).toBe(groundDigest(ground))
    const told = (table: typeof stops | typeof trips) =>
      Array.from(table.from, (from, row) => [table.trucks[table.truck[row]!], from, table.until[row]])
    expect(told(readBack)).toEqual(told(stops))
    expect(told(driven)).toEqual(told(trips))
    const again = await foldTrucks(raw, out, pack, IN_THIS_THREAD)
    expect([again.staged, again.months.map(({ isNew }) => isNew)]).toEqual([0, [false]])
  })

  it('leaves out illustrative files, by name, column or Parquet metadata, and names them', async () => {
    const pack = await defaultPackage()
    const [raw, out] = ['made-up', 'made-up-out'].map((name) => join(work, name)) as [string, string]
    mkdirSync(raw)
    const row = 'A,2022-10-31 08:00:15,108.7,34.35,0'
    writeFileSync(join(raw, 'a（示例）.csv'), `车牌号,时间,经度,纬度,速度\n${row}`)
    writeFileSync(join(raw, 'b.csv'), `车牌号,时间,经度,纬度,速度,数据类别\n${row},实测\n${row},示例`)
    const positions = rawPositions([{ plate: 'A', rows: [] }])
    writeFileSync(join(raw, 'c.parquet'), new Uint8Array(writePositions(positions, 'illustrative')))
    const folded = await foldTrucks(raw, out, pack, IN_THIS_THREAD)
    expect(folded.months).toEqual([])
    expect(folded.problems.map(({ file, why }) => [file, why])).toEqual([
      ['a（示例）.csv', 'made-up'],
      ['b.csv', 'made-up'],
      ['c.parquet', 'made-up'],
    ])
  })

  it('reports files without tracks if none has any, and leaves the package’s hauls unchanged', async () => {
    const pack = await defaultPackage()
    const [raw, fresh, full] = ['nothing', 'fresh', 'full'].map((name) => join(work, name)) as [string, string, string]
    mkdirSync(raw)
    writeFileSync(join(raw, 'a.csv'), '名称,数量\n甲,1')
    expect(await foldTrucks(raw, fresh, pack, IN_THIS_THREAD)).toMatchObject({
      files: 1,
      months: [],
      problems: [{ file: 'a.csv', why: 'no-tracks' }],
    })
    mkdirSync(join(full, 'trucks'), { recursive: true })
    writeFileSync(join(full, HAULS), 'county,day\n')
    await foldTrucks(raw, full, pack, IN_THIS_THREAD)
    expect(readFileSync(join(full, HAULS), 'utf8')).toBe('county,day\n')
    expect(readdirSync(full, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.half'))).toEqual(
      [],
    )
  })
})
