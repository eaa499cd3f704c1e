import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { limitInMonth } from '@/domain/dustfall/limit-in-month'
import { carriedRules, withEarlierData } from '@/domain/plan/carry-over'
import { clauseOf } from '@/domain/plan/draft'
import { successions } from '@/domain/rules/rule-change'
import { ruleDifferences } from '@/domain/rules/rule-difference'
import { STATUS } from '@/domain/rules/status'
import type { TeamObservation } from '@/domain/rules/team-observations'
import { valueAt } from '@/domain/table/column'
import { earlierPlansOf } from '@/io/package/earlier-plans'
import { evaluateRules } from '@/questions/evaluated-package'
import type { OpenedPackage } from '@/questions/opened-package'
import { earlierPlanOfDay, underEarlierPlan, underPlanOfDay } from '@/questions/plan-on'
import type { PlanAdoption } from '@/workspace/plan/plan-adoption'
import { proposePlan } from '@/workspace/plan/propose-plan'
import { writePlan } from '@/workspace/plan/write-plan'
import type { Workspace } from '@/workspace/workspace'
import { PLAN_2022 } from '../../fixtures/read-plans'
import { newBrowser, newBrowserOf, newWindow } from '../../fixtures/window'

/** Invented: the plan of 2022 a year later, without its first task, and with some other figures and deadlines. */
const PLAN_2023 = PLAN_2022.replaceAll('2023年', '2024年')
  .replaceAll('2022', '2023')
  .replace(/^1\.优化产业结构布局.*\n/m, '')
  .replace(/^(\d+)\.(?=\S)/gm, (mark, number: string) => (Number(number) > 1 ? `${Number(number) - 1}.` : mark))
  .replace('清扫率达到90%以上', '清扫率达到92%以上')
  .replace('制定弃土场整治方案并开展整治，10月底前完成整治', '制定弃土场整治方案并开展整治，11月底前完成整治')
  .replace('不高于7吨', '不高于6.5吨')

let workspace: Workspace

const proposal = () => proposePlan(PLAN_2023, '方案.docx', workspace.copy.opened.pack).value!

/** The adoption if the user accepts every proposal. */
function adoption(): PlanAdoption {
  const { drafts, links: found } = proposal()
  const { clauses: earlier, rules, kinds } = workspace.copy.opened.pack
  const links = found.map(({ earlier, now }) => [earlier, now] as const)
  const base = { links: new Map(links), kinds }
  const accepted = drafts.map((draft) =>
    clauseOf({ ...draft, fields: draft.fields.map((field) => ({ ...field, decision: 'accepted' })) }),
  )
  const clauses = accepted.map((clause) => {
    const from = earlier.find(({ number }) => links.some(([a, b]) => a === number && b === clause.number))
    return from ? withEarlierData(clause, from, base) : clause
  })
  const carried = carriedRules(rules, earlier, clauses, base)
  return {
    plan: { zh: '2023年工作方案', en: '2023年工作方案', number: '咸政办发〔2023〕9号', day: '2023-04-20' },
    year: 2023,
    replaces: false,
    dustfallLimit: { value: 6.5, from: '2023-01', source: { zh: '第21条', en: 'clause 21' } },
    clauses,
    links,
    rules: carried
      .filter(({ doubts }) => !doubts.includes('day-missing'))
      .map(({ earlier: { id }, clause, lead, day, figure }) => ({ id, clause, lead, day, figure })),
    tasks: links.map(([earlier]) => earlier),
    named: [],
    words: { table: '2023年方案限期任务', onTime: { zh: '按期完成', en: 'done on time' } },
    by: '张三',
    why: '年度方案印发',
    file: '方案.docx',
  }
}

beforeEach(async () => {
  await newBrowser()
  workspace = await newWindow()
})

