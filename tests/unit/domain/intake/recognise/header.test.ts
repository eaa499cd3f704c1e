import { describe, expect, it } from 'vitest'
import {
  bareHeading,
  findHeader,
  headerAt,
  headingParts,
  isExampleRow,
  isRepeatedHeader,
  isSummaryRow,
} from '@/domain/intake/recognise/header'
import { filled, type Merge } from '@/domain/intake/recognise/sheet'

const KNOWN = new Set(['编号', '名称', '区县', '经度', '纬度', '覆盖'])
const known = (heading: string) => KNOWN.has(bareHeading(heading))
const isCounty = (text: string) => ['秦都区', '渭城区', '兴平市'].includes(text)

const sheet = (rows: readonly (readonly string[])[], merges: readonly Merge[] = []) => ({
  name: '',
  rows,
  merges,
  hiddenColumns: [],
})
const find = (rows: readonly (readonly string[])[], merges: readonly Merge[] = []) =>
  findHeader(sheet(rows, merges), known, isCounty)
const acrossColumns = (row: number, from: number, to: number): Merge => ({
  startRow: row,
  startColumn: from,
  endRow: row,
  endColumn: to,
})

describe('a normalised heading', () => {
  it.each([
    ['经 度', '经度'],
    ['*名称', '名称'],
    ['占地面积（平方米）', '占地面积'],
    ['降尘量(t/km²·30d)', '降尘量'],
    ['高度【m】', '高度'],
    ['高度[m]', '高度'],
    ['是否覆盖', '覆盖'],
    ['有无围挡', '围挡'],
    ['覆盖是否', '覆盖'],
    ['覆盖情况', '覆盖'],
    ['运行状况', '运行'],
    ['覆盖是/否', '覆盖'],
    ['X_坐标', 'x坐标'],
    ['ＬＯＮ', 'lon'],
    ['检查:日期、时间', '检查日期时间'],
    ['"名称"', '名称'],
    ['情况说明', '情况说明'],
    ['', ''],
  ])('%j is %j', (heading, bare) => expect(bareHeading(heading)).toBe(bare))

  it('ignores everything after two hundred characters', () => {
    expect(bareHeading('甲'.repeat(300))).toHaveLength(200)
  })
})

describe('the header of a table', () => {
  it('is the first row if that has headings', () => {
    const header = find([
      ['编号', '名称', '区县'],
      ['1', '甲', '秦都区'],
    ])
    expect(header).toEqual({ firstRow: 0, rowCount: 1, names: ['编号', '名称', '区县'], title: '' })
  })

  it('can be below a title and notes, which are kept', () => {
    const header = find([
      [' 2022年堆场台账 ', '', ''],
      [],
      ['填报单位：秦都分局', '', '2022-10-31'],
      ['编号', '名称', '区县'],
      ['1', '甲', '秦都区'],
    ])
    expect([header.firstRow, header.title]).toEqual([3, '2022年堆场台账 填报单位：秦都分局 2022-10-31'])
  })

  it('is the row with the most known headings, otherwise the widest row of distinct words', () => {
    expect(
      find([
        ['甲', '乙', '丙', '丁'],
        ['编号', '名称', '', ''],
      ]).firstRow,
    ).toBe(1)
    expect(
      find([
        ['说明', '', '', ''],
        ['甲', '乙', '丙', '丁'],
        ['1', '2', '3', '4'],
      ]).firstRow,
    ).toBe(1)
    expect(
      find([
        ['甲', '甲', '甲', '甲'],
        ['甲', '乙', '丙', '丁'],
      ]).firstRow,
    ).toBe(1)
    // Values are not headings.
    expect(
      find([
        ['2022-10-31', '5', '7', '—'],
        ['甲', '乙', '丙', '丁'],
      ]).firstRow,
    ).toBe(1)
    // The upper of two equally good rows.
    expect(
      find([
        ['甲', '乙'],
        ['丙', '丁'],
      ]).firstRow,
    ).toBe(0)
  })

  it('is searched in the first twenty rows only', () => {
    const blank = Array.from({ length: 19 }, () => ['', ''])
    expect(find([['x'], ...blank.slice(1), ['编号', '名称']]).firstRow).toBe(19)
    expect(find([['x'], ...blank, ['编号', '名称']]).firstRow).toBe(0)
  })

  it('has no names in a table without rows', () => {
    expect(find([])).toEqual({ firstRow: 0, rowCount: 1, names: [], title: '' })
  })

  it('adds a number to a repeated heading', () => {
    expect(find([['编号', '名称', '名称', '名称', '', '']]).names).toEqual(['编号', '名称', '名称 2', '名称 3', '', ''])
  })

  it('joins spaces and line breaks within a heading into one space', () => {
    expect(find([['编 \n 号', ' 名称 ']]).names).toEqual(['编 号', '名称'])
  })

  it('is as wide as its own rows, those above and the first one below', () => {
    expect(headerAt(sheet([['a'], ['b', 'c'], ['d', 'e', 'f'], ['g', 'h', 'i', 'j']]), 1).names).toEqual(['b', 'c', ''])
    expect(
      headerAt(
        sheet([
          ['a', '', ''],
          ['b', 'c'],
        ]),
        1,
      ).names,
    ).toEqual(['b', 'c', ''])
    expect(headerAt(sheet([]), 0)).toEqual({ firstRow: 0, rowCount: 1, names: [], title: '' })
  })
})

