import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DustfallForm, dustfallForm, unpivot } from '@/domain/intake/recognise/dustfall-form'
import {
  monthIn,
  monthOfHeading,
  monthOfValues,
  UNDATED,
  yearAround,
  yearIn,
} from '@/domain/intake/recognise/month-words'
import { isOfSeveralMonths } from '@/domain/intake/recognise/several-months'
import { isUnitRow, summaryKindOf } from '@/domain/intake/recognise/sum-rows'

const month = fc.tuple(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 1, max: 12 }))
const iso = (year: number, number: number) => `${year}-${String(number).padStart(2, '0')}`

describe('figures of several months', () => {
  it.each([
    '1-11月均值',
    '1—11月平均',
    '降尘量（1～11月）',
    '1月至11月',
    '1月-11月',
    '2022年1月—2022年11月均值',
    '1、2月均值',
    '一至三月',
    '累计降尘量',
    '年均值',
    '2022年平均',
    '全年',
    '一季度',
    '上半年均值',
    '11个月平均',
    '2022.01-2022.11均值',
    '降尘量（2022年1月至2022年11月）',
    '2022年1-11降尘量',
  ])('%s', (heading) => expect(isOfSeveralMonths(heading)).toBe(true))

  it.each([
    '11月',
    '2022-11月降尘量',
    '2022年11月',
    '降尘均值',
    '月均值',
    '降尘量(t/km²·30d)',
    '降尘量（10月28日-11月28日）',
    '降尘量（2022.10.28-2022.11.28）',
    '2022-1-11',
    '去年11月',
    '监测值',
  ])('are not %s', (heading) => expect(isOfSeveralMonths(heading)).toBe(false))
})

describe('the year mentioned in a text', () => {
  it.each([
    ['2022年降尘', '2022'],
    ['降尘1999', '1999'],
    ['２０２２年', '2022'],
    ['降尘20221031', '2022'],
    ['降尘202210', '2022'],
    // A number of ten digits is not a year.
    ['电话2022123456', null],
    ['3022年', null],
    ['22年', null],
    ['', null],
  ])('%s: %s', (text, year) => expect(yearIn(text)).toBe(year))
})

describe('the year of months without one', () => {
  it.each([
    [['2022年降尘', '', '2023年导出'], '2022'],
    [['各县区降尘', '表1', '降尘2022.xlsx'], '2022'],
    [['咸政办发〔2022〕32号要求的2023年降尘'], '2023'],
    [['2021年10月至2022年3月降尘'], { from: '2021-10', until: '2022-03' }],
    [['2021.10-2022.3降尘'], { from: '2021-10', until: '2022-03' }],
    // The day of a report or an export is none.
    [['2022年降尘 填报日期：2023年1月5日'], '2022'],
    [['1-12月降尘 制表时间 2023.1', '', '降尘2022.xlsx'], '2022'],
    [['降尘', '', '降尘_20230105.xlsx'], null],
    [['某站 2023年1月5日'], null],
    // A person decides.
    [['2022年与2021年降尘'], null],
    [['2021年1月至2022年12月降尘'], null],
    [['2021年10月至2022年3月、2022年10月至2023年3月'], null],
    [['降尘', '', ''], null],
  ])('%j: %j', (texts, year) => expect(yearAround(texts)).toEqual(year))

  it('is the one in which the month lies within a period', () => {
    const period = { from: '2021-10', until: '2022-03' }
    expect(['10月', '12月', '1月', '3月', '4月'].map((heading) => monthOfHeading(heading, period))).toEqual([
      '2021-10',
      '2021-12',
      '2022-01',
      '2022-03',
      `${UNDATED}-04`,
    ])
  })
})

