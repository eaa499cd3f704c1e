import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { splitWording } from '@/domain/plan/wording'
import { checklistOf } from '@/domain/rules/checklist'
import { findAll, findingsOf } from '@/domain/rules/findings'
import { isAdvisory, type Rule } from '@/domain/rules/rule'
import { withoutHints } from '@/domain/rules/seen'
import { STATUS } from '@/domain/rules/status'
import { withSurveys } from '@/domain/sources/latest-surveys'
import { readTable } from '@/domain/sources/reading/read-table'
import { kindOf } from '../../fixtures/kinds'

const rules = JSON.parse(readFileSync('data/rules.json', 'utf8')) as Rule[]

/** One row of a kind under its headings, and the finding of a rule on it. */
function findingFor(id: string, cells: Record<string, string>, asOf = '2022-10-31') {
  const rule = rules.find((each) => each.id === id)!
  const { value, problems } = readTable(
    { file: 't', header: ['编号', '名称', ...Object.keys(cells)], rows: [['1', 'x', ...Object.values(cells)]] },
    kindOf(rule.kind).fields,
  )
  expect(problems).toEqual([])
  const found = findAll(
    [{ kind: rule.kind, schema: kindOf(rule.kind), table: value!, first: 0 }],
    [rule],
    parseDay(asOf),
  )
  return findingsOf(found.rules, 0)[0] ?? null
}

const 住建 = '市住房和城乡建设局'
const 城管 = '市城市管理执法局'
const 生态 = '市生态环境局'

describe('the rules compared with the plan, as entered by hand', () => {
  // rule, clause, figure or deadline in the plan, lead departments 〔…牵头〕
  it.each([
    ['23-six', 23, '"fields":["enclosed","covered","washed","hardened","wetWork","sealedTrucks"]', [住建]],
    ['23-renewed', 23, '"deadline":"2022-05-31"', [住建]],
    ['23-calibrated', 23, 'this-quarter', [住建]],
    ['24-bare-3m', 24, '"months":3', [城管]],
    ['24-stopped', 24, '"months":1', [城管]],
    ['24-sections', 24, 'inSections', [住建, 城管, '市交通运输局', '市水利局']],
    ['25-covered', 25, 'closedOrCovered', [生态, '市自然资源局', 住建]],
    ['26-spoil-plan', 26, '"day":"2022-05-31"', [城管]],
    ['26-spoil-done', 26, '"day":"2022-10-31"', [城管]],
    ['26-silt', 26, '"values":["优"]', [城管]],
    ['26-belt-plan', 26, '"day":"2022-06-30"', ['市交通运输局']],
    ['26-belt-verge', 26, '"day":"2022-08-31"', ['市交通运输局']],
    ['26-sweep-urban', 26, '"value":90', [城管]],
    ['26-sweep-county', 26, '"value":70', [城管]],
    ['27-water', 27, '"value":6', [城管, 住建, '市交通运输局', '市发展和改革委员会']],
    ['27-water-adverse', 27, '"value":8', [城管, 住建, '市交通运输局', '市发展和改革委员会']],
    ['27-sweep', 27, '"value":1', [城管, 住建, '市交通运输局', '市发展和改革委员会']],
    ['16-day', 16, '"percent":80', [城管]],
    ['20-sampled', 20, '"percent":20', [生态]],
  ])('%s: clause %d, %s', (id, clause, figure, lead) => {
    const rule = rules.find((each) => each.id === id)!
    expect(rule.clause).toBe(clause)
    expect(JSON.stringify(rule.check)).toContain(figure)
    expect(rule.lead).toEqual(lead)
  })
})

