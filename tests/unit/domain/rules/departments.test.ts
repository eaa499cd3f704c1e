import { expect, it } from 'vitest'
import type { Clause } from '@/domain/rules/clause'
import {
  clausesNaming,
  departmentKinds,
  departmentsNamed,
  kindsConcerning,
  sameDepartments,
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

it('tells what a department leads from what it only takes part in, each clause once', () => {
  const numbers = (name: string) => {
    const { leads, takesPart } = clausesNaming(CLAUSES, name, [])
    return [leads, takesPart].map((clauses) => clauses.map(({ number }) => number))
  }
  expect(numbers('市甲局')).toEqual([[1, 3], [2]])
  expect(numbers('各县市区')).toEqual([[], [1]])
  expect(numbers('')).toEqual([[], []])
})

it('lists who leads most first', () => {
  expect(departmentsNamed(CLAUSES, [])).toEqual(['市乙局', '市甲局', '市丙局', '各县市区'])
})

const rule = (lead: string[], kind: string, clause = 4): Rule => ({
  ...{ id: `${clause}-${kind}`, clause, kind, lead, title: { zh: '', en: '' }, scope: [], from: '2022-05-30' },
  check: { type: 'all-yes', fields: ['ok'] },
})

it('names who leads only rows of a table, and the clauses that they are of', () => {
  const rows = [{ kind: 'task', name: '市丁局', clauses: [4] }]
  expect(departmentsNamed(CLAUSES, rows)).toEqual(['市乙局', '市甲局', '市丙局', '市丁局', '各县市区'])
  expect(clausesNaming(CLAUSES, '市丁局', rows).leads.map(({ number }) => number)).toEqual([4])
  const involved = departmentKinds([rule(['市丙局'], 'yard')], CLAUSES, rows)
  expect([...involved.keys()]).toEqual(['市甲局', '市乙局', '市丙局', '市丁局'])
  expect([...involved.get('市丁局')!]).toEqual([['task', 'leads-rows']])
  expect([...kindsConcerning(involved, ['市丁局', '市丙局'])]).toEqual(['task', 'yard'])
  expect([...kindsConcerning(involved, ['市丁局', '市丙局'], true)]).toEqual(['yard'])
})

it('names a department once, whether it is written short or in full', () => {
  const full = '市住房和城乡建设局'
  const clauses = [clause(1, ['市住建局']), clause(2, ['市水利局', '市水务局'])]
  const rows = [{ kind: 'task', name: full, clauses: [] }]
  expect([...departmentKinds([rule(['市住建局'], 'yard', 1)], clauses, rows)].map(([name]) => name)).toEqual([
    ...[full, '市水利局', '市水务局'],
  ])
  expect(sameDepartments([], clauses, rows)('市住建局')).toBe(full)
  expect(clausesNaming(clauses, full, rows).leads.map(({ number }) => number)).toEqual([1])
  expect(departmentsNamed(clauses, rows)).toEqual([full, '市水利局', '市水务局'])
})
