import { expect, it } from 'vitest'
import { importRows } from '../import-rows'

const HEAD = ['堆场编号', '堆场名称', '县区', '经度(WGS84)', '纬度', '物料', '是否覆盖', '备注']

it('a cell that says “as above” gets what the row above says, also over several rows, and is told', () => {
  const { column, said, byHand } = importRows([
    HEAD,
    ['A1', '甲', '东县', '108.71', '34.31', '煤', '是', '临街'],
    ['A2', '乙', '同上', '108.72', '34.32', '〃', '"', '同上'],
    ['A3', '丙', '同上', '108.73', '34.33', '沙', '否', ' 〃 '],
  ])
  expect(column('county')).toEqual(['01', '01', '01'])
  expect(column('material')).toEqual(['煤', '煤', '沙'])
  expect(column('covered')).toEqual([true, true, false])
  expect(column('+备注')).toEqual(['临街', '临街', '临街'])
  expect(said.filter((each) => each.includes('ditto'))).toHaveLength(6)
  expect(said).toContain('assumed|ditto|物料|3|〃||煤')
  expect(byHand.size).toBe(0)
})

it('with no row above it is reported, and unreadable', () => {
  const { column, said } = importRows([HEAD, ['A1', '甲', '东县', '108.71', '34.31', '煤', '同上', '同上']])
  expect([column('covered'), column('+备注')]).toEqual([[null], [null]])
  expect(said.filter((each) => /同上/.test(each))).toEqual([
    'emptied|ditto-unclear|是否覆盖|2|同上',
    'emptied|ditto-unclear|备注|2|同上',
  ])
})

it('codes are not repeated, nor figures of dustfall', () => {
  const list = importRows([HEAD, ['A1', '甲', '东县', '108.71', '34.31'], ['同上', '乙', '东县', '108.72', '34.32']])
  expect(list.column('code')[1]).not.toBe('A1')
  const { column, said } = importRows(
    [
      ['县区', '月份', '降尘量'],
      ['东县', '2022-10', '3.4'],
      ['西县', '2022-10', '同上'],
    ],
    { choice: { role: 'dustfall-published' } },
  )
  expect([column('value'), said.some((each) => each.startsWith('refused|'))]).toEqual([[3.4], true])
})

it('a month is repeated, and a heading with a month is that of the rows below that state none', () => {
  const { column, counts, said } = importRows(
    [
      ['县区', '月份', '降尘量'],
      ['2022年10月'],
      ['东县', '同上', '3.4'],
      ['西县', '同上', '3.5'],
      ['2022年11月', '2022年11月', '2022年11月'],
      ['东县', '同上', '3.6'],
      ['', '2022年12月', ''],
      ['东县', '', '3.7'],
    ],
    { choice: { role: 'dustfall-published' } },
  )
  expect(column('month')).toEqual(['2022-10', '2022-10', '2022-11', '2022-12'])
  expect(column('value')).toEqual([3.4, 3.5, 3.6, 3.7])
  expect(counts.slice(0, 3)).toEqual([4, 4, 0])
  expect(said.filter((each) => each.includes('month-row'))).toHaveLength(3)
  expect(said.some((each) => each.includes('ditto-unclear'))).toBe(false)
})

it('below a heading of the list, “as above” is the last row of data, but not its county', () => {
  const rows = [
    ['序号', ...HEAD.map((name) => (name === '县区' ? '区县' : name))],
    ['一、东县'],
    ['1', 'A1', '甲', '东县', '108.71', '34.31', '煤', '是', '临街'],
    ['二、西县'],
    ['2', 'A2', '乙', '同上', '', '', '同上', '是', '同上'],
  ]
  const { column, said, counts } = importRows(rows)
  expect([column('material'), column('+备注')]).toEqual([
    ['煤', '煤'],
    ['临街', '临街'],
  ])
  expect(column('county')).toEqual(['01', null])
  expect(said).toContain('emptied|ditto-unclear|区县|5|同上')
  expect(counts).toEqual([2, 2, 0, 0, 2, 1])
})

it('where nothing is above, “as above” is blank and to be corrected, never filled with nothing', () => {
  const { column, said } = importRows([
    HEAD,
    ['A1', '甲', '东县', '108.71', '34.31', '同上', '是', '同上'],
    ['A2', '乙', '东县', '108.72', '34.32', '', '是', ''],
    ['A3', '丙', '东县', '108.73', '34.33', '同上', '是', '同上'],
  ])
  expect([column('material'), column('+备注')]).toEqual([
    [null, null, null],
    [null, null, null],
  ])
  expect(said.filter((each) => each.includes('ditto'))).toEqual([
    'emptied|ditto-unclear|物料|2|同上',
    'emptied|ditto-unclear|物料|4|同上',
    'emptied|ditto-unclear|备注|2|同上',
    'emptied|ditto-unclear|备注|4|同上',
  ])
})
