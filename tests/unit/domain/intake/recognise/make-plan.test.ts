import { describe, expect, it } from 'vitest'
import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import { fingerprintOf } from '@/domain/intake/recognise/make-plan'
import { planOf } from '../town'

const PILES = [
  ['堆场编号', '堆场名称', '区县', '经度', '纬度', '物料', '是否覆盖'],
  ['A1', '甲', '东县', '108.71', '34.31', '煤', '是'],
  ['A2', '乙', '西县', '108.69', '34.32', '沙', '否'],
]
const SAMPLES = [
  ['点位名称', '县区', '月份', '降尘量'],
  ['甲', '东县', '2022-10', '3.4'],
]

describe('the plan for importing a table', () => {
  it('states the type of the table, its columns and the form of its positions', () => {
    const { plan, guesses, matches, datum, sample } = planOf(PILES, { context: '堆场台账.xlsx' })
    expect(plan.role).toBe('pile')
    expect(plan.target.role).toBe('pile')
    expect([plan.header.firstRow, plan.header.rowCount]).toEqual([0, 1])
    // The columns of the position are stored separately.
    expect(plan.columns).toEqual({ code: 0, name: 1, county: 2, material: 5, covered: 6 })
    expect(plan.position).toEqual({
      columns: { lon: 3, lat: 4 },
      form: { unit: 'degrees' },
      datum: null,
      datumColumn: null,
    })
    expect([plan.dustfall, plan.month, plan.year, plan.undated]).toEqual([{ form: 'long' }, null, null, false])
    expect([plan.edits.size, plan.counties.size, plan.placed.size]).toEqual([0, 0, 0])
    expect([guesses[0]!.role, matches.length, datum!.by]).toEqual(['pile', 7, 'nothing'])
    expect(sample).toEqual([
      { row: 2, position: [108.71, 34.31], name: '甲', code: 'A1', county: '01' },
      { row: 3, position: [108.69, 34.32], name: '乙', code: 'A2', county: '02' },
    ])
  })

  it('ignores rows that are not data', () => {
    const { sample } = planOf([
      PILES[0]!,
      ['示例', '示例堆', '东县', '1', '2'],
      ['', '', '', '°', '°'],
      [],
      ...PILES.slice(1),
      PILES[0]!,
      ['合计', '2', '', '108.7', '34.3'],
    ])
    expect(sample.map(({ name }) => name)).toEqual(['甲', '乙'])
  })

  it('takes the datum from the headings of the position, the words about the table or the file', () => {
    const stated = (options: Parameters<typeof planOf>[1] = {}, ...place: string[]) => {
      const names = PILES[0]!.with(3, place[0] ?? '经度').with(4, place[1] ?? '纬度')
      return planOf([names, ...PILES.slice(1)], options).plan.position.datum
    }
    expect(stated()).toBeNull()
    expect(stated({}, '经度(GCJ-02)')).toBe('gcj02')
    expect(stated({}, '经度', '纬度(BD09)')).toBe('bd09')
    expect(stated({ context: '堆场 百度坐标.xlsx' })).toBe('bd09')
    expect(stated({ name: '高德' })).toBe('gcj02')
    expect(stated({ crs: 'EPSG:4490' })).toBe('wgs84')
    // The file's own statement has priority.
    expect(stated({ crs: 'WGS84' }, '经度(GCJ-02)')).toBe('wgs84')
  })

  it('finds the datum from the known positions of sources', () => {
    const known = Array.from({ length: 5 }, (_, i) => [108.71 + i / 1000, 34.31] as const)
    const rows = known.map((at, i) => {
      const [lon, lat] = fromWgs84('bd09', [...at])
      return [`A${i}`, '甲', '东县', String(lon), String(lat), '煤', '是']
    })
    const { plan, datum } = planOf([PILES[0]!, ...rows], {
      base: { known: ({ code }) => [...known[Number(code.slice(1))]!] },
    })
    expect([plan.position.datum, datum!.by]).toEqual(['bd09', 'known'])
  })

  it('needs no datum for metres or without a position', () => {
    const metres = [PILES[0]!, ['A1', '甲', '东县', '36564000', '3800000', '煤', '是']]
    const { plan, datum, sample } = planOf(metres)
    expect(plan.position).toMatchObject({ form: { unit: 'metres', zone: { number: 36 } }, datum: 'wgs84' })
    expect([datum, sample]).toEqual([null, []])
    const none = planOf([
      ['堆场编号', '堆场名称', '物料'],
      ['A1', '甲', '煤'],
    ])
    expect(none.plan.position).toEqual({ columns: null, form: null, datum: 'wgs84', datumColumn: null })
  })

  it('looks for no position in a type of table that has none', () => {
    const { plan } = planOf([
      ['县区', '月份', '降尘量', '经度', '纬度'],
      ['东县', '2022-10', '3.4', '108.7', '34.3'],
    ])
    expect([plan.role, plan.position.columns]).toEqual(['dustfall-published', null])
  })

  it('counts a place that is repeated for several months only once as evidence', () => {
    const rows = ['2022-09', '2022-10'].map((month) => ['甲', '东县', month, '3.4', '108.71', '34.31'])
    const { sample } = planOf([['点位名称', '县区', '月份', '降尘量', '经度', '纬度'], ...rows])
    expect(sample).toEqual([{ row: 2, position: [108.71, 34.31], name: '', code: '甲', county: '01' }])
    const twice = planOf([PILES[0]!, PILES[1]!, PILES[1]!.with(0, 'A3')])
    expect(twice.sample).toHaveLength(2)
  })

  it('skips invalid positions, and swaps coordinates in the other order', () => {
    const { sample } = planOf([
      PILES[0]!,
      PILES[1]!,
      ['A2', '乙', '西县', '34.32', '108.69', '沙', '否'],
      ['A3', '丙', '西县', '', '', '沙', '否'],
      ['A4', '丁', '西县', '1', '2', '沙', '否'],
    ])
    expect(sample.map(({ position }) => position)).toEqual([
      [108.71, 34.31],
      [108.69, 34.32],
    ])
  })
})

