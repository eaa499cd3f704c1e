import { expect, it } from 'vitest'
import type { Clause } from '@/domain/rules/clause'
import { clausesNaming, departmentsNamed } from '@/domain/rules/departments'

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
    const { leads, takesPart } = clausesNaming(CLAUSES, name)
    return [leads, takesPart].map((clauses) => clauses.map(({ number }) => number))
  }
  expect(numbers('市甲局')).toEqual([[1, 3], [2]])
  expect(numbers('各县市区')).toEqual([[], [1]])
  expect(numbers('')).toEqual([[], []])
})

it('lists who leads most first', () => {
  expect(departmentsNamed(CLAUSES)).toEqual(['市乙局', '市甲局', '市丙局', '各县市区'])
})