describe('findings', () => {
  const six = { 围挡: '是', 物料覆盖: '√', 出入车辆冲洗: '有', 地面硬化: '1', 湿法作业: '是', 渣土车密闭: '是' }

  it('count the failing ones of the six measures, and never take a missing value as fine', () => {
    expect(findingFor('23-six', six)).toBeNull()
    expect(findingFor('23-six', { ...six, 围挡: '否', 湿法作业: '×' })).toMatchObject({
      status: STATUS.failing,
      failures: 2,
    })
    expect(findingFor('23-six', { ...six, 围挡: '' })).toMatchObject({ status: STATUS.unknown })
  })

  it('are overdue after the day that the office set for rectification', () => {
    const row = { ...six, 围挡: '否', 问题发现日期: '2022/9/1', 整改期限: '2022年9月12日' }
    expect(findingFor('23-six', row)).toMatchObject({ status: STATUS.overdue, days: 49, since: parseDay('2022-09-01') })
    expect(findingFor('23-six', row, '2022-09-12')).toMatchObject({ status: STATUS.failing })
  })

  it('require a calibration in each quarter', () => {
    const on = (day: string) => findingFor('23-calibrated', { 扬尘监测: '是', 校准日期: day })
    expect(on('2022-10-01')).toBeNull()
    // This quarter's calibration is due at the end of the quarter: the plan asks for one per quarter, on any day.
    expect(on('2022-09-30')).toMatchObject({ status: STATUS.due, due: parseDay('2022-12-31'), days: 61 })
    expect(on('2022-06-20')).toMatchObject({ status: STATUS.overdue, days: 31 })
    expect(findingFor('23-calibrated', { 扬尘监测: '否', 校准日期: '' })).toBeNull()
  })

  it('allow three months for bare ground', () => {
    const bare = (since: string) => findingFor('24-bare-3m', { 完全拆除: '是', 裸露起始日期: since, 绿化或覆盖: '否' })
    expect(bare('2022-07-31')).toBeNull()
    expect(bare('2022-07-30')).toMatchObject({ status: STATUS.overdue, days: 1 })
  })

  it('distinguish due, overdue and unknown for a task with a deadline', () => {
    const task = (done: string, asOf: string) =>
      findingFor('14-task', { 条款: '14', 任务: 'x', 期限: '2022-10-31', 完成: done }, asOf)
    expect(task('否', '2022-10-31')).toMatchObject({ status: STATUS.due, days: 0 })
    expect(task('否', '2022-11-05')).toMatchObject({ status: STATUS.overdue, days: 5 })
    expect(task('', '2022-11-05')).toMatchObject({ status: STATUS.unknown })
    expect(task('是', '2022-11-05')).toBeNull()
  })

  it('require eight waterings a day only in wind, heat or sand', () => {
    const yard = (rule: string, weather: string, times: string) =>
      findingFor(rule, { 场地类型: '停车场', 当日天气: weather, 每日洒水次数: times })
    expect(yard('27-water', '正常', '6')).toBeNull()
    expect(yard('27-water', '正常', '5')).toMatchObject({ status: STATUS.failing })
    expect(yard('27-water-adverse', '正常', '6')).toBeNull()
    expect(yard('27-water-adverse', '大风', '7')).toMatchObject({ status: STATUS.failing })
  })

  it('use the latest silt survey up to the day, and grade rows that only have g/m²', () => {
    const roads = readTable(
      { file: 'r', header: ['编号', '名称', '重点路段'], rows: [['R1', 'x', '是']] },
      kindOf('road').fields,
    ).value!
    const header = ['道路编号', '调查日期', '积尘负荷(克/平方米)', '积尘等级']
    const rows = [
      ['R1', '2022-08-01', '0.5', '优'],
      ['R1', '2022-09-20', '1.5', ''],
      ['R1', '2022-10-10', '1.6', ''],
    ]
    const surveys = readTable({ file: 's', header, rows }, kindOf('road').surveys!.fields).value!
    const silt = rules.filter(({ id }) => id === '26-silt')
    const on = (asOf: string) => {
      const table = withSurveys(kindOf('road'), roads, [surveys], parseDay(asOf), [1, 2, 4])
      const found = findAll([{ kind: 'road', schema: kindOf('road'), table, first: 0 }], silt, parseDay(asOf))
      return findingsOf(found.rules, 0)[0] ?? null
    }
    expect(on('2022-09-01')).toBeNull()
    expect(on('2022-10-31')).toMatchObject({ status: STATUS.overdue, since: parseDay('2022-09-20'), days: 41 })
  })
})

describe('the scope of a rule', () => {
  it('has the rows that match it, and those for which that is unknown', () => {
    const urban = rules.filter(({ id }) => id === '26-sweep-urban')
    const { value } = readTable(
      {
        file: 'sweeping.csv',
        header: ['编号', '名称', '区县', '主城区', '机械化清扫率(%)'],
        rows: [
          ['1', '甲', '', '是', '95'],
          ['2', '乙', '', '否', '10'],
          ['3', '丙', '', '', '95'],
        ],
      },
      kindOf('sweeping').fields,
    )
    const [found] = findAll(
      [{ kind: 'sweeping', schema: kindOf('sweeping'), table: value!, first: 0 }],
      urban,
      parseDay('2022-10-31'),
    ).rules
    expect([0, 1, 2].map((row) => found!.covers(row))).toEqual([true, false, true])
    expect([...found!.status]).toEqual([STATUS.fine, STATUS.fine, STATUS.unknown])
  })
})

