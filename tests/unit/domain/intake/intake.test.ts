import { describe, expect, it } from 'vitest'
import type { KnownPoint } from '@/domain/intake/base'
import { Intake } from '@/domain/intake/intake'
import { creditCodeCheck } from '@/domain/sources/reading/credit-code'
import { lineOf, valueAt } from '@/domain/table/column'
import { planOf, townOf } from './town'

const TODAY = '2022-12-15'
type Rows = readonly (readonly string[])[]
type Options = Parameters<typeof planOf>[1] & { readonly town?: ReturnType<typeof townOf> }

/** What comes of rows, the first of them the header. */
function taken(rows: Rows, { town = townOf(), ...options }: Options = {}) {
  const { plan } = planOf(rows, options)
  const intake = new Intake(plan, town, TODAY)
  intake.read(rows, 0)
  const result = intake.finish()
  const { read, taken, repaired, refused, skipped, unplaced } = result.counts
  return {
    ...result,
    plan,
    counts: [read, taken, repaired, refused, skipped, unplaced],
    /** Every problem: what was done, code, column, row, what was seen, expected, or became of it. */
    said: result.groups.flatMap(({ action, code, column, first }) =>
      first.map(({ row, seen, expected, became, earlier }) =>
        [action, code, column, row, seen, expected, became, earlier && `${earlier.row} ${earlier.value}`]
          .map((each) => each ?? '')
          .join('|')
          .replace(/\|+$/, ''),
      ),
    ),
    column: (name: string) => Array.from({ length: result.table.length }, (_, row) => valueAt(result.table, name, row)),
  }
}

