import { expect, it } from 'vitest'
import { itemLines } from '@/io/papers/item-lines'

const items = [23, 24, 27, 8, 40].map((clause) => `第${clause}条1${clause}项`)

it('puts items of a cell into lines that end with an item', () => {
  const text = itemLines(items, '、', 44)
  expect(text.replaceAll('\n', '')).toBe(items.join('、'))
  expect(text.split('\n').length).toBeGreaterThan(1)
  for (const line of text.split('\n')) expect(line).toMatch(/^(第\d+条\d+项、?)+$/)
})

it('puts more items into a wider column, and one on a line that none fits', () => {
  expect(itemLines(items, '、', 100).split('\n')).toHaveLength(1)
  expect(itemLines(items, '、', 5).split('\n')).toHaveLength(items.length)
  expect(itemLines([], '、', 44)).toBe('')
})
