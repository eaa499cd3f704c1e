import { expect, it } from 'vitest'
import { importRows } from '../import-rows'
import { planOf } from '../town'

const HEAD = ['序号', '堆场编号', '堆场名称', '县区', '经度', '纬度', '坐标系', '是否覆盖']
const pile = (nth: number) => [`${nth}`, `A${nth}`, `堆场${nth}`, '东县', '108.71', `34.3${nth}`, 'WGS84', '是']
const merged = (text: string) => HEAD.map(() => text)

it('headings of the parts of a list are no sources: not read, and told once', () => {
  const headings = [
    ['一、东县'],
    ['', '', '（二）在建'],
    ['西县'],
    ['停用的堆场'],
    merged('三、其他'),
    ['', '第四部分'],
  ]
  const { counts, said, plan } = importRows([HEAD, pile(1), ...headings, pile(2)])
  expect(counts).toEqual([2, 2, 0, 0, headings.length, 0])
  expect(said.filter((each) => !each.startsWith('skipped|section-row'))).toEqual([])
  expect(said[0]).toBe('skipped|section-row||3|一、东县')
  expect(said).toHaveLength(headings.length)
  expect(plan.position.datumColumn).toBe(6)
})

it('are not counted among the rows without a coordinate system', () => {
  const { datumColumn } = planOf([HEAD, ['一、东县'], pile(1), ['二、西县'], pile(2)])
  expect(datumColumn).toMatchObject({ unsaid: 0, unread: 0 })
})

it('a row with a code or name of its own is none, whatever its name', () => {
  const rows = [
    ['', 'A1', '一、二期工地'],
    ['', '', '三期堆场'],
    ['3', '', ''],
  ]
  const { counts, said } = importRows([HEAD, ...rows, pile(4)])
  expect(counts.slice(0, 2)).toEqual([4, 3])
  expect(said.some((each) => each.includes('section-row'))).toBe(false)
})

it('in a list of names alone, numbered ones are sources, and only counties head a part', () => {
  const rows = [['一、东县'], ['一、甲堆场'], ['二、乙堆场']]
  const { counts } = importRows([['堆场名称'], ...rows])
  expect([counts[1], counts[4]]).toEqual([2, 1])
})

it('beside a column of numbers without a heading, a numbered text there heads a part', () => {
  const rows = [['一、续建项目', ''], ['1', '甲堆场'], ['二、新建项目'], ['2', '乙堆场']]
  const { counts, said } = importRows([['', '堆场名称'], ...rows])
  expect([counts[1], counts[3], counts[4]]).toEqual([2, 0, 2])
  expect(said.filter((each) => each.startsWith('skipped|section-row'))).toHaveLength(2)
})
