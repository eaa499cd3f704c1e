import { expect, it } from 'vitest'
import { type CityDraft, draftFaults, emptyDraft, factsOf } from '@/domain/city/city-draft'
import { countiesOf, countiesOfLines } from '@/domain/city/county-list'
import type { OutlineReading } from '@/domain/city/outline-numbers'
import { placeOutlines } from '@/domain/city/placed-outlines'
import { readOutlines } from '@/io/formats/outlines-file'
import { checkPackage } from '@/io/package/check-package'
import { newCityFiles, withCityFacts } from '@/io/package/new-city'
import { openPackage } from '@/io/package/open-package'
import { DESCRIPTOR, heldFiles } from '@/io/package/package-files'
import { dustfallOf, madeUpCity, outlinesOf } from '../../fixtures/new-city'

const city = madeUpCity()

const fileOf = (zone: Parameters<typeof outlinesOf>[1]) =>
  new File([JSON.stringify(outlinesOf(city, zone))], 'outlines.json')

/** A complete draft from a file of outlines; `reading` is the user's choice for it. */
async function drafted(file: File, reading?: OutlineReading): Promise<CityDraft> {
  const { value } = await readOutlines([file])
  const read = value!
  const columns = { code: '行政区代码', name: '县名' }
  const drawn = countiesOf(read.features, columns, [])
  const without = city.filter(({ ring }) => !ring).map(({ code, name }) => `${name} ${code}`)
  const known = reading ?? read.reading!
  return {
    ...emptyDraft(2026),
    ...read,
    columns,
    reading: known,
    placed: placeOutlines(read.features, known),
    counties: [...drawn, ...countiesOfLines(without.join('\n'), [])],
    zh: '示例市',
    code: '990100',
    lon: '118.6',
    lat: '30.7',
    limit: '8',
    limitSource: '示例文件',
  }
}

it.each([
  ['degrees of a datum that was asked', null, { unit: 'degrees', datum: 'cgcs2000' }],
  ['metres of zone 40 with its number', { number: 40, prefixed: true }, undefined],
  [
    'metres of zone 39 without, which was asked',
    { number: 39, prefixed: false },
    { unit: 'metres', zone: { number: 39, prefixed: false } },
  ],
] as const)('a package of thirty counties is created from %s', async (_, zone, reading) => {
  const draft = await drafted(fileOf(zone), reading)
  expect(draftFaults(draft)).toEqual([])
  const files = newCityFiles(factsOf(draft)!)
  expect(await checkPackage(heldFiles(files))).toEqual([])
  const { value } = await openPackage(heldFiles(files), DESCRIPTOR)
  expect(value!.counties.map(({ code, name, ranked }) => [code, name, ranked])).toEqual(
    city.map(({ code, name }) => [code, name, true]),
  )
  expect(value!.outlines.features).toHaveLength(27)
  const [lon, lat] = value!.outlines.features[0]!.geometry.coordinates.flat(2) as [number, number]
  expect([lon, lat]).toEqual(city[0]!.ring![0]!.map((each) => expect.closeTo(each, 5)))
  expect(value!.rules).toEqual([])
  expect(value!.kinds.length).toBeGreaterThan(20)
  expect(value!.settings).toMatchObject({ year: 2026, records: '990100', dustfall: { limit: 8 } })
  // Cases can be opened from the start; their terms are marked as not based on this city's rules.
  const { sorts, likely, effect } = value!.cases!
  expect(sorts.map(({ id }) => id)).toContain('complaint')
  for (const { source, confirmed } of [...sorts.flatMap(({ terms }) => terms), likely, effect!])
    expect([source.zh, confirmed]).toEqual(['系统取值，没有文件规定，请按本市要求核实', false])
})

it('other facts do not change tables, plan and kinds', async () => {
  const draft = await drafted(fileOf({ number: 40, prefixed: true }))
  const first = newCityFiles(factsOf(draft)!)
  const descriptor = JSON.parse(await first.get(DESCRIPTOR)!.text())
  descriptor.resources.push({ name: 'x', path: 'x.csv', chentu: { role: 'dustfall-published', class: 'real' } })
  const changed = withCityFacts(descriptor, factsOf({ ...draft, limit: '9', zh: '样例市' })!)
  const files = new Map([...first, ...changed.files])
  files.set(DESCRIPTOR, new Blob([JSON.stringify(changed.descriptor)]))
  files.set('x.csv', new Blob([dustfallOf(city, '2026-06')]))
  expect(await checkPackage(heldFiles(files))).toEqual([])
  const { value } = await openPackage(heldFiles(files), DESCRIPTOR)
  expect(value!.settings).toMatchObject({ city: { zh: '样例市' }, dustfall: { limit: 9 } })
  expect(value!.dustfall.published).toHaveLength(30)
  expect(value!.kinds.length).toBeGreaterThan(20)
})

it('what is missing is reported with its step', async () => {
  const draft = await drafted(fileOf({ number: 40, prefixed: true }))
  const faults = (part: Partial<CityDraft>) => draftFaults({ ...draft, ...part })
  expect(draftFaults(emptyDraft(2026)).map(({ code }) => code)).toEqual([
    ...['no-outlines', 'no-city', 'city-code', 'none-ranked', 'centre', 'limit', 'limit-source'],
  ])
  expect(faults({ placed: null })).toEqual([{ step: 'outlines', code: 'no-reading' }])
  expect(faults({ lon: '108.7' })).toEqual([{ step: 'centre', code: 'centre-outside' }])
  expect(faults({ counties: draft.counties.map((each) => ({ ...each, ranked: false })) })).toEqual([
    { step: 'ranked', code: 'none-ranked' },
  ])
  const [one, other, ...rest] = draft.counties
  const twice = [one!, { ...other!, aliases: `旧县；${one!.name}` }, ...rest]
  expect(faults({ counties: twice })).toEqual([{ step: 'names', code: 'county-twice', seen: one!.name }])
})
