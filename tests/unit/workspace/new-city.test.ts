import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import i18next from 'i18next'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CityFacts } from '@/domain/city/city-facts'
import { monthReport } from '@/domain/dustfall/month-report'
import { dustfallSeries } from '@/domain/dustfall/series'
import { clauseOf } from '@/domain/plan/draft'
import { headlineText, tasksHeadline } from '@/features/meeting/headlines'
import { taskFacts } from '@/features/meeting/task-facts'
import { startI18n } from '@/i18n'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { monthProblems } from '@/questions/month/month-problems'
import { targetValues } from '@/questions/plan/target-values'
import { membersOf } from '@/workers/current-steps'
import { proposePlan } from '@/workspace/plan/propose-plan'
import { Workspace } from '@/workspace/workspace'
import { PLAN_2022 } from '../../fixtures/read-plans'
import { newBrowser, newBrowserOf, newWindow } from '../../fixtures/window'

const ring = [
  [118, 30],
  [119, 30],
  [119, 31],
  [118, 31],
  [118, 30],
]
const FACTS: CityFacts = {
  city: { code: '990100', zh: '示例市', en: '示例市' },
  year: 2026,
  centre: [118.5, 30.5],
  ringMetres: 20_000,
  dustfallLimit: 8,
  limitSource: '示例文件',
  counties: [
    { code: '990101', name: '甲县', nameEn: '甲县', aliases: ['甲'], ranked: true },
    { code: '990102', name: '乙区', nameEn: '乙区', aliases: [], ranked: true },
  ],
  outlines: { of: [{ code: '990101', outline: { type: 'Polygon', coordinates: [ring] } }], source: '示例' },
  builtUp: { of: { type: 'Polygon', coordinates: [ring] }, source: '示例' },
  rivers: { of: [{ name: '示例河', line: { type: 'MultiLineString', coordinates: [ring] } }], source: '示例' },
}
const names = ({ copy }: Workspace) => copy.opened.pack.counties.map(({ name }) => name)

beforeEach(newBrowser)

