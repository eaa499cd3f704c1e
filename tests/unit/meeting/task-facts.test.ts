import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { countyName } from '@/domain/sources/county'
import { bulletinFacts } from '@/features/meeting/bulletin'
import { departmentDemands } from '@/features/meeting/department-demands'
import { monthlyPaper } from '@/features/meeting/monthly'
import { targetsTable } from '@/features/meeting/paper-tasks'
import { papersOf } from '@/features/meeting/papers'
import { missedFirst, notJudgedUntil, taskFacts } from '@/features/meeting/task-facts'
import { startI18n } from '@/i18n'
import { printedRows } from '@/io/papers/papers'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { monthProblems } from '@/questions/month/month-problems'
import { targetValues } from '@/questions/plan/target-values'
import { measuredScope, measuredText } from '@/store/words/measured-text'
import { membersOf } from '@/workers/current-steps'
import { openFromDisk } from '../package-from-disk'

beforeAll(() => startI18n('zh-CN'))

describe('the targets and problems of the plan', async () => {
  const { value } = await openFromDisk('')
  const { pack } = value!
  const dataset = datasetOf(value!)
  const members = membersOf(value!, pack.settings.ring)
  const on = (day: string) => {
    const evaluated = evaluateRules(value!, day)
    const problems = monthProblems(evaluated)
    const values = targetValues({ evaluated, members })
    return { problems, values, ...taskFacts(dataset, values, problems) }
  }
  const october = on('2022-10-31')
  const t = i18next.getFixedT('zh-CN')
  const nameOf = (code: string) => countyName(dataset, code, 'zh-CN')

  it('have every target once, with states that add up to the total', () => {
    const { targets, met, partlyMet, notMet, notDue, noData } = october
    expect(targets).toHaveLength(pack.clauses.flatMap((clause) => clause.targets).length)
    expect([met, partlyMet, notMet, notDue, noData]).toEqual([5, 3, 5, 3, 4])
    expect(targets.filter(({ measured }) => measured === null)).toHaveLength(noData)
    for (const { what, clause } of targets)
      expect(pack.clauses.find(({ number }) => number === clause)!.targets.map((each) => each.what)).toContain(what)
  })

  it('have missed targets first on the wall, otherwise in the order of the plan', () => {
    const shown = missedFirst(october.targets)
    expect(shown.map(({ standing }) => standing === 'notMet').lastIndexOf(true)).toBe(october.notMet - 1)
    const numbers = shown.slice(0, october.notMet).map(({ clause }) => clause)
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    expect(new Set(shown)).toEqual(new Set(october.targets))
  })

  it('have a value in the same notation everywhere, with its county and its own month or day', () => {
    const of = (measure: string) => october.targets.find((target) => target.measure?.of === measure)!
    const said = (measure: string) => measuredScope(t, of(measure), of(measure).measured!, nameOf)
    const dustfall = of('worst-dustfall')
    expect(measuredText(dustfall, dustfall.measured!)).toBe('9.0')
    const share = october.targets.find(({ measure }) => measure?.of === 'share')!
    const text = (value: number) =>
      measuredText({ ...share, comparison: '≥', value: 95 }, { ...share.measured!, value })
    expect(text(86.634)).toBe('86.63')
    // A missed value is never rounded to the required one.
    expect([94.996, 94.9999996, 95, 95.004].map(text)).toEqual(['94.996', '94.9999996', '95', '95'])
    const shown = printedRows(targetsTable({ dataset, problems: october.problems }, october.values, t))
    expect(shown.map((row) => row[3])).toEqual(
      october.targets.map((target) => (target.measured ? measuredText(target, target.measured) : '—')),
    )
    expect(said('worst-dustfall')).toBe('最高（淳化县）、2022年10月')
    expect(said('smallest')).toMatch(/^最低（.*）、2022年10月\d+日$/)
    expect(said('passing')).toMatch(/^2022年10月\d+日$/)
    // The grades of enterprises have no day.
    expect(said('newly-advanced')).toBe('按现有数据')
  })

  it('for an earlier month are not based on what was recorded later', () => {
    for (const day of ['2022-06-30', '2022-08-31', '2022-09-30'])
      for (const { measured } of on(day).targets) {
        expect((measured?.day ?? day) <= day).toBe(true)
        expect((measured?.month ?? day.slice(0, 7)) <= day.slice(0, 7)).toBe(true)
      }
    expect(on('2022-09-30').noData).toBeGreaterThan(october.noData)
  })

  it('are not judged before the plan took effect, and are from that day on', () => {
    expect(notJudgedUntil(dataset, '2022-05-29')).toBe('2022-05-30')
    expect(notJudgedUntil(dataset, '2022-05-30')).toBeNull()
    expect(notJudgedUntil({ settings: {}, rules: [] }, '2000-01-01')).toBeNull()
    expect(notJudgedUntil({ settings: {}, rules: [{ from: '2022-01-01' }] }, '2021-12-31')).toBe('2022-01-01')
    expect(on('2021-12-31')).toMatchObject({ notJudgedUntil: '2022-05-30', targets: [], overdue: 0 })
  })

  it('lead to demands to the leads of what is overdue, with counts', () => {
    const demands = departmentDemands(dataset, october.problems, t)
    const of27 = demands.find((demand) => demand.includes('第27条'))!
    expect(of27).toContain('逾期14项，其中两区两管委会11项、市城市管理执法局3项，请督促整改')
    // The sentences add up to all that is overdue, and the last says what is not listed.
    const counted = demands.map((demand) => Number(/逾期(\d+)项|^其余(\d+)项/.exec(demand)!.slice(1).find(Boolean)))
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(october.overdue)
    expect(demands.at(-1)).toMatch(/^其余\d+项逾期涉及工作方案另外\d+条，未逐条列出/)
    const of24 = october.problems.clauses.find(({ clause }) => clause === 24)!
    expect(of24.leads.map(({ name }) => name)).not.toContain('市水利局')
    for (const { overdue, leads, joint } of october.problems.clauses) {
      expect(leads.reduce((sum, lead) => sum + lead.overdue, 0)).toBe(overdue)
      for (const { name } of leads) expect(joint).not.toContain(name)
    }
    const led = october.problems.departments.map(({ name, lead }) => [name, lead.overdue])
    for (const [name, overdue] of led) {
      const own = october.problems.clauses.flatMap(({ leads }) => leads.filter((lead) => lead.name === name))
      expect(own.reduce((sum, lead) => sum + lead.overdue, 0)).toBe(overdue)
    }
  })

  /** What each document of a month states about problems and targets. */
  const saidIn = (month: string, { problems, values, ...stands }: ReturnType<typeof on>) => {
    const data = { dataset, problems, targets: values }
    const report = dataset.reports.find((each) => each.month === month)!
    const { papers } = papersOf(data, report, t)
    const { paper } = monthlyPaper(data, report, t)
    const scene = papers.scenes.find((each) => each.scene === 'tasks')!
    return {
      stands,
      problems,
      papers,
      demands: bulletinFacts(data, report, t).demands,
      monthly: paper.blocks.map((block) => ('text' in block ? block.text : '')).join('\n'),
      monthlyTables: paper.blocks.flatMap((block) => (block.type === 'table' ? [block.table.title] : [])),
      headline: scene.headline,
      under: scene.tables[0]?.lines?.join() ?? '',
    }
  }

  it('are counted alike in the monthly report, the scene, the bulletin and the tables', () => {
    const { stands, problems, papers, monthly, headline, under, demands } = saidIn('2022-10', october)
    const { met, partlyMet, notMet, notDue, noData, targets, overdue } = stands
    expect(monthly).toContain(
      `工作方案的${targets.length}项目标中，已达到${met}项，有数据的部分达到${partlyMet}项，未达到${notMet}项，未到期${notDue}项，无数据${noData}项。`,
    )
    const numbersIn = (said: string) => said.match(/\d+/g)!.map(Number)
    expect(numbersIn(headline)).toEqual([targets.length, notMet, overdue])
    // The default package has sites whose readings fall short of an unconfirmed share.
    const rest = [met, partlyMet, notDue, noData, problems.pastUnknown, problems.toVerify!.count]
    expect(numbersIn(under)).toEqual(rest)
    expect(monthly).toContain(`其中已逾期${overdue}项、`)
    expect(monthly).toContain(
      `另有${problems.toVerify!.count}项据监测读数（示例）低于未经核实的参考值，需现场核实，不计入问题。`,
    )
    // One demand for each of the eight clauses with most; more would be too many for an agenda, and a last one counts them.
    const asked = demands.slice(0, -1).map((demand) => Number(/逾期(\d+)项/.exec(demand)![1]))
    const worst = problems.clauses.map((clause) => clause.overdue).sort((a, b) => b - a)
    expect(asked).toEqual(worst.slice(0, 8))
    expect(demands.at(-1)).toContain(`其余${overdue - asked.reduce((sum, count) => sum + count, 0)}项`)
    expect(worst.reduce((sum, count) => sum + count, 0)).toBe(overdue)
    expect(papers.targets.rows).toHaveLength(targets.length)
    expect(papers.tasks.total!.slice(1, 4)).toEqual([overdue, problems.total.failing, problems.sources])
  })

  it('for a month before the plan took effect are judged in none of them', () => {
    // An office's rules may be older than its plan: as much fails then as in October.
    const april = { ...october, problems: { ...october.problems, day: '2022-04-30' } }
    const { papers, monthly, monthlyTables, headline, demands } = saidIn('2022-04', april)
    expect(monthly).toContain('工作方案自2022年5月30日起执行，本月不作判定。')
    expect(monthly).not.toMatch(/处污染源有|项目标|牵头部门/)
    expect(monthlyTables).toHaveLength(2)
    expect(headline).toBe('工作方案自2022年5月30日起执行，本月不作判定')
    expect(demands).toEqual([])
    expect([papers.targets.rows, papers.tasks.rows]).toEqual([[], []])
    expect(papers.tasks.total!.slice(1, 4)).toEqual([0, 0, 0])
  })
})
