import { describe, expect, it } from 'vitest'
import { endedClausePlaceholder } from '@/domain/plan/apart'
import { carriedIntervals, withInterval } from '@/domain/plan/carried-interval'
import { carriedMeasures, carriedRules, renumberedScope, withEarlier } from '@/domain/plan/carry-over'
import type { Clause, Measure, PlanTarget } from '@/domain/rules/clause'
import type { Rule } from '@/domain/rules/rule'
import type { Kind } from '@/domain/sources/kinds/kind'

const both = (zh: string) => ({ zh, en: zh })
const target = (what: string, value: number, unit: string, isMeasured = false): PlanTarget => ({
  what: both(what),
  comparison: '≥',
  value,
  unit,
  ...(isMeasured ? { measure: { of: 'in-ring' } } : {}),
})
const clause = (number: number, ...targets: PlanTarget[]): Clause => ({
  number,
  title: both('甲'),
  gist: both('甲'),
  lead: ['市甲局'],
  support: [],
  carriedOutBy: [],
  deadlines: [],
  targets,
})

describe('the measure of a plan target', () => {
  it('is not passed on to a target about something else, even with the same value or as the only one', () => {
    const earlier = clause(1, target('清洁取暖率', 90, '%', true))
    expect(carriedMeasures(clause(1, target('装配式建筑占比', 90, '%')), earlier)[0]!.now).toBeNull()
    expect(carriedMeasures(clause(1, target('装配式建筑占比', 95, '%')), earlier)[0]!.now).toBeNull()
    expect(carriedMeasures(clause(1, target('农村清洁取暖率', 95, '%')), earlier)[0]!.now?.value).toBe(95)
  })
})

describe('a target that the office renamed', () => {
  const earlier = clause(1, target('年度抽测比例', 20, '%', true))
  const tested = target('部分机械排放测试比例', 25, '%')
  const sentence = '各县市区制定年度抽检抽测计划,对部分机械进行排放测试,比例不得低于25%'
  const said = (now: PlanTarget) => (now === tested ? sentence : '')

  it('is matched with the new target whose sentence contains its words', () => {
    expect(carriedMeasures(clause(1, tested), earlier)[0]!.now).toBeNull()
    expect(carriedMeasures(clause(1, tested), earlier, said)[0]!.now).toBe(tested)
    expect(carriedMeasures(clause(1, tested), earlier, () => '装配式建筑占比达到25%')[0]!.now).toBeNull()
  })

  it('is matched with none if several are possible', () => {
    const other = target('冒黑烟机械淘汰比例', 30, '%')
    expect(carriedMeasures(clause(1, tested, other), earlier, () => sentence)[0]!.now).toBeNull()
  })
})

it('takes the figure of a requirement from a target with the same unit and direction', () => {
  const rule: Rule = {
    id: 'a',
    clause: 1,
    kind: 'machinery',
    title: both('抽测'),
    scope: [],
    check: { type: 'share-at-least', part: 'a', whole: 'b', percent: 20 },
    from: '2022-01-01',
    lead: ['市甲局'],
  }
  const before = clause(1, target('抽测台数', 20, '台'), target('抽测比例', 20, '%'))
  const now = clause(3, target('抽测台数', 50, '台'), target('抽测比例', 30, '%'))
  const base = { links: new Map([[1, 3]]), kinds: [] }
  expect(carriedRules([rule], [before], [now], base)).toMatchObject([
    { clause: 3, figure: 30, doubts: ['figure-changed'] },
  ])
})