describe('rows of sources', () => {
  const HEAD = ['堆场编号', '堆场名称', '区县', '经度', '纬度', '物料', '检查日期']
  const piles = (rows: Rows, options: Options = {}) =>
    taken([HEAD, ...rows], { ...options, choice: { role: 'pile', datum: 'wgs84', ...options.choice } })
  const GOOD = ['A1', '甲', '东县', '108.71', '34.31', '煤', '2022-10-31']

  it('are taken with code, name, county and place, all else as it can be read', () => {
    const { table, counts, said, column, points, lostPoints, workedOut } = piles([GOOD])
    expect([counts, said, points, lostPoints]).toEqual([[1, 1, 0, 0, 0, 0], [], [], []])
    expect(['code', 'name', 'county', 'lon', 'lat', 'material'].map((name) => column(name)[0])).toEqual([
      'A1',
      '甲',
      '01',
      108.71,
      34.31,
      '煤',
    ])
    expect([table.length, lineOf(table, 0)]).toEqual([1, 2])
    expect(workedOut).toEqual({ name: [false], county: [false] })
  })

  it('are numbered as their file has them, in whatever pieces they come', () => {
    const rows = [['台账', '', ''], HEAD, GOOD, [], GOOD.with(0, 'A2').with(1, '乙'), ['', ' ']]
    const { plan } = planOf(rows, { choice: { role: 'pile', datum: 'wgs84' } })
    for (const size of [1, 2, 3, 6]) {
      const intake = new Intake(plan, townOf(), TODAY)
      for (let first = 0; first < rows.length; first += size) intake.read(rows.slice(first, first + size), first)
      const { table, counts } = intake.finish()
      expect([lineOf(table, 0), lineOf(table, 1)]).toEqual([3, 5])
      expect(counts).toMatchObject({ read: 2, taken: 2, skipped: 2 })
    }
  })

  it('are not those that sum up, explain, show an example, repeat the header or name units', () => {
    const { counts, said } = piles([
      ['示例', '示例堆'],
      ['', '', '', '°', '°'],
      GOOD,
      HEAD,
      ['合计', '1', '', '', '', '', ' '],
      ['填表人：张三'],
    ])
    expect(counts).toEqual([1, 1, 0, 0, 5, 0])
    expect(said).toEqual([
      'skipped|summary-row||2|示例 | 示例堆',
      'skipped|summary-row||6|合计 | 1',
      'skipped|summary-row||7|填表人：张三',
      'skipped|unit-row||3|° | °',
      `skipped|repeated-header||5|${HEAD.join(' | ')}`,
    ])
    const long = piles([GOOD, ['合计', '甲'.repeat(200)]]).said[0]!
    expect(long).toBe(`skipped|summary-row||3|合计 | ${'甲'.repeat(115)}`)
  })

  it('are data with a position, whatever their first word', () => {
    expect(piles([GOOD.with(0, '').with(1, '平均路堆场')]).counts.slice(0, 2)).toEqual([1, 1])
    expect(piles([GOOD, ['', '平均路堆场', '东县', '', '', '', '']]).counts).toEqual([1, 1, 0, 0, 1, 0])
  })

  it('have the name of their code where they have none, and a code that is made where they have none', () => {
    const { column, said, counts, workedOut } = piles([GOOD.with(1, ''), GOOD.with(0, '').with(1, '乙')])
    expect([column('code'), column('name')]).toEqual([
      ['A1', 'N1'],
      ['A1', '乙'],
    ])
    expect(said).toEqual(['repaired|required-missing|堆场名称|2|||A1', 'repaired|code-made|堆场编号|3|乙||N1'])
    expect([counts, workedOut]).toEqual([[2, 2, 2, 0, 0, 0], { name: [true, false], county: [false, false] }])
    const asked: unknown[] = []
    const town = townOf([], {
      codeOf: (...args) => {
        asked.push(args)
        return 'known'
      },
    })
    expect(piles([GOOD.with(0, '')], { town }).column('code')).toEqual(['known'])
    expect(asked).toEqual([['甲', [108.71, 34.31], '01']])
  })

  it('are refused without code and name, and with the code of an earlier row', () => {
    const { counts, said, column, workedOut } = piles([
      GOOD,
      ['', '', '东县', '108.7', '34.3', '煤', ''],
      GOOD.with(0, 'Ａ１').with(1, '乙'),
    ])
    expect([counts, column('code')]).toEqual([[3, 1, 0, 2, 0, 0], ['A1']])
    expect(said).toEqual(['refused|required-missing|堆场名称|3', 'refused|duplicate-code|堆场编号|4|A1|||2 A1'])
    expect(workedOut).toEqual({ name: [false], county: [false] })
  })

  it('have the county that they state, else the one that holds them; where both differ, with a word', () => {
    const { column, said, workedOut } = piles([
      GOOD.with(2, ''),
      ['A2', '乙', '西县', '108.71', '34.31'],
      ['A3', '丙', '某区', '108.69', '34.31'],
      ['A4', '丁', '某区', '', ''],
      ['A5', '戊', '', '', ''],
    ])
    expect(column('county')).toEqual(['01', '02', '02', null, null])
    expect(workedOut.county).toEqual([true, false, true, false, false])
    expect(said.filter((each) => /county/.test(each))).toEqual([
      'emptied|unknown-county|区县|5|某区',
      'kept|county-disagrees|区县|3|西县|东县',
      'repaired|unknown-county|区县|4|某区||西县',
    ])
  })

  it('are counted and named where nobody knows their place', () => {
    const { counts, said, column } = piles([
      ['A1', '甲', '东县', '', '', '煤'],
      ['A2', '乙', '东县', '路口', '北', '煤'],
    ])
    expect(counts).toEqual([2, 2, 0, 0, 0, 2])
    expect([column('lon'), column('lat')]).toEqual([
      [null, null],
      [null, null],
    ])
    expect(said).toEqual([
      'emptied|position-unreadable|经度|3|路口, 北|108.7, 34.3',
      'kept|position-missing|经度|2|甲',
      'kept|position-missing|经度|3|乙',
    ])
    const addressed = taken(
      [
        [...HEAD, '地址'],
        ['A1', '甲', '东县', '', '', '煤', '', '一路1号'],
      ],
      {
        choice: { role: 'pile', datum: 'wgs84', position: { lon: 3, lat: 4 } },
      },
    )
    expect(addressed.said).toEqual(['kept|position-missing|经度|2|一路1号'])
  })

  it('lie where somebody put them, and keep the digits of the file where they lie there already', () => {
    const placed = new Map([[2, [108.7200000001, 34.3] as const]])
    expect(piles([GOOD], { choice: { placed } }).column('lon')).toEqual([108.72])
    const digits = piles([GOOD.with(3, '108.710000000001')])
    expect(digits.column('lon')).toEqual([108.710000000001])
    expect(piles([['A1', '甲', '东县', '34.31', '108.71']]).column('lat')).toEqual([34.31])
  })

  it('are doubted outside the city', () => {
    expect(piles([['A1', '甲', '东县', '108.71', '36']]).said).toEqual([
      'kept|position-outside|经度|2|108.710000, 36.000000',
    ])
  })

  it('have no place at all where their file has none', () => {
    const { counts, said, column } = taken(
      [
        ['堆场编号', '堆场名称', '区县', '物料'],
        ['A1', '甲', '', '煤'],
      ],
      {
        choice: { role: 'pile' },
      },
    )
    expect([counts, said, column('county'), column('lon')]).toEqual([
      [1, 1, 0, 0, 0, 1],
      ['kept|position-missing|经度|2|甲'],
      [null],
      [null],
    ])
  })

  it('are doubted where cells stand behind the last heading, or characters were lost', () => {
    const more = (code: string, name: string, ...cells: string[]) => [...GOOD.with(0, code).with(1, name), ...cells]
    const { said } = piles([GOOD, more('A2', '乙', '', 'x'), more('A3', '丙\ufffd'), more('A4', '丁', ' ')])
    expect(said).toEqual(['kept|row-too-long||3|9|7', 'kept|text-damaged|堆场名称|4|丙\ufffd'])
    expect(piles([GOOD, more('A2', '乙', '\ufffd')]).said).toEqual([
      'kept|row-too-long||3|8|7',
      'kept|text-damaged||3|\ufffd',
    ])
  })

  it('are read as somebody has written them over, and what was set by hand is said', () => {
    const edits = new Map([[2, GOOD.with(1, '乙').with(6, '甲日')]])
    const { column, byHand, said } = piles([GOOD], { choice: { edits } })
    expect([column('name'), Object.fromEntries(byHand)]).toEqual([['乙'], { A1: { name: '甲' } }])
    expect(said).toEqual(['emptied|not-a-date|检查日期|2|甲日|2022-05-03'])
  })

  it('keep what no field claims, under its own heading', () => {
    const { column } = taken(
      [
        [...HEAD, '备注', '', '物料 '],
        [...GOOD, '好', 'x', '多'],
      ],
      {
        choice: { role: 'pile', datum: 'wgs84', columns: { material: 5 } },
      },
    )
    expect([column('+备注'), column('+'), column('+物料 2')]).toEqual([['好'], [null], ['多']])
    const other = taken([HEAD, GOOD], { choice: { role: 'pile', datum: 'wgs84', columns: { material: null } } })
    expect([other.column('material'), other.column('+物料 (原)')]).toEqual([[null], ['煤']])
  })
})

