import { describe, expect, it } from 'vitest'
import { carriedMeasures, carriedRules } from '@/domain/plan/carry-over'
import type { Clause, PlanTarget } from '@/domain/rules/clause'
import type { Rule } from '@/domain/rules/rule'

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

describe('the measure of a target', () => {
  it('goes to none that is about something else, be its value the same or it the only one', () => {
    const earlier = clause(1, target('清洁取暖率', 90, '%', true))
    expect(carriedMeasures(clause(1, target('装配式建筑占比', 90, '%')), earlier)[0]!.now).toBeNull()
    expect(carriedMeasures(clause(1, target('装配式建筑占比', 95, '%')), earlier)[0]!.now).toBeNull()
    expect(carriedMeasures(clause(1, target('农村清洁取暖率', 95, '%')), earlier)[0]!.now?.value).toBe(95)
  })
})

it('takes the figure of a requirement from a target of its unit and direction', () => {
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
