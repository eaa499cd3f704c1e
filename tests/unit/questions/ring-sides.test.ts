import { expect, it } from 'vitest'
import { type Filters, NO_FILTERS } from '@/domain/sources/view/filters'
import { DESCRIPTOR, heldFiles } from '@/io/package/package-files'
import { evaluateRules } from '@/questions/evaluated-package'
import { filterSources } from '@/questions/filtered-sources'
import { ringState, sourcesInRing } from '@/questions/map/sources-in-ring'
import { type OpenedPackage, openSources } from '@/questions/opened-package'
import { targetValues } from '@/questions/plan/target-values'
import { countShown } from '@/questions/shown/shown-counts'
import { shownRows } from '@/questions/shown/shown-sources'
import { twoKinds } from '../../fixtures/two-kinds'
import { openFromDisk } from '../package-from-disk'

const RING = { basis: 'outline', radiusMetres: 25_000 } as const
const filtered = (opened: OpenedPackage, filters: Partial<Filters> = {}) =>
  filterSources(evaluateRules(opened, '2022-10-31'), sourcesInRing(opened, RING), { ...NO_FILTERS, ...filters })
const figures = (opened: OpenedPackage) =>
  targetValues(filtered(opened)).flatMap(({ clause, measured }) => (clause === 6 ? [measured] : []))

const whole = (await openFromDisk('')).value!

it('sources without a position are counted separately, neither inside nor outside; county figures and tasks are not counted', async () => {
  const { value } = await openFromDisk('', (file, text) =>
    file === 'stockpile.csv' ? text.replaceAll(/,(10\d\.\d+),(3[45]\.\d+),/g, ',,,') : text,
  )
  const before = countShown(filtered(whole)).facets.ring
  const stockpiles = filtered(whole, { kinds: ['stockpile'] }).total
  const after = countShown(filtered(value!)).facets.ring
  expect(before.get('unplaced')).toBe(0)
  expect(after.get('unplaced')).toBe(stockpiles)
  expect(after.get('inside')! + after.get('outside')! + stockpiles).toBe(before.get('inside')! + before.get('outside')!)
  const unplaced = filtered(value!, { ring: ['unplaced'] })
  expect(unplaced.total).toBe(stockpiles)
  expect(shownRows(unplaced, 0, 9999).every(({ kind, position }) => kind === 'stockpile' && position === null)).toBe(
    true,
  )
  expect(shownRows(filtered(value!, { ring: ['outside'] }), 0, 9999).every(({ position }) => position)).toBe(true)
  expect(filtered(value!, { ring: ['inside', 'outside'] }).total).toBe(after.get('inside')! + after.get('outside')!)
})

/** A package with the kinds of two cities, with changed descriptor, enterprises and kinds. */
async function changed(change: (descriptor: Package, kinds: { kinds: { id: string; ring: boolean }[] }) => void) {
  const files = twoKinds()
  const read = async (path: string) => JSON.parse(await files.get(path)!.text())
  const [descriptor, kinds] = [await read(DESCRIPTOR), await read('kinds.json')]
  const lines = (await files.get('enterprise.csv')!.text()).trimEnd().split('\n')
  const half = (from: number, to?: number) => new Blob([[lines[0]!, ...lines.slice(from, to)].join('\n')])
  change(descriptor, kinds)
  files.set('kinds.json', new Blob([JSON.stringify(kinds)])).set(DESCRIPTOR, new Blob([JSON.stringify(descriptor)]))
  files.set('enterprise-1.csv', half(1, 200)).set('enterprise-2.csv', half(200))
  return (await openSources(heldFiles(files), DESCRIPTOR)).value!
}

interface Package {
  resources: { path: string; name: string; chentu: { role: string } }[]
}

const split = (descriptor: Package) => {
  const enterprises = descriptor.resources.find(({ path }) => path === 'enterprise.csv')!
  enterprises.path = 'enterprise-1.csv'
  descriptor.resources.push({ ...enterprises, name: 'more', path: 'enterprise-2.csv' })
}

it('figures of the plan are the same if the enterprises are in two files', async () => {
  const opened = await changed(split)
  expect(opened.inventory.kinds.filter(({ kind }) => kind === 'enterprise')).toHaveLength(2)
  expect(figures(opened)).toEqual(figures(whole))
})

it('figures of the plan add up if the ring covers two kinds', async () => {
  const opened = await changed((_, { kinds }) => {
    for (const kind of kinds) if (kind.id === 'stockpile') kind.ring = true
  })
  const inside = filtered(opened, { ring: ['inside'], kinds: ['enterprise', 'stockpile'] }).total
  const [, inRing] = figures(opened)
  expect(inRing!.value).toBe(inside)
  const { members } = ringState(opened, RING, sourcesInRing(opened, RING))
  expect([...members.values()].reduce((sum, count) => sum + count, 0)).toBe(inside)
})