describe('rows of sources that are known by a credit code', () => {
  const CREDIT = `91610400MA6X12345${creditCodeCheck('91610400MA6X12345')}`
  const factories = (...rows: string[][]) =>
    taken([['企业编号', '企业名称', '统一社会信用代码', '区县'], ...rows], { choice: { role: 'factory' } })

  it('have it as their code where they have none, and are told where it is wrong', () => {
    const { column, said } = factories(
      ['', '一厂', CREDIT, '东县'],
      ['F2', '二厂', `${CREDIT.slice(0, -1)}!`, '东县'],
      ['F3', '三厂', '', '东县'],
    )
    expect(column('code')).toEqual([CREDIT, 'F2', 'F3'])
    expect(said.filter((each) => !/position-missing/.test(each))).toEqual([
      `kept|credit-code-wrong|统一社会信用代码|3|${CREDIT.slice(0, -1)}!`,
    ])
  })
})

describe('rows of surveys', () => {
  it('are of a source by its code or name, and refused of one that there is none of, or without a day', () => {
    const { column, said, counts } = taken(
      [
        ['被测企业', '监测日期', '排放量'],
        ['F1', '2022-10-31', '3'],
        ['一厂', '2022-11-30', '4'],
        ['九厂', '2022-11-30', '4'],
        ['F1', '某日', '4'],
      ],
      { choice: { role: 'factory-surveys' } },
    )
    expect([column('source'), counts]).toEqual([
      ['F1', 'F1'],
      [4, 2, 0, 2, 0, 0],
    ])
    expect(said).toEqual(['refused|unknown-source|被测企业|4|九厂', 'refused|not-a-date|监测日期|5|某日'])
  })
})

