import { expect, it } from 'vitest'
import { causeRuleFor, mayCause } from '@/domain/cases/cause-rule'
import type { CauseRule } from '@/domain/cases/settings'
import type { KindGroup } from '@/domain/sources/kinds/group'
import { preselectedSources } from '@/store/cases/preselected-sources'

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

it('the first few likely sources that do not meet all requirements are ticked, and in any case the own site', () => {
  const all = ['fine', ...Array.from({ length: 20 }, () => 'failing'), 'overdue'].map(likely)
  expect([...preselectedSources({ likely: all }, 5)]).toEqual([1, 2, 3, 4, 5])
  expect([...preselectedSources({ likely: [likely('fine'), likely('overdue'), likely('unknown')] }, 5)]).toEqual([1, 2])
  expect([...preselectedSources({ likely: all }, 0)]).toEqual([])
  const own = { ...likely('fine'), code: 'own' }
  expect([...preselectedSources({ likely: [own, ...all], target: { kind: 'k', code: 'own', name: '' } }, 2)]).toEqual([
    0, 2, 3,
  ])
})

it('possible causes are of the groups or kinds that the sort lists for the measured parameter', () => {
  const dust = rule({ parameters: ['tsp'] })
  const sort = { causes: [dust, rule({ parameters: ['noise'], groups: ['works'] })] }
  expect(causeRuleFor(sort, 'tsp')).toBe(dust)
  expect(causeRuleFor(sort, 'noise')!.groups).toEqual(['works'])
  expect(causeRuleFor(sort, 'pm25')).toBeNull()
  expect(causeRuleFor(sort, null)).toBe(dust)
  expect(causeRuleFor({ causes: [] }, 'tsp')).toBeNull()
  expect(mayCause({ id: 'yard', group: group('dust') }, dust)).toBe(true)
  expect(mayCause({ id: 'paper', group: group('dust') }, dust)).toBe(false)
  expect(mayCause({ id: 'eatery', group: group('area') }, dust)).toBe(false)
  expect(mayCause({ id: 'fire', group: group('area') }, dust)).toBe(true)
  expect(mayCause({ id: 'alone' }, dust)).toBe(false)
  expect(mayCause({ id: 'eatery', group: group('area') }, null)).toBe(true)
})
