import type { Feature } from 'geojson'
import { describe, expect, it } from 'vitest'
import { ProblemLog } from '@/domain/intake/rows/problem-log'
import { featuresTable } from '@/io/formats/features-file'
import { sheetTable } from '@/io/formats/workbook'
import { GrowingTables, piecesOf } from '@/workers/table-pieces'

const line = (name: string, places: number): Feature => ({
  type: 'Feature',
  properties: { name },
  geometry: { type: 'LineString', coordinates: Array.from({ length: places }, (_, i) => [108 + i / 1e6, 34]) },
})
const failed = (rows: number, columns: number) =>
  sheetTable(
    {
      name: '表',
      rows: Array.from({ length: rows }, () => Array<string>(columns).fill('#N/A')),
      merges: [],
      hiddenColumns: [],
      hidden: false,
    },
    '错.xlsx',
  )
const kept = ({ problems }: ReturnType<typeof failed>) => problems.reduce((sum, { first }) => sum + first.length, 0)
const counted = ({ problems }: ReturnType<typeof failed>) => problems.reduce((sum, { count }) => sum + count, 0)

describe('a table transferred between workers', () => {
  it('is sent in pieces, including line numbers, and is equal when all have arrived', () => {
    const features = [
      ...Array.from({ length: 2500 }, (_, i) => line(`路${i}`, 2)),
      line('长', 50_000),
      line('末', 30_000),
    ]
    const table = featuresTable('', { features, crs: '', refused: 0 })
    const pieces = [...piecesOf(table)]
    const lines = pieces.flatMap((piece) => ('lines' in piece ? [piece.lines.length] : []))
    expect(lines).toEqual([1000, 1000, 501, 1])
    expect(pieces[0]).toMatchObject({ table: { rows: [], lines: { features: [] } } })
    const growing = new GrowingTables()
    for (const piece of pieces) growing.add(piece)
    expect(growing.tables).toEqual([table])
  })

  it('does not include a million failed formulas, but a thousand per column and their number', () => {
    const table = failed(100_000, 5)
    expect(counted(table)).toBe(500_000)
    expect(table.problems.map(({ column, count, first }) => [column, count, first.length])).toEqual(
      ['A', 'B', 'C', 'D', 'E'].map((column) => [column, 100_000, 1000]),
    )
    expect(table.problems[0]!.first[0]).toMatchObject({ code: 'cell-error', row: 1, column: 'A', action: 'emptied' })
  })

  it('does not include those of ten thousand columns either', () => {
    const table = failed(50, 10_000)
    expect(counted(table)).toBe(500_000)
    expect(kept(table)).toBeLessThanOrEqual(20_000)
    expect(table.problems).toHaveLength(10_000)
    // The report counts all of them and shows the first ones.
    const log = new ProblemLog()
    for (const group of table.problems) log.addGroup(group)
    expect(log.groups()).toEqual(table.problems)
  })
})