describe('published figures of counties', () => {
  const published = (rows: Rows, options: Options = {}) =>
    taken(rows, { ...options, choice: { role: 'dustfall-published', ...options.choice } })
  const HEAD = ['县区', '月份', '降尘量']

  it('are taken by county and month', () => {
    const { column, counts, said } = published([HEAD, ['东县', '2022年10月', '3.4'], ['02', '2022-10', '＜0.3']])
    expect([column('county'), column('month'), column('value')]).toEqual([
      ['01', '02'],
      ['2022-10', '2022-10'],
      [3.4, 0],
    ])
    expect([counts, said]).toEqual([[2, 2, 1, 0, 0, 0], ['repaired|below-detection|降尘量|3|＜0.3||0']])
  })

  it('are refused of an unknown county, without a value, without a month, or of a month that can’t be', () => {
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
    expect(counts.slice(0, 4)).toEqual([8, 0, 0, 8])
    expect(said).toEqual([
      'refused|required-missing|降尘量|3',
      'refused|required-missing|降尘量|4|—',
      'refused|not-a-month|月份|6|某月|2022-10',
      'refused|not-a-month|月份|7||2022-10',
      'refused|month-outside|月份|8|1989-12|1990-01 – 2022-12',
      'refused|month-outside|月份|9|2023-01|1990-01 – 2022-12',
      'refused|unknown-county|区县|2|某区',
      'refused|not-a-number|降尘量|5|很多',
    ])
    const ends = published([HEAD, ['东县', '1990-01', '3.4'], ['东县', '2022-12', '3.4']])
    expect(ends.counts.slice(0, 2)).toEqual([2, 2])
  })

  it('are of the table’s month where no column has one', () => {
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

  it('say nothing new where they are repeated, and are refused where they contradict', () => {
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

  it('are doubted where they jump, and held against what their table states', () => {
    const { said } = published([
      [...HEAD, '排名', '同比'],
      ['东县', '2022-10', '3.4', '2', '-50'],
      ['东县', '2022-11', '34', '1', '—'],
      ['全市', '2022-10', '5', '', ''],
      ['合计', '2022-10', '5', '', ''],
      ['全市平均', '2022-11', '34', '', ''],
    ])
    expect(said).toEqual([
      'kept|value-jump|降尘量|3|34|3.4',
      'kept|change-unchecked|同比|2|-50|6.8',
      'kept|stated-differs|排名|2|2|1',
      'kept|stated-differs|降尘量|4|5|3.4',
      'skipped|summary-row||4|全市 | 2022-10 | 5',
      'skipped|summary-row||5|合计 | 2022-10 | 5',
      'skipped|summary-row||6|全市平均 | 2022-11 | 34',
    ])
  })

  it('keep what their table states, as it stands', () => {
    const { column } = published([
      [...HEAD, '排名', '同比'],
      ['东县', '2022-10', '3.4', '1', '—'],
    ])
    expect([column('+排名 (原)').concat(column('+排名')), column('+同比').concat(column('+同比 (原)'))]).toEqual([
      [null, '1'],
      ['—', null],
    ])
  })

  it('may have their months in columns, and their counties', () => {
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
    expect(counties.said).toEqual(['refused|not-a-number|降尘量|3|某', 'kept|value-jump|西县|3|30|4'])
  })
})

describe('samples of points', () => {
  const samples = (rows: Rows, options: Options = {}) =>
    taken(rows, { ...options, choice: { role: 'dustfall-samples', ...options.choice } })
  const HEAD = ['点位名称', '县区', '月份', '降尘量', '有效', '备注']

  it('are taken by point and month, and name the points that they are of', () => {
    const { column, counts, points, said } = samples([
      HEAD,
      ['甲', '东县', '2022-10', '3.4', '', ''],
      ['甲', '东县', '2022-11', '4', '', ''],
    ])
    expect([column('point'), column('month'), column('given')]).toEqual([
      ['01-甲', '01-甲'],
      ['2022-10', '2022-11'],
      [3.4, 4],
    ])
    expect([counts, said]).toEqual([[2, 2, 0, 0, 0, 0], []])
    expect(points).toEqual([{ code: '01-甲', name: '甲', county: '01', at: null, known: null, row: 2 }])
  })

  it('are void with a reason, in the cell of the value or beside it', () => {
    const { column, said } = samples([
      HEAD,
      ['甲', '东县', '2022-01', '被盗', '', ''],
      ['甲', '东县', '2022-02', '', '', '采样缸破损'],
      ['甲', '东县', '2022-03', '缺测', '', '停电'],
      ['甲', '东县', '2022-04', '3.4', '否', '沙尘'],
      ['甲', '东县', '2022-05', '3.4', '否', ''],
    ])
    expect([column('given'), column('valid'), column('reason')]).toEqual([
      [null, null, null, 3.4, 3.4],
      [false, false, false, false, false],
      ['被盗', '采样缸破损', '停电', '沙尘', null],
    ])
    expect(said).toEqual([
      'kept|month-void|原因|3|采样缸破损',
      'kept|reason-missing|原因|6',
      'repaired|cell-repaired|降尘量|2|被盗||否',
      'repaired|cell-repaired|降尘量|4|缺测||否',
    ])
  })

  it('are refused where neither a value nor a reason is there', () => {
    const { said, points } = samples([
      HEAD,
      ['甲', '东县', '2022-01', '', '', ''],
      ['甲', '东县', '2022-02', '—', '', '无'],
      ['甲', '东县', '2022-03', '#N/A', '', '正常'],
    ])
    expect(said).toEqual([
      'refused|reason-missing|原因|2',
      'refused|reason-missing|原因|3|—',
      'refused|reason-missing|原因|4|#N/A',
    ])
    expect(points).toEqual([])
  })

  it('are doubted where a remark voids what a value says', () => {
    expect(samples([HEAD, ['甲', '东县', '2022-01', '3.4', '', '缸体被移']]).said).toEqual([
      'kept|void-with-value|原因|2|缸体被移 · 3.4',
    ])
    expect(samples([HEAD, ['甲', '东县', '2022-01', '3.4', '', '有风']]).said).toEqual([])
  })

  it('are refused where they contradict, whatever of them differs, and passed over where they are the same', () => {
    const { counts, said } = samples([
      HEAD,
      ['甲', '东县', '2022-01', '3.4', '', ''],
      ['甲', '东县', '2022-01', '3.40', '是', '复核'],
      ['甲', '东县', '2022-01', '3.4', '否', '沙尘'],
      ['乙', '东县', '2022-01', '3.5', '', ''],
    ])
    expect(counts).toEqual([3, 2, 0, 1, 1, 0])
    expect(said).toEqual([
      'refused|row-contradicts|降尘量|4|2022-01 沙尘|||2 2022-01 3.4',
      'skipped|row-repeated||3|2022-01 3.40|||2 2022-01 3.4',
    ])
  })

  it('sum up where their point, name or county does', () => {
    const { counts, said } = samples([
      HEAD,
      ['甲', '东县', '2022-01', '3.4', '', ''],
      ['东县平均', '', '2022-01', '3.4', '', ''],
      ['', '全市均值', '2022-01', '3.4', '', ''],
    ])
    expect([counts, said]).toEqual([
      [1, 1, 0, 0, 2, 0],
      ['skipped|summary-row||3|东县平均 | 2022-01 | 3.4', 'skipped|summary-row||4|全市均值 | 2022-01 | 3.4'],
    ])
  })

  const WEIGHED = [
    '点位名称',
    '县区',
    '月份',
    '瓷坩埚质量m0(g)',
    '瓷坩埚加降尘质量m1(g)',
    '空白值m2(g)',
    '缸口内径(cm)',
    '采样天数',
    '降尘量',
    '备注',
  ]
  /** 0.05 g in 30 days under a mouth of 15 cm: 2.8 t/(km²·30d), by HJ 1221-2021. */
  const weighing = (...changes: [number, string][]) =>
    changes.reduce(
      (row, [at, cell]) => row.with(at, cell),
      ['甲', '东县', '2022-01', '60', '60.05', '0', '15', '30', '', ''],
    )

  it('may be weighings, whose value is worked out and held against the one that is given', () => {
    expect(samples([WEIGHED, weighing()]).counts).toEqual([1, 1, 0, 0, 0, 0])
    expect(samples([WEIGHED, weighing([8, '2.8'])]).said).toEqual([])
    expect(samples([WEIGHED, weighing([8, '2.9'])]).said).toEqual(['kept|weighing-differs|降尘量|2|2.9|2.8'])
    // A jump is told by the value that is worked out.
    const next = samples([WEIGHED, weighing(), weighing([2, '2022-02'], [4, '61'])])
    expect(next.said[0]).toMatch(/^kept\|value-jump\|降尘量\|3\|56\.58/)
  })

  it('are refused where a weighing is not whole, with what it lacks', () => {
    const said = (...changes: [number, string][]) => samples([WEIGHED, weighing(...changes)]).said
    expect(said([7, ''])).toEqual(['refused|weighing-incomplete||2||采样天数'])
    expect(said([6, ''])).toEqual(['refused|weighing-incomplete||2||缸口内径(cm)'])
    expect(said([4, ''], [5, ''])).toEqual(['refused|weighing-incomplete||2||瓷坩埚加降尘质量m1(g)、空白值m2(g)'])
    // Neither mass: it was never begun.
    expect(said([3, ''], [4, ''])).toEqual(['refused|reason-missing|原因|2'])
    // A range of the field's own.
    expect(said([7, '101'])).toContain('refused|weighing-incomplete||2||采样天数')
    expect(said([7, '100'])).not.toContain('refused|weighing-incomplete||2||采样天数')
    expect(said([3, ''], [9, '采样缸被盗'])).toEqual(['kept|month-void|原因|2|采样缸被盗'])
  })

  it('lie where their file has them or somebody put them', () => {
    const head = [...HEAD, '经度', '纬度']
    const row = ['甲', '东县', '2022-10', '3.4', '', '', '108.71', '34.31']
    const found = (choice = {}) => samples([head, row], { choice: { datum: 'wgs84', ...choice } })
    expect(found().points).toMatchObject([{ at: [108.71, 34.31] }])
    const placed = found({ placed: new Map([[2, [108.72, 34.3]]]) })
    expect(placed.points).toMatchObject([{ at: [108.72, 34.3] }])
    expect(Object.fromEntries(placed.byHand)).toEqual({ '01-甲': { position: '' } })
    expect(samples([head, row.with(6, '路口')], { choice: { datum: 'wgs84' } }).said).toEqual([
      'emptied|position-unreadable|经度|2|路口, 34.31|108.7, 34.3',
    ])
  })

  it('have a code of their own where a heading says so, or a column of names stands beside it', () => {
    const codes = (head: string[], row: string[]) =>
      samples([
        [...head, '县区', '月份', '降尘量'],
        [...row, '东县', '2022-10', '3.4'],
      ]).points.map(({ code, name }) => `${code} ${name}`)
    expect(codes(['点位编号'], ['A01'])).toEqual(['A01 A01'])
    expect(codes(['点位代码'], ['A01'])).toEqual(['A01 A01'])
    expect(codes(['监测点'], ['A01'])).toEqual(['01-A01 A01'])
    expect(codes(['点位', '站名'], ['A01', '甲'])).toEqual(['A01 甲'])
  })

  it('of a lost point are refused, until somebody has chosen its county', () => {
    const rows = [HEAD, ['甲', '—', '2022-10', '3.4', '', '']]
    const lost = samples(rows)
    expect([lost.counts.slice(0, 4), lost.said]).toEqual([[1, 0, 0, 1], ['refused|point-county-unknown|区县|2|甲']])
    const { key } = lost.lostPoints[0]!
    const found = samples(rows, { choice: { counties: new Map([[key, '02']]) } })
    expect(found.points).toMatchObject([{ code: '02-甲', county: '02' }])
    expect(Object.fromEntries(found.byHand)).toEqual({ '02-甲': { county: '' } })
  })

  it('may stand in columns of months or of points', () => {
    const months = samples(
      [
        ['点位名称', '县区', '1月', '2月'],
        ['甲', '东县', '3', '被盗'],
      ],
      { context: '2022年降尘' },
    )
    expect([months.column('point'), months.column('month'), months.column('given'), months.column('reason')]).toEqual([
      ['01-甲', '01-甲'],
      ['2022-01', '2022-02'],
      [3, null],
      [null, '被盗'],
    ])
    expect(months.said).toEqual(['repaired|cell-repaired|2月|2|被盗||否'])
    const points = samples(
      [
        ['县区', '月份', '1#', '2#'],
        ['东县', '2022-01', '3', '4'],
      ],
      { context: '降尘' },
    )
    expect(points.column('point')).toEqual(['01-1#', '01-2#'])
    const known: KnownPoint = { code: 'A', name: '政府大院', county: '01', at: null, real: true }
    const named = samples(
      [
        ['月份', '政府大院', '1#'],
        ['2022-01', '3', '4'],
      ],
      { context: '降尘', town: townOf([known]) },
    )
    expect([named.column('point'), named.counts.slice(0, 4)]).toEqual([['A'], [2, 1, 0, 1]])
  })

  it('of months without a year are taken for the year that is still to be asked for', () => {
    const undated = samples([
      ['点位名称', '县区', '1月', '2月'],
      ['甲', '东县', '3', '4'],
    ])
    expect([undated.plan.undated, undated.column('month')]).toEqual([true, ['0000-01', '0000-02']])
  })
})

describe('problems from before', () => {
  it('stand with those of the rows', () => {
    const { plan } = planOf(
      [
        ['堆场编号', '堆场名称', '物料'],
        ['A1', '甲', '煤'],
      ],
      { choice: { role: 'pile' } },
    )
    const intake = new Intake(plan, townOf(), TODAY)
    const first = [{ code: 'cell-error', file: 'a.xlsx', row: 9, column: '物料' } as const]
    intake.remark({ code: 'cell-error', column: '物料', action: 'kept', count: 3, first })
    expect(intake.finish().groups).toEqual([{ code: 'cell-error', column: '物料', action: 'kept', count: 3, first }])
  })
})
