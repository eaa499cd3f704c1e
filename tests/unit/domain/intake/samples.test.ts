import { describe, expect, it } from 'vitest'
import type { KnownPoint } from '@/domain/intake/intake-base'
import { importRows, type Options, type Rows } from './import-rows'
import { townOf } from './town'

describe('samples of points', () => {
  const samples = (rows: Rows, options: Options = {}) =>
    importRows(rows, { ...options, choice: { role: 'dustfall-samples', ...options.choice } })
  const HEAD = ['点位名称', '县区', '月份', '降尘量', '有效', '备注']

  it('are never those of several months', () => {
    const head = [['2022年11月降尘'], ['点位名称', '县区', '1-11月均值', '11月']]
    const both = importRows([...head, ['甲', '东县', '5.5', '5.1']])
    expect([both.plan.role, both.column('month'), both.column('given')]).toEqual([
      'dustfall-samples',
      ['2022-11'],
      [5.1],
    ])
    const { counts, plan } = importRows([['2022年11月降尘'], ['点位名称', '县区', '1-11月均值'], ['甲', '东县', '5.5']])
    expect([plan.role, plan.columns.given, counts.slice(0, 2)]).toEqual(['dustfall-samples', undefined, [1, 0]])
  })

  it('are imported by point and month, and name their points', () => {
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

  it('are void with a reason, in the value’s cell or beside it', () => {
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
      ['被盗', '采样缸破损', '缺测（停电）', '沙尘', null],
    ])
    expect(said).toEqual([
      'voided|month-void|降尘量|2|被盗',
      'voided|month-void|降尘量|4|缺测',
      'voided|month-void|原因|3|采样缸破损',
      'kept|reason-missing|原因|6',
    ])
  })

  it('keep the word in place of the figure beside a remark that does not say it', () => {
    const { column } = samples([
      HEAD,
      ['甲', '东县', '2022-01', '停测', '', '设备检修'],
      ['甲', '东县', '2022-02', '停测', '', '设备检修停测'],
      ['甲', '东县', '2022-03', '停测', '', '正常'],
    ])
    expect(column('reason')).toEqual(['停测（设备检修）', '设备检修停测', '停测'])
  })

  it('are not valid by the word that a person chose for no, as by 否', () => {
    const rows: Rows = [
      HEAD,
      ['甲', '东县', '2022-01', '3.4', '存疑', '沙尘'],
      ['甲', '东县', '2022-02', '3.4*', '存疑', '沙尘'],
      ['甲', '东县', '2022-03', '3.4', '存疑', ''],
    ]
    const { column, said } = samples(rows, { choice: { flagWords: { 'valid 存疑': 'no' } } })
    expect([column('month'), column('valid')]).toEqual([
      ['2022-01', '2022-02', '2022-03'],
      [false, false, false],
    ])
    expect(said).toEqual(['voided|month-void|降尘量|3|3.4*', 'kept|reason-missing|原因|4'])
  })

  it('are refused without a value and a reason', () => {
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

  it('have a reason if a remark is more than a word for normal', () => {
    const remark = (text: string) =>
      samples([HEAD, ['甲', '东县', '2022-01', '', '', text]]).said.map((each) => each.split('|')[1])
    for (const text of ['无样品', '有效样品不足', '仪器不正常', '缸无破损，停电', '未见污染，样品异常'])
      expect([text, remark(text)]).toEqual([text, ['month-void']])
    for (const text of ['无', '正常', '有效', '良好', '是', '无异常', '一切正常，无破损', '未发现异常情况。'])
      expect([text, remark(text)]).toEqual([text, ['reason-missing']])
  })

  it('can be below the detection limit, or have words around the number', () => {
    const { column, said } = samples([
      HEAD,
      ['甲', '东县', '2022-01', '＜0.3', '', ''],
      ['乙', '东县', '2022-01', '约3.4吨', '', ''],
    ])
    expect(column('given')).toEqual([0, 3.4])
    expect(said.map((each) => each.split('|')[1])).toEqual(['below-detection', 'cell-repaired'])
  })

  it('below the detection limit keep their text and count as a share of the limit', () => {
    const { column, counts, said } = samples([
      HEAD,
      ['甲', '东县', '2022-01', '＜0.2', '', ''],
      ['乙', '东县', '2022-01', '未检出', '', ''],
      ['丙', '东县', '2022-01', '0.3L', '', ''],
      ['丁', '东县', '2022-01', '2.4', '', ''],
    ])
    expect([column('given'), column('givenText')]).toEqual([
      [0, 0, 0, 2.4],
      ['<0.2', '未检出', '0.3L', null],
    ])
    expect(counts).toEqual([4, 4, 0, 0, 0, 0])
    expect(said).toEqual([
      'converted|below-detection|降尘量|2|＜0.2||0.15',
      'converted|below-detection|降尘量|3|未检出||0.15',
      'converted|below-detection|降尘量|4|0.3L||0.15',
    ])
  })

  it('are below the detection limit in other words and signs of laboratories, too', () => {
    const cells = [
      '未检出(<0.3)',
      'ND（0.3）',
      'N.D.',
      '小于0.3',
      '低于 0.3',
      '〈0.3',
      '<.3',
      '0.3（L）',
      '<检出限',
      '低于检出限',
    ]
    const { column } = samples([HEAD, ...cells.map((cell, i) => [`${i}号`, '东县', '2022-01', cell, '', ''])])
    expect(column('given')).toEqual(cells.map(() => 0))
    expect(column('givenText').slice(0, 2)).toEqual(['未检出(<0.3)', 'ND(0.3)'])
    expect(samples([HEAD, ['甲', '东县', '2022-01', '未检出(<3)', '', '']]).said[0]).toContain('not-below-detection')
    expect(samples([HEAD, ['甲', '东县', '2022-01', '未检出(<3 mg/100cm²)', '', '']]).column('given')).toEqual([0])
  })

  it('are refused if the number behind “<” is above the detection limit', () => {
    const { counts, said } = samples([HEAD, ['甲', '东县', '2022-01', '<9.5', '', '']])
    expect([counts, said]).toEqual([[1, 0, 0, 1, 0, 0], ['refused|not-below-detection|降尘量|2|<9.5|≤ 0.3']])
    const wide = samples([
      ['点位名称', '县区', '2022年1月', '2022年2月'],
      ['甲', '东县', '<9.5', '<0.3'],
    ])
    expect([wide.column('month'), wide.column('givenText')]).toEqual([['2022-02'], ['<0.3']])
    expect(wide.said[0]).toBe('refused|not-below-detection|2022年1月|2|<9.5|≤ 0.3')
  })

  it('take the text of an earlier export only beside its zero', () => {
    const head = [...HEAD, '降尘量原文']
    const { column } = samples([
      head,
      ['甲', '东县', '2022-01', '0', '', '', '<0.2'],
      ['乙', '东县', '2022-01', '3', '', '', '<0.2'],
      ['丙', '东县', '2022-01', '0', '', '', '<9'],
    ])
    expect(column('givenText')).toEqual(['<0.2', null, null])
  })

  it('are converted by the unit of their column, row or title, which is said', () => {
    const wide = (unit: string, value: string) =>
      samples([
        ['点位名称', '县区', '单位', '2022年1月', '2022年2月'],
        ['甲', '东县', unit, value, '50'],
        ['乙', '东县', 't/km²·30d', '5', ''],
      ])
    const { column, said } = wide('mg/100cm²·30天', '62')
    expect(column('given')).toEqual([6.2, 5, 5])
    expect(said).toEqual([
      'converted|unit-converted|2022年1月|2|62 mg/100cm²·30天|1 mg/100cm²·30天 = 0.1 t/km²|6.2',
      'converted|unit-converted|2022年2月|2|50 mg/100cm²·30天|1 mg/100cm²·30天 = 0.1 t/km²|5',
      'skipped|value-empty|2022年2月|3',
    ])
    expect(wide('g/m2·month', '62').said[0]).toContain('1 g/m²·month = 1 t/km²|62')
    const titled = samples(
      [
        ['降尘 单位：mg/100cm²·30天'],
        [...HEAD],
        ['甲', '东县', '2022-01', '62', '', ''],
        ['乙', '东县', '2022-01', '<2', '', ''],
      ],
      { choice: { header: { row: 1, count: 1 } } },
    )
    expect([titled.column('given'), titled.column('givenText')]).toEqual([
      [6.2, 0],
      [null, '<0.2'],
    ])
    const headed = HEAD.map((name) => (name === '降尘量' ? '降尘量(mg/100cm²·月)' : name))
    expect(samples([headed, ['甲', '东县', '2022-01', '62', '', '']]).column('given')).toEqual([6.2])
    const row = ['', '', '', 'mg/100cm²·月', '', '']
    expect(samples([HEAD, row, ['甲', '东县', '2022-01', '62', '', '']]).column('given')).toEqual([6.2])
    expect(samples([HEAD, ['甲', '东县', '2022-01', '62 mg/100cm²', '', '']]).column('given')).toEqual([6.2])
  })

  it('beside a complete weighing are not needed: the weighing is taken, and an unknown unit is said', () => {
    const head = [
      ...['点位名称', '县区', '月份', '瓷坩埚质量', '瓷坩埚加降尘质量', '空白值', '集尘缸内径', '采样天数'],
      '降尘量(g/m²·a)',
    ]
    const row = (day: string, value: string) => ['甲', '东县', '2022-01', '50', '50.15', '0.01', '15', day, value]
    const { column, counts, said } = samples([head, row('30', '75')])
    expect([counts.slice(0, 4), column('given'), column('dustedGrams')]).toEqual([[1, 1, 0, 0], [null], [50.15]])
    expect(said).toEqual(['kept|unit-weighed|降尘量|2|75 g/m²·a'])
    // An incomplete one can't take its place.
    expect(samples([head, row('', '75')]).said[0]).toMatch(/^refused\|unit-unknown/)
  })

  it('per day are converted to 30 days, whatever the days of their month, which is said', () => {
    const headed = HEAD.map((name) => (name === '降尘量' ? '降尘量（g/m²，d）' : name))
    const { column, said } = samples([
      headed,
      ['甲', '东县', '2022-01', '0.21', '', ''],
      ['甲', '东县', '2022-02', '0.19', '', ''],
      ['乙', '东县', '2022-02', '<0.01', '', ''],
    ])
    expect([column('given'), column('givenText')]).toEqual([
      [6.3, 5.7, 0],
      [null, null, '<0.3'],
    ])
    expect(said[0]).toBe('converted|unit-daily|降尘量|2|0.21 g/m²,d|1 g/m²,d = 30 t/(km²·30d)|6.3')
    // Monthly values under a heading of days are too large to be true.
    const doubtful = samples([headed, ['甲', '东县', '2022-01', '6.3', '', '']])
    expect(doubtful.said.some((each) => each.startsWith('kept|value-too-large|降尘量|2|189'))).toBe(true)
  })

  it('are refused in the unknown unit of a title, of which an office’s name and the air’s units are none', () => {
    const of = (...title: string[]) =>
      samples([title, [...HEAD], ['甲', '东县', '2022-01', '2', '', '']], {
        choice: { header: { row: 1, count: 1 } },
      })
    const far = '填报单位：某市生态环境局某分局生态环境监测站（盖章） 填报日期：2022年11月5日 '
    for (const title of ['降尘量统计表（g/m²·a）', `${far}单位：g/(m²·a)`, '单位：t/月'])
      expect([title, of(title).said[0]?.split('|')[1]]).toEqual([title, 'unit-unknown'])
    expect(of(`${far}单位：mg/100cm²·月`).column('given')).toEqual([0.2])
    expect(of('降尘单位：t/km²·月 PM10单位：μg/m³').said).toEqual([])
    expect(of('降尘与PM10（mg/m3）对照').said).toEqual([])
  })

  it('are in the months below a merged heading with their unit', () => {
    const { column, said } = samples(
      [
        ['2022年降尘监测结果'],
        ['县区', '点位名称', '降尘量（mg/100cm²·月）', ''],
        ['', '', '1月', '2月'],
        ['东县', '甲', '51', '42'],
      ],
      { merges: [{ startRow: 1, endRow: 1, startColumn: 2, endColumn: 3 }] },
    )
    expect([column('month'), column('given')]).toEqual([
      ['2022-01', '2022-02'],
      [5.1, 4.2],
    ])
    expect(said[1]).toBe(
      'converted|unit-converted|降尘量（mg/100cm²·月）/2月|4|42 mg/100cm²·月|1 mg/100cm²·月 = 0.1 t/km²|4.2',
    )
  })

  it('are refused in an unknown unit, but not if they have no number', () => {
    const { counts, said, column } = samples([
      [...HEAD, '单位'],
      ['甲', '东县', '2022-01', '62', '', '', 'g/(m²·a)'],
      ['乙', '东县', '2022-01', '缺测', '', '', 'g/(m²·a)'],
      ['丙', '东县', '2022-01', '6.2', '', '', ''],
      ['丁', '东县', '2022-01', '6.2', '', '', 't/km²·月'],
    ])
    expect(counts).toEqual([4, 3, expect.anything(), 1, 0, 0])
    expect(column('given')).toEqual([null, 6.2, 6.2])
    expect(said[0]).toMatch(/^refused\|unit-unknown\|降尘量\|2\|g\/\(m²·a\)\|t\/\(km²·30d\)/)
  })

  it('are refused with a number that can’t be read, which is no reason', () => {
    for (const cell of ['6.5*', '6，5', '≥7.2', '5.3±0.2']) {
      const { counts, said } = samples([HEAD, ['甲', '东县', '2022-01', cell, '', '']])
      expect([counts, said]).toEqual([[1, 0, 0, 1, 0, 0], [`refused|value-unread|降尘量|2|${cell}`]])
    }
    for (const [cell, ...beside] of [
      ['3月20日停电', '', ''],
      ['6.5*', '否', '沙尘'],
    ] as const) {
      const { column, said } = samples([HEAD, ['甲', '东县', '2022-01', cell, ...beside]])
      expect([column('given'), column('valid'), column('reason')]).toEqual([[null], [false], [beside[1] || cell]])
      expect(said).toEqual([`voided|month-void|降尘量|2|${cell}`])
    }
  })

  it('missing from a month that other rows have are mentioned, with the remark as the reason of a sole gap', () => {
    const { counts, said, column } = samples([
      ['点位名称', '县区', '2022年1月', '2022年2月', '2022年3月', '备注'],
      ['甲', '东县', '3.4', '', '', '缸破损'],
      ['乙', '东县', '', '', '', '停电'],
      ['丙', '东县', '3.5', '3.6', '', ''],
      ['丁', '东县', '', '3.6', '', ''],
    ])
    expect([column('month'), column('valid'), column('reason')]).toEqual([
      ['2022-01', '2022-02', '2022-01', '2022-02', '2022-02'],
      [null, false, null, null, null],
      [null, '缸破损', null, null, null],
    ])
    expect(counts).toEqual([5, 5, 0, 0, 3, 0])
    expect(said).toEqual([
      'voided|month-void|原因|2|缸破损',
      'skipped|value-empty|2022年1月|3',
      'skipped|value-empty|2022年1月|5',
      'skipped|value-empty|2022年2月|3',
    ])
  })

  it('are void by a remark on the row only if it says why, names no other month, and no value is stored', () => {
    const town = townOf([{ code: 'P1', name: '甲', county: '01', at: null, real: true }], {
      figureOf: (unit, month) => (unit === 'P1' && month === '2022-02' ? 5.25 : null),
    })
    const reasonOf = (name: string, remark: string) => {
      const head = ['点位名称', '县区', '2022年1月', '2022年2月', '备注']
      const { column, said } = samples([head, [name, '东县', '5.1', '', remark], ['乙', '东县', '3.1', '3.2', '']], {
        town,
      })
      return [column('month').length, column('reason')[1], said.map((each) => each.split('|')[1]).join()]
    }
    for (const remark of ['缸破损', '2月停电', '2、3月采样缸被盗'])
      expect(reasonOf('丙', remark)).toEqual([4, remark, 'month-void'])
    for (const remark of ['国控点', '1月缸破损', '1、12月停电', '正常', '无异常', '设备未见明显异常', '周边有污染源'])
      expect(reasonOf('丙', remark)).toEqual([3, null, 'value-empty'])
    // Stored as 5.25.
    expect(reasonOf('甲', '缸破损')).toEqual([3, null, 'value-empty'])
  })

  it('already stored are not removed by a dash, which is said with the value', () => {
    const town = townOf([{ code: 'P1', name: '甲', county: '01', at: null, real: true }], {
      figureOf: (unit, month) => (unit === 'P1' && month === '2022-01' ? 5.25 : null),
    })
    const { said } = samples(
      [
        ['点位名称', '县区', '2022年1月', '2022年2月'],
        ['甲', '东县', '—', '—'],
        ['乙', '东县', '3.1', '3.2'],
      ],
      { town },
    )
    expect(said).toEqual(['kept|old-value-stays|2022年1月|2|—|5.2', 'skipped|absent-mark|2022年2月|2|—'])
  })

  it('are questioned if a remark voids a row with a value', () => {
    expect(samples([HEAD, ['甲', '东县', '2022-01', '3.4', '', '缸体被移']]).said).toEqual([
      'kept|void-with-value|原因|2|缸体被移 · 3.4',
    ])
    for (const remark of ['有风', '无破损'])
      expect(samples([HEAD, ['甲', '东县', '2022-01', '3.4', '', remark]]).said).toEqual([])
  })

  it('are refused if they contradict an earlier row in anything, and skipped if they are equal', () => {
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

  it('are summary rows if their point, name or county says so', () => {
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
  /** 0.05 g in 30 days with a diameter of 15 cm: 2.8 t/(km²·30d) by HJ 1221-2021. */
  const weighing = (...changes: [number, string][]) =>
    changes.reduce(
      (row, [at, cell]) => row.with(at, cell),
      ['甲', '东县', '2022-01', '60', '60.05', '0', '15', '30', '', ''],
    )

  it('can be weighings, whose value is calculated and compared with the stated one', () => {
    expect(samples([WEIGHED, weighing()]).counts).toEqual([1, 1, 0, 0, 0, 0])
    expect(samples([WEIGHED, weighing([8, '2.8'])]).said).toEqual([])
    expect(samples([WEIGHED, weighing([8, '2.9'])]).said).toEqual(['kept|weighing-differs|降尘量|2|2.9|2.8'])
    // A jump is found by the calculated value.
    const next = samples([WEIGHED, weighing(), weighing([2, '2022-02'], [4, '61'])])
    expect(next.said[0]).toBe('kept|value-risen|降尘量|3|56.588|2.8')
  })

  it('are refused if a weighing is incomplete, with the missing parts', () => {
    const said = (...changes: [number, string][]) => samples([WEIGHED, weighing(...changes)]).said
    expect(said([7, ''])).toEqual(['refused|weighing-incomplete||2||采样天数'])
    expect(said([6, ''])).toEqual(['refused|weighing-incomplete||2||缸口内径(cm)'])
    expect(said([4, ''], [5, ''])).toEqual(['refused|weighing-incomplete||2||瓷坩埚加降尘质量m1(g)、空白值m2(g)'])
    expect(said([3, ''])).toEqual(['refused|weighing-incomplete||2||瓷坩埚质量m0(g)'])
    // Both masses missing: it was never weighed.
    expect(said([3, ''], [4, ''])).toEqual(['refused|reason-missing|原因|2'])
    // Values outside the field's own range.
    expect(said([7, '101'])).toContain('refused|weighing-incomplete||2||采样天数')
    expect(said([7, '0.05'])).toContain('refused|weighing-incomplete||2||采样天数')
    expect(said([7, '100'])).not.toContain('refused|weighing-incomplete||2||采样天数')
    expect(said([3, ''], [9, '采样缸被盗'])).toEqual(['voided|month-void|原因|2|采样缸被盗'])
  })

  it('contradict each other if one of the masses differs', () => {
    const { said } = samples([WEIGHED, weighing(), weighing(), weighing([4, '60.06']), weighing([3, '59.99'])])
    expect(said.map((each) => each.split('|').slice(0, 4).join('|'))).toEqual([
      'refused|row-contradicts|降尘量|4',
      'refused|row-contradicts|降尘量|5',
      'skipped|row-repeated||3',
    ])
  })

  it('can have the mouth of the cylinder as a diameter or an area', () => {
    const head = WEIGHED.with(6, '缸口面积(cm2)')
    const row = (days: string) => weighing([6, '176.7'], [7, days])
    expect(samples([head, row('30')]).counts).toEqual([1, 1, 0, 0, 0, 0])
    expect(samples([head, row('')]).said).toEqual(['refused|weighing-incomplete||2||采样天数'])
    expect(samples([head, row('30').with(6, '')]).said).toEqual(['refused|weighing-incomplete||2||缸口内径(cm)'])
  })

  it('are where the file or the user puts them', () => {
    const head = [...HEAD, '经度', '纬度']
    const row = ['甲', '东县', '2022-10', '3.4', '', '', '108.71', '34.31']
    const found = (choice = {}) => samples([head, row], { choice: { datum: 'wgs84', ...choice } })
    expect(found().points).toMatchObject([{ at: [108.71, 34.31] }])
    const placed = found({ placed: new Map([[2, [108.72, 34.3]]]) })
    expect(placed.points).toMatchObject([{ at: [108.72, 34.3] }])
    expect(Object.fromEntries(placed.byHand)).toEqual({ '01-甲': { position: '' } })
    expect(samples([head, row.with(6, '108.69')], { choice: { datum: 'wgs84' } }).said).toEqual([
      'kept|county-disagrees|区县|2|东县|西县',
    ])
    expect(samples([head, row.with(6, '路口')], { choice: { datum: 'wgs84' } }).said).toEqual([
      'emptied|position-unreadable|经度|2|路口, 34.31|108.7, 34.3',
    ])
  })

  it('have a code of their own if a heading says so, or if a column of names is beside it', () => {
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

  it('of a point without a county are refused until the user has chosen one', () => {
    const rows = [HEAD, ['甲', '—', '2022-10', '3.4', '', '']]
    const lost = samples(rows)
    expect([lost.counts.slice(0, 4), lost.said]).toEqual([[1, 0, 0, 1], ['refused|point-county-unknown|区县|2|甲']])
    const { key } = lost.lostPoints[0]!
    const found = samples(rows, { choice: { counties: new Map([[key, '02']]) } })
    expect(found.points).toMatchObject([{ code: '02-甲', county: '02' }])
    expect(Object.fromEntries(found.byHand)).toEqual({ '02-甲': { county: '' } })
  })

  it('can have months or points in columns', () => {
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
    expect(months.said).toEqual(['voided|month-void|2月|2|被盗'])
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

  it('with months without a year use the year that is still to be confirmed', () => {
    const undated = samples([
      ['点位名称', '县区', '1月', '2月'],
      ['甲', '东县', '3', '4'],
    ])
    expect([undated.plan.undated, undated.column('month')]).toEqual([true, ['0000-01', '0000-02']])
  })
})
