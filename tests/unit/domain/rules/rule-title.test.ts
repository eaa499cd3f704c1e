import { describe, expect, it } from 'vitest'
import rules from '#data/rules.json'
import type { PlanTarget } from '@/domain/rules/clause'
import type { Check, Rule } from '@/domain/rules/rule'
import { refusalsOf } from '@/domain/rules/rule-refusal'
import { staleTarget, titleAfterChange } from '@/domain/rules/rule-title'
import { rulesSchema } from '@/io/package/plan'

const least = (value: number): Check => ({ type: 'at-least', field: 'a', value })

describe('the title of a changed requirement', () => {
  it('gets the new number in place of the old one, as a whole number only', () => {
    const title = { zh: '16处每日洒水不少于6次', en: 'At least 6 times a day' }
    expect(titleAfterChange(title, least(6), least(8))).toEqual({
      zh: '16处每日洒水不少于8次',
      en: 'At least 8 times a day',
    })
    expect(titleAfterChange(title, least(6), least(6))).toBeNull()
    expect(titleAfterChange({ zh: '每日洒水', en: 'Watered' }, least(6), least(8))).toBeNull()
  })

  it('gets the new interval', () => {
    const quarter: Check = { type: 'this-quarter', field: 'a' }
    const title = { zh: '监测仪每季度校准', en: 'Calibrated each quarter' }
    expect(titleAfterChange(title, quarter, { type: 'this-month', field: 'a' })).toEqual({
      zh: '监测仪每月校准',
      en: 'Calibrated each month',
    })
    expect(titleAfterChange(title, quarter, { type: 'max-age', field: 'a', days: 20 })?.zh).toBe('监测仪每20天校准')
  })

  it('is shown beside a target of its clause that still has the old number of the same column', () => {
    const target = (value: number, column: string): PlanTarget => ({
      what: { zh: column, en: column },
      ...{ comparison: '≥', value, unit: '次', measure: { of: 'smallest', kind: 'yard', column } },
    })
    const targets = [target(6, 'b'), target(5, 'a'), target(6, 'a')]
    expect(staleTarget(targets, least(6), least(8))).toBe(targets[2])
    expect(staleTarget(targets, least(6), least(6))).toBeNull()
    expect(staleTarget(targets, least(7), least(8))).toBeNull()
    expect(staleTarget(targets, { type: 'at-most', field: 'a', value: 6 }, least(8))).toBeNull()
  })
})

describe('a rule is rejected', () => {
  const rule: Rule = { ...rulesSchema.parse(rules)[0]!, from: '2022-09-01' }
  const codes = (change: Partial<Rule>, original: Rule | null = rule) =>
    refusalsOf({ ...rule, ...change }, original, undefined).map(({ code }) => code)

  it('for a deadline or last day before its first day, or a negative number, unless it was so before', () => {
    expect(codes({})).toEqual([])
    expect(codes({ deadline: '2022-08-31', until: '2022-08-31' })).toEqual([
      'deadline-before-from',
      'until-before-from',
    ])
    expect(codes({ check: least(-1) })).toEqual(['negative'])
    expect(codes({ check: least(-1) }, { ...rule, check: least(-2) })).toEqual([])
    expect(codes({ check: least(-1) }, null)).toEqual(['negative'])
  })
})
