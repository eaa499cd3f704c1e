import { expect, it } from 'vitest'
import { DESCRIPTOR } from '@/io/package/package-files'
import { byWeighingsCsv, monthCsv } from '../../fixtures/dustfall-files'
import { emptyPackage, Office } from './office'

/** Current headings of the masses, with the previous version's heading for each. */
const OLDER: Readonly<Record<string, string>> = {
  '瓷坩埚质量m0(g)': '空缸质量m0(g)',
  '瓷坩埚加降尘质量m1(g)': '样品质量m1(g)',
  '空白值m2(g)': '空白质量m2(g)',
}
const SAMPLES = 'dustfall-samples.csv'

interface Written {
  resources: {
    name: string
    path: string
    title: string
    sources: unknown
    licenses?: unknown
    chentu: { role: string; class: string; columns: Record<string, string>; guarded?: true }
  }[]
}

const read = async (files: ReadonlyMap<string, Blob>): Promise<Written> =>
  JSON.parse(await files.get(DESCRIPTOR)!.text())
const samplesIn = ({ resources }: Written) => resources.filter(({ chentu }) => chentu.role === 'dustfall-samples')

/** A package as written by the previous version: old headings, and texts without a guard against formulas. */
async function olderPackage(): Promise<Map<string, Blob>> {
  const office = await Office.open(emptyPackage())
  await office.takeOver(await office.read('2026年降尘监测.csv', byWeighingsCsv()))
  const files = new Map(office.files)
  const descriptor = await read(files)
  const [samples] = samplesIn(descriptor)
  let csv = await files.get(SAMPLES)!.text()
  for (const [now, before] of Object.entries(OLDER)) csv = csv.replace(now, before)
  const { columns, guarded: _, ...rest } = samples!.chentu
  samples!.chentu = {
    ...rest,
    columns: Object.fromEntries(Object.entries(columns).map(([heading, field]) => [OLDER[heading] ?? heading, field])),
  }
  samples!.title = '降尘样品'
  samples!.licenses = [{ title: '内部资料' }]
  return files.set(SAMPLES, new Blob([csv])).set(DESCRIPTOR, new Blob([JSON.stringify(descriptor)]))
}

/** An office's own list of the package's points. */
function listOf({ opened: { pack } }: Office): string {
  const names = new Map(pack.counties.map(({ code, name }) => [code, name]))
  const rows = pack.dustfallPoints.map(({ name, county }, i) => `XY${i},${name},${names.get(county)}\n`)
  return `编号,名称,区县\n${rows.join('')}`
}

it('a list of points gives its codes to samples of the previous version, and no figure changes', async () => {
  const files = await olderPackage()
  const office = await Office.open(files)
  const months = ['2026-01', '2026-02', '2026-03']
  const before = months.map((month) => office.ranking(month))
  expect(before[0]).toContainEqual([3, '610402', 3.4])
  await office.takeOver(await office.read('降尘点位.csv', listOf(office)))
  expect(months.map((month) => office.ranking(month))).toEqual(before)
  expect(office.opened.problems).toEqual([])
  // The descriptor describes the table as it is.
  const [was] = samplesIn(await read(files))
  const [is] = samplesIn(await read(office.files))
  const header = (await office.text(SAMPLES)).split('\n')[0]!.split(',')
  expect(Object.keys(is!.chentu.columns)).toEqual(header)
  expect(is!.chentu).toMatchObject({ class: 'real', guarded: true })
  const said = ({ title, sources, licenses }: Written['resources'][number]) => ({ title, sources, licenses })
  expect(said(is!)).toEqual(said(was!))
})

it('it also gives them to each of several tables of samples', async () => {
  const office = await Office.open(emptyPackage())
  await office.takeOver(await office.read('降尘监测.csv', monthCsv()))
  const files = new Map(office.files)
  const [header, ...rows] = (await office.text(SAMPLES)).trim().split('\n')
  const descriptor = await read(files)
  const [samples] = samplesIn(descriptor)
  const half = (part: readonly string[]) => new Blob([[header, ...part, ''].join('\n')])
  descriptor.resources.push({ ...samples!, name: 'more', path: 'more.csv' })
  files.set(SAMPLES, half(rows.slice(0, 20))).set('more.csv', half(rows.slice(20)))
  files.set(DESCRIPTOR, new Blob([JSON.stringify(descriptor)]))
  const two = await Office.open(files)
  expect(two.ranking('2026-03')).toEqual(office.ranking('2026-03'))
  await two.takeOver(await two.read('降尘点位.csv', listOf(two)))
  for (const month of ['2026-01', '2026-02', '2026-03']) expect(two.ranking(month)).toEqual(office.ranking(month))
  expect(two.opened.problems).toEqual([])
})