describe('a package’s next plan', () => {
  it('is proposed with the continuing clauses, found by their words', () => {
    const { head, year, drafts, links } = proposal()
    expect([head.title, year, drafts.length]).toEqual(['咸阳市蓝天保卫战2023年工作方案', 2023, 44])
    // Titles in the package are the office's own words: 43 of 44 are found nevertheless, and no dissimilar one is
    // matched.
    const found = drafts.map(({ number }) => number).filter((number) => number !== 23)
    expect(links.map(({ earlier, now }) => [earlier, now])).toEqual(found.map((number) => [number + 1, number]))
  })

  it('uses the chosen intervals from its issue on', async () => {
    const { rules, ...other } = adoption()
    const oftener = rules.map((rule) => (rule.id === '23-calibrated' ? { ...rule, every: 'month' as const } : rule))
    await workspace.adoptPlan({ ...other, rules: oftener }, '读入方案', 7)
    const calibrated = workspace.copy.opened.pack.rules.filter(({ title }) => title.zh.includes('监测仪每'))
    expect(calibrated).toMatchObject([
      {
        id: '23-calibrated@2022',
        title: { zh: '扬尘在线监测仪每季度校准' },
        check: { type: 'this-quarter' },
        until: '2023-04-19',
      },
      {
        id: '23-calibrated',
        title: { zh: '扬尘在线监测仪每月校准' },
        check: { type: 'this-month' },
        from: '2023-04-20',
      },
    ])
  })

  it('becomes a version in which requirements continue under their clauses, with the old plan beside it', async () => {
    const before = workspace.copy.opened.pack
    const made = await workspace.adoptPlan(adoption(), '读入方案', 7)
    expect(made.problems.filter(({ code }) => code !== 'role-unknown')).toEqual(
      workspace.copy.problems.filter(({ code }) => code !== 'role-unknown'),
    )
    for (const each of [workspace, await newWindow()]) {
      const { clauses, rules, earlierPlans, settings } = each.copy.opened.pack
      expect(clauses).toHaveLength(44)
      expect(clauses[20]).toMatchObject({
        number: 21,
        title: { zh: '严格降尘监测考核' },
        lead: ['市生态环境局'],
        targets: [{ comparison: '≤', value: 6.5, unit: '吨/(平方公里·月)', measure: { of: 'worst-dustfall' } }],
        recurring: [{ every: 'month', what: { zh: '实施区县降尘量监测排名' } }],
      })
      const rule = (id: string) => rules.find((each) => each.id === id)
      expect(rule('23-six')).toMatchObject({ clause: 22, from: '2022-05-30' })
      expect(rule('23-renewed')).toMatchObject({
        clause: 22,
        from: '2023-04-20',
        check: { type: 'not-before', day: '2023-01-01', deadline: '2023-05-31' },
      })
      expect(rule('26-sweep-urban')).toMatchObject({ clause: 25, check: { value: 92 }, from: '2023-04-20' })
      expect(rule('26-sweep-county')).toMatchObject({ clause: 25, check: { value: 70 }, from: '2022-05-30' })
      expect(rule('26-spoil-done')).toMatchObject({ check: { deadline: { day: '2023-11-30' } } })
      expect(rule('7-task')).toMatchObject({ clause: 6, scope: [{ field: 'clause', equals: 6 }] })
      expect(settings).toMatchObject({
        year: 2023,
        plan: { number: '咸政办发〔2023〕9号', read: { by: '张三', why: '年度方案印发', at: 7, file: '方案.docx' } },
      })
      expect(earlierPlans).toHaveLength(1)
      expect(earlierPlans[0]).toMatchObject({ year: 2022, plan: { number: before.settings.plan!.number } })
      expect(earlierPlans[0]!.clauses).toEqual(before.clauses)
      expect(earlierPlans[0]!.rules).toHaveLength(before.rules.length)
      expect(earlierPlans[0]!.goesOn).toContainEqual([22, 21])
    }
    const { versions } = await workspace.versions()
    expect(versions.map(({ label }) => label)).toEqual(['读入方案'])
  })

  it('applies its limit from that year on; earlier months keep the former one', async () => {
    const { limit } = workspace.copy.opened.pack.settings.dustfall
    const before = workspace.copy.opened.reports
    await workspace.adoptPlan(adoption(), '读入方案', 7)
    const { pack, reports } = workspace.copy.opened
    expect(pack.settings.dustfall).toMatchObject({
      limit: 6.5,
      limitSource: { zh: '第21条' },
      earlierLimits: [{ until: 2022, value: limit }],
    })
    expect(reports).toEqual(before)
    expect(limitInMonth(pack.settings.dustfall, '2023-01').value).toBe(6.5)
  })

  it('is the basis of every evaluation: the displayed day is never before its issue, until it is undone', async () => {
    const { asOf } = workspace.copy.opened.pack.settings
    expect(asOf < '2023-04-20').toBe(true)
    const { version } = await workspace.adoptPlan(adoption(), '读入方案', 7)
    expect(workspace.copy.opened.pack.settings.asOf).toBe('2023-04-20')
    await workspace.undo(version!)
    expect(workspace.copy.opened.pack.settings.asOf).toBe(asOf)
  })

  it('keeps the former limit if the user chooses so', async () => {
    const before = workspace.copy.opened.pack.settings.dustfall
    await workspace.adoptPlan({ ...adoption(), dustfallLimit: null }, '读入方案', 7)
    expect(workspace.copy.opened.pack.settings.dustfall).toEqual(before)
  })

  it('replaces a requirement with another figure or deadline; the old one stays with its records', async () => {
    const were = workspace.copy.opened.pack.rules
    await workspace.adoptPlan(adoption(), '读入方案', 5)
    const { rules } = workspace.copy.opened.pack
    const changed = rules.filter(({ follows }) => follows !== undefined)
    const ids = changed.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['23-renewed', '26-sweep-urban', '26-spoil-done']))
    expect(ids).not.toContain('26-sweep-county')
    expect(changed.map(({ follows }) => follows)).toEqual(ids.map((id) => `${id}@2022`))
    for (const now of changed) {
      expect(now.from).toBe('2023-04-20')
      expect(rules.find(({ id }) => id === now.follows)).toEqual({
        ...were.find(({ id }) => id === now.id),
        ...{ id: now.follows, clause: now.clause, until: '2023-04-19' },
      })
      expect(
        successions(rules)
          .get(now.id)!
          .map(({ id }) => id),
      ).toEqual([now.id, now.follows])
    }
    // The old one staying does not count as an added requirement.
    const { added } = ruleDifferences(were, rules)
    expect(added.filter(({ id }) => id.includes('@'))).toEqual([])
  })

  it('evaluates a day before its issue by the old plan, except for named tasks, which belong to the new one', async () => {
    const day = '2022-10-31'
    const tallies = (opened: OpenedPackage) =>
      evaluateRules(opened, day).findings.map(({ rule, first, status }) => [
        ...[opened.pack.rules[rule]!.id, opened.pack.rules[rule]!.clause, first],
        ...[0, 1, 2, 3, 4].map((standing) => status.filter((each) => each === standing).length),
      ])
    const before = workspace.copy.opened
    const tasks = before.pack.rules.filter(({ kind }) => kind === 'plan-task').map(({ id }) => id)
    const was = tallies(before).filter(([id]) => !tasks.includes(String(id)))
    await workspace.adoptPlan(adoption(), '读入方案', 7)
    const { opened } = workspace.copy
    expect([earlierPlanOfDay(opened.pack, '2023-04-20'), earlierPlanOfDay(opened.pack, day)]).toEqual([null, 0])
    expect(underPlanOfDay(opened.pack, '2023-04-20')).toBe(opened.pack)
    const pack = underPlanOfDay(opened.pack, day)
    expect(pack.clauses.map(({ number }) => number)).toEqual(before.pack.clauses.map(({ number }) => number))
    expect(pack.settings).toMatchObject({ year: 2022, plan: { number: before.pack.settings.plan!.number } })
    expect(tasks.length).toBeGreaterThan(0)
    expect(tallies({ ...opened, pack })).toEqual(was)
    expect(tallies(opened)).not.toEqual(was)
    // If parts of a plan can't be read, nothing is evaluated by it.
    const unread = { ...opened.pack, earlierPlans: opened.pack.earlierPlans.map((each) => ({ ...each, asked: null })) }
    expect(underPlanOfDay(unread, day)).toBe(unread)
  })

  it('does not use answers to the new plan for the old one, whose year continues after the new plan’s issue', async () => {
    const whole = adoption()
    await workspace.adoptPlan({ ...whole, plan: { ...whole.plan, day: '2022-12-01' } }, '读入方案', 7)
    const { opened } = workspace.copy
    const under = { ...opened, pack: underEarlierPlan(opened.pack, 0)! }
    const number = under.pack.rules.findIndex(({ id }) => id === '26-sweep-urban')
    const found = (seen: readonly TeamObservation[]) =>
      evaluateRules(under, '2022-12-31', seen).findings.find(({ rule }) => rule === number)!
    const { first, status, covers } = found([])
    const row = status.findIndex((each, at) => each === STATUS.fine && covers(at))
    const { kind, table } = opened.inventory.kinds.find((each) => each.first === first)!
    const no = (day: string): TeamObservation => ({
      ...{ kind, code: String(valueAt(table, 'code', row)), day, answers: { '26-sweep-urban': false } },
      deadlines: {},
    })
    expect([no('2022-11-30'), no('2022-12-20')].map((each) => found([each]).status[row])).toEqual([
      STATUS.failing,
      STATUS.fine,
    ])
  })

  it('keeps an old plan with requirements of a newer version, without these', async () => {
    const written = [{ id: 'x', clause: 1, title: { zh: '', en: '' } }]
    const { kinds, rules } = workspace.copy.opened.pack
    const plan = { year: 2021, plan: null, clauses: [] }
    expect(earlierPlansOf([{ ...plan, rules: written }], kinds)).toEqual([{ ...plan, rules: written, asked: null }])
    expect(earlierPlansOf([{ ...plan, rules: rules.slice(0, 2) }], kinds)[0]!.asked).toEqual(rules.slice(0, 2))
  })

  it('has the new figure in the title of a requirement that changed', async () => {
    await workspace.adoptPlan(adoption(), '读入方案', 7)
    const sweeping = workspace.copy.opened.pack.rules.find(({ id }) => id === '26-sweep-urban')
    expect(sweeping).toMatchObject({ title: { zh: '主城区机械化清扫率不低于92%' }, check: { value: 92 } })
  })

  it('keeps named tasks, and separates those of a clause that ended', async () => {
    const numbers = () => {
      const { table } = workspace.copy.opened.inventory.kinds.find(({ kind }) => kind === 'plan-task')!
      return Array.from({ length: table.length }, (_, row) => Number(valueAt(table, 'clause', row)))
    }
    const before = numbers()
    const whole = adoption()
    await workspace.adoptPlan({ ...whole, rules: whole.rules.filter(({ id }) => id !== '7-task') }, '读入方案', 7)
    expect(numbers()).toEqual(before.map((number) => (number === 7 ? 907 : number - 1)))
    expect(workspace.copy.opened.pack.rules.some(({ id }) => id === '7-task')).toBe(false)
  })

  it('keeps unreadable parts if requested, with the predecessors of a requirement and what follows the clause', async () => {
    const reason = { by: '张三', why: '试', at: 1 }
    const six = workspace.copy.opened.pack.rules.find(({ id }) => id === '23-six')!
    const scope = [{ field: 'clause', equals: 8 }]
    const later = {
      ...six,
      ...{ id: '23-later', check: { type: 'this-week', field: 'inspectedOn' }, deadline: '2022-12-31' },
      // As a newer version may write leads.
      lead: ['市住建局', { body: '市交通局', from: '2022-09-01' }] as never,
    }
    const task = { ...later, id: '8-later', clause: 8, kind: 'plan-task', scope }
    const [earlier, follower] = [
      { ...six, until: '2022-08-31' },
      { ...six, id: '', from: '2022-09-01', follows: six.id, basis: '第23条' },
    ]
    await workspace.changeRules(
      [
        ...[later, task, { ...task, id: '8-gone' }].map((rule) => ({ what: 'bring', rule }) as const),
        ...[earlier, follower].map((rule) => ({ what: 'put', rule }) as const),
      ],
      reason,
      '试',
    )
    const { rules: were, unreadRules } = workspace.copy.opened.pack
    expect(unreadRules.map(({ id, title }) => [id, title.zh])).toEqual([
      ['23-later', '六个100%'],
      ...[
        ['8-later', '六个100%'],
        ['8-gone', '六个100%'],
      ],
    ])
    const next = were.find(({ follows }) => follows === six.id)!
    const whole = adoption()
    const rules = whole.rules.map((rule) => (rule.id === next.id ? { ...rule, basis: '第22条' } : rule))
    const taken = [
      { id: '23-later', clause: 22 },
      { id: '8-later', clause: 7 },
    ]
    await workspace.adoptPlan({ ...whole, rules: [...rules, ...taken] }, '读入方案', 7)
    const { pack, inventory: _ } = workspace.copy.opened
    expect(pack.rules.find(({ id }) => id === six.id)).toMatchObject({ clause: 22, until: '2022-08-31' })
    expect(pack.rules.find(({ id }) => id === next.id)).toMatchObject({ clause: 22, follows: six.id, basis: '第22条' })
    expect(pack.unreadRules.map(({ id, clause }) => [id, clause])).toEqual([
      ['23-later', 22],
      ['8-later', 7],
    ])
    const got = await workspace.copy.files.read('rules.json')
    const written = 'blob' in got ? (JSON.parse(await got.blob.text()) as (typeof task)[]) : []
    expect(written.find(({ id }) => id === '23-later')).toEqual({ ...later, clause: 22, changed: expect.anything() })
    const renumbered = [{ field: 'clause', equals: 7 }]
    expect(written.find(({ id }) => id === '8-later')).toMatchObject({ ...task, clause: 7, scope: renumbered })
  })

  it('keeps the predecessors of a requirement at every reading, neither as ended nor under another number', async () => {
    const reason = { by: '张三', why: '试', at: 1 }
    const base = workspace.copy.opened.pack.rules.find(({ id }) => id === '7-task')!
    const puts = [
      // Clause 1 ends, and the new plan has another clause with that number.
      { ...base, clause: 1, scope: [{ field: 'clause', equals: 1 }], until: '2022-08-31' },
      { ...base, id: '', from: '2022-09-01', follows: base.id },
    ]
    await workspace.changeRules(
      puts.map((rule) => ({ what: 'put', rule }) as const),
      reason,
      '试',
    )
    const following = workspace.copy.opened.pack.rules.find(({ follows }) => follows === base.id)!
    const whole = adoption()
    await workspace.adoptPlan(whole, '读入方案', 7)
    const was = () => workspace.copy.opened.pack.rules.find(({ id }) => id === base.id)
    const apart = { clause: 901, scope: [{ field: 'clause', equals: 901 }] }
    expect(was()).toMatchObject(apart)
    expect(workspace.copy.opened.pack.rules.find(({ id }) => id === following.id)).toMatchObject({ clause: 6 })
    const links = whole.clauses.map(({ number }) => [number, number] as const)
    const again = { ...whole, links, replaces: true, rules: whole.rules.filter(({ id }) => id !== '26-sweep-urban') }
    for (const at of [8, 9]) {
      await workspace.adoptPlan(again, '重新读入', at)
      expect(was()).toMatchObject(apart)
      expect(workspace.copy.opened.pack.endedRules.map(({ id }) => id)).toEqual([
        '26-sweep-urban@2022',
        '26-sweep-urban',
      ])
    }
  })

  it('separates with other numbers than an earlier plan did, and leaves those alone', async () => {
    const ofTasks = () =>
      workspace.copy.opened.inventory.kinds
        .filter(({ kind }) => kind === 'plan-task')
        .flatMap(({ table }) => Array.from({ length: table.length }, (_, row) => Number(valueAt(table, 'clause', row))))
    await workspace.changeRules([{ what: 'end', id: '1-banned' }], { by: '李四', why: '停用', at: 6 }, '停用')
    const whole = adoption()
    const { length } = ofTasks().filter((number) => number === 7)
    // All tasks of the first plan stay separate; those that the next one names itself end again, under the same number.
    const named = [{ clause: 7, name: '排查', words: '排查。', day: '2023-04-30', lead: [] }]
    await workspace.adoptPlan({ ...whole, named, tasks: [] }, '读入方案', 7)
    const { id } = workspace.copy.opened.pack.rules.find(({ clause }) => clause === 1)!
    await workspace.changeRules([{ what: 'end', id }], { by: '李四', why: '停用', at: 8 }, '停用')
    const before = ofTasks()
    expect(before.filter((number) => number === 907)).toHaveLength(length)
    const next = {
      ...adoption(),
      plan: { ...whole.plan, day: '2024-04-01' },
      year: 2024,
      links: [],
      rules: [],
      tasks: [],
    }
    await workspace.adoptPlan(next, '读入方案', 9)
    const after = ofTasks()
    expect(after.filter((_, row) => before[row]! > 900)).toEqual(before.filter((number) => number > 900))
    const [again] = after.filter((_, row) => before[row] === 7)
    expect(again).toBeGreaterThan(900)
    expect(before).not.toContain(again)
    const ended = workspace.copy.opened.pack.endedRules.map(({ clause }) => clause)
    // 901 belongs to the first plan's requirement, 902 and 903 to its tasks.
    expect(ended).toEqual([901, 904])
  })

  it('separates all named tasks if none is carried over', async () => {
    await workspace.adoptPlan({ ...adoption(), tasks: [] }, '读入方案', 7)
    const { table } = workspace.copy.opened.inventory.kinds.find(({ kind }) => kind === 'plan-task')!
    const numbers = Array.from({ length: table.length }, (_, row) => Number(valueAt(table, 'clause', row)))
    expect(numbers.every((number) => number > 900)).toBe(true)
  })

  it('counts tasks under the new number of their clause, and keeps figures and wanted tables', () => {
    const { clauses } = adoption()
    const { clauses: before } = workspace.copy.opened.pack
    expect(clauses[6]!.targets.flatMap(({ measure }) => measure ?? [])).toMatchObject([
      { of: 'count', kind: 'plan-task', among: [{ field: 'clause', equals: 7 }, { field: 'task' }] },
    ])
    expect(clauses[44 - 1]!.figures).toEqual(before[45 - 1]!.figures)
    expect(clauses[22 - 1]!.needs).toEqual(before[23 - 1]!.needs)
  })

  it('adds each task that it names itself, under its clause, with deadline and lead', async () => {
    const named = [
      { clause: 6, name: '完成源头替代', words: '9月底前，完成源头替代。', day: '2023-09-30', lead: ['市生态环境局'] },
      { clause: 1, name: '完成聚集区排查', words: '4月底前完成', day: '2023-04-30', lead: ['市甲局', '市乙局'] },
      { clause: 1, name: '建立台账', words: '建立台账。', day: null, lead: [] },
    ]
    const whole = adoption()
    // Last year's requirement to do the tasks continues under clause 6, and applies to this year's tasks.
    const rules = whole.rules.filter(({ id }) => id !== '2-task')
    const { version } = await workspace.adoptPlan({ ...whole, rules, named, tasks: [] }, '读入方案', 7)
    for (const each of [workspace, await newWindow()]) {
      const { pack, inventory } = each.copy.opened
      const own = inventory.kinds.find(({ file }) => file === 'plan-task-2023.csv')!
      const rows = Array.from({ length: own.table.length }, (_, row) =>
        ['code', 'name', 'clause', 'task', 'deadline', 'operator'].map((name) => valueAt(own.table, name, row)),
      )
      expect(rows).toEqual([
        ['T2023-06-01-CT', '完成源头替代', 6, '9月底前，完成源头替代。', parseDay('2023-09-30'), '市生态环境局'],
        ['T2023-01-01-CT', '完成聚集区排查', 1, '4月底前完成', parseDay('2023-04-30'), '市甲局、市乙局'],
        ['T2023-01-02-CT', '建立台账', 1, '建立台账。', null, null],
      ])
      const asking = pack.rules.filter(({ kind, clause }) => kind === 'plan-task' && (clause === 6 || clause === 1))
      expect(asking.map(({ id, clause, title }) => [id, clause, title.zh])).toEqual([
        ['7-task', 6, 'VOCs 源头替代：按期完成'],
        ['2023-1-task', 1, '开展传统产业聚集区综合整治：按期完成'],
      ])
      expect(asking[1]).toMatchObject({
        scope: [{ field: 'clause', equals: 1 }],
        check: { type: 'done', flag: 'done', day: 'doneOn', deadline: { field: 'deadline' } },
        from: '2023-04-20',
      })
    }
    await workspace.undo(version!)
    expect(workspace.copy.opened.inventory.kinds.some(({ file }) => file === 'plan-task-2023.csv')).toBe(false)
  })

  it('adds no task twice if the plan is read again', async () => {
    const named = [{ clause: 6, name: '完成源头替代', words: '……', day: '2023-09-30', lead: ['市生态环境局'] }]
    await workspace.adoptPlan({ ...adoption(), named, tasks: [] }, '一', 1)
    const again = { ...adoption(), replaces: true, links: [[6, 6]] as const, tasks: [6] }
    const rules = [{ id: '7-task', clause: 6, lead: [], day: null, figure: null }]
    await workspace.adoptPlan({ ...again, rules, named }, '二', 2)
    const tables = workspace.copy.opened.inventory.kinds.filter(({ kind }) => kind === 'plan-task')
    const standing = tables.flatMap(({ table }) =>
      Array.from({ length: table.length }, (_, row) => row)
        .filter((row) => valueAt(table, 'clause', row) === 6)
        .map((row) => valueAt(table, 'name', row)),
    )
    expect(standing).toEqual(['完成源头替代'])
  })

  it('lets a requirement with a last day continue without it, only if the user chooses so', async () => {
    await newBrowserOf((path, text) =>
      path === 'data/rules.json' ? text.replace('"id": "26-spoil-done",', '$&"until": "2022-12-31",') : text,
    )
    workspace = await newWindow()
    expect(workspace.copy.opened.pack.rules.find(({ id }) => id === '26-spoil-done')).toMatchObject({
      until: '2022-12-31',
    })
    const { clauses: earlier, rules, kinds } = workspace.copy.opened.pack
    const { clauses, links } = adoption()
    const carried = carriedRules(rules, earlier, clauses, { links: new Map(links), kinds })
    expect(carried.filter(({ doubts }) => doubts.includes('last-day')).map((each) => each.earlier.id)).toEqual([
      '26-spoil-done',
    ])
    await workspace.adoptPlan(adoption(), '读入方案', 7)
    const rule = workspace.copy.opened.pack.rules.find(({ id }) => id === '26-spoil-done')!
    expect(rule.from).toBe('2023-04-20')
    expect(rule).not.toHaveProperty('until')
  })

  it('keeps the names of what ended: under the continuing clause, and of what a second reading leaves out', async () => {
    await workspace.changeRules([{ what: 'end', id: '27-water' }], { by: '李四', why: '停用', at: 5 }, '停用')
    await workspace.changeRules([{ what: 'end', id: '1-banned' }], { by: '李四', why: '停用', at: 6 }, '停用')
    const { rules, ...others } = adoption()
    const without = rules.filter(({ id }) => id !== '23-six')
    await workspace.adoptPlan({ ...others, rules: without }, '读入方案', 7)
    const ended = () => workspace.copy.opened.pack.endedRules.map(({ id, clause }) => [id, clause])
    // What ends with a plan that is stored beside the new one keeps its name there.
    expect(ended()).toEqual([
      ['27-water', 26],
      ['1-banned', 901],
    ])
    const again = { ...others, links: others.clauses.map(({ number }) => [number, number] as const), replaces: true }
    const kept = without.filter(({ id }) => id !== '26-sweep-urban')
    await workspace.adoptPlan({ ...again, rules: kept }, '重新读入', 8)
    expect(ended().at(-1)).toEqual(['26-sweep-urban', 25])
    expect(workspace.copy.opened.pack.endedRules.at(-1)!.ended).toEqual({ by: '张三', why: '年度方案印发', at: 8 })
  })

  it('writes no size or hash of changed files, and no empty document number', async () => {
    const { resources } = workspace.copy.descriptor
    const rules = resources.find(({ chentu }) => chentu.role === 'rules')!
    const whole = adoption()
    const files = new Map<string, Blob>()
    for (const { path } of resources) {
      const read = await workspace.copy.files.read(path)
      if ('blob' in read) files.set(path, read.blob)
    }
    const next = {
      opened: workspace.copy.opened,
      descriptor: {
        ...workspace.copy.descriptor,
        resources: resources.map((each) => ({ ...each, bytes: 1, hash: 'md5:0' })),
      },
      files,
      known: new Map(),
      written: new Map(),
      lines: new Map(),
    }
    await writePlan(next, { ...whole, plan: { ...whole.plan, number: ' ' } }, 7)
    const said = (path: string) => next.descriptor.resources.find((each) => each.path === path)!
    expect(said(rules.path)).not.toHaveProperty('bytes')
    expect(said(rules.path)).not.toHaveProperty('hash')
    const clauses = resources.find(({ chentu }) => chentu.role === 'clauses')!
    expect(said(clauses.path).sources).toEqual([{ title: '2023年工作方案' }])
  })

  it('replaces the plan in force if it is read again, without adding it to the earlier plans', async () => {
    await workspace.adoptPlan(adoption(), '一', 1)
    await workspace.adoptPlan({ ...adoption(), replaces: true }, '二', 2)
    const { earlierPlans, settings } = workspace.copy.opened.pack
    expect(earlierPlans.map(({ year }) => year)).toEqual([2022])
    expect(settings).toMatchObject({ year: 2023, plan: { read: { at: 2 } }, dustfall: { limit: 6.5 } })
    expect(settings.dustfall.earlierLimits).toHaveLength(1)
  })

  it('requires a changed requirement from the day after it took effect, if that is later than its issue', async () => {
    const asked = async (at: string) => {
      const { version } = await workspace.adoptPlan(adoption(), '读入方案', Date.parse(at))
      const found = workspace.copy.opened.pack.rules.filter(({ askedFrom }) => askedFrom !== undefined)
      await workspace.undo(version!)
      return found.map(({ id, askedFrom, follows }) => [id, askedFrom, follows])
    }
    const late = await asked('2023-05-10T17:00:00Z')
    expect(late).toContainEqual(['26-sweep-urban', '2023-05-12', '26-sweep-urban@2022'])
    expect(late.every(([, askedFrom, follows]) => askedFrom === '2023-05-12' && follows !== undefined)).toBe(true)
    expect(await asked('2023-04-20T08:00:00Z')).toEqual([])
  })

  it('removes the deadline of a requirement that continues without one, and keeps earlier records', async () => {
    const rules = adoption().rules.filter(({ id }) => id !== '40-list')
    const clause = rules[0]!.clause
    const timeless = { id: '40-list', clause, lead: ['市生态环境局'], day: null, figure: null }
    await workspace.adoptPlan({ ...adoption(), rules: [...rules, timeless] }, '读入方案', 1)
    const found = workspace.copy.opened.pack.rules.filter(({ id }) => id.startsWith('40-list'))
    expect(found.map(({ id, deadline, until }) => [id, deadline, until])).toEqual(
      expect.arrayContaining([
        ['40-list', undefined, undefined],
        ['40-list@2022', '2022-09-30', '2023-04-19'],
      ]),
    )
  })

  it('moves both sides of a changed requirement if the plan is read again with another day', async () => {
    await workspace.adoptPlan(adoption(), '一', 1)
    const whole = adoption()
    const links = whole.clauses.map(({ number }) => [number, number] as const)
    const followed = () => workspace.copy.opened.pack.rules.filter(({ id }) => id.startsWith('26-sweep-urban'))
    const ended = () => workspace.copy.opened.pack.endedRules.map(({ id }) => id)
    for (const [day, last, figure] of [
      ['2023-04-05', '2023-04-04', 92],
      ['2023-05-15', '2023-05-14', 95],
      ['2023-05-08', '2023-05-07', 95],
    ] as const) {
      const rules = whole.rules.map((rule) => (rule.id === '26-sweep-urban' ? { ...rule, figure } : rule))
      await workspace.adoptPlan({ ...whole, plan: { ...whole.plan, day }, links, rules, replaces: true }, '重新读入', 2)
      expect(followed().map(({ id, from, until, check }) => [id, from, until, check])).toEqual([
        ['26-sweep-urban@2022', '2022-05-30', last, expect.objectContaining({ value: 90 })],
        ['26-sweep-urban', day, undefined, expect.objectContaining({ value: figure })],
      ])
      expect(ended()).toEqual([])
    }
    // Teams were asked since the first reading, whatever day is set now.
    expect(followed().at(-1)).toMatchObject({ follows: '26-sweep-urban@2022', askedFrom: '2023-05-15' })
    // From the first day of the old requirement on, so that the old one never applied.
    const plan = { ...whole.plan, day: '2022-05-30' }
    await workspace.adoptPlan({ ...whole, plan, links, replaces: true }, '重新读入', 3)
    expect(followed()).toEqual([expect.not.objectContaining({ follows: expect.anything() })])
    expect(ended()).toContain('26-sweep-urban@2022')
  })

  it('is numbered after the first of its year, and can be undone like any version', async () => {
    await workspace.adoptPlan(adoption(), '一', 1)
    const once = workspace.copy.opened.pack
    const second = { ...adoption(), year: 2024 }
    const made = await workspace.adoptPlan(second, '二', 2)
    expect(workspace.copy.opened.pack.earlierPlans.map(({ year }) => year)).toEqual([2023, 2022])
    await workspace.undo(made.version!)
    expect(workspace.copy.opened.pack.clauses).toEqual(once.clauses)
    expect(workspace.copy.opened.pack.earlierPlans.map(({ year }) => year)).toEqual([2022])
  })
})