describe('the month mentioned in a text', () => {
  it('is found in any notation', () => {
    fc.assert(
      fc.property(month, ([year, number]) => {
        for (const text of [
          `${year}年${number}月份降尘监测结果`,
          `降尘 ${year}-${number}`,
          `${year} 年 ${number}`,
          `${year}.${number} 通报`,
          `${year}/${number}`,
          `降尘${year}${String(number).padStart(2, '0')}`,
        ])
          expect([text, monthIn(text)]).toEqual([text, iso(year, number)])
      }),
    )
  })

  it.each([
    ['2022年13月', null],
    ['2022年0月', null],
    ['降尘202213', null],
    ['降尘2022101', null],
    ['2022年1~3月', null],
    ['2021年10月至2022年3月均值', null],
    ['2021.10—2022.03', null],
    ['降尘202110-202203', null],
    ['2022年1至3月', null],
    ['2022年1到 3 月', null],
    ['2022年1月至11月降尘', null],
    ['2022年1月—11月降尘', null],
    ['2022年1、2月降尘', null],
    ['2022年11月及1-11月降尘', '2022-11'],
    ['2022年', null],
    ['10月', null],
    ['2022年1-10', null],
    ['2022年1-10各区县', null],
    ['2022.1-11', null],
    ['2022-1-10', '2022-01'],
    ['2022年1-10日', '2022-01'],
    ['2022年11-1', '2022-11'],
    ['2022年11月-12', '2022-11'],
    ['2022年度11月份', '2022-11'],
    ['2022年度1-11月', null],
    ['2022年10月30日至2022年11月30日', null],
    ['2022年10月30日—11月30日', null],
    ['2022.10.30-2022.11.30', null],
    ['2022.10.31-11.30', null],
    ['2022-10-31~2022-11-30', null],
    ['2022-10-31 9:00至2022-11-30 9:30', null],
    ['20221031-20221130', null],
    ['2021年11月1日-2022年11月1日', null],
    ['2022年11月（采样时间2022.10.31-2022.11.30）', '2022-11'],
    ['2022年11月1日-30日', '2022-11'],
    ['2022年11月1日至11月30日', '2022-11'],
    ['2022.11.01-2022.11.30', '2022-11'],
    ['2022-11-01~2022-11-30', '2022-11'],
    ['2022年11月30日', '2022-11'],
    ['限值7.0-9.5 2022年11月', '2022-11'],
    ['2022年123', null],
  ])('%s: %s', (text, found) => expect(monthIn(text)).toBe(found))
})

it('the month in which a table was made is not that of its figures', () => {
  expect(monthOfValues('降尘量', '10月份降尘监测结果 填报日期：2022年11月5日')).toBeNull()
  expect(monthOfValues('降尘量', '2022年10月降尘监测结果 填报日期：2022年11月5日')).toBe('2022-10')
  expect(monthOfValues('降尘量', '降尘监测结果 监测时间：2022年10月 报送时间：2022/11/5')).toBe('2022-10')
  expect(monthOfValues('降尘量', '2022年10月监测报告')).toBe('2022-10')
})

describe('the month of a heading', () => {
  it.each([
    ['2022-10', null, '2022-10'],
    ['2022年10月', '2021', '2022-10'],
    ['降尘/2022年10月', null, '2022-10'],
    ['2022年10月降尘量', null, '2022-10'],
    ['10月', '2022', '2022-10'],
    ['10月', null, null],
    ['2021年/10月', '2022', '2021-10'],
    ['01月', '2022', '2022-01'],
    ['1月份', '2022', '2022-01'],
    ['9月降尘量', '2022', '2022-09'],
    ['9月份降尘监测值(t/km²·30d)', '2022', '2022-09'],
    ['9月均值', '2022', '2022-09'],
    ['9月监测结果', '2022', '2022-09'],
    ['13月', '2022', null],
    ['0月', '2022', null],
    ['第9月', '2022', null],
    ['9月甲', '2022', null],
    ['9月排名', '2022', null],
    ['2022年9月同比', null, null],
    ['2022年9月均值', null, null],
    ['2022年9月平均', null, null],
    // Without its dash it would be December.
    ['1-2月均值', '2022', null],
    ['1、2月', '2022', null],
    ['1-1月均值', '2022', null],
    ['2022年1月至11月', null, null],
    ['同比/10月', '2022', null],
    ['累计/10月', '2022', null],
    ['降尘量及同比变化/10月', '2022', '2022-10'],
    ['名称', '2022', null],
    ['10月', UNDATED, '0000-10'],
  ])('%s in %s: %s', (heading, year, found) => expect(monthOfHeading(heading, year)).toBe(found))
})

describe('the month of a table with one column of values', () => {
  it.each([
    ['降尘量', '', null],
    ['降尘量', '2022年10月', '2022-10'],
    ['2022年9月降尘量', '2022年10月', '2022-09'],
    ['10月降尘量', '2022年', '2022-10'],
    ['10月降尘量', '2022年10月', '2022-10'],
    ['10月降尘量', '2022年9月', null],
    ['10月降尘量', '', null],
    ['2022年9月排名', '2022年10月', '2022-10'],
  ])('%s, in %s: %s', (heading, about, found) => expect(monthOfValues(heading, about)).toBe(found))
})

