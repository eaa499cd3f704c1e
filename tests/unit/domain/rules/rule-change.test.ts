import { describe, expect, it } from 'vitest'
import rules from '#data/rules.json'
import { ruleAnsweredOnDay } from '@/domain/rules/answered-rule'
import { checklistOf } from '@/domain/rules/checklist'
import type { Rule } from '@/domain/rules/rule'
import { plannedChange, rulesNotOver, withPredecessors } from '@/domain/rules/rule-change'
import { ruleDifferences } from '@/domain/rules/rule-difference'
import { rulesSchema } from '@/io/package/plan'

const all = rulesSchema.parse(rules)
const water = all.find(({ id }) => id === '27-water')!
const TODAY = '2022-10-31'
const stricter: Rule = { ...water, check: { type: 'at-least', field: 'wateringsPerDay', value: 8 } }

describe('a rule that replaces an earlier version', () => {
  it('follows the earlier version from its first day on, and that one ends the day before', () => {
    expect(plannedChange(water, { ...stricter, from: '2022-09-01' }, null, TODAY, TODAY)).toEqual({
      manner: 'from',
      ended: { ...water, until: '2022-08-31' },
      rule: { ...stricter, id: '', from: '2022-09-01', follows: '27-water', askedFrom: '2022-11-01' },
    })
    // Only a later first day does not shorten the earlier rule's time.
    expect(plannedChange(water, { ...water, from: '2022-09-01' }, null, TODAY, TODAY).ended).toEqual({
      ...water,
      until: '2022-08-31',
    })
    const until = '2022-07-31'
    expect(plannedChange({ ...water, until }, stricter, null, TODAY, TODAY).ended).toMatchObject({ until })
  })

  it('is not answered by records from before teams were asked for it', () => {
    const put = (from: string) =>
      plannedChange(water, { ...stricter, askedFrom: '2022-06-01', from }, null, TODAY, TODAY)
    const { ended, rule } = put('2022-09-01')
    const rules = [ended!, { ...rule, id: '27-new' }]
    const answered = (day: string) => ruleAnsweredOnDay(rules, '27-new', day)?.id
    expect(['2022-08-31', '2022-09-15', TODAY, '2022-11-01'].map(answered)).toEqual([
      ...['27-water', '27-water', '27-water', '27-new'],
    ])
    for (const from of [TODAY, '2022-12-01']) expect(put(from).rule).not.toHaveProperty('askedFrom')
  })

  it('follows it from today on if its first day was not changed', () => {
    expect(plannedChange(water, stricter, null, TODAY, TODAY)).toMatchObject({
      ended: { until: '2022-10-30' },
      rule: { from: TODAY },
    })
  })

  it('overwrites it if the user chose so, if the check is the same, or if there is no earlier time', () => {
    expect(plannedChange(water, stricter, 'correction', TODAY, TODAY)).toEqual({
      manner: 'correction',
      ended: null,
      rule: stricter,
    })
    for (const rule of [
      { ...water, lead: ['市公安局'] },
      { ...stricter, from: '2022-05-01' },
    ])
      expect(plannedChange(water, rule, null, TODAY, TODAY)).toEqual({ manner: null, ended: null, rule })
    expect(plannedChange({ ...water, from: TODAY }, { ...stricter, from: TODAY }, null, TODAY, TODAY).manner).toBeNull()
    expect(plannedChange(null, stricter, null, TODAY, TODAY)).toEqual({ manner: null, ended: null, rule: stricter })
  })

  it('is the same duty: measures count both, comparisons show the change, and the ended one is not listed', () => {
    const { ended, rule } = plannedChange(water, { ...stricter, from: '2022-09-01' }, null, TODAY, TODAY)
    const follower = { ...rule, id: '27-new' }
    const now = [...all.map((each) => (each.id === water.id ? ended! : each)), follower]
    expect(withPredecessors(now, '27-new')).toEqual(['27-new', '27-water'])
    expect(withPredecessors([{ ...water, follows: water.id }], water.id)).toEqual([water.id])
    const { added, changed, removed } = ruleDifferences(all, now)
    expect([added, removed]).toEqual([[], []])
    expect(changed.map(({ now: { id }, parts }) => [id, parts])).toEqual([['27-new', ['check', 'from']]])
    const items = (day?: string) => checklistOf(now, water.kind, day).items.map(({ id }) => id)
    expect(items()).toEqual(expect.arrayContaining(['27-water', '27-new']))
    expect(items('2022-08-31')).toContain('27-water')
    expect(items('2022-09-01')).not.toContain('27-water')
    expect(rulesNotOver(now, '2022-09-01')).toHaveLength(all.length)
  })
})
