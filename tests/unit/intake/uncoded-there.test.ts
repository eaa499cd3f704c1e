import { expect, it } from 'vitest'
import { blockersOf } from '@/workspace/import/blockers'
import { defaultPackage, Office } from './office'

const HEAD = '工地编号,工地名称,区县,经度,纬度'
const CHOICE = { role: 'construction-site', dataClass: 'real', datum: 'wgs84' } as const

const notes = ({ taken }: Awaited<ReturnType<Office['read']>>) =>
  taken.groups
    .filter(({ code }) => code === 'uncoded-there')
    .flatMap(({ first }) => first.map(({ row, seen, expected }) => [row, seen, expected]))

it('a source that got a generated code is pointed out when it comes with a code, by name and place', async () => {
  const office = await Office.open(defaultPackage())
  const first = `${HEAD}\n,甲路工地,秦都区,108.70,34.33\n,乙路工地,秦都区,,\n,丙路工地,秦都区,108.72,34.34\n`
  await office.takeOver(await office.read('a.csv', first, CHOICE))
  const rows = [
    'GD-1,甲路工地,秦都区,108.7002,34.33',
    'GD-2,乙路工地,秦都区,108.71,34.33',
    // Of the same name, but elsewhere.
    'GD-3,丙路工地,秦都区,108.75,34.34',
    'GD-4,丁路工地,秦都区,108.76,34.34',
  ]
  const next = await office.read('b.csv', `${HEAD}\n${rows.join('\n')}\n`, CHOICE)
  expect(notes(next)).toEqual([
    [2, 'GD-1', 'Z1-0001-CT'],
    [3, 'GD-2', 'Z1-0002-CT'],
  ])
  // They are imported once a person says that they are two, or removes the rows that the file lacks.
  expect(blockersOf(next)).toEqual(['uncoded'])
  expect(blockersOf({ ...next, choice: { ...next.choice, confirmed: { uncoded: 1 } } })).toEqual(['uncoded'])
  expect(blockersOf({ ...next, choice: { ...next.choice, confirmed: { uncoded: 2 } } })).toEqual([])
  expect(blockersOf({ ...next, choice: { ...next.choice, gone: 'remove' } })).toEqual([])
  await office.takeOver(next)
  // Once the package has the code, nothing is to be decided.
  expect(notes(await office.read('c.csv', `${HEAD}\n${rows.join('\n')}\n`, CHOICE))).toEqual([])
})
