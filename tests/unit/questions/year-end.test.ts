import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { clauseOutcome, targetStanding } from '@/domain/rules/outcome'
import { withSmallPrint, yearEndTable } from '@/features/explore/plan/year-end/year-end-table'
import { targetsTable } from '@/features/meeting/paper-tasks'
import { taskFacts } from '@/features/meeting/task-facts'
import { startI18n } from '@/i18n'
import { printedRows } from '@/io/papers/papers'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { monthProblems } from '@/questions/month/month-problems'
import { clauseBases } from '@/questions/plan/clause-basis'
import { targetValues } from '@/questions/plan/target-values'
import { yearEndDay, yearEndOf } from '@/questions/plan/year-end'
import { planBasis } from '@/store/words/plan-basis'
import { membersOf } from '@/workers/current-steps'
import { openFromDisk } from '../package-from-disk'

const opened = (await openFromDisk('')).value!
const dataset = datasetOf(opened)
const members = membersOf(opened, { radiusMetres: 25_000, basis: 'centre' })
const endOn = (day: string, after: string | null = null) => yearEndOf(filtered(day), after ? filtered(after) : null)
const filtered = (day: string) => ({ evaluated: evaluateRules(opened, day), members })

beforeAll(() => startI18n('zh-CN').then(() => undefined))

it('is summarised on the last day of the plan’s year, or on the displayed day if that is earlier', () => {
  expect(yearEndDay(2022, '2023-03-01')).toBe('2022-12-31')
  expect(yearEndDay(2022, '2022-12-31')).toBe('2022-12-31')
  expect(yearEndDay(2022, '2022-10-31')).toBe('2022-10-31')
})

describe('the plan at the end of the year', () => {
  const end = endOn('2022-12-31')

  it('has every clause once, in order, with the outcome that follows from its parts', () => {
    expect(end.clauses.map(({ clause }) => clause)).toEqual(dataset.clauses.map(({ number }) => number))
    const bases = clauseBases(filtered('2022-12-31'))
    for (const { clause, outcome, targets } of end.clauses) {
      const requirements = bases.find((each) => each.clause === clause)!.requirements.map(({ tally }) => tally)
      const hasDay = dataset.clauses.find(({ number }) => number === clause)!.deadlines.length > 0
      expect(outcome, `${clause}`).toBe(
        clauseOutcome({ targets: targets.map(({ standing }) => standing), requirements, hasDay }),
      )
    }
    expect(new Set(end.clauses.map(({ outcome }) => outcome)).size).toBeGreaterThan(2)
  })

  it('has nothing that is not yet due among what was due by the year’s last day, once that is over', () => {
    const due = (of: typeof end) => of.clauses.reduce((sum, { tasks }) => sum + (tasks?.due ?? 0), 0)
    // One task of the plan is due in 2023.
    expect(due(end)).toBeGreaterThan(1)
    expect(due(endOn('2022-12-31', '2023-01-01'))).toBe(1)
    // A requirement for every quarter is judged by the year's last quarter.
    const standing = (of: typeof end) => of.clauses.map(({ targets }) => targets)
    expect(standing(endOn('2022-12-31', '2023-01-01'))).toEqual(standing(end))
  })

  it('counts named tasks separately from requirements on sources', () => {
    const { tasks, requirements } = end.clauses.find(({ clause }) => clause === 7)!
    const asked = clauseBases(filtered('2022-12-31')).find(({ clause }) => clause === 7)!.requirements
    const ofTasks = asked.filter(({ rule }) => opened.pack.rules[rule]!.kind === 'plan-task')
    const sum = (tallies: readonly { readonly tally: object }[]) =>
      tallies.flatMap(({ tally }) => Object.values(tally)).reduce((all: number, each: number) => all + each, 0)
    expect(sum([{ tally: tasks! }])).toBe(sum(ofTasks))
    expect(ofTasks.length).toBeGreaterThan(0)
    expect(requirements === null).toBe(asked.length === ofTasks.length)
  })
})