describe('a rule that is only a hint', () => {
  const header = ['编号', '名称', '重点路段', '积尘调查日期', '问题发现日期', '整改期限']
  const roads = (rows: string[][]) => readTable({ file: 'r', header, rows }, kindOf('road').fields).value!
  const survey = rules.find(({ id }) => id === '26-survey')!
  const { advisory: _advisory, ...older } = survey
  // A survey 92 days ago, on a road whose deadline for rectification is past.
  const table = roads([['R1', 'x', '是', '2022-07-31', '2022-08-01', '2022-08-10']])
  const on = (rule: Rule) =>
    findAll([{ kind: 'road', schema: kindOf('road'), table, first: 0 }], [rule], parseDay('2022-10-31'))

  it('is never a finding of a clause, and does not affect the severity of a source', () => {
    for (const rule of [survey, older as Rule]) {
      const { rules: found, hints, severity } = on(rule)
      expect(isAdvisory(rule)).toBe(true)
      expect(found).toEqual([])
      expect(findingsOf(hints, 0)).toHaveLength(1)
      expect([severity.status[0], severity.overdueDays[0], severity.failures[0]]).toEqual([STATUS.fine, 0, 0])
    }
  })

  it('is not a maximum age set by the office’s own rule, or by our rule after the office changed it', () => {
    const own: Rule[] = [
      { ...(older as Rule), id: '26-own-survey' },
      { ...(older as Rule), clause: 27 },
      { ...(older as Rule), check: { type: 'max-age', field: 'siltSurveyedOn', days: 15 } },
    ]
    for (const rule of own) {
      const { rules: found, hints, severity } = on(rule)
      expect(isAdvisory(rule)).toBe(false)
      expect(findingsOf(found, 0)).toHaveLength(1)
      expect(hints).toEqual([])
      expect(severity.status[0]).not.toBe(STATUS.fine)
    }
    expect(checklistOf(own, 'road').items.map(({ id }) => id)).toContain('26-own-survey')
  })

  it('counts as a rule of a clause if the package states that its plan requires it', () => {
    const { rules: found, hints } = on({ ...survey, advisory: false })
    expect(findingsOf(found, 0)).toHaveLength(1)
    expect(hints).toEqual([])
  })

  it('is on no checklist, and older answers to it are not counted', () => {
    expect(checklistOf(rules, 'road').items.map(({ id }) => id)).not.toContain('26-survey')
    const seen = { kind: 'road', code: 'R1', day: '2022-10-30', deadlines: {} } as const
    expect(withoutHints([{ ...seen, answers: { '26-survey': false, '26-silt': true } }], rules)).toEqual([
      { ...seen, answers: { '26-silt': true } },
    ])
  })
})

describe('days overdue', () => {
  it('never begin before the plan: a pile found earlier is late from the day after the issue', () => {
    const pile = (foundOn: string, asOf: string, county = '610404') =>
      findingFor('27-pile', { 暴露堆: '是', 摸排日期: foundOn, 清零: '否', 区县: county }, asOf)
    expect(pile('2022-03-01', '2022-10-31')).toMatchObject({
      status: STATUS.overdue,
      days: 154,
      since: parseDay('2022-05-31'),
    })
    expect(pile('2022-03-01', '2022-05-30')).toMatchObject({ status: STATUS.due, days: 0 })
    expect(pile('2022-06-01', '2022-06-11')).toMatchObject({
      status: STATUS.overdue,
      days: 10,
      since: parseDay('2022-06-02'),
    })
    // The plan requires this only of the two districts and the committees.
    expect(pile('2022-03-01', '2022-10-31', '610422')).toBeNull()
  })

  it('never begin before the plan either if a quarter or a number of months ended earlier', () => {
    expect(findingFor('23-calibrated', { 扬尘监测: '是', 校准日期: '2021-02-01' })).toMatchObject({ days: 154 })
    expect(findingFor('24-bare-3m', { 完全拆除: '是', 裸露起始日期: '2021-12-01', 绿化或覆盖: '否' })).toMatchObject({
      days: 154,
    })
  })

  it('are counted from the plan’s own deadline for tasks that were due before it was issued', () => {
    const task = findingFor('2-task', { 条款: '2', 任务: 'x', 期限: '2022-04-30', 完成: '否' }, '2022-05-30')
    expect(task).toMatchObject({ status: STATUS.overdue, days: 30 })
    const { plan } = JSON.parse(readFileSync('data/datapackage.json', 'utf8')).chentu
    expect(rules.filter(({ id, from }) => !id.endsWith('-task') && from < plan.day)).toEqual([])
  })
})

describe('the wording of a plan', () => {
  it('is split by clause numbers, not by figures within a clause', () => {
    const text = '一、目标\n文\n1.甲。5月底前\n续段\n（二）标题\n2．乙\n6.不是条款\n3、丙'
    expect(splitWording(text)).toEqual(
      new Map([
        [1, '甲。5月底前\n续段'],
        [2, '乙\n6.不是条款'],
        [3, '丙'],
      ]),
    )
  })
})