describe('the form of a dustfall table', () => {
  const units = {
    isCounty: (text: string) => /^..[区县]$/.test(text),
    isPoint: (text: string) => text === '政府大院',
  }
  const form = (
    names: readonly string[],
    rows: readonly (readonly string[])[],
    about = '2022年',
    year?: string | null,
  ) => dustfallForm(names, rows, about, units, ...(year === undefined ? [] : [year]))

  it('has months in columns if two headings are months and a column has points or counties', () => {
    const months = form(['点位名称', '1月', '2月', '备注'], [['甲', '3.4', '4', '']])
    expect(months).toEqual({
      form: 'months',
      unit: 0,
      months: new Map([
        [1, '2022-01'],
        [2, '2022-02'],
      ]),
      headings: ['1月', '2月'],
    })
    // The column is recognised by its cells if its heading is not known.
    expect(form(['甲', '乙', '1月', '2月'], [['x', '秦都区', '3', '4']])).toMatchObject({ form: 'months', unit: 1 })
    expect(form(['甲', '乙', '1月', '2月'], [['x', '政府大院', '3', '4']])).toMatchObject({ form: 'months', unit: 1 })
    expect(form(['甲', '1月', '2月'], [['x', '3', '4']])).toEqual({ form: 'long' })
    // A slash within a unit does not separate a group from its columns.
    const unit = '(t/km²·30d)'
    expect(form(['点位名称', `1月${unit}`, `2月${unit}`], [['甲', '3', '4']])).toMatchObject({
      form: 'months',
      unit: 0,
    })
    // A single month in a column is not a table of months.
    expect(form(['点位名称', '1月'], [['甲', '3.4']])).toEqual({ form: 'long' })
    // The column of points is preferred to one of counties.
    expect(form(['县区', '分组/点位', '1月', '2月'], [['秦都区', '甲', '3', '4']])).toMatchObject({ unit: 1 })
  })

  it('requires counties or points in more than half of the filled cells of that column', () => {
    const share = (...cells: string[]) =>
      form(
        ['甲', '1月', '2月'],
        cells.map((cell) => [cell, '3', '4']),
      ).form
    expect(share('秦都区', '渭城区', 'x')).toBe('months')
    expect(share('秦都区', 'x')).toBe('long')
    expect(share('秦都区', '', ' ')).toBe('months')
    expect(share('', '')).toBe('long')
    // Only the first hundred rows are examined.
    expect(share(...Array.from({ length: 100 }, () => 'x'), ...Array.from({ length: 300 }, () => '秦都区'))).toBe(
      'long',
    )
  })

  it('has months of the year that the user set, otherwise of the text around it, otherwise none', () => {
    const months = (about: string, year?: string | null) => {
      const found = form(['点位名称', '1月', '2月'], [['甲', '3', '4']], about, year)
      return found.form === 'months' ? [...found.months.values()] : null
    }
    expect(months('2021年', '2022')).toEqual(['2022-01', '2022-02'])
    expect(months('2021年')).toEqual(['2021-01', '2021-02'])
    expect(months('')).toEqual(['0000-01', '0000-02'])
    expect(months('2021年', null)).toEqual(['0000-01', '0000-02'])
  })

  it('has one value per row if a heading names points or values', () => {
    for (const heading of ['点位名称', '监测点', '降尘量(t/km²·30d)', '瓷坩埚质量m0(g)', '样品质量m1(g)'])
      expect([heading, form(['月份', heading, '秦都区', '渭城区'], [['1月', 'x', '3', '4']]).form]).toEqual([
        heading,
        'long',
      ])
  })

  it('has points in columns if headings name counties or points, and a column has the row’s month or county', () => {
    expect(form(['月份', '秦都区', '渭城区'], [['2022-01', '3', '4']])).toEqual({
      form: 'points',
      county: null,
      monthColumn: 0,
      points: new Map([
        [1, { county: '秦都区', point: '' }],
        [2, { county: '渭城区', point: '' }],
      ]),
      month: null,
    })
    expect(form(['县区', '1#', '2#', '政府大院'], [['秦都区', '3', '4', '5']], '2022年3月降尘')).toEqual({
      form: 'points',
      county: 0,
      monthColumn: null,
      points: new Map([
        [1, { county: '', point: '1#' }],
        [2, { county: '', point: '2#' }],
        [3, { county: '', point: '政府大院' }],
      ]),
      month: '2022-03',
    })
    // County headings above the headings of their points.
    const grouped = form(['月份', '秦都区/甲', '秦都区/乙', '渭城区/ 渭城区 '], [['1月', '3', '4', '5']])
    expect(grouped.form === 'points' && [...grouped.points.values()]).toEqual([
      { county: '秦都区', point: '甲' },
      { county: '秦都区', point: '乙' },
      { county: '渭城区', point: '' },
    ])
    // Without a month or county per row, or with a single point, the table has another form.
    expect(form(['甲', '1#', '2#'], [['x', '3', '4']])).toEqual({ form: 'long' })
    expect(form(['月份', '1#', '乙'], [['1月', '3', '4']])).toEqual({ form: 'long' })
  })

  it('takes headings that look like point names as points, and no calculated columns', () => {
    const points = (...names: string[]) => {
      const found = form(['月份', ...names], [['1月', ...names.map(() => '3')]])
      return found.form === 'points' ? [...found.points.keys()].map((column) => names[column - 1]) : []
    }
    expect(
      points('点1', '2号', '3号点', '4', '#5', '甲监测点', '乙点位', '丙站', '丁站点12', '戊采样点', '测点3'),
    ).toHaveLength(11)
    expect(
      points('1#', '2#', '平均', '1#均值', '合计', '点位数合计', '排名', '超标点', '限值点', '备注', '序号', ''),
    ).toEqual(['1#', '2#'])
    expect(points('1#', '2#', '1#编号', '2#代码', '甲', '1234')).toEqual(['1#', '2#'])
  })

  it('accepts up to two thirds of words among a point’s values, and no column of words only', () => {
    const rows = (filled: number) => Array.from({ length: 10 }, (_, i) => ['1月', '3', i < filled ? '4' : '故障'])
    expect(form(['月份', '1#', '2#'], rows(4)).form).toBe('points')
    expect(form(['月份', '1#', '2#'], rows(3)).form).toBe('long')
  })

  it('does not take a column of years as months', () => {
    expect(form(['时间', '1#', '2#'], [['202201', '3', '4']])).toEqual({ form: 'long' })
    expect(form(['时间', '1#', '2#'], [['2022年1月', '3', '4']], '')).toMatchObject({ form: 'points', monthColumn: 0 })
    expect(form(['时间', '1#', '2#'], [['1月', '3', '4']], '')).toMatchObject({ form: 'points', monthColumn: 0 })
  })
})