describe('a header of two rows', () => {
  const grouped = [
    ['编号', '名称', '坐标', '', '区县'],
    ['', '', '经度', '纬度', ''],
    ['1', '甲', '108.7', '34.3', '秦都区'],
  ]

  it('puts the name of the group before each of its columns', () => {
    const header = find(grouped)
    expect([header.firstRow, header.rowCount]).toEqual([0, 2])
    expect(header.names).toEqual(['编号', '名称', '坐标/经度', '坐标/纬度', '区县'])
    expect(find(grouped, [acrossColumns(0, 2, 3)])).toEqual(header)
  })

  it('is also found from its lower row', () => {
    const header = find([
      ['台账', '', '', ''],
      ['甲', '乙', '坐标', ''],
      ['编号', '名称', '经度', '纬度'],
      ['1', '甲', '108.7', '34.3'],
    ])
    expect([header.firstRow, header.rowCount, header.title]).toEqual([1, 2, '台账'])
    expect(header.names).toEqual(['甲/编号', '乙/名称', '坐标/经度', '坐标/纬度'])
  })

  it('is recognised by a merged cell if the row below is full', () => {
    const rows = [
      ['编号', '名称', '坐标', '坐标'],
      ['编号', '名称', '经度', '纬度'],
      ['1', '甲', '108.7', '34.3'],
    ]
    expect(find(rows).rowCount).toBe(1)
    expect(find(rows, [acrossColumns(0, 2, 3)]).rowCount).toBe(2)
    // A cell merged downwards or elsewhere does not count.
    expect(find(rows, [{ ...acrossColumns(0, 2, 3), endRow: 1 }]).rowCount).toBe(1)
    expect(find(rows, [acrossColumns(0, 2, 2)]).rowCount).toBe(1)
    expect(find(rows, [acrossColumns(5, 2, 3)]).rowCount).toBe(1)
  })

  it('has one row if the row below has values, unknown words or nothing', () => {
    const below = (...cells: string[]) => find([['编号', '名称', '坐标', ''], cells]).rowCount
    expect(below('', '', '经度', '纬度')).toBe(2)
    expect(below('', '', '108.7', '34.3')).toBe(1)
    expect(below('', '', '经度', '—')).toBe(1)
    expect(below('', '', '某某', '某某某')).toBe(1)
    expect(below('', '', '', '')).toBe(1)
    expect(below('', '', '经度', '')).toBe(1)
  })

  it('has one row if the row above is a title', () => {
    expect(
      find([
        ['2022年台账', '', ''],
        ['编号', '名称', '区县'],
      ]),
    ).toMatchObject({ firstRow: 1, rowCount: 1 })
  })

  it('may have counties above their points, whatever the points are called', () => {
    const header = find([
      ['月份', '秦都区', '', '渭城区', ''],
      ['', '政府大院', '陈杨寨', '东区', '西区'],
      ['1月', '3.4', '4', '5', '6'],
    ])
    expect(header.names).toEqual(['月份', '秦都区/政府大院', '秦都区/陈杨寨', '渭城区/东区', '渭城区/西区'])
    const counties = (...below: string[]) => find([['月份', '秦都区', '渭城区', '兴平市'], below]).rowCount
    expect(counties('', '甲', '乙', '丙')).toBe(2)
    expect(counties('', '甲', '乙', '')).toBe(1)
    expect(counties('', '甲', '乙', '秦都区')).toBe(1)
    expect(
      find([
        ['月份', '秦都区', '其他'],
        ['', '甲', '乙'],
      ]).rowCount,
    ).toBe(1)
  })

  it('chosen by the user is used as chosen', () => {
    const { names } = headerAt(sheet(grouped), 0, { from: 0, count: 2 })
    expect(names).toEqual(['编号', '名称', '坐标/经度', '坐标/纬度', '区县'])
    expect(headerAt(sheet(grouped), 1).title).toBe('编号 名称 坐标 区县')
    expect(
      headerAt(
        sheet([
          ['', '甲'],
          ['乙', '丙'],
        ]),
        0,
        { from: 0, count: 2 },
      ).names,
    ).toEqual(['乙', '甲/丙'])
    expect(headerAt(sheet([['甲']]), 0, { from: 0, count: 2 }).names).toEqual(['甲'])
  })
})

