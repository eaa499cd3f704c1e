import { describe, expect, it } from 'vitest'
import { figureTime } from '@/domain/intake/recognise/figure-time'
import { importRows } from '../import-rows'

describe('what a heading says about the time of its figures, in a table of November 2022', () => {
  it.each([
    // The month, with nothing but words of dustfall.
    ['11月', 'month'],
    ['１１月', 'month'],
    ['11月份', 'month'],
    ['2022年11月', 'month'],
    ['2022-11', 'month'],
    ['2022.11', 'month'],
    ['202211', 'month'],
    ['2022年11月降尘量', 'month'],
    ['2022年11月降尘量（t/km²·30d）', 'month'],
    ['２０２２年１１月降尘量（t／km²·30d）', 'month'],
    ['11月降尘量(t/(km²·30d))', 'month'],
    ['11月降尘量【吨/平方公里·月】', 'month'],
    ['11月降尘监测结果', 'month'],
    ['11月均值', 'month'],
    ['11月量', 'month'],
    ['降尘量（2022年11月）', 'month'],
    ['降尘量/11月', 'month'],
    ['降尘/2022年11月', 'month'],
    ['2022年11月/降尘量', 'month'],
    ['降尘量及同比变化/11月', 'month'],
    ['降尘量（限值7.0）/11月', 'month'],
    ['11月（限值9）', 'month'],
    ['本月', 'month'],
    ['当月', 'month'],
    ['本月值', 'month'],
    ['本月降尘量(t/km²·30d)', 'month'],
    ['本月降尘量（吨/平方公里·月）', 'month'],
    ['本月城区降尘监测均值', 'month'],
    ['本 月', 'month'],
    // No time.
    ['降尘量', 'unsaid'],
    ['降 尘 量', 'unsaid'],
    ['降尘', 'unsaid'],
    ['降尘监测值', 'unsaid'],
    ['监测结果', 'unsaid'],
    ['监测数据', 'unsaid'],
    ['大气降尘量', 'unsaid'],
    ['自然降尘量（吨/平方公里·月）', 'unsaid'],
    ['建成区降尘量', 'unsaid'],
    ['实测降尘量', 'unsaid'],
    ['降尘量t/km²·30d', 'unsaid'],
    ['降尘量（t/km2.30d）', 'unsaid'],
    ['降尘量（10月28日-11月28日）', 'unsaid'],
    ['2022年降尘量', 'unsaid'],
    // What it is held against, or how it was sampled, is beside the point.
    ['降尘量（限值9）', 'unsaid'],
    ['降尘量（标准限值7.0）', 'unsaid'],
    ['降尘量（标准限值7.0t/km²·月）', 'unsaid'],
    ['降尘量（标准限值：7.0 t/(km²·30d)）', 'unsaid'],
    ['降尘量（目标7.0）', 'unsaid'],
    ['降尘量【达标值7.0】', 'unsaid'],
    ['降尘量[标准值7]', 'unsaid'],
    ['降尘监测结果（年度考核）', 'unsaid'],
    ['降尘量（采样天数30天）', 'unsaid'],
    ['降尘量（t/km²·30d）（限值9）', 'unsaid'],
    ['降尘量\n（限值9）', 'unsaid'],
    // Means.
    ['降尘均值', 'mean'],
    ['平均值', 'mean'],
    ['均值', 'mean'],
    ['城区均值', 'mean'],
    ['各点位平均降尘量', 'mean'],
    // Words that may mean anything.
    ['本月检查', 'unclear'],
    ['本月整改', 'unclear'],
    ['本月是否更换集尘缸', 'unclear'],
    ['11月检查', 'unclear'],
    ['检查（2022年11月）', 'unclear'],
    ['2022年11月采样日期', 'unclear'],
    ['2022年11月某某', 'unclear'],
    ['某某/11月', 'unclear'],
    ['降尘缸数', 'unclear'],
    // Another month.
    ['10月', 'otherMonth'],
    ['2022年10月降尘量', 'otherMonth'],
    ['降尘量/10月', 'otherMonth'],
    ['2022年10月检查', 'otherMonth'],
  ])('%s: %s', (heading, time) => expect(figureTime(heading, '2022-11')).toBe(time))

  it.each([
    'PM10',
    '本月PM10',
    '2022年11月PM10',
    'PM10（2022.11）',
    'ＰＭ10/11月',
    '监测值（PM2.5）',
    '11月PM2.5浓度',
    '本月NO2',
    '11月臭氧',
    '本月AQI',
    '2022年11月优良天数',
    '本月采样天数',
    '降尘（采样天数）',
    '本月检查次数',
    '本月点位数',
    '当月扣分',
    '当月得分',
    '本月排名',
    '降尘量（同比）',
    '降尘量（较上月）',
    '降尘量（较2021年）',
    '降尘量（与目标差值）',
    '降尘量（是否达标）',
    '降尘量（达标率）',
    '降尘达标情况',
    '降尘量限值',
    '目标值',
    '标准',
    '变化率',
    '变化幅度(%)',
    '同比/11月',
    '降尘同比/11月',
    '较去年同期/11月',
    '与去年同期相比/11月',
    '变化率/2022年11月',
    '目标值/11月',
    '达标情况/11月',
    '去年11月',
    '累计降尘量',
    '1-11月均值',
    '季均值',
    '2021年降尘量',
  ])('%s is another figure', (heading) => expect(figureTime(heading, '2022-11')).toBeNull())
})

