import { describe, expect, it } from 'vitest'
import { importRows, type Options, type Rows } from './import-rows'
import { townOf } from './town'

describe('published figures of counties', () => {
  const published = (rows: Rows, options: Options = {}) =>
    importRows(rows, { ...options, choice: { role: 'dustfall-published', ...options.choice } })
  const HEAD = ['县区', '月份', '降尘量']

  it('are imported by county and month', () => {
    const { column, counts, said } = published([HEAD, ['东县', '2022年10月', '3.4'], ['02', '2022-10', '＜0.3']])
    expect([column('county'), column('month'), column('value')]).toEqual([
      ['01', '02'],
      ['2022-10', '2022-10'],
      // As a point's: a share of the detection limit.
      [3.4, 0.15],
    ])
    expect([counts, said]).toEqual([[2, 2, 0, 0, 0, 0], ['converted|below-detection|降尘量|3|＜0.3||0.15']])
  })

  it('have a column of figures also where none was measured', () => {
    const { plan, column, said } = published([HEAD, ['东县', '2022年10月', '停测']])
    expect(plan.columns).toEqual({ county: 0, month: 1, value: 2 })
    expect([column('reason'), said]).toEqual([['停测'], ['voided|month-void|降尘量|2|停测']])
  })

  it('below the detection limit keep their text, also when an export of them is imported again', () => {
    const first = published([
      HEAD,
      ['东县', '2022-10', '＜0.2'],
      ['西县', '2022-10', '未检出'],
      ['东县', '2022-09', '5.1'],
    ])
    expect(first.column('givenText')).toEqual(['<0.2', '未检出', null])
    const head = [...HEAD, '降尘量原文']
    const again = published([head, ['东县', '2022-10', '0.15', '<0.2'], ['西县', '2022-10', '4.2', '<0.2']])
    expect([again.column('value'), again.column('givenText')]).toEqual([
      [0.15, 4.2],
      ['<0.2', null],
    ])
    // Written like a point's, which is stored as 0.
    const zero = published([head, ['东县', '2022-10', '0', '<0.2'], ['西县', '2022-10', '0', '']])
    expect([zero.column('value'), zero.column('givenText')]).toEqual([
      [0.15, 0],
      ['<0.2', null],
    ])
  })

  it.each([
    ['11月', '1-11月均值'],
    ['1-11月均值', '11月', '同比'],
    ['1—11月平均', '11月'],
    ['11月降尘量', '累计降尘量', '去年累计'],
    ['累计降尘量', '11月降尘量'],
    ['年均值', '监测值'],
    ['累计均值', '当月', '去年同期'],
    ['平均值', '本月'],
    ['降尘均值', '11月'],
    ['去年降尘量', '降尘量'],
    ['2021年降尘量', '2022年降尘量'],
    ['10月', '当月'],
    ['全年均值', '均值'],
    ['降尘量（1-11月）', '降尘量（t/km²·30d）'],
  ])('are those of the month, whatever column is beside them: %s, %s', (...headings) => {
    const own = [
      '11月',
      '11月降尘量',
      '监测值',
      '当月',
      '本月',
      '降尘量',
      '2022年降尘量',
      '均值',
      '降尘量（t/km²·30d）',
    ]
    const right = headings.findLast((heading) => own.includes(heading))!
    const rows = ['东县', '西县'].map((county, i) => [
      county,
      ...headings.map((heading) => (heading === right ? `${5 + i}.1` : `${8 + i}.5`)),
    ])
    const { plan, column } = importRows([['两县市2022年11月降尘'], ['区县', ...headings], ...rows])
    expect([plan.role, plan.header.names[plan.columns.value!]]).toEqual(['dustfall-published', right])
    expect([column('month'), column('value')]).toEqual([
      ['2022-11', '2022-11'],
      [5.1, 6.1],
    ])
  })

  it('keep a column of several months under its own heading', () => {
    const { column } = importRows([['2022年11月降尘'], ['区县', '11月', '1-11月均值'], ['东县', '5.1', '5.5']])
    expect(column('+1-11月均值')).toEqual(['5.5'])
  })

  it('have the month of their heading in the year of a title of several months', () => {
    const { column, plan } = importRows([
      ['2022年1-11月各区县降尘均值'],
      ['区县', '1-11月均值', '11月'],
      ['东县', '5.5', '5.1'],
    ])
    expect([column('month'), column('value'), plan.isOfPeriod]).toEqual([['2022-11'], [5.1], false])
  })

  it('are asked for their month if the title is of several, even if the file’s name has one', () => {
    const of = (title: string, heading: string) => {
      const { plan } = importRows([[title], ['区县', heading], ['东县', '5.5']], { context: '2022年11月.xlsx' })
      return [plan.month, plan.isOfPeriod]
    }
    expect(of('2022年1-11月各区县降尘', '降尘量')).toEqual([null, true])
    expect(of('2022年1月至11月各区县降尘', '均值')).toEqual([null, true])
    expect(of('2022年全年各区县降尘', '降尘量')).toEqual([null, true])
    expect(of('2022年11月及1-11月各区县降尘', '降尘量')).toEqual(['2022-11', false])
    expect(of('2022年1-11月各区县降尘', '当月')).toEqual(['2022-11', false])
    expect(of('各区县降尘', '降尘量')).toEqual(['2022-11', false])
  })

  it('may be means without a span of months, as a county’s mean of its points', () => {
    for (const heading of ['降尘均值', '平均值', '均值']) {
      const { column } = importRows([['2022年11月降尘'], ['区县', heading], ['东县', '5.1']])
      expect([heading, column('value')]).toEqual([heading, [5.1]])
    }
  })

  it('are not found in a column called 11月 unless some word says that they are dustfall', () => {
    const rows = [
      ['区县', '11月'],
      ['东县', '5.1'],
    ]
    expect(importRows(rows, { context: '2022年PM10.xlsx' }).plan.role).not.toBe('dustfall-published')
    expect(importRows(rows, { context: '2022年降尘.xlsx' }).plan.role).toBe('dustfall-published')
  })

  it('are in the year of their period, and in none if a title states several years', () => {
    const of = (title: string) => {
      const { column, plan } = importRows([[title], ['县区', '11月', '12月', '1月'], ['东县', '5', '6', '7']], {
        choice: { role: 'dustfall-published' },
        base: { findCounty: townOf().findCounty },
      })
      return [column('month'), plan.undated]
    }
    expect(of('2021年11月至2022年1月降尘量')).toEqual([['2021-11', '2021-12', '2022-01'], false])
    expect(of('2022年与2021年降尘量')).toEqual([['0000-11', '0000-12', '0000-01'], true])
  })

  it('already published are not removed by any word, which is said with what to do', () => {
    const town = townOf([], { figureOf: () => 6 })
    for (const cell of ['—', '缺测'])
      expect(published([HEAD, ['东县', '2022-10', cell], ['西县', '2022-10', '5']], { town }).said).toEqual([
        `kept|published-stays|降尘量|2|${cell}|6.0`,
      ])
  })

  it('that are missing keep the reason that their row gives, and never remove a stored one', () => {
    const rows = [
      [...HEAD, '备注'],
      ['东县', '2022-10', '停测', '设备检修停测'],
      ['西县', '2022-10', '—', '点位搬迁'],
      ['东县', '2022-09', '停测', ''],
      ['西县', '2022-09', '—', '不参加排名'],
      ...['2022-08', '2022-07', '2022-06'].flatMap((month) =>
        ['东县', '西县'].map((county) => [county, month, '5.1', '']),
      ),
    ]
    const { column, said, counts } = published(rows)
    const first = (name: string) => column(name).slice(0, 4)
    expect([first('county'), first('month'), first('value'), first('reason')]).toEqual([
      ['01', '02', '01', '01'],
      ['2022-10', '2022-10', '2022-09', '2022-08'],
      [null, null, null, 5.1],
      ['设备检修停测', '点位搬迁', '停测', null],
    ])
    expect(counts.slice(0, 2)).toEqual([9, 9])
    expect(said.filter((each) => !each.includes('month-order'))).toEqual([
      'voided|month-void|降尘量|2|设备检修停测',
      'voided|month-void|降尘量|3|点位搬迁',
      'voided|month-void|降尘量|4|停测',
      'skipped|absent-mark|降尘量|5|—',
    ])
    const stored = published(rows, { town: townOf([], { figureOf: () => 6 }) })
    expect(stored.column('reason').filter(Boolean)).toEqual([])
    expect(stored.said[0]).toBe('kept|published-stays|降尘量|2|停测|6.0')
  })

  it('are refused for an unknown county or month, and without a value or month', () => {
    const { said, counts } = published([
      HEAD,
      ['某区', '2022-10', '3.4'],
      ['东县', '2022-10', ''],
      ['东县', '2022-11', '—'],
      ['东县', '2022-09', '很多'],
      ['东县', '某月', '3.4'],
      ['东县', '', '3.4'],
      ['东县', '1989-12', '3.4'],
      ['东县', '2023-01', '3.4'],
    ])
    expect(counts.slice(0, 4)).toEqual([7, 0, 0, 7])
    expect(said).toEqual([
      'refused|not-a-month|月份|6|某月|2022-10',
      'refused|not-a-month|月份|7||2022-10',
      'refused|month-outside|月份|8|1989-12|1990-01 – 2022-12',
      'refused|month-outside|月份|9|2023-01|1990-01 – 2022-12',
      'refused|unknown-county|区县|2|某区',
      'refused|required-missing|降尘量|3',
      'refused|not-a-number|降尘量|5|很多',
      'skipped|absent-mark|降尘量|4|—',
    ])
    const ends = published([HEAD, ['东县', '1990-01', '3.4'], ['东县', '2022-12', '3.4']])
    expect(ends.counts.slice(0, 2)).toEqual([2, 2])
  })

  it('belong to the month of the table if no column has one', () => {
    const { column } = published(
      [
        ['县区', '降尘量'],
        ['东县', '3.4'],
      ],
      { context: '2022年10月.xlsx' },
    )
    expect(column('month')).toEqual(['2022-10'])
    const undated = published(
      [
        ['县区', '月份', '降尘量'],
        ['东县', '10月', '3.4'],
      ],
      { choice: { month: '2021-01' } },
    )
    expect(undated.column('month')).toEqual(['2021-10'])
  })

  it('are skipped if repeated, and refused if they contradict an earlier row', () => {
    const { counts, said } = published([
      HEAD,
      ['东县', '2022-10', '3.4'],
      ['东县', '2022-10', '3.40'],
      ['东县', '2022-10', '3.5'],
    ])
    expect(counts).toEqual([2, 1, 0, 1, 1, 0])
    expect(said).toEqual([
      'refused|row-contradicts|降尘量|4|2022-10 3.5|||2 2022-10 3.4',
      'skipped|row-repeated||3|2022-10 3.40|||2 2022-10 3.4',
    ])
  })

  it('are questioned if they jump, and compared with what the table states', () => {
    const { said } = published([
      [...HEAD, '排名', '同比'],
      ['东县', '2022-10', '3.4', '2', '-50'],
      ['东县', '2022-11', '34', '1', '—'],
      ['全市', '2022-10', '5', '', ''],
      ['合计', '2022-10', '5', '', ''],
      ['全市平均', '2022-11', '34', '', ''],
    ])
    expect(said).toEqual([
      'kept|change-unchecked|同比|2|-50|6.8',
      'kept|stated-differs|排名|2|2|1',
      'kept|stated-differs|降尘量|4|5|3.4',
      'kept|value-risen|降尘量|3|34|3.4',
      'skipped|summary-row||4|全市 | 2022-10 | 5',
      'skipped|summary-row||5|合计 | 2022-10 | 5',
      'skipped|summary-row||6|全市平均 | 2022-11 | 34',
    ])
  })

  it('have not fallen too far where they are below the detection limit', () => {
    const { said } = published([HEAD, ['东县', '2022-10', '3.4'], ['东县', '2022-11', '<0.3']])
    expect(said.filter((line) => line.includes('value-jump'))).toEqual([])
  })

  it('leave out the city’s row, which is compared with the mean of the counties', () => {
    const { said, counts } = published([
      HEAD,
      ['东县', '2022-10', '3'],
      ['西县', '2022-10', '4'],
      ['两县市', '2022-10', '5'],
    ])
    expect(counts).toEqual([2, 2, 0, 0, 1, 0])
    expect(said).toEqual(['kept|stated-differs|降尘量|4|5|3.5', 'skipped|summary-row||4|两县市 | 2022-10 | 5'])
    // A total without a month or a number is not compared.
    const silent = published([HEAD, ['东县', '2022-10', '3'], ['全市', '', '5'], ['全市', '2022-10', '较好']])
    expect(silent.said.map((each) => each.split('|')[1])).toEqual(['summary-row', 'summary-row'])
  })

  it('leave out totals and means at the end of the table, which are compared with them', () => {
    const { said } = published([HEAD, ['东县', '2022-10', '3'], ['西县', '2022-10', '4'], ['平均', '2022-10', '5']])
    expect(said).toEqual(['kept|stated-differs|降尘量|4|5|3.5', 'skipped|summary-row||4|平均 | 2022-10 | 5'])
  })

  it('may have their counties in a column with other words', () => {
    const rows = ['东县', '西县', ' 东县', '某区', '某镇'].map((unit, i) => [unit, String(i + 1), '—'])
    const { column, said } = published([['单位名', '1月', '2月'], ...rows], { context: '2022年降尘' })
    expect(column('county')).toEqual(['01', '02'])
    expect(said.map((each) => each.split('|').slice(0, 4).join('|'))).toEqual([
      'refused|unknown-county|区县|5',
      'refused|unknown-county|区县|6',
      'refused|row-contradicts|1月|4',
      ...[2, 3, 4].map((row) => `skipped|absent-mark|2月|${row}`),
    ])
  })

  it('in columns have an unknown county reported once per row, with the one that it may be', () => {
    const town = townOf([], { similarCounty: (text) => (text === '柬县' ? '东县' : null) })
    const { counts, said, column } = published(
      [
        ['县区', '1月', '2月', '3月'],
        ['柬县', '3', '4', '5'],
        ['西县', '3', '4', '5'],
        ['东县', '3', '4', '5'],
      ],
      { context: '2022年降尘', town },
    )
    // The suggestion is not applied.
    expect([counts.slice(0, 4), column('county')]).toEqual([
      [9, 6, 0, 3],
      ['02', '02', '02', '01', '01', '01'],
    ])
    expect(said).toEqual(['refused|unknown-county|区县|2|柬县|东县'])
  })

  it('in columns may include a total, whose values are skipped', () => {
    const { counts, said } = published(
      [
        ['县区', '1月', '2月'],
        ['东县', '3', '4'],
        ['西县', '3', '4'],
        ['两县市', '5', '6'],
      ],
      {
        context: '2022年降尘',
      },
    )
    expect(counts).toEqual([4, 4, 0, 0, 2, 0])
    expect(said).toEqual(['skipped|summary-row||4|两县市 | 5 | 6', 'skipped|summary-row||4|两县市 | 5 | 6'])
  })

  it('are compared with known figures of the month and of last year', () => {
    const figures: Record<string, number> = { '2022-09': 4, '2021-10': 8 }
    const town = townOf([], { figureOf: (county, month) => (county === '01' ? (figures[month] ?? null) : null) })
    const head = [...HEAD, '上月', '环比', '去年同期', '同比']
    const row = ['东县', '2022-10', '5', '4', '25', '8', '-37.5']
    expect(published([head, row], { town }).said).toEqual([])
    expect(published([head, ['东县', '2022-10', '5', '5', '26', '9', '37.5']], { town }).said.sort()).toEqual([
      'kept|stated-differs|上月|2|5|4.0',
      'kept|stated-differs|去年同期|2|9|8.0',
      'kept|stated-differs|同比|2|37.5|-37.5',
      'kept|stated-differs|环比|2|26|25.0',
    ])
  })

  it.each(['去年同期', '去年11月', '上年同期', '去年同期降尘量(t/km²·30d)', '上年11月降尘量'])(
    'have their change on the year checked with the figure under %s, if last year is unknown',
    (lastYear) => {
      const { said, column } = importRows([
        ['2022年11月降尘'],
        ['区县', '11月', lastYear, '同比(%)'],
        ['东县', '5.1', '5.9', '-13.6'],
        ['西县', '6.1', '6.9', '20'],
      ])
      expect(column('value')).toEqual([5.1, 6.1])
      expect(column('month')).toEqual(['2022-11', '2022-11'])
      expect(said).toEqual([
        'kept|last-year-compared|去年同期|3|5.9',
        'kept|last-year-compared|去年同期|4|6.9',
        'kept|change-by-table|同比|4|20|-11.6',
      ])
    },
  )

  it.each(['去年同期累计', '累计同比', '累计排名', '1-11月同比'])('are not compared with %s', (heading) => {
    const { plan, said, column } = importRows([
      ['2022年11月降尘'],
      ['区县', '11月', heading],
      ['东县', '5.1', '2'],
      ['西县', '6.1', '9'],
    ])
    expect([Object.keys(plan.columns).sort(), said]).toEqual([['county', 'value'], []])
    expect(column(`+${heading}`)).toEqual(['2', '9'])
  })

  it('keep the figures that the table states as they are written', () => {
    const { column } = published([
      [...HEAD, '排名', '同比'],
      ['东县', '2022-10', '3.4', '1', '—'],
    ])
    expect([column('+排名 (原)').concat(column('+排名')), column('+同比').concat(column('+同比 (原)'))]).toEqual([
      [null, '1'],
      ['—', null],
    ])
  })

  it('lose only the cells marked as having no data, which are counted', () => {
    const { counts, said, column } = published(
      [
        ['县区', '1月', '2月', '12月'],
        ['东县', '3', '—', '无'],
        ['西县', '/', '5', '—'],
      ],
      { context: '2022年降尘' },
    )
    expect(column('value')).toEqual([3, 5])
    // Read, imported, repaired, refused.
    expect(counts.slice(0, 4)).toEqual([2, 2, 0, 0])
    expect(said).toEqual([
      'skipped|absent-mark|12月|2|无',
      'skipped|absent-mark|12月|3|—',
      'skipped|absent-mark|2月|2|—',
      'skipped|absent-mark|1月|3|/',
    ])
  })

  it.each(['-', '--', '／', '…', '*', '.', '～', '～～', '无数据', '无'])(
    'treat a cell with %s as having no data',
    (mark) => {
      const rows = [['县区', '1月', '2月'], ...['东县', '西县'].map((county) => [county, '3', mark])]
      const { counts, said } = published(rows, { context: '2022年降尘' })
      expect(counts.slice(0, 4)).toEqual([2, 2, 0, 0])
      expect(said).toHaveLength(2)
    },
  )

  it('can have months or counties in columns', () => {
    const months = published(
      [
        ['县区', '1月', '2月'],
        ['东县', '3', '—'],
        ['西县', '4', '5'],
      ],
      { context: '2022年降尘' },
    )
    expect([months.column('county'), months.column('month'), months.column('value')]).toEqual([
      ['01', '02', '02'],
      ['2022-01', '2022-01', '2022-02'],
      [3, 4, 5],
    ])
    const counties = published(
      [
        ['月份', '东县', '西县'],
        ['2022-01', '3', '4'],
        ['2022-02', '某', '30'],
      ],
      {
        context: '降尘',
      },
    )
    expect([counties.column('county'), counties.column('month')]).toEqual([
      ['01', '02', '02'],
      ['2022-01', '2022-01', '2022-02'],
    ])
    expect(counties.said).toEqual(['refused|not-a-number|降尘量|3|某', 'kept|value-risen|西县|3|30|4.0'])
  })
})