describe('a row that is not data', () => {
  it.each([
    '合计', '合 计', '小计', '总计：', '累计', '共计5处', '平均', '全市平均', '全市均值', '均值', '最大值', '最小值',
    '备注：', '注：1', '注1', '说明', '填表人：张三', '制表', '审核', '负责人', '联系人', '单位：吨', '数据来源：',
  ])('%s is a summary or a note', (cell) => expect(isSummaryRow(['', ' ', cell, '5'])).toBe(true)) // biome-ignore format: words
  it.each([['咸阳合计厂'], ['1', '合计'], ['注册公司'], ['单位一'], [''], []])('%j is data', (...cells) =>
    expect(isSummaryRow(cells)).toBe(false),
  )

  it('is a template’s example if its first word says so', () => {
    expect(isExampleRow(['', ' 示例 ', '甲'])).toBe(true)
    for (const cells of [['示例工地'], ['甲', '示例'], ['', ''], []]) expect(isExampleRow(cells)).toBe(false)
  })

  it('is a repeated header', () => {
    const header = { firstRow: 0, rowCount: 2, names: ['编号', '名称', '坐标/经度', '坐标/纬度'], title: '' }
    for (const cells of [
      ['编号', '名称', '坐标/经度', '坐标/纬度'],
      ['编号', '名称', '坐标', ''],
      ['', '', '经度', '纬度'],
      [' 编号 ', ' 名称 '],
    ])
      expect([cells, isRepeatedHeader(cells, header)]).toEqual([cells, true])
    for (const cells of [
      ['编号', '甲', '坐标', ''],
      ['编号', '', '', ''],
      ['号', '名称', '', ''],
      ['1', '名称', '经度', '纬度'],
      ['', '', '', ''],
      [],
      ['', '', '', '', '编号'],
      ['编号', '称', '', ''],
      ['', '', '标', '经度'],
    ])
      expect([cells, isRepeatedHeader(cells, header)]).toEqual([cells, false])
  })
})

describe('the filled cells of a row', () => {
  it('are those with more than spaces', () => {
    expect([filled([]), filled(['', ' ', '\t']), filled(['a', '', ' b '])]).toEqual([0, 0, 2])
  })
})

describe('the parts of a heading', () => {
  it('are its group and its own words; a slash within brackets belongs to a unit', () => {
    expect(headingParts('坐标/经度')).toEqual(['坐标', '经度'])
    expect(headingParts('经度')).toEqual(['经度'])
    for (const unit of ['(t/km²·30d)', '（t/km²·30d）', '[t/km²/月]', '【吨/平方公里】'])
      expect(headingParts(`降尘/1月${unit}`)).toEqual(['降尘', `1月${unit}`])
    expect(headingParts('重量(kg)/一期(t/d)')).toEqual(['重量(kg)', '一期(t/d)'])
  })
})
