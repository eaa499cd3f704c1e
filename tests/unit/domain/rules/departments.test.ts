import { expect, it } from 'vitest'
import type { Clause } from '@/domain/rules/clause'
import {
  canonicalNameOf,
  clausesNaming,
  departmentKinds,
  departmentNamesOf,
  departmentsNamed,
  kindsOfDepartments,
  type RowLead,
} from '@/domain/rules/departments'
import type { Rule } from '@/domain/rules/rule'

const clause = (number: number, lead: string[], support: string[] = [], carriedOutBy: string[] = []): Clause => ({
  ...{ number, lead, support, carriedOutBy, deadlines: [], targets: [] },
  title: { zh: '', en: '' },
  gist: { zh: '', en: '' },
})
const CLAUSES = [
  clause(1, ['市甲局'], ['市乙局'], ['各县市区']),
  clause(2, ['市乙局'], ['市甲局']),
  clause(3, ['市乙局', '市甲局'], [], ['市甲局']),
  clause(4, ['市丙局']),
]
const NAMES = departmentNamesOf([], CLAUSES)
const kindsOf = (rules: Rule[], clauses: Clause[], rowLeads: RowLead[], day = '2022-10-31') =>
  departmentKinds({ rules, clauses, rowLeads, departmentNames: departmentNamesOf(rules, clauses) }, day)

it('separates what a department leads from what it only takes part in, each clause once', () => {
  const numbers = (name: string) => {
    const { leads, takesPart } = clausesNaming(CLAUSES, name, [], NAMES)
    return [leads, takesPart].map((clauses) => clauses.map(({ number }) => number))
  }
  expect(numbers('市甲局')).toEqual([[1, 3], [2]])
  expect(numbers('各县市区')).toEqual([[], [1]])
  expect(numbers('')).toEqual([[], []])
})

it('lists departments that lead most clauses first', () => {
  expect(departmentsNamed(CLAUSES, [], NAMES)).toEqual(['市乙局', '市甲局', '市丙局', '各县市区'])
})

const rule = (lead: string[], kind: string, clause = 4): Rule => ({
  ...{ id: `${clause}-${kind}`, clause, kind, lead, title: { zh: '', en: '' }, scope: [], from: '2022-05-30' },
  check: { type: 'all-yes', fields: ['ok'] },
})

it('includes departments that only lead rows of a table, with the clauses of those rows', () => {
  const rows = [{ kind: 'task', name: '市丁局', clauses: [4] }]
  expect(departmentsNamed(CLAUSES, rows, NAMES)).toEqual(['市乙局', '市甲局', '市丙局', '市丁局', '各县市区'])
  expect(clausesNaming(CLAUSES, '市丁局', rows, NAMES).leads.map(({ number }) => number)).toEqual([4])
  const involved = kindsOf([rule(['市丙局'], 'yard')], CLAUSES, rows)
  expect([...involved.keys()]).toEqual(['市甲局', '市乙局', '市丙局', '市丁局'])
  expect([...involved.get('市丁局')!]).toEqual([['task', 'leads-rows']])
  expect([...kindsOfDepartments(involved, ['市丁局', '市丙局'])]).toEqual(['task', 'yard'])
  expect([...kindsOfDepartments(involved, ['市丁局', '市丙局'], true)]).toEqual(['yard'])
})

it('lists a department once, whether the plan shortens its name or not; names in rows stay as they are', () => {
  const full = '市住房和城乡建设局'
  const clauses = [clause(1, ['市住建局']), clause(2, ['市水利局', '市水务局']), clause(3, [], [full])]
  const rows = [
    { kind: 'task', name: '市住建局', clauses: [2] },
    { kind: 'task', name: '市第一建筑工程公司', clauses: [3] },
    { kind: 'task', name: '市第二建筑工程公司', clauses: [3] },
  ]
  const rules = [rule(['市住建局'], 'yard', 1)]
  const names = departmentNamesOf(rules, clauses)
  const own = [full, '市水利局', '市水务局']
  const firms = ['市第一建筑工程公司', '市第二建筑工程公司']
  expect([...kindsOf(rules, clauses, rows)].map(([name]) => name)).toEqual([...own, ...firms])
  expect(canonicalNameOf(names)('市住建局')).toBe(full)
  expect(clausesNaming(clauses, full, rows, names).leads.map(({ number }) => number)).toEqual([1, 2])
  expect(departmentsNamed(clauses, rows, names)).toEqual([...own, ...firms])
})

it('does not connect a department with a kind whose requirement has ended', () => {
  const until = '2022-06-30'
  const over = { ...rule(['市丙局'], 'yard'), until }
  expect([...kindsOf([over], CLAUSES, [], until).get('市丙局')!]).toEqual([['yard', 'leads']])
  expect([...kindsOf([over], CLAUSES, [], '2022-07-01').get('市丙局')!]).toEqual([])
})