describe('the values of a row of a wide table', () => {
  it('are one per month with a value, for the point of the row', () => {
    const months: DustfallForm = {
      form: 'months',
      unit: 0,
      months: new Map([
        [1, '2022-01'],
        [2, '2022-02'],
        [3, '2022-03'],
        [4, '2022-04'],
      ]),
      headings: [],
    }
    expect(unpivot([' 甲 ', ' 3.4 ', '—', '', '缺测'], months)).toEqual([
      { county: '', point: '甲', month: '2022-01', value: '3.4', column: 1 },
      { county: '', point: '甲', month: '2022-02', value: '—', column: 2 },
      { county: '', point: '甲', month: '2022-04', value: '缺测', column: 4 },
    ])
    expect(unpivot([], months)).toEqual([])
    expect(unpivot(['甲', ' '], months)).toEqual([])
  })

  it('are one per point, in the county of its heading, otherwise of the row', () => {
    const points: DustfallForm = {
      form: 'points',
      county: 0,
      monthColumn: 1,
      points: new Map([
        [2, { county: '', point: '1#' }],
        [3, { county: '渭城区', point: '2#' }],
      ]),
      month: '2022-05',
    }
    expect(unpivot(['秦都区', '2022-01', '3', '4'], points)).toEqual([
      { county: '秦都区', point: '1#', month: '2022-01', value: '3', column: 2 },
      { county: '渭城区', point: '2#', month: '2022-01', value: '4', column: 3 },
    ])
    expect(unpivot(['秦都区', '', '3'], points)).toMatchObject([{ month: '2022-05' }])
    expect(unpivot(['秦都区', '', '3'], { ...points, monthColumn: null, month: null })).toMatchObject([{ month: '' }])
    expect(unpivot(['秦都区', '', '3'], { ...points, county: null })).toMatchObject([{ county: '' }])
  })
})

describe('unit rows and summary rows', () => {
  it('contain at least one unit and nothing but short units', () => {
    for (const cells of [['°'], ['mg', '', 'KG'], ['毫克', '℃'], ['月'], ['‰'], ['单位：吨'], ['t/(km²·30d)', 'cm']])
      expect([cells, isUnitRow(cells)]).toEqual([cells, true])
    for (const cells of [['g', '甲'], ['g', '5'], [], [''], ['30'], ['g'.repeat(41)], ['()'], ['x']])
      expect([cells, isUnitRow(cells)]).toEqual([cells, false])
    expect(isUnitRow(['g'.repeat(40)])).toBe(true)
  })

  it.each([
    ['最高', 'highest'],
    ['最大', 'highest'],
    ['各县区最小值', 'lowest'],
    ['最低', 'lowest'],
    ['月均', 'mean'],
    ['月均值', 'mean'],
    ['城区平均值', 'mean'],
    ['全县', 'mean'],
    ['点位数', 'other'],
    ['标准', 'other'],
    ['标准值', 'other'],
    ['限值', 'other'],
    ['中位数', 'other'],
    ['达标率', 'other'],
    ['超标数', 'other'],
    ['秦都合计', 'other'],
    ['平均气象站', null],
    ['某某合计', null],
    ['', null],
    ['  ', null],
  ])('%s is a summary row: %s', (cell, sum) => expect(summaryKindOf(cell, (text) => text === '秦都')).toBe(sum))
})
