import { expect, it } from 'vitest'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { CurrentSteps, type ShownRequest } from '@/workers/current-steps'
import { NOTHING_OPEN } from '@/workspace/nothing-open'
import { openFromDisk } from '../package-from-disk'

const [opened, changzhi] = [(await openFromDisk('')).value!, (await openFromDisk('changzhi/')).value!]
const RING = { basis: 'outline', radiusMetres: 25_000 } as const
const request = (change: Partial<ShownRequest> = {}): ShownRequest => ({
  asOf: '2022-10-31',
  ring: RING,
  filters: NO_FILTERS,
  ...change,
})

it('throw that nothing is open until something is shown', () => {
  const steps = new CurrentSteps()
  const name = () => {
    try {
      return steps.filtered.total
    } catch (error) {
      return (error as Error).name
    }
  }
  expect(name()).toBe(NOTHING_OPEN)
  steps.evaluated(opened, '2022-10-31')
  expect(name()).toBe(NOTHING_OPEN)
  steps.show(opened, request())
  expect(name()).toBe(opened.lons.length)
})

it('stay those shown while the page changes to another day or package', () => {
  const steps = new CurrentSteps()
  const shown = steps.show(opened, request())
  steps.evaluated(opened, '2023-03-31')
  steps.evaluated(changzhi, '2022-10-31')
  expect(steps.filtered === shown).toBe(true)
  steps.show(changzhi, request())
  expect(steps.filtered.evaluated.opened === changzhi).toBe(true)
})

it('are those requested to be shown, not of the last evaluated day or ring', () => {
  const first = new CurrentSteps().show(opened, request({ filters: { ...NO_FILTERS, ring: ['inside'] } }))
  const steps = new CurrentSteps()
  steps.evaluated(opened, '2023-03-31')
  steps.show(opened, request({ ring: { basis: 'centre', radiusMetres: 1000 } }))
  const again = steps.show(opened, request({ filters: { ...NO_FILTERS, ring: ['inside'] } }))
  expect(again.evaluated.evaluation).toEqual(first.evaluated.evaluation)
  expect([again.members, again.order]).toEqual([first.members, first.order])
})

it('evaluate the rules once per day, and again for new observations of teams', () => {
  const steps = new CurrentSteps()
  const { evaluated } = steps.show(opened, request({ asOf: '2022-09-30' }))
  expect(steps.evaluated(opened, '2022-09-30') === evaluated).toBe(true)
  const roads = steps.show(opened, request({ asOf: '2022-09-30', filters: { ...NO_FILTERS, kinds: ['road'] } }))
  expect(roads.evaluated === evaluated).toBe(true)
  steps.seen = [
    { kind: 'stockpile', code: 'DC2022-0002', day: '2022-09-20', answers: { '25-loading': false }, deadlines: {} },
  ]
  expect(steps.evaluated(opened, '2022-09-30') === evaluated).toBe(false)
})

it('stay those shown while a pinned view with other filters is drawn', () => {
  const steps = new CurrentSteps()
  const shown = steps.show(opened, request())
  const pinned = { ...NO_FILTERS, kinds: ['stockpile'] } as const
  const beside = steps.filteredOn(pinned, '2022-10-31', null)
  expect(steps.filtered === shown).toBe(true)
  expect(beside.mask).toEqual(new CurrentSteps().show(opened, request({ filters: pinned })).mask)
  expect(beside.total).toBeLessThan(shown.total)
  // A pinned view with its own day is evaluated for that, and what is shown keeps its day.
  const later = steps.filteredOn(pinned, '2023-03-31', null)
  expect(later.evaluated.evaluation.asOf).toBe('2023-03-31')
  expect(later.overdueDays).not.toEqual(beside.overdueDays)
  expect(steps.filtered === shown).toBe(true)
})