it('reports no missed task for a clause without named tasks, even if last year’s requirement continues', () => {
  const rule = opened.pack.rules.find(({ id }) => id === '7-task')!
  const bare = { ...rule, id: 'bare', clause: 4, scope: [{ field: 'clause', equals: 4 }] }
  const pack = { ...opened.pack, rules: [...opened.pack.rules, bare] }
  const end = yearEndOf({ evaluated: evaluateRules({ ...opened, pack }, '2022-12-31'), members }, null)
  const of = ({ clauses }: typeof end) => clauses.find(({ clause }) => clause === 4)!
  expect(of(end)).toMatchObject({ tasks: null, outcome: of(endOn('2022-12-31')).outcome })
})

it('does not measure targets by months and inspections of the previous year', () => {
  const { settings } = opened.pack
  const next = { ...opened, pack: { ...opened.pack, settings: { ...settings, year: settings.year + 1 } } }
  const end = yearEndOf({ evaluated: evaluateRules(next, '2023-12-31'), members }, null)
  const measured = end.clauses.flatMap(({ targets }) => targets.flatMap((each) => each.measured ?? []))
  expect(measured.filter(({ day, month }) => (day ?? month) !== undefined)).toEqual([])
})

describe('a target of a clause', () => {
  const target = (what: string, comparison: '≥' | '≤' = '≥') =>
    ({ what: { zh: what, en: what }, comparison, value: 20, unit: '%' }) as const
  const measured = (value: number, known = 10) => ({ value, known, of: 10 })

  it('is missed only once its day has come, but an upper limit as soon as it is exceeded', () => {
    const share = target('抽测比例')
    expect(targetStanding(share, measured(15), '2022-10-31', '2022-12-31')).toBe('notDue')
    expect(targetStanding(share, measured(15), '2022-12-31', '2022-12-31')).toBe('notMet')
    expect(targetStanding(share, measured(25), '2022-10-31', '2022-12-31')).toBe('met')
    expect(targetStanding(share, measured(25, 4), '2022-10-31', '2022-12-31')).toBe('partlyMet')
    expect(targetStanding(target('降尘量', '≤'), measured(25), '2022-10-31', '2022-12-31')).toBe('notMet')
  })

  it('that is only a base for others is not judged', () => {
    const base = target('以2021年为基数')
    expect(targetStanding(base, null, '2022-12-31', '2022-12-31')).toBe('base')
    for (const what of ['以2021年用煤量为基数', '以2020年为基准年', '2021年降尘量基数', '用煤占比基期值（2020年）'])
      expect([what, targetStanding(target(what), measured(5), '2022-12-31', '2022-12-31')]).toEqual([what, 'base'])
    expect(clauseOutcome({ targets: ['base'], requirements: [], hasDay: false })).toBe('noTarget')
    expect(clauseOutcome({ targets: ['base', 'met'], requirements: [], hasDay: false })).toBe('done')
  })
})

describe('a change relative to a base', () => {
  it.each([
    'PM2.5浓度较2020年基数下降',
    '优良天数较基数增加',
    '比2020年基期削减',
    '以2020年为基数，用煤量减少',
    '重点行业能效基准水平以上产能比例',
    '基数核定完成率',
  ])('is a target: %s', (what) => {
    const target = { what: { zh: what, en: what }, comparison: '≥', value: 10, unit: '%' } as const
    expect(targetStanding(target, { value: 5, known: 1, of: 1 }, '2022-12-31', '2022-12-31')).toBe('notMet')
    expect(targetStanding(target, null, '2022-12-31', '2022-12-31')).toBe('noData')
  })
})

