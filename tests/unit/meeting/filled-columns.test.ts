import { expect, it } from 'vitest'
import { filledColumns } from '@/io/papers/filled-columns'
import type { PaperTable } from '@/io/papers/papers'

const TABLE: PaperTable = {
  title: '排名',
  headings: ['排名', '区县', '本月', '上月', '环比%', '累计'],
  formats: ['whole', 'text', 'tenth', 'tenth', 'tenth', 'tenth'],
  rows: [
    [1, '甲县', 1, null, null, 1],
    [2, '乙县', 2, null, null, null],
  ],
  over: [false, false],
  overCells: [
    [false, false, true, false, false, false],
    [false, false, false, false, false, true],
  ],
  notes: [
    ['', '', 'a', '', '', 'b'],
    ['', '', '', '', '', ''],
  ],
  total: [null, '全市', 1.5, null, null, null],
}

it('leaves out columns without any values, with everything that belongs to them', () => {
  const { headings, formats, rows, overCells, notes, total } = filledColumns(TABLE)
  expect(headings).toEqual(['排名', '区县', '本月', '累计'])
  expect(formats).toEqual(['whole', 'text', 'tenth', 'tenth'])
  expect(rows[1]).toEqual([2, '乙县', 2, null])
  expect(overCells).toEqual([
    [false, false, true, false],
    [false, false, false, true],
  ])
  expect(notes?.[0]).toEqual(['', '', 'a', 'b'])
  expect(total).toEqual([null, '全市', 1.5, null])
})

it('keeps a column without figures if its cells explain why, as when nothing was measured', () => {
  const texts = [
    ['', '', '', '缺测', '', ''],
    ['', '', '', '无效', '', ''],
  ]
  const { headings, texts: kept } = filledColumns({ ...TABLE, texts })
  expect(headings).toEqual(['排名', '区县', '本月', '上月', '累计'])
  expect(kept).toEqual([
    ['', '', '', '缺测', ''],
    ['', '', '', '无效', ''],
  ])
})

it('keeps all columns of a table without rows', () => {
  const { total: _, ...table } = TABLE
  expect(filledColumns({ ...table, rows: [], over: [] }).headings).toEqual(TABLE.headings)
})

it('returns the same table if every column has a value in a row or in the total', () => {
  const full = { ...TABLE, total: [null, '全市', 1.5, 1, -0.5, null] }
  expect(filledColumns(full)).toBe(full)
})
