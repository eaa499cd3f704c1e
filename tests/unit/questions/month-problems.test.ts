import { describe, expect, it } from 'vitest'
import { STATUS } from '@/domain/rules/status'
import { evaluateRules } from '@/questions/evaluated-package'
import { monthProblems } from '@/questions/month/month-problems'
import { leadsOfSource } from '@/questions/plan/leads'
import { openFromDisk } from '../package-from-disk'

const sum = (all: readonly { readonly overdue: number; readonly failing: number }[]) => [
  all.reduce((total, { overdue }) => total + overdue, 0),
  all.reduce((total, { failing }) => total + failing, 0),
]

describe('failures at the end of a month', async () => {
  const { value } = await openFromDisk('')
  const evaluated = evaluateRules(value!, '2022-10-31')
  const { day, total, sources, monitors, clauses, departments } = monthProblems(evaluated)

  it('are counted once: leading departments and clauses add up to the total', () => {
    const all = [total.overdue, total.failing]
    expect(day).toBe('2022-10-31')
    expect(all.every((count) => count > 0)).toBe(true)
    expect(sum(departments.map(({ lead }) => lead))).toEqual(all)
    expect(sum(clauses)).toEqual(all)
  })

  it('have as many sources as have these standings', () => {
    // One monitor, whose data was recorded as wrong.
    expect(monitors).toBe(1)
    expect(sources + monitors).toBe(evaluated.status.filter((status) => status >= STATUS.failing).length)
    for (const { sources: own, lead } of departments) expect(own).toBeLessThanOrEqual(lead.overdue + lead.failing)
  })

  it('are led by the first department of a requirement; the others take part', () => {
    const joint = value!.pack.rules.find(({ lead }) => lead.length > 1)!
    expect(leadsOfSource(value!, value!.pack.rules.indexOf(joint), 0)).toEqual(joint.lead)
    const [first, second] = joint.lead.map((name) => departments.find((each) => each.name === name)!)
    const findings = evaluated.findings.filter(({ rule }) => value!.pack.rules[rule]!.lead.includes(second!.name))
    const named = findings.reduce(
      (count, { status }) => count + status.filter((each) => each >= STATUS.failing).length,
      0,
    )
    expect(sum([second!.lead, second!.joint]).reduce((a, b) => a + b)).toBe(named)
    expect(first!.lead.overdue + first!.lead.failing).toBeGreaterThan(0)
  })
})