describe('the table of the year’s end', () => {
  const tableOn = (day: string) => {
    const t = i18next.getFixedT('zh-CN')
    return yearEndTable({ t, language: 'zh-CN', word: (text) => text }, dataset, endOn(day))
  }

  it('states the day, whether the year continues, the number of clauses per outcome, and the plan', () => {
    const table = tableOn('2022-12-31')
    expect(table.subtitle).toBe('截至 2022-12-31')
    expect(table.rows).toHaveLength(45)
    const counts = [...table.intro.matchAll(/(?:完成|未完成|未到期|无数据|不设指标) (\d+) 条/g)].map(([, n]) =>
      Number(n),
    )
    expect(counts.length).toBeGreaterThan(2)
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(45)
    expect(table.notes[0]).toContain(dataset.settings.plan!.number)
    expect(table.notes).toContain('含示例数据，不得作为正式依据')
    expect(tableOn('2022-10-31').subtitle).toContain('年度未结束')
    expect(withSmallPrint(table).onPaper!.isSmall).toBe(true)
  })

  it('never counts a partly known result as done', () => {
    const end = endOn('2022-12-31')
    const [first, ...others] = end.clauses
    const clauses = [{ ...first!, outcome: 'partlyKnown', known: { count: 38, of: 420 } } as const, ...others]
    const t = i18next.getFixedT('zh-CN')
    const table = yearEndTable({ t, language: 'zh-CN', word: (text) => text }, dataset, { ...end, clauses })
    expect(table.rows[0]![2]).toBe('有数据的部分完成（38/420）')
    expect(table.intro).toContain('有数据的部分完成 1 条')
    const done = clauses.filter(({ outcome }) => outcome === 'done').length
    expect(table.rows.filter((row) => row[2] === '完成')).toHaveLength(done)
    expect(table.intro).toContain(`：完成 ${done} 条`)
  })

  it('has each target with its value and whether it is reached, and dustfall with one decimal', () => {
    const row = tableOn('2022-12-31').rows.find(([clause]) => clause!.startsWith('第22条'))!
    expect(row[3]).toMatch(
      /^建成区月降尘量 ≤ 7 吨\/\(平方公里·月\)：最高：\S+[县区市] \d+\.\d（2022年1?\d月），(?:未|有数据的部分)?达到/,
    )
  })
})

it('has the same judgement of every target as wall and documents, with the known share', () => {
  const t = i18next.getFixedT('zh-CN')
  const seen = new Set<string>()
  for (const day of ['2022-06-30', '2022-09-30', '2022-12-31']) {
    const { evaluated } = filtered(day)
    const [problems, values] = [monthProblems(evaluated), targetValues({ evaluated, members })]
    const end = endOn(day)
    const ofEnd = end.clauses.flatMap(({ targets }) => targets.filter(({ standing }) => standing !== 'base'))
    const ofWall = taskFacts(dataset, values, problems).targets
    expect(ofWall.map(({ standing }) => standing)).toEqual(ofEnd.map(({ standing }) => standing))
    const rows = printedRows(targetsTable({ dataset, problems }, values, t))
    const said = yearEndTable({ t, language: 'zh-CN', word: (text) => text }, dataset, end)
      .rows.map((row) => row[3]!)
      .join('\n')
      .split('\n')
      .filter((line) => line !== '—' && !line.endsWith('不核对'))
    expect(rows).toHaveLength(said.length)
    rows.forEach((row, i) => {
      const { measured } = ofEnd[i]!
      expect(said[i]!, said[i]).toMatch(new RegExp(`(?:，|：)${row[6]}(?:、|$)`))
      if (measured === null || measured.known === measured.of) return
      const coverage = `有数据 ${measured.known}/${measured.of}`
      expect(row[5]).toContain(coverage)
      expect(said[i]).toContain(coverage)
    })
    for (const { standing } of ofEnd) seen.add(standing)
  }
  expect(seen).toEqual(new Set(['met', 'partlyMet', 'notMet', 'notDue', 'noData']))
})

describe('the plan by which sources are evaluated', () => {
  const basis = (day: string) => planBasis(i18next.getFixedT('zh-CN'), dataset, day, 'zh-CN')

  it('is named with its document number; a day before its issue is mentioned', () => {
    const { zh, number, day } = dataset.settings.plan!
    expect(basis('2022-10-31')).toEqual([`核查依据：《${zh}》（${number}）`])
    expect(basis(day)).toHaveLength(1)
    expect(basis('2021-12-31')[1]).toContain(`${day}印发，晚于核查日期 2021-12-31`)
  })

  it('is not named if the package has none, and without brackets if it has no number', () => {
    const t = i18next.getFixedT('zh-CN')
    const { plan, ...others } = dataset.settings
    expect(planBasis(t, { settings: others }, '2022-10-31', 'zh-CN')).toEqual([])
    const bare = { settings: { ...others, plan: { ...plan!, number: ' ' } } }
    expect(planBasis(t, bare, '2022-10-31', 'zh-CN')).toEqual([`核查依据：《${plan!.zh}》`])
  })
})
