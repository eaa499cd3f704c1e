import { describe, expect, it } from 'vitest'
import { DEFAULT_BULLETIN_TEMPLATE } from '@/domain/bulletin/default-bulletin'
import { DERIVATION_COLUMNS, derivationRows } from '@/domain/bulletin/derivation'
import { BULLETIN_TABLES, type BulletinFacts, bulletinFields, tablesOf } from '@/domain/bulletin/fields'
import { fillTemplate } from '@/domain/bulletin/template'
import { monthReport } from '@/domain/dustfall/month-report'
import { type PointMonth, type PointRecord, pointMonth } from '@/domain/dustfall/point-month'
import { dustfallSeries } from '@/domain/dustfall/series'

/** Published figures by county and month; points are given as records. */
interface Data {
  readonly published?: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly publication?: string
  readonly points?: readonly (Partial<PointRecord> & { readonly county: string })[]
  readonly ranked?: readonly string[]
  /** The points as they were when the figures were published. */
  readonly kept?: readonly PointMonth[]
}
function facts(
  { published = {}, publication = '', points = [], ranked = Object.keys(published), kept }: Data,
  more: Partial<BulletinFacts> = {},
  month = '2022-10',
): BulletinFacts {
  const series = dustfallSeries({
    ranked,
    points: points.map(({ county }, i) => ({ code: `${county}${i}`, county })),
    records: points.map(({ county, ...record }, i) => ({
      point: `${county}${i}`,
      month,
      sample: null,
      given: null,
      valid: true,
      reason: '',
      ...record,
    })),
    published: Object.entries(published).flatMap(([county, months]) =>
      Object.entries(months).map(([each, value]) => ({ county, month: each, value, publication, points: kept })),
    ),
    belowDetectionShare: 0.5,
  })
  const months = Array.from(
    { length: 24 },
    (_, i) => `${2021 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  )
  const reports = months.map((each) => monthReport(series, each, 7))
  return {
    city: '咸阳市',
    report: reports.find((each) => each.month === month)!,
    reports,
    countyName: (code) => `${code}县`,
    pointName: (code) => `${code}点`,
    dataNote: '',
    missing: '',
    warnings: '',
    cases: '',
    demands: [],
    ...more,
  }
}
const field = (name: string, ...of: Parameters<typeof facts>) => bulletinFields(facts(...of))[name]
const year = (value: number, of = 10) =>
  Object.fromEntries(Array.from({ length: of }, (_, i) => [`2022-${String(i + 1).padStart(2, '0')}`, value]))

describe('the head of a bulletin', () => {
  it('has the city, the month, the month before, the limit and the note on the data', () => {
    const fields = bulletinFields(facts({}, { dataNote: '含示例' }))
    expect(fields).toMatchObject({
      城市: '咸阳市',
      年: '2022',
      月: '10',
      年月: '2022年10月',
      上月: '2022年9月',
      限值: '7',
      数据性质: '含示例',
    })
    expect(bulletinFields(facts({}, {}, '2022-01'))).toMatchObject({ 月: '1', 年月: '2022年1月', 上月: '2021年12月' })
  })

  it('names all counties that are shown with the largest figure', () => {
    const published = { a: { '2022-10': 4.05 }, b: { '2022-10': 4.02 }, c: { '2022-10': 3 } }
    expect(bulletinFields(facts({ published }))).toMatchObject({
      最大值: '4.0※',
      最大区县: 'a县、b县；※a县公布为4.05；b县公布为4.02',
      最小值: '3.0',
      最小区县: 'c县',
    })
  })

  it('marks a smallest figure below the detection limit, and says why, as the table does', () => {
    const points = [
      { county: 'a', given: 0.1 },
      { county: 'b', given: 6 },
    ]
    expect(bulletinFields(facts({ points, ranked: ['a', 'b'] }))).toMatchObject({
      最大值: '6.0',
      最大区县: 'b县',
      最小值: '0.2※',
      最小区县: 'a县；※低于检出限0.3，按0.15计',
    })
  })

  it('has the city’s mean and its changes, and none if there is nothing to compare with', () => {
    const published = {
      a: { '2022-10': 6, '2022-09': 8, '2021-10': 5 },
      b: { '2022-10': 7.2, '2022-09': 5.2, '2021-10': 7 },
    }
    const fields = bulletinFields(facts({ published }))
    expect(fields).toMatchObject({ 全市均值: '6.6', 全市环比: '，环比持平', 全市同比: '，同比上升10.0%' })
    expect(field('全市环比', { published: { a: { '2022-10': 6, '2022-09': 8 } } })).toBe('，环比下降25.0%')
    expect(field('全市环比', { published: { a: { '2022-10': 6 } } })).toBe('')
    expect(field('全市均值', { published: { a: {} } })).toBe('—')
  })

  it('names all counties with the largest and the smallest figure, and counts the ranked ones, those within and those over', () => {
    const fields = bulletinFields(
      facts({
        published: { a: { '2022-10': 6 }, b: { '2022-10': 7.1 }, c: { '2022-10': 6 }, d: { '2022-10': 7.1 }, e: {} },
      }),
    )
    expect(fields).toMatchObject({
      最大值: '7.1',
      最大区县: 'b县、d县',
      最小值: '6.0',
      最小区县: 'a县、c县',
      排名区县数: '4',
      达标数: '2',
      超标数: '2',
    })
  })
})

describe('the mean of the year so far', () => {
  it('is that of the city’s monthly means, rounded once, if no month is missing', () => {
    expect(field('累计情况', { published: { a: year(6.4) } })).toBe('今年1至10月全市累计均值为6.4吨/（平方公里·月）。')
    const { '2022-04': _, ...gap } = year(6.4)
    expect(field('累计情况', { published: { a: gap } })).toBe('')
    expect(field('累计情况', { published: { a: {} } })).toBe('')
  })

  it('leaves out months of another year and later months', () => {
    const published = { a: { ...year(6.4), '2021-12': 90, '2022-11': 90 } }
    expect(field('累计情况', { published })).toBe('今年1至10月全市累计均值为6.4吨/（平方公里·月）。')
  })
})

describe('the counties over the limit', () => {
  it('are named with figure and changes, or the text states that there are none', () => {
    const published = {
      a: { '2022-10': 7.5, '2022-09': 6, '2021-10': 7.5 },
      b: { '2022-10': 9 },
      c: { '2022-10': 7 },
    }
    expect(field('超标情况', { published })).toBe('a县7.5，环比上升25.0%，同比持平；b县9.0。')
    expect(field('超标情况', { published: { c: { '2022-10': 7 } } })).toBe('本月各区县均未超过限值。')
  })

  it('are judged among the counties with a figure; those without one are named', () => {
    const published = { a: { '2022-10': 6 }, b: {}, c: { '2022-10': 7 }, d: {} }
    expect(field('超标情况', { published })).toBe('本月有数值的2个区县均未超过限值，b县、d县无有效数值。')
    expect(field('超标情况', { published: { a: {} } })).toBe('本月各区县均无有效数值。')
  })

  it('have their streak stated from the second month on', () => {
    const published = { a: year(8), b: { '2022-10': 8, '2022-09': 7 }, c: { '2022-10': 8, '2022-09': 8, '2022-08': 7 } }
    expect(field('连续超标', { published })).toBe(
      'a县至少已连续10个月超标（再往前一月无有效数据）；c县已连续2个月超标。',
    )
    expect(field('连续超标', { published: { b: { '2022-10': 8 } } })).toBe('')
  })
})

describe('the counties with the largest changes against last year', () => {
  const against = (changes: Record<string, number>) =>
    Object.fromEntries(Object.entries(changes).map(([county, now]) => [county, { '2022-10': now, '2021-10': 10 }]))

  it('are the three with the largest fall, and the three with the largest rise', () => {
    const published = against({ a: 9, b: 5, c: 7, d: 8, e: 12, f: 15, g: 11, h: 13, i: 10 })
    expect(field('改善情况', { published })).toBe('同比改善幅度较大的区县：b县50.0%、c县30.0%、d县20.0%。')
    expect(field('升高情况', { published })).toBe('同比升高幅度较大的区县：f县50.0%、h县30.0%、e县20.0%。')
    // The name of the same field in templates of earlier versions.
    expect(field('恶化情况', { published })).toBe(field('升高情况', { published }))
  })

  it('include all that tie for the last of these places', () => {
    const published = against({ a: 9, b: 5, c: 8, d: 8, e: 8, f: 9, g: 11, h: 11, i: 12, j: 11, k: 11 })
    expect(field('改善情况', { published })).toBe('同比改善幅度较大的区县：b县50.0%、c县20.0%、d县20.0%、e县20.0%。')
    expect(field('升高情况', { published })).toBe(
      '同比升高幅度较大的区县：i县20.0%、g县10.0%、h县10.0%、j县10.0%、k县10.0%。',
    )
  })

  it('are not mentioned if there are none', () => {
    expect(field('改善情况', { published: against({ e: 12 }) })).toBe('')
    expect(field('升高情况', { published: against({ a: 9 }) })).toBe('')
    expect(field('改善情况', { published: { a: { '2022-10': 5 } } })).toBe('')
  })
})

describe('points that do not count', () => {
  it('are named with cause and reason; otherwise the text states that all count', () => {
    const points = [
      { county: 'a', given: 6 },
      { county: 'a' },
      { county: 'b', given: 5, valid: false, reason: '采样缸被盗' },
      { county: 'b', given: -1 },
    ]
    expect(field('无效点位', { ranked: ['a', 'b'], points })).toBe(
      'a县a1点缺测，未计入；b县b2点无效（采样缸被盗），未计入；b县b3点称量结果为负，未计入。',
    )
    expect(field('无效点位', { ranked: ['a'], points: [{ county: 'a', given: 6 }] })).toBe('本月各监测点位数据均有效。')
    // Published figures alone tell nothing about points.
    expect(field('无效点位', { published: { a: { '2022-10': 6 } } })).toBe('本月数据为公布值，无监测点位数据。')
  })
})

describe('corrections', () => {
  it('are those that the office recorded; figures that differ from today’s points are listed separately', () => {
    const published = { a: { '2022-10': 6 }, b: { '2022-10': 7 } }
    const points = [
      { county: 'a', given: 6.4 },
      { county: 'b', given: 7 },
    ]
    expect(field('更正情况', { published, points })).toBe('')
    expect(field('公布值差异', { published, points })).toBe(
      '与现有监测数据不同的公布值：a县公布值6.0，按现有监测数据计算为6.4。以上未更正，以公布值为准。',
    )
    expect(field('公布值差异', { published })).toBe('')
    expect(field('更正情况', { published, publication: '由9更正为6' })).toBe('a县：由9更正为6；b县：由9更正为6。')
    expect(field('更正情况', { published, publication: '2022-11-08公布' })).toBe('')
  })
})

describe('counties without a figure', () => {
  it('are named, also one that was over the limit last month', () => {
    const published = { a: { '2022-09': 8 }, b: { '2022-09': 6, '2022-10': 6 } }
    expect(field('超标情况', { ranked: ['a', 'b'], published })).toBe(
      '本月有数值的1个区县均未超过限值，a县无有效数值。a县上月超标，本月无有效数据，未作判定。',
    )
    expect(field('缺数据区县', { published }, { missing: 'a县无有效数据' })).toBe('a县无有效数据。')
    expect(field('缺数据区县', { published })).toBe('')
  })
})

describe('the list of demands', () => {
  it('is numbered, one per line', () => {
    expect(field('工作要求', {}, { demands: ['甲', '乙'] })).toBe('1.甲\n2.乙')
    expect(field('工作要求', {})).toBe('')
  })
})

describe('the derivation of each figure', () => {
  it('has a row per point with its value or the reason why it has none, the unrounded mean and the figure', () => {
    const points = [
      { county: 'a', given: 6 },
      { county: 'a', given: 0.1 },
      { county: 'a', valid: false, reason: '被盗' },
      { county: 'a' },
    ]
    expect(derivationRows(facts({ ranked: ['a'], points }))).toEqual([
      ['a县', 'a0点', 6, '', 3.075, 3.1, null, null],
      ['a县', 'a1点', 0.1, '低于检出限，按0.15计', 3.075, 3.1, null, null],
      ['a县', 'a2点', null, '无效（被盗）', 3.075, 3.1, null, null],
      ['a县', 'a3点', null, '缺测', 3.075, 3.1, null, null],
    ])
  })

  it('shows what the laboratory wrote for a result without a number, not zero', () => {
    const measured = (givenText?: string) =>
      derivationRows(
        facts({ ranked: ['a'], points: [{ county: 'a', given: 0, ...(givenText && { givenText }) }] }),
      )[0]![2]
    expect(['0.3L', '未检出', '<0.2', undefined].map(measured)).toEqual(['0.3L', '未检出', '<0.2', '<0.3'])
  })

  it('shows for a published month the published figure and beside it that of today’s data', () => {
    const points = [{ county: 'a', given: 9.2 }]
    const record = { point: 'a0', month: '2022-10', sample: null, given: 6, valid: true, reason: '' }
    const kept = [pointMonth(record, 0.5)]
    const of = facts({ ranked: ['a'], points, published: { a: { '2022-10': 6 } }, kept })
    expect(derivationRows(of)).toEqual([['a县', 'a0点', 6, '现有数据：9.2000', 6, 6, 6, 9.2]])
  })

  it('has one row for a county without points', () => {
    expect(derivationRows(facts({ published: { a: { '2022-10': 6 }, b: {} } }))).toEqual([
      ['a县', null, null, '公布值', null, null, 6, null],
      ['b县', null, null, '无监测点位', null, null, null, null],
    ])
    expect(DERIVATION_COLUMNS).toHaveLength(8)
  })
})

const bulletinTexts = (all: BulletinFacts) => {
  const tables = tablesOf(all)
  const none = Object.fromEntries(BULLETIN_TABLES.filter((each) => !tables.includes(each)).map((each) => [each, '']))
  const { parts } = fillTemplate(DEFAULT_BULLETIN_TEMPLATE, { ...bulletinFields(all), ...none }, tables)
  return parts.map((part) => (part.type === 'table' ? `{${part.table}}` : part.text))
}

describe('a template', () => {
  const fill = (template: string, fields: Record<string, string> = {}, tables: string[] = []) =>
    fillTemplate(template, fields, tables)

  it('has titles, headings and paragraphs by their marks, trimmed, with either type of line ending', () => {
    expect(fill('# 题\r\n\r\n  ## 节 \n正文 \n### 三\n#号').parts).toEqual([
      { type: 'title', text: '题' },
      { type: 'heading', text: '节' },
      { type: 'paragraph', text: '正文' },
      { type: 'subheading', text: '三' },
      { type: 'paragraph', text: '#号' },
    ])
  })

  it('has a table where a table’s name is alone on a line, but not within a sentence', () => {
    expect(fill('{ 表 }\n见{表}\n{表}{表}', { 表: 'x' }, ['表']).parts).toEqual([
      { type: 'table', table: '表' },
      { type: 'paragraph', text: '见x' },
      { type: 'paragraph', text: 'xx' },
    ])
    expect(fill('{别}', { 别: 'x' }, ['表']).parts).toEqual([{ type: 'paragraph', text: 'x' }])
  })

  it('makes several paragraphs of a field with several lines', () => {
    expect(fill('{ 要求 }', { 要求: '1．甲\n2．乙' }).parts).toEqual([
      { type: 'paragraph', text: '1．甲' },
      { type: 'paragraph', text: '2．乙' },
    ])
  })

  it('leaves out lines whose fields are empty, and headings with nothing or only a heading below them', () => {
    expect(fill('## 一\n{空}\n## 二\n文\n## 三', { 空: ' ' }).parts).toEqual([
      { type: 'heading', text: '二' },
      { type: 'paragraph', text: '文' },
    ])
    expect(fill('## 一\n{表}', {}, ['表']).parts).toHaveLength(2)
  })

  it('numbers its headings without those that were left out, and can have annexes', () => {
    const template =
      '## 一、甲\n文\n## 二、乙\n{空}\n## 三、丙\n### （一）子\n{空}\n### （二）丑\n文\n## 附：来源\n{表}'
    expect(fill(template, { 空: '' }, ['表']).parts).toEqual([
      { type: 'heading', text: '一、甲' },
      { type: 'paragraph', text: '文' },
      { type: 'heading', text: '二、丙' },
      { type: 'subheading', text: '（一）丑' },
      { type: 'paragraph', text: '文' },
      { type: 'annex', text: '来源' },
      { type: 'table', table: '表' },
    ])
    const many = Array.from({ length: 21 }, () => '## 一、节\n文').join('\n')
    expect(
      fill(many)
        .parts.filter(({ type }) => type === 'heading')
        .map((part) => part.type !== 'table' && part.text),
    ).toEqual(expect.arrayContaining(['九、节', '十、节', '十一、节', '二十、节', '二十一、节']))
  })

  it('has an annex only where a heading begins with 附： or 附件 and a number', () => {
    const template =
      '## 附件1：来源\n甲\n## 附件 12: 表\n乙\n## 附 ： 图\n丙\n## 说明附：丁\n戊\n### 附：己\n如下，附：庚\n见 ## 辛'
    expect(fill(template).parts).toEqual([
      { type: 'annex', text: '来源' },
      { type: 'paragraph', text: '甲' },
      { type: 'annex', text: '表' },
      { type: 'paragraph', text: '乙' },
      { type: 'annex', text: '图' },
      { type: 'paragraph', text: '丙' },
      { type: 'heading', text: '说明附：丁' },
      { type: 'paragraph', text: '戊' },
      { type: 'subheading', text: '附：己' },
      { type: 'paragraph', text: '如下，附：庚' },
      { type: 'paragraph', text: '见 ## 辛' },
    ])
  })

  it('leaves out a heading directly before a title or an annex, and an annex with nothing below, but no title', () => {
    expect(fill('## 一\n# 题\n## 二\n## 附：来源\n## 三\n文\n## 附：表').parts).toEqual([
      { type: 'title', text: '题' },
      { type: 'annex', text: '来源' },
      { type: 'heading', text: '三' },
      { type: 'paragraph', text: '文' },
    ])
    expect(fill('# 题').parts).toEqual([{ type: 'title', text: '题' }])
  })

  it('renumbers only headings that begin with a number, also one of two characters', () => {
    expect(fill('## 十一、甲\n### （十二）子\n文\n## 见一、二\n### 同（三）项\n文').parts).toEqual([
      { type: 'heading', text: '一、甲' },
      { type: 'subheading', text: '（一）子' },
      { type: 'paragraph', text: '文' },
      { type: 'heading', text: '见一、二' },
      { type: 'subheading', text: '同（三）项' },
      { type: 'paragraph', text: '文' },
    ])
  })

  it('does not take the names of built-in object properties as fields', () => {
    expect(fill('甲{constructor}{toString}')).toEqual({
      parts: [{ type: 'paragraph', text: '甲' }],
      faults: [
        { line: 1, seen: 'constructor' },
        { line: 1, seen: 'toString' },
      ],
    })
  })

  it('reports each unknown name with its line', () => {
    expect(fill('a\n{ 甲 }与{乙}\n{}', { 乙: 'x' })).toEqual({
      parts: [
        { type: 'paragraph', text: 'a' },
        { type: 'paragraph', text: '与x' },
      ],
      faults: [
        { line: 2, seen: '甲' },
        { line: 3, seen: '' },
      ],
    })
  })

  it('in its default form uses only fields and tables that exist', () => {
    const all = facts(
      { published: { a: year(8) }, points: [{ county: 'a', given: 6 }] },
      { demands: ['甲'], dataNote: '含示例', warnings: '一次预警。', cases: '一件。' },
    )
    const { parts, faults } = fillTemplate(DEFAULT_BULLETIN_TEMPLATE, bulletinFields(all), BULLETIN_TABLES)
    expect(faults).toEqual([])
    expect(parts[0]).toEqual({ type: 'title', text: '咸阳市2022年10月降尘监测情况通报' })
    expect(parts.flatMap((part) => (part.type === 'table' ? [part.table] : []))).toEqual([
      '排名表',
      '预警表',
      '处置表',
      '点位表',
    ])
  })

  it('has a chapter for warnings, which is left out with its table in a month without warnings', () => {
    const of = (warnings: string) => {
      const all = facts({ published: { a: year(8) } }, { warnings })
      return bulletinTexts(all)
    }
    expect(of('一次预警。')).toEqual(expect.arrayContaining(['一次预警。', '{预警表}']))
    expect(of('一次预警。').some((text) => text.endsWith('、重污染天气预警响应'))).toBe(true)
    expect(of('').filter((text) => text.includes('预警'))).toEqual([])
  })

  it('has a chapter for cases, which is left out with its table in a month without cases', () => {
    const of = (cases: string) => bulletinTexts(facts({ published: { a: year(8) } }, { cases }))
    expect(of('一件。')).toEqual(expect.arrayContaining(['一件。', '{处置表}']))
    expect(of('一件。').some((text) => text.endsWith('、异常处置情况'))).toBe(true)
    expect(of('').filter((text) => text.includes('处置'))).toEqual([])
  })
})