describe('a choice of the user', () => {
  it('has priority over what was found', () => {
    const edits = new Map([[2, ['x']]])
    const placed = new Map([[3, [108.7, 34.3] as const]])
    const counties = new Map([['甲', '01']])
    const { plan } = planOf(PILES, {
      choice: { role: 'factory', datum: 'gcj02', month: '2021-05', edits, placed, counties },
    })
    expect([plan.role, plan.position.datum, plan.month, plan.year]).toEqual(['factory', 'gcj02', '2021-05', '2021'])
    expect([plan.edits, plan.placed, plan.counties]).toEqual([edits, placed, counties])
  })

  it('of a header determines how it is read', () => {
    const rows = [
      ['台账', '', ''],
      ['堆场编号', '堆场名称', '物料'],
      ['A1', '甲', '煤'],
    ]
    expect(planOf(rows).plan.header.firstRow).toBe(1)
    expect(planOf(rows, { choice: { header: { row: 0, count: 2 } } }).plan.header).toMatchObject({
      firstRow: 0,
      rowCount: 2,
      names: ['台账/堆场编号', '台账/堆场名称', '台账/物料'],
    })
  })

  it('of a column takes it away from another field, and can leave a field without a column', () => {
    const columns = (chosen: Record<string, number | null>) =>
      planOf(PILES, { choice: { columns: chosen } }).plan.columns
    expect(columns({ address: 5 })).toEqual({ code: 0, name: 1, county: 2, address: 5, covered: 6 })
    expect(columns({ material: null })).toEqual({ code: 0, name: 1, county: 2, covered: 6 })
    expect(columns({ material: 6 })).toEqual({ code: 0, name: 1, county: 2, material: 6 })
    // A remembered choice for a field that no longer exists.
    expect(columns({ gone: 5 })).toEqual({ code: 0, name: 1, county: 2, material: 5, covered: 6 })
  })

  it('of a position sets its columns, or that there is none', () => {
    const position = (position: { lon: number; lat: number } | { pair: number } | null) =>
      planOf(PILES, { choice: { position } }).plan.position.columns
    expect(position({ lon: 4, lat: 3 })).toEqual({ lon: 4, lat: 3 })
    expect(position(null)).toBeNull()
  })
})