describe('the figure of a requirement', () => {
  const watering = (id: string, title: string, value: number): Rule => ({
    id,
    clause: 1,
    kind: 'yard',
    title: both(title),
    scope: [],
    check: { type: 'at-least', field: 'wateringsPerDay', value },
    from: '2022-01-01',
    lead: ['市甲局'],
  })
  const base = { links: new Map([[1, 3]]), kinds: [] }
  const before = clause(
    1,
    target('每日洒水次数', 6, '次'),
    target('大风、高温、沙尘天气每日洒水次数', 8, '次'),
    target('每日湿扫次数', 1, '次'),
  )
  const rules = [
    watering('plain', '每日洒水不少于6次', 6),
    watering('adverse', '大风、高温、沙尘天气每日洒水不少于8次', 8),
    watering('sweep', '每日湿扫不少于1次', 1),
  ]

  it('is matched by its words, not by an equal number', () => {
    const now = clause(
      3,
      target('洒水抑尘', 8, '次'),
      target('遇大风、高温、沙尘天气洒水抑尘次数', 10, '次'),
      target('湿扫作业', 1, '次'),
    )
    const carried = carriedRules(rules, [before], [now], base)
    expect(carried.map(({ figure, doubts }) => [figure, ...doubts])).toEqual([
      [8, 'figure-changed'],
      [10, 'figure-changed'],
      [1],
    ])
  })

  it('is never taken from another indicator, even with the same number', () => {
    const now = clause(3, target('装配式建筑占比', 6, '次'), target('洒水抑尘', 9, '%'))
    // Other targets of the new clause with the same unit are returned.
    expect(carriedRules(rules.slice(0, 1), [before], [now], base)).toMatchObject([
      { figure: 6, others: [now.targets[0]], doubts: ['figure-open'] },
    ])
    const none = clause(3, target('洒水抑尘', 9, '%'))
    expect(carriedRules(rules.slice(0, 1), [before], [none], base)).toMatchObject([
      { figure: 6, others: [], doubts: ['figure-missing'] },
    ])
  })

  it('as a share is found if the plan names the share once for two places', () => {
    const sweeping = (id: string, title: string, percent: number): Rule => ({
      ...watering(id, title, 0),
      check: { type: 'share-at-least', part: 'a', whole: 'b', percent },
    })
    const earlier = clause(1, target('主城区机械化清扫率', 90, '%'), target('县城机械化清扫率', 70, '%'))
    const now = clause(3, target('主城区道路机械化清扫率', 92, '%'), target('县（市）建成区', 75, '%'))
    const both = [
      sweeping('urban', '主城区机械化清扫率不低于90%', 90),
      sweeping('county', '县城机械化清扫率不低于70%', 70),
    ]
    expect(carriedRules(both, [earlier], [now], base)).toMatchObject([
      { figure: 92, doubts: ['figure-changed'] },
      { figure: 75, doubts: ['figure-changed'] },
    ])
  })

  it('is also found among the conditions of a clause', () => {
    const bare: Rule = {
      ...watering('bare', '裸置超过3个月的绿化或覆盖', 0),
      check: { type: 'after-months', since: 'a', months: 3, fields: ['b'] },
    }
    const stopped = both('停工期超过1个月的')
    const earlier = { ...clause(1), conditions: [both('绿化、覆盖：裸置时间超过3个月的裸露场地'), stopped] }
    const now = { ...clause(3), conditions: [both('……裸置时间超过2个月的'), stopped] }
    expect(carriedRules([bare], [earlier], [now], base)).toMatchObject([{ figure: 2, doubts: ['figure-changed'] }])
  })

  it('is compared with the new clause if last year’s words did not contain it', () => {
    const now = clause(3, target('洒水抑尘', 9, '次'))
    expect(carriedRules(rules.slice(0, 1), [clause(1)], [now], base)).toMatchObject([
      { figure: 9, doubts: ['figure-changed'] },
    ])
    expect(carriedRules(rules.slice(0, 1), [clause(1)], [clause(3)], base)).toMatchObject([{ figure: 6, doubts: [] }])
  })
})

describe('the deadline of a requirement', () => {
  const by = (day: string, zh: string) => ({ day, what: both(zh) })
  const rule = (title: string, deadline: string): Rule => ({
    id: title,
    clause: 1,
    kind: 'road',
    title: both(title),
    scope: [],
    check: { type: 'all-yes', fields: ['a'] },
    from: '2022-01-01',
    deadline,
    lead: [],
  })
  const before = {
    ...clause(1),
    deadlines: [
      by('2022-05-31', '重点道路积尘负荷稳定为优；制定弃土场整治方案'),
      by('2022-06-30', '制定关中环线整治方案'),
      by('2022-10-31', '完成弃土场整治'),
    ],
  }
  const dayOf = (title: string, deadline: string, ...deadlines: Clause['deadlines']) => {
    const base = { links: new Map([[1, 3]]), kinds: [] }
    const [carried] = carriedRules([rule(title, deadline)], [before], [{ ...clause(3), deadlines }], base)
    return carried!.day
  }
  const now = [
    by('2023-04-30', '道路积尘负荷稳定达到优级'),
    by('2023-06-30', '制定弃土场整治方案并开展整治'),
    by('2023-11-30', '完成整治'),
  ]

  it('is that of the words about the same thing', () => {
    expect(dayOf('积尘负荷稳定为优', '2022-05-31', ...now)).toBe('2023-04-30')
    expect(dayOf('弃土场整治方案', '2022-05-31', ...now)).toBe('2023-06-30')
    expect(dayOf('弃土场整治完成', '2022-10-31', ...now)).toBe('2023-11-30')
  })

  it('is the same day of the year if the words beside it share some with the title', () => {
    const verge = by('2023-08-31', '对沿线未硬化停车场、汽修等门店与道路连接带未硬化区域实施硬化')
    expect(dayOf('关中环线连接带硬化', '2022-08-31', by('2023-06-30', '制定关中环线方案'), verge)).toBe('2023-08-31')
  })

  it('is never that of something else, even on the same day of the year or as the only one', () => {
    expect(dayOf('关中环线整治方案', '2022-06-30', ...now)).toBeNull()
    expect(dayOf('积尘负荷稳定为优', '2022-05-31', by('2023-05-31', '完成整治'))).toBeNull()
  })
})

