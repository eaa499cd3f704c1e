import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPlan } from '@/domain/plan/read-plan'
import {
  CLAUSES_2022,
  compareFacts,
  type Facts,
  factsOf,
  factsOfClauses,
  KNOWN_BODIES,
  PLAN_2022,
  readPlan2022,
} from '../../../fixtures/read-plans'

const share = ({ said, found }: { said: number; found: number }) => found / said

describe('the plan of 2022, compared with the clauses that were entered by hand', () => {
  it('is read with every department, deadline and figure; everything else is marked as doubtful', () => {
    const read = compareFacts(factsOfClauses(CLAUSES_2022), factsOf(PLAN_2022, KNOWN_BODIES, 2022))
    expect(read.clauses).toEqual({ said: 45, found: 45, surplus: 0 })
    expect(share(read.bodies)).toBeGreaterThanOrEqual(0.95)
    expect(share(read.days)).toBeGreaterThanOrEqual(0.9)
    expect(share(read.figures)).toBeGreaterThanOrEqual(0.9)
    // Two deadlines of 年内启动 and 力争年内, which are marked as doubtful.
    expect(read).toMatchObject({
      bodies: { said: 200, found: 200, surplus: 0 },
      days: { said: 32, found: 32, surplus: 2 },
      figures: { said: 20, found: 20, surplus: 0 },
    })
    const doubted = readPlan2022().clauses.flatMap(({ deadlines }) =>
      deadlines.filter(({ doubt }) => doubt === 'not-finished'),
    )
    expect(doubted.map(({ what }) => what)).toEqual(['启动改造', '有实质性进展'])
  })

  it('without known departments is read except for the misspelt one', () => {
    const { bodies } = compareFacts(factsOfClauses(CLAUSES_2022), factsOf(PLAN_2022, [], 2022))
    expect(bodies).toEqual({ said: 200, found: 199, surplus: 1 })
  })

  it('has its title, number and day of issue', () => {
    expect(readPlan2022().head).toEqual({
      title: '咸阳市蓝天保卫战2022年工作方案',
      number: '咸政办发〔2022〕32号',
      issued: '2022-05-30',
      year: 2022,
      firstYear: 2022,
    })
  })

  it('has a position in the text for each proposal', () => {
    const { text, clauses } = readPlan2022()
    const said = (number: number) => clauses[number - 1]!
    const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
    expect(at(said(22).title)).toBe('严格降尘监测考核')
    expect(said(22).figures.map(at)).toEqual(['7吨/月・平方公里'])
    expect(said(22).recurrences.map(at)).toEqual(['逐月'])
    expect(said(26).deadlines.map(at)).toEqual(['5月10日前', '5月底前', '10月底前', '5月底前', '6月底前', '8月底前'])
    expect(said(22).responsibilities.map(at)).toEqual(['〔市生态环境局牵头，各县市区政府（管委会）负责〕'])
    expect(said(22).responsibilities[0]!.bodies.map(at)).toEqual(['市生态环境局', '各县市区政府（管委会）'])
    expect(said(6).mark).toBe('二、（三）6.')
  })
})

/** Counted by hand in the openings of two published plans; of their text only the phrases with facts are kept. */
const CHAOZHOU: readonly Facts[] = [
  {
    number: 1,
    bodies: [
      'lead 市生态环境局',
      'lead 市市场监管局',
      'support 市发展和改革局',
      'support 市工业和信息化局',
      'support 市自然资源局',
      'carriedOutBy 各县、区人民政府（管委会）',
    ],
    days: [],
    figures: [],
  },
  {
    number: 2,
    bodies: [
      ...['lead 市生态环境局', 'lead 市发展和改革局', 'lead 市工业和信息化局'],
      ...['support 市公安局', 'support 市自然资源局', 'support 市住房和城乡建设局', 'support 市水务局'],
      ...['support 市农业农村局', 'support 市应急管理局'],
    ],
    days: ['2019-09-30'],
    figures: [],
  },
]
const JINHUA: readonly Facts[] = [
  {
    number: 1,
    bodies: ['lead 经信委', 'support 发改委', 'support 市场监管局'],
    days: [],
    figures: ['≥ 3 %', '≥ 90 %'],
  },
  {
    number: 2,
    bodies: ['lead 经信委', 'lead 环保局', 'support 发改委', 'support 市场监管局', 'carriedOutBy 各镇（街道）'],
    days: ['2018-09-30'],
    figures: [],
  },
  {
    number: 3,
    bodies: ['lead 经信委', 'lead 发改委', 'carriedOutBy 各镇（街道）'],
    days: ['2018-12-31'],
    figures: ['≥ 4 %'],
  },
]

describe('plans of other cities', () => {
  it.each([
    ['潮州市打赢蓝天保卫战实施方案(2019-2020年)', 'plan-chaozhou-2019', CHAOZHOU],
    ['金华市蓝天保卫战2018年实施计划', 'plan-jinhua-2018', JINHUA],
  ])('%s', (title, file, truth) => {
    const text = readFileSync(`tests/fixtures/${file}.txt`, 'utf8')
    const read = compareFacts(truth, factsOf(text, [], 2022))
    for (const { said, found, surplus } of Object.values(read)) expect([found, surplus]).toEqual([said, 0])
    expect(readPlan(text, [], 2022).head.title).toBe(title)
  })
})

it('continue after a gap in the numbers, and report missing and repeated numbers', () => {
  const read = (...numbers: number[]) =>
    readPlan(['甲市2023年工作方案', ...numbers.map((n) => `${n}.任务${n}。`)].join('\n'), [], 2023)
  const gap = read(1, 2, 4, 5, 6)
  expect(gap.clauses.map(({ number }) => number)).toEqual([1, 2, 4, 5, 6])
  expect(gap.faults).toEqual({ missing: [3], doubled: [] })
  const doubled = read(1, 2, 2, 3)
  expect(doubled.clauses.map(({ number }) => number)).toEqual([1, 2, 3])
  expect(doubled.faults).toEqual({ missing: [], doubled: [2] })
  // A figure at the start of a line is not a gap.
  expect(read(1, 30, 2, 3).clauses.map(({ number }) => number)).toEqual([1, 2, 3])
  expect(read(1, 2, 3).faults).toEqual({ missing: [], doubled: [] })
})
