import { describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { STATUS } from '@/domain/rules/status'
import { evaluateRules } from '@/questions/evaluated-package'
import { countyStory } from '@/questions/month/county-story'
import { leadsOfSource } from '@/questions/plan/leads'
import { openFromDisk } from '../package-from-disk'

describe('the dispatch sheet of a county', async () => {
  const { value } = await openFromDisk('')
  const evaluated = evaluateRules(value!, '2022-10-31')
  const story = countyStory(evaluated, '610430', '2022-10', 100)

  it('has every source with a problem, worst first, with its failures and their leads', () => {
    expect(story.worst).toHaveLength(story.overdue + story.failing)
    expect(countyStory(evaluated, '610430', '2022-10', 3).worst).toEqual(story.worst.slice(0, 3))
    for (const { status, findings, lead, source } of story.worst) {
      expect(status).toBeGreaterThanOrEqual(STATUS.failing)
      const [worst] = findings
      expect(worst!.title).not.toBe('')
      expect(value!.pack.clauses.some(({ number }) => number === worst!.clause)).toBe(true)
      const rules = value!.pack.rules.flatMap(({ clause }, rule) => (clause === worst!.clause ? [rule] : []))
      expect(rules.map((rule) => leadsOfSource(value!, rule, source)[0] ?? '')).toContain(lead)
    }
    const operators = story.worst.filter(({ operator }) => operator !== '')
    expect(operators.length).toBeGreaterThan(0)
  })

  it('states days overdue and deadline, which agree on the day', () => {
    const late = story.worst.filter(({ status }) => status === STATUS.overdue)
    expect(late).toHaveLength(story.overdue)
    for (const { findings, overdueDays } of late) {
      const { days, due, since } = findings[0]!
      expect(days).toBe(overdueDays)
      const begun = Math.max(parseDay(due!), since === null ? 0 : parseDay(since) - 1)
      expect([
        parseDay('2022-10-31') - parseDay(due!),
        parseDay('2022-10-31') - begun - 1,
        parseDay('2022-10-31') - begun,
      ]).toContain(days)
    }
  })

  it('counts grades in the order of the ladder', () => {
    const [enterprises] = story.graded
    const order = ['A', 'B', 'B-', 'C', 'D', '引领性', '非引领性', '未评级', '']
    const seen = enterprises!.counts.map(({ grade }) => order.indexOf(grade))
    expect(seen.length).toBeGreaterThan(3)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
  })

  it('is in the requested language', () => {
    const english = countyStory(evaluated, '610430', '2022-10', 1, 'en').worst[0]!
    expect(english.findings[0]!.title).not.toBe(story.worst[0]!.findings[0]!.title)
  })
})
