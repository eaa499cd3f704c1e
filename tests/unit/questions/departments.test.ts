import { describe, expect, it } from 'vitest'
import { splitNames } from '@/domain/rules/split-names'
import { textByMeaning } from '@/domain/sources/kinds/by-meaning'
import { departmentKindsOn, departmentsOf } from '@/questions/plan/departments'
import { rowLeadsOf } from '@/questions/plan/leads'
import { Desk } from '../../fixtures/desk'
import { openFromDisk } from '../package-from-disk'

const delivered = (await openFromDisk('')).value!
const [task] = delivered.inventory.kinds.filter(({ kind }) => kind === 'plan-task')
const names = Array.from({ length: task!.table.length }, (_, row) => textByMeaning(task!, 'lead', row))
const [own] = names.filter((name) => name.startsWith('市'))
/** The package without a plan, so that only rows name leads. */
const bare = { ...delivered, pack: { ...delivered.pack, clauses: [], rules: [] } }

describe('a department named only in rows of a table', () => {
  it('is known, with the clauses of those rows', () => {
    const leads = rowLeadsOf(bare)
    const found = leads.find(({ kind, name }) => kind === 'plan-task' && name === own)!
    expect(found.clauses.length).toBeGreaterThan(0)
    expect(departmentKindsOn(departmentsOf(bare), '2022-10-31').get(own!)?.get('plan-task')).toBe('leads-rows')
  })

  it('as a filter selects only those rows of their kind', () => {
    const desk = new Desk(bare)
    desk.show({ departments: [own!], kinds: ['plan-task'] })
    expect(desk.filtered.total).toBe(names.filter((name) => splitNames(name).includes(own!)).length)
    expect(desk.filtered.total).toBeLessThan(names.length)
    // If the plan itself links the department with the kind, all rows are meant.
    const whole = new Desk(delivered)
    whole.show({ departments: ['市生态环境局'], kinds: ['plan-task'] })
    expect(whole.filtered.total).toBe(names.length)
  })

  it('can be one of several in a row', () => {
    const all = rowLeadsOf(bare).map(({ name }) => name)
    expect(names.some((name) => name.includes('、'))).toBe(true)
    expect(all.filter((name) => name.includes('、'))).toEqual([])
    expect(splitNames('市自然资源局、市生态环境局，市水利局及市住建局')).toEqual([
      ...['市自然资源局', '市生态环境局', '市水利局', '市住建局'],
    ])
    expect(splitNames('市普及推广中心以及各县市区政府（管委会）')).toEqual(['市普及推广中心', '各县市区政府（管委会）'])
    expect(splitNames(' ')).toEqual([])
  })

  it('is not the operator of a source, even if a requirement has no lead', () => {
    const rules = delivered.pack.rules.map((rule) => ({ ...rule, lead: [] }))
    const left = { ...delivered, pack: { ...delivered.pack, rules } }
    expect([...new Set(departmentsOf(left).rowLeads.map(({ kind }) => kind))]).toEqual(['plan-task'])
  })
})
