import { expect, it } from 'vitest'
import { rowRuns } from '@/domain/trucks/row-runs'

const SECONDS = Uint32Array.of(0, 10, 20, 30, 40, 50)
const runs = (so: readonly number[], least: number, { silent = 10, begin = 0, end = 6, second = SECONDS } = {}) =>
  rowRuns(second, begin, end, least, silent, (row) => so.includes(row)).map(({ first, last }) => [first, last])

it('a run lasts until the next row for which it does not hold', () => {
  expect(runs([1, 2], 20)).toEqual([[1, 2]])
  expect(runs([1, 2], 21)).toEqual([])
  expect(runs([0, 3], 10)).toEqual([
    [0, 0],
    [3, 3],
  ])
})

it('or until its own last row, at the end of the rows', () => {
  expect(runs([4, 5], 10)).toEqual([[4, 5]])
  expect(runs([4, 5], 11)).toEqual([])
  expect(runs([5], 0)).toEqual([[5, 5]])
})

it('only rows of the range count', () => {
  expect(runs([0, 1, 2, 3, 4, 5], 10, { begin: 2, end: 4 })).toEqual([[2, 3]])
  expect(runs([0, 1, 2, 3, 4, 5], 11, { begin: 2, end: 4 })).toEqual([])
})

it('a gap that is longer than allowed ends it at the row before', () => {
  const second = Uint32Array.of(0, 10, 21, 31)
  expect(runs([0, 1, 2, 3], 10, { end: 4, second })).toEqual([
    [0, 1],
    [2, 3],
  ])
  expect(runs([0, 1, 2, 3], 31, { end: 4, second, silent: 11 })).toEqual([[0, 3]])
  // Nothing is known of the gap: it does not lengthen the run before it.
  expect(runs([1], 1, { end: 4, second })).toEqual([])
  expect(runs([0], 10, { end: 4, second })).toEqual([[0, 0]])
})
