import { describe, expect, it } from 'vitest'
import { formatDay } from '@/domain/calendar'
import { Intake } from '@/domain/intake/intake'
import { targetsOf } from '@/domain/intake/recognise/target'
import { vocabularyOf } from '@/domain/intake/recognise/vocabulary'
import { creditCodeCheck } from '@/domain/sources/reading/credit-code'
import { lineOf } from '@/domain/table/column'
import { importRows, type Options, type Rows, TODAY } from './import-rows'
import { PILE, planOf, townOf } from './town'

describe('rows of sources', () => {
  const HEAD = ['堆场编号', '堆场名称', '区县', '经度', '纬度', '物料', '检查日期']
  const piles = (rows: Rows, options: Options = {}) =>
    importRows([HEAD, ...rows], { ...options, choice: { role: 'pile', datum: 'wgs84', ...options.choice } })
  const GOOD = ['A1', '甲', '东县', '108.71', '34.31', '煤', '2022-10-31']

  it('are imported with code, name, county and position, and all other cells parsed as far as possible', () => {
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

  it('have their row numbers in the file, in whatever chunks they arrive', () => {
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

  it('say how marks for yes and no were read, once for each, unless they are plain 是 and 否', () => {
    const covered = (...cells: string[]) =>
      importRows(
        [[...HEAD, '是否覆盖'], ...cells.map((cell, i) => [...GOOD.with(0, `A${i}`).with(1, `甲${i}`), cell])],
        {
          choice: { role: 'pile', datum: 'wgs84' },
        },
      ).flagWords
    expect(covered('√', ' 有', '无', '×', '√', '有', '是', '不清楚', '—', '')).toEqual([
      { field: 'covered', yes: ['√', '有', '是'], no: ['无', '×'], unread: ['不清楚'] },
    ])
    expect(covered('是', '否', '')).toEqual([])
    expect(piles([GOOD]).flagWords).toEqual([])
  })

  it('leave out summary, note, example, repeated header and unit rows', () => {
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

  it('are kept if they have a position, whatever their first word', () => {
    expect(piles([GOOD.with(0, '').with(1, '平均路堆场')]).counts.slice(0, 2)).toEqual([1, 1])
    expect(piles([GOOD, ['', '平均路堆场', '东县', '', '', '', '']]).counts).toEqual([1, 1, 0, 0, 1, 0])
  })

  it('get their code as the name if it is missing, and a generated code if that is missing', () => {
    const { column, said, counts, workedOut } = piles([GOOD.with(1, ''), GOOD.with(0, '').with(1, '乙')])
    expect([column('code'), column('name')]).toEqual([
      ['A1', 'N1'],
      ['A1', '乙'],
    ])
    expect(said).toEqual(['assumed|name-missing|堆场名称|2|||A1', 'repaired|code-made|堆场编号|3|乙||N1'])
    expect([counts, workedOut]).toEqual([[2, 2, 1, 0, 0, 0], { name: [true, false], county: [false, false] }])
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

  it('are refused without code and name, or with the code of an earlier row', () => {
    const { counts, said, column, workedOut } = piles([
      GOOD,
      ['', '', '东县', '108.7', '34.3', '煤', ''],
      GOOD.with(0, 'Ａ１').with(1, '乙'),
    ])
    expect([counts, column('code')]).toEqual([[3, 1, 0, 2, 0, 0], ['A1']])
    expect(said).toEqual([
      'refused|required-missing|堆场名称|3',
      'refused|code-contradicts|堆场编号|4|A1 · 堆场名称 乙|||2 A1 · 堆场名称 甲',
    ])
    expect(workedOut).toEqual({ name: [false], county: [false] })
  })

  it('are in their stated county, otherwise in the one around their position; a difference is reported', () => {
    const { column, said, workedOut } = piles([
      GOOD.with(2, ''),
      ['A2', '乙', '西县', '108.71', '34.31'],
      ['A3', '丙', '某区', '108.69', '34.31'],
      ['A4', '丁', '某区', '', ''],
      ['A5', '戊', '', '', ''],
    ])
    expect(column('county')).toEqual(['01', '02', '某区', null, null])
    expect(workedOut.county).toEqual([true, false, false, false, false])
    expect(said.filter((each) => /county/.test(each))).toEqual([
      'emptied|unknown-county|区县|5|某区',
      'kept|county-disagrees|区县|3|西县|东县',
      'kept|county-unlisted|区县|4|某区|西县',
      'kept|county-missing|区县|6',
      'repaired|county-filled|区县|2|||东县',
    ])
  })

  it('are in the county around their position if theirs is only its name written differently', () => {
    const town = townOf([], { countyName: (code) => ({ '01': '渭城区', '02': '户县' })[code] ?? code })
    const { column, said, workedOut } = piles(
      [
        ['A1', '甲', '渭城', '108.71', '34.31'],
        ['A2', '乙', '渭城区管委会', '108.71', '34.31'],
        ['A3', '丙', '长安区', '108.71', '34.31'],
        ['A4', '丁', '门户区', '108.69', '34.31'],
      ],
      { town },
    )
    expect(column('county')).toEqual(['01', '01', '长安区', '门户区'])
    expect(workedOut.county).toEqual([true, true, false, false])
    expect(said.filter((each) => /county/.test(each))).toEqual([
      'kept|county-unlisted|区县|4|长安区|渭城区',
      'kept|county-unlisted|区县|5|门户区|户县',
      'repaired|unknown-county|区县|2|渭城||渭城区',
      'repaired|unknown-county|区县|3|渭城区管委会||渭城区',
    ])
  })

  it('are counted and named if their position is unknown', () => {
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
    const addressed = importRows(
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

  it('are where the user put them, and keep the digits of the file if that is the same position', () => {
    const placed = new Map([[2, [108.7200000001, 34.3] as const]])
    expect(piles([GOOD], { choice: { placed } }).column('lon')).toEqual([108.72])
    const digits = piles([GOOD.with(3, '108.710000000001')])
    expect(digits.column('lon')).toEqual([108.710000000001])
    expect(piles([['A1', '甲', '东县', '34.31', '108.71']]).column('lat')).toEqual([34.31])
  })

  it('are questioned if they are outside the city', () => {
    const outside = ['kept|position-outside|经度|2|108.710000, 36.000000']
    expect(piles([['A1', '甲', '东县', '108.71', '36']]).said).toEqual(outside)
    // The position is the reason why there is no county, and is reported already.
    expect(piles([['A1', '甲', '', '108.71', '36']]).said).toEqual(outside)
  })

  it('are not said to lack a county if the file has no column of counties', () => {
    const { said } = importRows(
      [
        ['堆场编号', '堆场名称', '物料'],
        ['A1', '甲', '煤'],
      ],
      { choice: { role: 'pile' } },
    )
    expect(said).toEqual(['kept|position-missing|经度|2|甲'])
  })

  it('have no position if the file has none', () => {
    const { counts, said, column } = importRows(
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
      ['kept|position-missing|经度|2|甲', 'kept|county-missing|区县|2'],
      [null],
      [null],
    ])
  })

  it('are questioned if cells follow the last heading, or characters are damaged', () => {
    const more = (code: string, name: string, ...cells: string[]) => [...GOOD.with(0, code).with(1, name), ...cells]
    const { said } = piles([GOOD, more('A2', '乙', '', 'x'), more('A3', '丙\ufffd'), more('A4', '丁', ' ')])
    expect(said).toEqual(['kept|row-too-long||3|9|7', 'kept|text-damaged|堆场名称|4|丙\ufffd'])
    expect(piles([GOOD, more('A2', '乙', '\ufffd')]).said).toEqual([
      'kept|row-too-long||3|8|7',
      'kept|text-damaged||3|\ufffd',
    ])
  })

  it('use the user’s edits, and record what was set by hand', () => {
    const edits = new Map([[2, GOOD.with(1, '乙').with(6, '甲日')]])
    const { column, byHand, said } = piles([GOOD], { choice: { edits } })
    expect([column('name'), Object.fromEntries(byHand)]).toEqual([['乙'], { A1: { name: '甲' } }])
    expect(said).toEqual(['emptied|not-a-date|检查日期|2|甲日|2022-05-03'])
  })

  it('report a day that does not exist row by row, also in the year of their column, and keep its text', () => {
    const days = ['2022年2月29日', '2022-02-30', '2月30日', '2月29日', '20220431', '2020-02-29']
    const rows = days.map((day, at) => GOOD.with(0, `A${at}`).with(1, `A${at}`).with(6, day))
    const of = (year: number) => {
      const { column, said } = piles(rows, { choice: { years: new Map([['inspectedOn', year]]) } })
      const days = column('inspectedOn').map((day) => day !== null && formatDay(day as number))
      return [days, column('+检查日期（原文）'), said.filter((each) => each.includes('检查日期'))]
    }
    const impossible = (row: number, seen: string) => `emptied|date-impossible|检查日期|${row}|${seen}|2022-05-03`
    const told = [impossible(2, '2022年2月29日'), impossible(3, '2022-02-30'), impossible(4, '2月30日')]
    expect(of(2022)).toEqual([
      [false, false, false, false, false, '2020-02-29'],
      [...days.slice(0, 5), null],
      [...told, impossible(5, '2022-02-29'), impossible(6, '20220431')],
    ])
    const [leap] = of(2020)
    expect(leap).toEqual([false, false, false, '2020-02-29', false, '2020-02-29'])
  })

  it('report a day after today on which something is said to have happened, and keep it', () => {
    const rows = [GOOD.with(6, TODAY), GOOD.with(0, 'A2').with(1, '乙').with(6, '2032年10月20日')]
    const { column, said } = piles(rows)
    expect(column('inspectedOn').map((day) => formatDay(day as number))).toEqual([TODAY, '2032-10-20'])
    expect(said.filter((each) => each.includes('检查日期'))).toEqual(['kept|day-in-future|检查日期|3|2032年10月20日'])
  })

  it('keep the text of days that can’t be read and of unlisted counties, and take one year for a column', () => {
    const row = (code: string, county: string, day: string) =>
      GOOD.with(0, code).with(1, code).with(2, county).with(6, day)
    const rows = [
      row('A1', '东是', '3月5日'),
      row('A2', '东县', '2022年3月'),
      row('A3', '东县', '2022-03-07'),
      row('A4', '东县', '2月30日'),
    ]
    const without = piles(rows)
    expect([without.column('inspectedOn'), without.column('+检查日期（原文）')]).toEqual([
      [null, null, expect.any(Number), null],
      ['3月5日', '2022年3月', null, '2月30日'],
    ])
    expect(without.column('+区县（原文）')).toEqual(['东是', null, null, null])
    expect(without.said).toContain('emptied|date-without-year|检查日期|2|3月5日|2022-05-03')
    expect(without.said).toContain('emptied|date-without-day|检查日期|3|2022年3月|2022-05-03')
    const dated = piles(rows, { choice: { years: new Map([['inspectedOn', 2022]]) } })
    expect(dated.column('inspectedOn').map((day) => (day === null ? null : formatDay(day as number)))).toEqual([
      '2022-03-05',
      null,
      '2022-03-07',
      null,
    ])
    expect(dated.column('+检查日期（原文）')).toEqual(['3月5日', '2022年3月', null, '2月30日'])
    expect(dated.said).toContain('converted|year-added|检查日期|2|3月5日||2022-03-05')
    // 3.10 as a number of a spreadsheet is 3.1; February has no 30.
    const decimal = ['3.1', '3.10', '2.3'].map((day, i) => row(`B${i}`, '东县', day))
    expect(
      piles(decimal, { choice: { years: new Map([['inspectedOn', 2022]]) } }).said.filter((each) =>
        each.includes('检查日期'),
      ),
    ).toEqual([
      'assumed|day-or-ten|检查日期|2|3.1||2022-03-01',
      'converted|year-added|检查日期|3|3.10||2022-03-10',
      'converted|year-added|检查日期|4|2.3||2022-02-03',
    ])
    expect(Object.keys(piles([GOOD]).table.columns).some((name) => name.endsWith('（原文）'))).toBe(false)
  })

  it('keep columns that match no field under their own heading', () => {
    const { column, table } = importRows(
      [
        [...HEAD, '备注', '', '物料 '],
        [...GOOD, '好', 'x', '多'],
      ],
      {
        choice: { role: 'pile', datum: 'wgs84', columns: { material: 5 } },
      },
    )
    expect([column('+备注'), column('+'), column('+物料 2')]).toEqual([['好'], [null], ['多']])
    const kept = Object.keys(table.columns).filter((name) => name.startsWith('+'))
    expect(kept.sort()).toEqual(['+备注', '+物料 2'])
    const other = importRows([HEAD, GOOD], { choice: { role: 'pile', datum: 'wgs84', columns: { material: null } } })
    expect([other.column('material'), other.column('+物料 (原)')]).toEqual([[null], ['煤']])
  })
})

describe('rows of sources identified by a credit code', () => {
  const CREDIT = `91610400MA6X12345${creditCodeCheck('91610400MA6X12345')}`
  const factories = (...rows: string[][]) =>
    importRows([['企业编号', '企业名称', '统一社会信用代码', '区县'], ...rows], { choice: { role: 'factory' } })

  it('use it as the code if none is given, and are marked if it is invalid', () => {
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

describe('rows of a kind without positions', () => {
  it('are in their stated county, and their missing position is not reported', () => {
    const duty = { ...PILE, id: 'duty', fields: PILE.fields.filter(({ name }) => name !== 'lon' && name !== 'lat') }
    const { counts, said, column } = importRows(
      [
        ['堆场编号', '堆场名称', '区县'],
        ['A1', '甲', '东县'],
        ['A2', '乙', ''],
      ],
      {
        choice: { role: 'duty' },
        base: { vocabulary: vocabularyOf(targetsOf([duty])) },
      },
    )
    expect([counts, said, column('county')]).toEqual([[2, 2, 0, 0, 0, 0], [], ['01', null]])
  })
})

describe('rows of surveys', () => {
  it('belong to a source by code or name, and are refused without a known source or a day', () => {
    const { column, said, counts } = importRows(
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

describe('earlier problems of a file', () => {
  it('are listed together with those of its rows', () => {
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