const TITLE = '2022年11月两县市降尘'
/** What is imported as dustfall from a table with two more columns, the first with 5.1, the second with 61. */
function taken(headings: readonly string[], isOfPoints: boolean) {
  const [names, east, west] = isOfPoints
    ? [
        ['点位名称', '区县'],
        ['甲', '东县'],
        ['乙', '西县'],
      ]
    : [['区县'], ['东县'], ['西县']]
  const { plan, column } = importRows([
    [TITLE],
    [...names!, ...headings],
    [...east!, '5.1', '61'],
    [...west!, '5.2', '62'],
  ])
  const field = isOfPoints ? 'given' : 'value'
  return [plan.header.names[plan.columns[field]!], column('month')[0], column(field)]
}

describe('a column that names the month, of something else,', () => {
  const OTHERS = [
    '2022年11月PM10',
    '本月PM10',
    '本月检查次数',
    '当月扣分',
    '本月点位数',
    'PM10（2022.11）',
    '2022年11月优良天数',
    '本月整改',
    '本月某某',
    '2022年11月某某',
    '11月/某某',
  ]
  const OWN = [
    '降尘量',
    '降尘均值',
    '监测结果',
    '降尘量（限值9）',
    '11月',
    '本月',
    '2022年11月降尘量',
    '均值',
    '大气降尘',
  ]
  it.each(OTHERS.flatMap((other) => OWN.map((own) => [other, own])))('is not dustfall: %s beside %s', (other, own) => {
    // Only a table of counties counts points or has means.
    for (const isOfPoints of /均值|点位数/.test(`${own}${other}`) ? [false] : [false, true]) {
      expect(taken([own!, other!], isOfPoints)).toEqual([own, '2022-11', [5.1, 5.2]])
      expect(taken([other!, own!], isOfPoints)).toEqual([own, '2022-11', [61, 62]])
    }
  })

  it('is not dustfall in a laboratory table either', () => {
    expect(taken(['降尘量', '本月采样天数'], true)).toEqual(['降尘量', '2022-11', [5.1, 5.2]])
  })
})

describe('headings in two rows', () => {
  const merges = [
    { startRow: 1, endRow: 1, startColumn: 1, endColumn: 2 },
    { startRow: 1, endRow: 1, startColumn: 3, endColumn: 4 },
  ]
  const table = (first: string, second: string) =>
    importRows(
      [
        ['2022年两县市降尘'],
        ['区县', first, first, second, second],
        ['区县', '10月', '11月', '10月', '11月'],
        ['东县', '5.1', '6.1', '3.2', '4.4'],
        ['西县', '5.2', '6.2', '3.3', '4.5'],
      ],
      { merges },
    )
  const contested = ({ plan }: ReturnType<typeof table>) =>
    plan.dustfall.form === 'months' ? plan.dustfall.contested : null

  it.each([
    'PM10',
    '同比',
    '较去年同期',
    '与去年同期相比',
    '变化率',
    '变化幅度(%)',
    '目标值',
    '达标情况',
    '超标倍数',
    '降尘同比',
    '累计',
    '2021年同期',
    '某某',
    '点位数',
  ])('are of dustfall below its own group, and not below %s', (other) => {
    for (const own of [
      '降尘量',
      '降尘量（t/(km²·30d)）',
      '降尘量（限值7.0）',
      '降尘',
      'Dustfall',
      '监测结果',
      '2022年',
    ]) {
      const first = table(own, other)
      expect([first.column('month'), first.column('value')]).toEqual([
        ['2022-10', '2022-11', '2022-10', '2022-11'],
        [5.1, 6.1, 5.2, 6.2],
      ])
      const second = table(other, own)
      expect(second.column('value')).toEqual([3.2, 4.4, 3.3, 4.5])
      for (const each of [first, second]) {
        expect(contested(each)).toBeUndefined()
        // What a derived column states is compared, and here there is nothing to compare it with.
        expect(each.said.filter((said) => !said.startsWith('kept|change-unchecked|'))).toEqual([])
      }
    }
  })

  it('may be of several years', () => {
    const { column } = table('2021年', '2022年')
    expect(column('month')).toEqual(['2021-10', '2021-11', '2022-10', '2022-11', ...column('month').slice(0, 4)])
  })

  it('are contested if neither group is rather dustfall than the other', () => {
    expect(contested(table('甲组', '乙组'))).toEqual(['2022-10', '2022-11'])
    expect(contested(table('降尘量一', '降尘量二'))).toEqual(['2022-10', '2022-11'])
    expect(contested(table('降尘量', '监测值'))).toBeUndefined()
  })

  it('may have any group if no other is dustfall', () => {
    const { column } = importRows(
      [
        ['2022年两县市降尘'],
        ['区县', '采暖季', '采暖季', '非采暖季', '非采暖季'],
        ['区县', '1月', '2月', '6月', '7月'],
        ['东县', '5.1', '6.1', '3.2', '4.4'],
      ],
      { merges },
    )
    expect(column('month')).toEqual(['2022-01', '2022-02', '2022-06', '2022-07'])
  })
})

it('a month beside a date of something else is no second month of dustfall', () => {
  expect(taken(['2022年11月某某', '2022年11月降尘'], false)).toEqual(['2022年11月降尘', '2022-11', [61, 62]])
  const { column } = importRows([
    [TITLE],
    ['区县', '2022年10月降尘量', '2022年10月PM10', '2022年11月降尘量', '2022年11月PM10', '2022年11月某某'],
    ['东县', '5.1', '61', '5.2', '62', '63'],
  ])
  expect([column('month'), column('value')]).toEqual([
    ['2022-10', '2022-11'],
    [5.1, 5.2],
  ])
})