describe('the lead of a requirement', () => {
  const rule = (...lead: string[]): Rule => ({
    id: 'a',
    clause: 1,
    kind: 'yard',
    title: both('甲'),
    scope: [],
    check: { type: 'all-yes', fields: ['a'] },
    from: '2022-01-01',
    lead,
  })
  const of = (own: Rule, before: Partial<Clause>, now: Partial<Clause>) => {
    const { lead, doubts } = carriedRules([own], [{ ...clause(1), ...before }], [{ ...clause(3), ...now }], {
      links: new Map([[1, 3]]),
      kinds: [],
    })[0]!
    return [lead, doubts]
  }

  it('is the new clause’s lead if the old clause’s lead had it, and nobody who only takes part', () => {
    expect(of(rule('市甲局'), { lead: ['市甲局'] }, { lead: ['市乙局'], support: ['市甲局'] })).toEqual([
      ['市乙局'],
      ['lead-joins'],
    ])
    expect(of(rule('市甲局'), { lead: ['市甲局'] }, { lead: ['市乙局'] })).toEqual([['市乙局'], ['lead-changed']])
    expect(of(rule('市甲局'), { lead: ['市甲局'] }, { lead: ['市甲局', '市乙局'] })).toEqual([['市甲局', '市乙局'], []])
  })

  it('stays the same if the rule has a lead of its own that the clause still names', () => {
    const clauses = { lead: ['市甲局', '市乙局'], support: ['市丙局'] }
    expect(of(rule('市乙局'), clauses, clauses)).toEqual([['市乙局'], []])
    expect(of(rule('市丙局'), clauses, clauses)).toEqual([['市丙局'], []])
    expect(of(rule(), clauses, { lead: ['市丁局'] })).toEqual([[], []])
  })
})

it('carries over a requirement that no other replaced, and raises a question about one with a last day', () => {
  const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
    ...{ id, clause: 1, kind: 'yard', title: both(id), scope: [], from: '2022-01-01', lead: ['甲局'] },
    check: { type: 'all-yes', fields: ['a'] },
    ...more,
  })
  const rules = [
    rule('first', { until: '2022-08-31' }),
    rule('second', { from: '2022-09-01', follows: 'first' }),
    rule('season', { until: '2022-12-31' }),
  ]
  const carried = carriedRules(rules, [clause(1)], [clause(1)], { links: new Map([[1, 1]]), kinds: [] })
  expect(carried.map(({ earlier, doubts }) => [earlier.id, doubts.includes('last-day')])).toEqual([
    ['second', false],
    ['season', true],
  ])
})

