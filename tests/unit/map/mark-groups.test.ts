import { expect, it } from 'vitest'
import { groupMarks, numbersText } from '@/map/picture/mark-groups'
import type { PictureMark } from '@/map/picture/picture-input'

const mark = (number: number, x: number): PictureMark & { x: number } => ({
  at: [108, 34],
  kind: 'yard',
  shape: 'diamond',
  mark: '',
  status: 'overdue',
  number,
  x,
})

it('groups close marks at the position of the worst, and leaves the others single', () => {
  const marks = [mark(1, 0), mark(2, 100), mark(3, 9), mark(4, 22)]
  const groups = groupMarks(marks, (each) => ({ x: (each as (typeof marks)[0]).x, y: 0 }))
  expect(groups.map(({ x, marks }) => [x, marks.map(({ number }) => number)])).toEqual([
    [0, [1, 3]],
    [100, [2]],
    [22, [4]],
  ])
})

it('names every number of a group, in short', () => {
  expect(numbersText([1], '、')).toBe('1')
  expect(numbersText([11, 1, 5, 13], '、')).toBe('1、5、11、13')
  expect(numbersText([2, 3, 7, 8, 9, 10, 20, 22, 24], '、')).toBe('2、3、7–10、20、\n22、24')
})