describe('a new city', () => {
  it('replaces the open package, which can be restored', async () => {
    const workspace = await newWindow('data/changzhi')
    const before = names(workspace)
    const { value, problems, version } = await workspace.keepCity(FACTS, null, '新建示例市', 1)
    expect(problems).toEqual([])
    expect(value!.settings.city.zh).toBe('示例市')
    expect(names(workspace)).toEqual(['甲县', '乙区'])
    expect(names(await newWindow('data/changzhi'))).toEqual(['甲县', '乙区'])
    expect(workspace.copy.opened.pack.rivers.features).toHaveLength(1)
    expect(await workspace.check()).toEqual([])
    // Changes relative to another city's requirements are not reported.
    expect(await workspace.rulesBefore()).toBeNull()
    await workspace.undo(version!)
    expect(names(workspace)).toEqual(before)
    await workspace.restore(version)
    expect(names(workspace)).toEqual(['甲县', '乙区'])
  })

  it('is created without an existing package, and opened on the next start', async () => {
    const workspace = new Workspace()
    const { value } = await workspace.open(new URL('https://office.example/missing/datapackage.json'))
    expect(value).toBeNull()
    expect((await workspace.keepCity(FACTS, null, '新建示例市', 1)).problems).toEqual([])
    workspace.database.close()
    expect(names(await newWindow('missing'))).toEqual(['甲县', '乙区'])
  })

  it('keeps its tables when its facts change, and loses an outline that is removed', async () => {
    const workspace = await newWindow('data/changzhi')
    const { value } = await workspace.keepCity(FACTS, null, '新建示例市', 1)
    await workspace.saveMeeting({ template: '# {城市}' }, '模板', 2)
    const changed = { ...FACTS, dustfallLimit: 9, builtUp: null, rivers: null }
    expect((await workspace.keepCity(changed, value!.name, '修改', 3)).problems).toEqual([])
    const { descriptor, opened } = workspace.copy
    expect(descriptor.chentu).toMatchObject({ dustfall: { limit: 9 }, meeting: { template: '# {城市}' } })
    expect(descriptor.chentu.ring.basis).toBe('centre')
    expect(opened.pack.builtUpArea).toBeNull()
    expect(opened.pack.rivers.features).toEqual([])
    expect(await workspace.copy.files.read('rivers.geojson')).toHaveProperty('problem')
    expect(await workspace.check()).toEqual([])
  })

  it('has no base map and no rounds from the folder of another city', async () => {
    const maps = { basemap: { path: 'map.pmtiles', attribution: '局' }, rounds: 'counties.json' }
    await newBrowserOf((path, text) => {
      if (!path.endsWith('datapackage.json')) return text
      const descriptor = JSON.parse(text)
      return JSON.stringify({ ...descriptor, chentu: { ...descriptor.chentu, ...maps } })
    })
    const workspace = await newWindow('data/changzhi')
    expect(workspace.copy.dataset.basemap).toMatchObject({ path: 'map.pmtiles' })
    await workspace.keepCity(FACTS, null, '新建示例市', 1)
    expect(await workspace.basemap()).toEqual({ named: null, isSure: true })
    expect(await workspace.rounds()).toBe('')
  })

  it('reads its first plan, of its own year, into clauses under the rules for plans', async () => {
    const workspace = await newWindow('data/changzhi')
    await workspace.keepCity({ ...FACTS, year: 2022 }, null, '新建示例市', 1)
    const { drafts, year, links } = proposePlan(PLAN_2022, '方案.txt', workspace.copy.opened.pack).value!
    expect([year, links]).toEqual([2022, []])
    const clauses = drafts.map((draft) =>
      clauseOf({ ...draft, fields: draft.fields.map((field) => ({ ...field, decision: 'accepted' })) }),
    )
    const { problems } = await workspace.adoptPlan(
      {
        plan: { zh: '2022年工作方案', en: '2022年工作方案', number: '示例〔2022〕1号', day: '2022-05-30' },
        year,
        replaces: false,
        dustfallLimit: null,
        clauses,
        links: [],
        rules: [],
        tasks: [],
        named: [],
        words: { table: '限期任务', onTime: { zh: '按期完成', en: 'done on time' } },
        by: '张三',
        why: '首次读入',
        file: '方案.txt',
      },
      '读入方案',
      2,
    )
    expect(problems).toEqual([])
    const { pack } = workspace.copy.opened
    expect(pack.clauses).toHaveLength(clauses.length)
    expect([pack.settings.plan?.zh, pack.settings.dustfall.limit, pack.earlierPlans]).toEqual(['2022年工作方案', 8, []])
    expect(await workspace.check()).toEqual([])
  })

  it('shows on its wall what its plan requires: tasks past their deadline without data, and its dustfall', async () => {
    const workspace = await newWindow('data/changzhi')
    await workspace.keepCity({ ...FACTS, year: 2022 }, null, '新建示例市', 1)
    const { drafts, year } = proposePlan(PLAN_2022, '方案.txt', workspace.copy.opened.pack).value!
    const clauses = drafts.map((draft) =>
      clauseOf({ ...draft, fields: draft.fields.map((field) => ({ ...field, decision: 'accepted' })) }),
    )
    const task = { clause: 26, words: '编制弃土场整治方案', lead: ['市水利局'] }
    const { problems } = await workspace.adoptPlan(
      {
        plan: { zh: '2022年工作方案', en: '2022年工作方案', number: '', day: '2022-05-30' },
        ...{ year, replaces: false, dustfallLimit: null, clauses, links: [], rules: [], tasks: [] },
        named: [
          { ...task, name: '编制弃土场整治方案', day: '2022-05-31' },
          { ...task, name: '弃土场整治', day: '2022-12-31' },
        ],
        words: { table: '限期任务', onTime: { zh: '按期完成', en: 'done on time' } },
        ...{ by: '张三', why: '首次读入', file: '方案.txt' },
      },
      '读入方案',
      2,
    )
    expect(problems).toEqual([])
    const { copy } = workspace
    const series = { ranked: ['990101', '990102'], points: [], records: [], belowDetectionShare: 0.5 }
    const published = [
      { county: '990101', month: '2022-09', value: 9.1, publication: '' },
      { county: '990102', month: '2022-09', value: 6, publication: '' },
    ]
    const report = monthReport(dustfallSeries({ ...series, published }), '2022-09', 8)
    const opened = { ...copy.opened, reports: [report] }
    const evaluated = evaluateRules(opened, '2022-09-30')
    const problemsOf = monthProblems(evaluated)
    expect(problemsOf).toMatchObject({ pastUnknown: 1, total: { overdue: 0, failing: 0 } })
    expect(problemsOf.departments).toMatchObject([{ name: '市水利局', pastUnknown: 1 }])
    const values = targetValues({ evaluated, members: membersOf(opened, opened.pack.settings.ring) })
    const facts = taskFacts(datasetOf(opened), values, problemsOf)
    expect(facts.targets.find(({ measure }) => measure?.of === 'worst-dustfall')).toMatchObject({
      ...{ value: 7, standing: 'notMet' },
      measured: { value: 9.1, month: '2022-09', counties: ['990101'] },
    })
    await startI18n('zh-CN')
    expect(headlineText(tasksHeadline({ t: i18next.getFixedT('zh-CN') }, facts))).toMatch(
      /1 项未达到.*，没有逾期问题，1 项已过期限而无数据$/,
    )
  })

  it('has every setting named in the grades of its kinds', () => {
    const kinds = ['kinds.json', 'kinds-beyond-dust.json'].map((path) => readFileSync(`data/${path}`, 'utf8')).join()
    const settings = [...kinds.matchAll(/"setting":\s*"(\w+)"/g)].map(([, name]) => name)
    expect(settings.length).toBeGreaterThan(0)
    expect(new Set(settings)).toEqual(new Set(['siltGradeLimits']))
  })
})
