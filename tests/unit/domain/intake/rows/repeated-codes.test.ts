import { expect, it } from 'vitest'
import { importRows } from '../import-rows'

const HEAD = ['序号', '堆场编号', '堆场名称', '区县', '经度(WGS84)', '纬度', '物料', '是否覆盖', '备注']
const row = (nth: number, ...more: readonly string[]) => [`${nth}`, 'A1', '甲', '东县', '108.71', '34.31', ...more]

it('of two rows with one code the first counts, and each column in which they differ is told with both values', () => {
  const { counts, said, column } = importRows([
    HEAD,
    row(1, '煤', '是', ''),
    ['2', 'A2', '乙', '东县', '108.72', '34.32', '沙', '是', ''],
    row(3, '煤', '×', '重复'),
    ['4', 'A1', '甲', '西县', '108.71', '34.31', '煤', '是', ''],
  ])
  expect(counts.slice(0, 5)).toEqual([4, 2, 0, 2, 0])
  expect(column('covered')).toEqual([true, true])
  expect(said.filter((each) => each.startsWith('refused'))).toEqual([
    'refused|code-contradicts|堆场编号|4|A1 · 是否覆盖 否 · 备注 重复|||2 A1 · 是否覆盖 是 · 备注 —',
    'refused|code-contradicts|堆场编号|5|A1 · 区县 西县|||2 A1 · 区县 东县',
  ])
})

it('a copy is skipped, also if it says the same in other words', () => {
  const { counts, said } = importRows([HEAD, row(1, '煤', '是', '临街'), row(2, '同上', '√', '〃')])
  expect(counts.slice(0, 5)).toEqual([1, 1, 0, 0, 1])
  expect(said.filter((each) => !each.includes('ditto'))).toEqual(['skipped|row-repeated||3|A1|||2 A1'])
})

it('a row whose earlier one is left out is refused for its code', () => {
  const { said } = importRows(
    [
      ['预警编号', '名称', '级别', '启动时间'],
      ['1', '甲', '紫色', '2022-10-01'],
      ['1', '甲', '橙色', '2022-10-01'],
    ],
    { choice: { role: 'warnings' } },
  )
  expect(said.filter((each) => each.includes('duplicate-code'))).toHaveLength(1)
})
