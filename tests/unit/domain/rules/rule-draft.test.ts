import { describe, expect, it } from 'vitest'
import rules from '#data/rules.json'
import { checkOf, draftOfCheck, emptyCheck } from '@/domain/rules/check-parts'
import { relationOf } from '@/domain/rules/relation'
import type { Check, Rule } from '@/domain/rules/rule'
import { changedParts, ruleDifferences } from '@/domain/rules/rule-difference'
import { draftOfRule, emptyScope, lackingOf, newRule, ruleOf } from '@/domain/rules/rule-draft'
import { newRuleId } from '@/domain/rules/rule-id'
import { CHECK_TYPES, rulesSchema } from '@/io/package/plan'

const all = rulesSchema.parse(rules)

describe('a draft of a rule', () => {
  it('gives exactly the rule that it was made from, for every type of check', () => {
    const monthly: Rule = { ...all[0]!, id: 'monthly', check: { type: 'this-month', field: 'calibratedOn' } }
    const each = [...all, monthly]
    expect(new Set(each.map(({ check }) => check.type))).toEqual(new Set(CHECK_TYPES))
    for (const rule of each) expect(ruleOf(draftOfRule(rule)), rule.id).toEqual(rule)
    const more: Rule = {
      ...all[0]!,
      until: '2022-12-31',
      deadline: '2022-11-30',
      support: ['市公安局'],
      basis: 'GB/T 1-2020',
      changed: { by: '张三', why: '核对', at: 1 },
    }
    expect(ruleOf(draftOfRule(more))).toEqual(more)
  })

  it('is incomplete while a part is missing, and returns which', () => {
    const draft = newRule(23, 'construction-site', '2022-05-30', [])
    expect(lackingOf(draft)).toEqual(['title', 'check', 'basis'])
    expect(ruleOf(draft)).toBeNull()
    const asked = { ...draft, check: { ...draft.check, fields: ['enclosed'] } }
    expect(ruleOf({ ...asked, scope: [emptyScope('is')] })).toBeNull()
    expect(lackingOf({ ...asked, scope: [emptyScope('counties')] })).toEqual(['title', 'scope', 'basis'])
    expect(ruleOf(asked)).toMatchObject({ id: '', check: { type: 'all-yes', fields: ['enclosed'] } })
  })

  it('accepts no invalid number, and no partial day or month', () => {
    const typed = (days: string) => checkOf({ ...emptyCheck('max-age'), texts: { field: 'a', days } })
    expect(['', '-1', '0', '2.5', '3天', '1e2'].map(typed)).toEqual(Array(6).fill(null))
    expect(typed(' 30 ')).toEqual({ type: 'max-age', field: 'a', days: 30 })
    const figure = (value: string) => checkOf({ ...emptyCheck('at-most'), texts: { field: 'a', value } })
    expect(figure('0.5')).toEqual({ type: 'at-most', field: 'a', value: 0.5 })
  })

  it('turns a hint, recognised by its id, into a requirement only if the user says so', () => {
    const hint = { ...all.find(({ id }) => id === '26-survey')! }
    const { advisory: _, ...older } = hint
    expect(ruleOf(draftOfRule(older))).toEqual(older)
    expect(ruleOf({ ...draftOfRule(older), isHint: false })).toMatchObject({ advisory: false })
  })

  it('has a deadline per row or one for all', () => {
    const done = all.find(({ check }) => check.type === 'done' && 'field' in check.deadline)!
    const draft = draftOfCheck(done.check)
    expect(checkOf({ ...draft, texts: { ...draft.texts, deadlineField: '', deadline: '2022-12-31' } })).toMatchObject({
      deadline: { day: '2022-12-31' },
    })
  })
})

describe('a new id', () => {
  it('is made of the clause and the initials of the title, and was never used before', () => {
    expect(newRuleId(23, '围挡到顶', new Set())).toBe('23-wddd')
    expect(newRuleId(23, '围挡到顶', new Set(['23-wddd', '23-wddd-2']))).toBe('23-wddd-3')
    expect(newRuleId(7, '（）', new Set())).toBe('7-r')
    expect(newRuleId(7, 'PM10/降尘', new Set())).not.toContain('/')
  })
})

describe('the relation of two checks', () => {
  const yes = (...fields: string[]): Check => ({ type: 'all-yes', fields })
  const least = (value: number): Check => ({ type: 'at-least', field: 'a', value })
  it.each<[Check, Check, string | null]>([
    [yes('a', 'b'), yes('b', 'a'), 'same'],
    [yes('a'), yes('a', 'b'), 'stricter'],
    [yes('a'), yes('b'), null],
    [yes('a'), { type: 'all-no', fields: ['a', 'c'] }, 'contradicts'],
    [{ type: 'all-no', fields: ['a'] }, { type: 'after-months', since: 's', months: 1, fields: ['a'] }, 'contradicts'],
    [least(6), least(8), 'stricter'],
    [least(6), { type: 'at-most', field: 'a', value: 5 }, 'contradicts'],
    [{ type: 'at-most', field: 'a', value: 7 }, least(6), null],
    [{ type: 'one-of', field: 'a', values: ['x'] }, { type: 'one-of', field: 'a', values: ['y'] }, 'contradicts'],
    [{ type: 'one-of', field: 'a', values: ['x'] }, { type: 'one-of', field: 'b', values: ['y'] }, null],
    [least(6), yes('a'), null],
  ])('%j and %j: %s', (one, other, relation) => {
    expect(relationOf(one, other)).toBe(relation)
    expect(relationOf(other, one)).toBe(relation)
  })
})

describe('the difference of two plans', () => {
  it('lists what was added, removed and changed, part by part', () => {
    const [first, second, ...rest] = all as [Rule, Rule, ...Rule[]]
    const now = [{ ...first, lead: ['市公安局'], deadline: '2022-12-31' }, ...rest, { ...second, id: 'new' }]
    const { added, removed, changed } = ruleDifferences(all, now)
    expect(added.map(({ id }) => id)).toEqual(['new'])
    expect(removed).toEqual([second])
    expect(changed).toEqual([{ before: first, now: now[0], parts: ['deadline', 'lead'] }])
  })

  it('is empty if only the order of keys or the author differs', () => {
    const [rule] = all as [Rule]
    const turned = Object.fromEntries(Object.entries(rule).reverse()) as unknown as Rule
    expect(changedParts(rule, { ...turned, support: [], changed: { by: 'a', why: 'b', at: 1 } })).toEqual([])
  })
})