describe('the plan for a table of dustfall', () => {
  it('is for points or counties by its cells, if the words about it mention dustfall', () => {
    const months = (unit: string, about = '降尘.xlsx') =>
      planOf(
        [
          ['单位名', '1月', '2月'],
          [unit, '3', '4'],
        ],
        { context: about },
      ).plan
    expect(months('东县').role).toBe('dustfall-published')
    expect(months('政府大院').role).toBe('dustfall-samples')
    expect(months('东县', '台账.xlsx').dustfall).toEqual({ form: 'long' })
    const mixed = (...units: string[]) =>
      planOf([['点位', '1月', '2月'], ...units.map((unit) => [unit, '3', '4'])], { context: '降尘.xlsx' }).plan.role
    expect(mixed('东县', '西县', '甲', '')).toBe('dustfall-published')
    expect(mixed('东县', '甲')).toBe('dustfall-samples')
    const points = (...names: string[]) =>
      planOf(
        [
          ['月份', ...names],
          ['2022-01', ...names.map(() => '3')],
        ],
        { context: '降尘.xlsx' },
      ).plan
    expect(points('东县', '西县').role).toBe('dustfall-published')
    expect(points('东县', '1#').role).toBe('dustfall-samples')
    expect(points('1#', '2#').dustfall.form).toBe('points')
  })

  it('has the month of the values if no column has it', () => {
    const month = (heading: string, context: string) =>
      planOf(
        [
          ['县区', heading],
          ['东县', '3.4'],
        ],
        { context, choice: { role: 'dustfall-published' } },
      ).plan.month
    expect(month('降尘量', '2022年10月.xlsx')).toBe('2022-10')
    expect(month('10月降尘量', '2022年.xlsx')).toBe('2022-10')
    expect(month('10月降尘量', '2022年9月.xlsx')).toBeNull()
    expect(planOf(SAMPLES, { name: '2022年9月' }).plan.month).toBe('2022-09')
  })

  it('is undated if months have no year, in headings or cells, and no text has one', () => {
    const undated = (rows: string[][], context = '降尘.xlsx', choice = {}) =>
      planOf(rows, { context, choice }).plan.undated
    const inHeadings = [
      ['点位名称', '1月', '2月'],
      ['甲', '3', '4'],
    ]
    const inCells = [
      ['点位名称', '县区', '月份', '降尘量'],
      ['甲', '东县', '2022-10', '3'],
      ['甲', '东县', '11月', '3'],
    ]
    const inRows = [
      ['月份', '1#', '2#'],
      ['1月', '3', '4'],
    ]
    for (const rows of [inHeadings, inCells, inRows]) {
      expect(undated(rows)).toBe(true)
      expect(undated(rows, '2022年降尘.xlsx')).toBe(false)
      // A choice of the user does not change that the file has no year.
      expect(undated(rows, '降尘.xlsx', { month: '2022-01' })).toBe(true)
    }
    expect(undated(SAMPLES)).toBe(false)
    expect(
      undated([
        ['点位名称', '2022年1月', '2022年2月'],
        ['甲', '3', '4'],
      ]),
    ).toBe(false)
    expect(
      undated([
        ['点位名称', '县区', '降尘量'],
        ['甲', '东县', '3'],
      ]),
    ).toBe(false)
    expect(planOf(inHeadings, { context: '降尘.xlsx' }).plan.year).toBeNull()
    expect(planOf(inHeadings, { context: '2022年降尘.xlsx' }).plan.year).toBe('2022')
  })
})

describe('the fingerprint of a file’s headings', () => {
  it('is equal from month to month', () => {
    const print = (...names: string[]) => fingerprintOf(names)
    expect(print('编号', '2022年10月降尘量')).toBe(print('编号', '2021年9月降尘量'))
    expect(print('编号', '降尘１０月')).toBe(print('编号', '降尘9月'))
    expect(print('编号', '名称')).not.toBe(print('编号名称'))
    expect(print('编号')).not.toBe(print('名称'))
    expect(print('2022')).toBe('#')
    expect(print('3022')).toBe('3022')
  })
})