it('keeps the deadline of the same thing, and raises a question about a changed deadline or interval', () => {
  const dated = (...days: readonly (readonly [string, string])[]) => ({
    ...clause(1),
    deadlines: days.map(([day, what]) => ({ day, what: both(what) })),
  })
  const ring: Rule = {
    ...{
      id: 'ring',
      clause: 1,
      kind: 'road',
      title: both('关中环线连接带硬化'),
      scope: [],
      from: '2022-05-30',
      lead: clause(1).lead,
    },
    check: { type: 'done', flag: 'a', day: 'b', deadline: { day: '2022-08-31' } },
  }
  const before = dated(['2022-06-30', '制定关中环线连接带硬化方案'], ['2022-08-31', '完成关中环线连接带硬化'])
  const now = dated(['2023-06-30', '制定关中环线连接带硬化方案'], ['2023-09-15', '完成关中环线连接带硬化'])
  const base = { links: new Map([[1, 1]]), kinds: [] }
  expect(carriedRules([ring], [before], [now], base)).toMatchObject([{ day: '2023-09-15', doubts: ['day-changed'] }])

  const often = (every: 'month' | 'quarter') => ({ ...clause(1), recurring: [{ every, what: both('校准监测仪') }] })
  const checked: Rule = {
    ...ring,
    id: 'checked',
    title: both('监测仪每季度校准'),
    check: { type: 'this-quarter', field: 'a' },
  }
  const doubts = (then: 'month' | 'quarter') =>
    carriedRules([checked], [often('quarter')], [often(then)], base).map((each) => each.doubts)
  expect([doubts('quarter'), doubts('month')]).toEqual([[[]], [['interval-changed']]])

  // The old clause may have no interval, and the new one intervals for other things.
  const wanted = (...recurring: readonly (readonly ['week' | 'month' | 'quarter' | 'standing', string])[]) =>
    carriedRules(
      [checked],
      [clause(1)],
      [{ ...clause(1), recurring: recurring.map(([every, what]) => ({ every, what: both(what) })) }],
      base,
    )[0]
  expect(wanted(['quarter', '考核评比'], ['month', '完成监测仪校准核查'])).toMatchObject({
    ...{ intervals: ['month'], doubts: ['interval-changed'] },
  })
  expect(wanted(['month', '考核评比'])).toMatchObject({ intervals: [], doubts: [] })
  const aged = (days: number, every: 'week' | 'month' | 'standing') =>
    carriedIntervals({ title: both('积尘调查'), check: { type: 'max-age', field: 'a', days } }, undefined, {
      ...clause(1),
      recurring: [{ every, what: both('开展积尘调查') }],
    })
  expect([aged(30, 'month'), aged(30, 'week'), aged(30, 'standing')]).toEqual([null, ['week'], []])
  expect(withInterval({ type: 'max-age', field: 'a', days: 30 }, 'week')).toMatchObject({ days: 7 })
})

it('replaces the clause number in measures that count the tasks of a clause', () => {
  const kinds = [{ id: 'task', fields: [{ name: 'of', means: 'clause' }] }] as unknown as readonly Kind[]
  const measure = (number: number): Measure => ({
    ...{
      of: 'count',
      kind: 'task',
      where: [
        { field: 'of', equals: number },
        { field: 'done', is: true },
      ],
    },
    among: [{ field: 'of', equals: number }],
  })
  const target: PlanTarget = { what: both('项目'), comparison: '≥', value: 5, unit: '个', measure: measure(8) }
  const earlier = { ...clause(8, target), figures: [{ what: both('其他'), unit: '个', measure: measure(3) }] }
  const { measure: _, ...bare } = target
  const now = withEarlier(clause(7, bare), earlier, { links: new Map([[8, 7]]), kinds })
  expect(now.targets[0]!.measure).toEqual(measure(7))
  // The tasks of a clause that ended are kept separately.
  expect(now.figures![0]!.measure).toEqual(measure(endedClausePlaceholder(3)))
  const to = (number: number) => number - 1
  expect(renumberedScope({ field: 'of', oneOf: ['8', '12'] }, 'of', to)).toEqual({
    ...{ field: 'of', oneOf: ['7', '11'] },
  })
  expect(renumberedScope({ field: 'other', equals: 8 }, 'of', to)).toEqual({ field: 'other', equals: 8 })
})

it('the departments taking part follow the clause: those of last year’s clause can go, those added by the office stay', () => {
  const rule: Rule = {
    ...{ id: 'r', clause: 1, kind: 'yard', title: both('r'), scope: [], from: '2022-01-01', lead: ['市甲局'] },
    ...{ check: { type: 'all-yes', fields: ['a'] }, support: ['市乙局', '市丙局', '市丁局'] },
  }
  const before = { ...clause(1), support: ['市乙局', '市丙局'] }
  const of = (now: Partial<Clause>) =>
    carriedRules([rule], [before], [{ ...clause(2), ...now }], { links: new Map([[1, 2]]), kinds: [] })[0]!.support
  expect(of({ support: ['市丙局'] })).toEqual(['市丙局', '市丁局'])
  expect(of({ support: ['市乙局', '市丙局'] })).toBeNull()
  expect(of({ lead: ['市甲局', '市丁局'], support: ['市乙局', '市丙局'] })).toEqual(['市乙局', '市丙局'])
})
