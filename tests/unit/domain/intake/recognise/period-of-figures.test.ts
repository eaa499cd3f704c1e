import { describe, expect, it } from 'vitest'
import { importRows, type Options } from '../import-rows'

/** The month of a table's figures, and whether a person is asked because of a period. */
function monthOf(title: string, headings: readonly string[] = ['降尘量'], options: Options = {}) {
  const rows = [
    [title],
    ['区县', ...headings],
    ['东县', ...headings.map(() => '5.5')],
    ['西县', ...headings.map(() => '6.5')],
  ]
  const { plan } = importRows(rows, {
    context: '2022年11月.xlsx',
    choice: { role: 'dustfall-published' },
    ...options,
  })
  return [plan.month, plan.isOfPeriod]
}
const ASKED = [null, true]
const NOVEMBER = ['2022-11', false]

describe('a title', () => {
  it.each([
    '2022.01-2022.11各区县降尘',
    '2022/1-2022/11各区县降尘',
    '2022年1-11各区县降尘',
    '2022年1月份—11月份各区县降尘',
    '２０２２年１～１１月各区县降尘',
    '2022年第三季度各区县降尘',
    '2022年前三季度各区县降尘',
    '2022年四季度各区县降尘',
    '2022年上半年各区县降尘',
    '2022年以来各区县降尘',
    '2022年1月以来各区县降尘',
    '2022年度各区县降尘',
    '2022年年平均降尘',
    '2022年均降尘量',
    '2022年前11个月各区县降尘',
    '截至2022年11月各区县降尘',
    '截止2022年11月底各区县降尘',
    '2022年截至11月各区县降尘',
    '2022年11月累计降尘',
    '2022年11月各区县降尘（累计）',
    '2021年11月至2022年11月各区县降尘',
    '降尘监测结果（2022年10月30日至2022年11月30日）',
    '降尘监测结果（2022年10月30日至11月30日）',
    '降尘监测结果 采样时间：10月31日-11月30日',
    '降尘监测结果（2022.10.31-2022.11.30）',
    '降尘 采样：2022-10-31~2022-11-30',
    '降尘 采样：20221031-20221130',
  ])('is not of one month: %s', (title) => expect(monthOf(title)).toEqual(ASKED))

  it.each([
    '2022年11月各区县降尘',
    '２０２２年１１月各区县降尘',
    '2022年11月份降尘量排名及同比情况',
    '2022年度11月份各区县降尘',
    '2022年11月降尘监测结果（采样时间2022.10.31-2022.11.30）',
    '2022年11月1日至11月30日降尘监测结果',
    '2022年11月1日-30日降尘监测结果',
    '2022.11.01-2022.11.30降尘监测结果',
    '2022年11月及1-11月各区县降尘',
    '2022年11月及1-11月累计降尘',
    '2022年11月降尘情况（含累计）',
    '2022年11月降尘（数据截至2022年12月5日）',
    '2022年11月降尘 报送截止时间：12月5日',
    '2022年11月降尘 年度目标7.0',
    '2022年11月降尘（年均限值7.0）',
    '各区县降尘量 单位：t/(km²·月)',
    '降尘 填报日期：2022年12月5日',
    '报告编号2022-0011 降尘监测',
    '降尘 限值7.0-9.0',
  ])('is of one month, or leaves it to the file’s name: %s', (title) => expect(monthOf(title)).toEqual(NOVEMBER))

  it('of sums is beside the point if sums have their own column, or the figures name their month', () => {
    expect(monthOf('2022年11月累计降尘', ['降尘量', '累计均值'])).toEqual(NOVEMBER)
    expect(monthOf('2022年11月累计降尘', ['11月', '累计均值'])).toEqual(NOVEMBER)
    expect(monthOf('2022年11月累计降尘', ['本月'])).toEqual(NOVEMBER)
    expect(monthOf('2022年11月累计降尘', ['降尘量', '累计排名'])).toEqual(ASKED)
    expect(monthOf('2022年11月累计降尘', ['降尘量', '年均限值'])).toEqual(ASKED)
    expect(monthOf('2022年11月累计降尘', ['降尘量', '同比'])).toEqual(ASKED)
  })
})

describe('the name of a sheet', () => {
  it('counts like a title that names no month', () => {
    expect(monthOf('各区县降尘', undefined, { name: '1-11月' })).toEqual(ASKED)
    expect(monthOf('各区县降尘', undefined, { name: '第三季度' })).toEqual(ASKED)
    expect(monthOf('2022年11月各区县降尘', undefined, { name: '累计' })).toEqual(ASKED)
    expect(monthOf('各区县降尘', undefined, { name: '11月' })).toEqual(NOVEMBER)
    expect(monthOf('2022年11月各区县降尘', undefined, { name: '2022年度' })).toEqual(NOVEMBER)
  })
})

describe('the name of a file', () => {
  it('may say that figures are sums', () => {
    expect(monthOf('各区县降尘', undefined, { context: '2022年11月累计.xlsx' })).toEqual(ASKED)
    expect(monthOf('2022年11月各区县降尘', undefined, { context: '2022年11月及累计.xlsx' })).toEqual(NOVEMBER)
    expect(monthOf('各区县降尘', undefined, { context: '2022年1-11降尘.xlsx' })).toEqual([null, false])
  })
})

it('the day on which a table was made ranks no column', () => {
  const { plan } = importRows([
    ['两县市降尘 填报日期：2022年12月5日'],
    ['区县', '降尘量', '11月'],
    ['东县', '9.9', '5.5'],
  ])
  expect(plan.header.names[plan.columns.value!]).toBe('11月')
})
