import { expect, it } from 'vitest'
import { causesOf, mayCause } from '@/domain/cases/causes'
import type { CauseRule } from '@/domain/cases/settings'
import type { KindGroup } from '@/domain/sources/kinds/group'
import { tickedFirst } from '@/store/cases/ticked-first'

const likely = (standing: string) => ({
  kind: 'k',
  code: 'c',
  name: '',
  metres: 1,
  azimuth: 0,
  standing,
  overdueDays: 0,
})
const rule = (more: Partial<CauseRule> = {}): CauseRule => ({
  ...{ groups: ['dust'], kinds: ['fire'], except: ['paper'], source: { zh: '无', en: 'none' }, confirmed: false },
  ...more,
})
const group = (id: string): KindGroup => ({ id, title: { zh: id, en: id }, shown: true, order: 0 })

it('the first few likely sources are ticked, whatever their status, and the own site of the case in addition', () => {
  const all = ['fine', ...Array.from({ length: 20 }, () => 'failing'), 'overdue'].map(likely)
  expect([...tickedFirst({ likely: all }, 5)]).toEqual([0, 1, 2, 3, 4])
  expect([...tickedFirst({ likely: [likely('fine'), likely('overdue')] }, 5)]).toEqual([0, 1])
  expect([...tickedFirst({ likely: all }, 0)]).toEqual([])
  const own = { ...likely('fine'), code: 'own' }
  expect([...tickedFirst({ likely: [own, ...all], target: { kind: 'k', code: 'own', name: '' } }, 2)]).toEqual([
    0, 1, 2,
  ])
})

it('possible causes are of the groups or kinds that the sort lists for the measured parameter', () => {
  const dust = rule({ parameters: ['tsp'] })
  const sort = { causes: [dust, rule({ parameters: ['noise'], groups: ['works'] })] }
  expect(causesOf(sort, 'tsp')).toBe(dust)
  expect(causesOf(sort, 'noise')!.groups).toEqual(['works'])
  expect(causesOf(sort, 'pm25')).toBeNull()
  expect(causesOf(sort, null)).toBe(dust)
  expect(causesOf({ causes: [] }, 'tsp')).toBeNull()
  expect(mayCause({ id: 'yard', group: group('dust') }, dust)).toBe(true)
  expect(mayCause({ id: 'paper', group: group('dust') }, dust)).toBe(false)
  expect(mayCause({ id: 'eatery', group: group('area') }, dust)).toBe(false)
  expect(mayCause({ id: 'fire', group: group('area') }, dust)).toBe(true)
  expect(mayCause({ id: 'alone' }, dust)).toBe(false)
  expect(mayCause({ id: 'eatery', group: group('area') }, null)).toBe(true)
})
