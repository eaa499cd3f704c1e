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

it('leaves out the columns of which nothing is known, all that belongs to them with them', () => {
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

it('keeps a column that has no figure and says why, as where all were not measured', () => {
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

it('leaves a table without rows all its columns', () => {
  const { total: _, ...table } = TABLE
  expect(filledColumns({ ...table, rows: [], over: [] }).headings).toEqual(TABLE.headings)
})

it('leaves a table as it is whose every column says something, in a row or in the sum', () => {
  const full = { ...TABLE, total: [null, '全市', 1.5, 1, -0.5, null] }
  expect(filledColumns(full)).toBe(full)
})
