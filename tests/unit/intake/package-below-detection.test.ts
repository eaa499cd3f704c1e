import { describe, expect, it } from 'vitest'
import { DESCRIPTOR, heldFiles } from '@/io/package/package-files'
import { openSources } from '@/questions/opened-package'
import { emptyPackage, Office } from './office'

/** A package whose own tables state values below the detection limit as a laboratory does. */
async function packageOf(published: string, samples = '点位编号,月份,降尘量\n') {
  const files = emptyPackage()
  const descriptor = JSON.parse(await files.get(DESCRIPTOR)!.text())
  const add = (role: string, text: string) => {
    descriptor.resources.push({ name: role, path: `${role}.csv`, chentu: { role, class: 'real' } })
    files.set(`${role}.csv`, new Blob([text]))
  }
  add('dustfall-points', '编号,名称,区县,经度,纬度\nP1,甲,秦都区,108.7,34.3\nP2,乙,秦都区,108.7,34.31\n')
  add('dustfall-samples', samples)
  add('dustfall-published', published)
  files.set(DESCRIPTOR, new Blob([JSON.stringify(descriptor)]))
  return files
}
const open = async (...tables: Parameters<typeof packageOf>) => Office.open(await packageOf(...tables), '2022-12-01')
const problemsOf = async (published: string) =>
  (await openSources(heldFiles(await packageOf(published)), DESCRIPTOR)).problems
    .filter(({ file }) => file === 'dustfall-published.csv')
    .map(({ code, seen }) => [code, seen])
const figures = (office: Office) =>
  office.opened.pack.dustfall.published.map(({ county, value, givenText }) => [county, value, givenText])

const HEAD = '区县,月份,降尘量'

describe('a package’s own published figures below the detection limit', () => {
  it('count as a share of the limit and keep their text, as imported ones', async () => {
    const office = await open(`${HEAD}\n秦都区,2022-10,＜0.3\n渭城区,2022-10,未检出\n三原县,2022-10,0\n`)
    expect(figures(office)).toEqual([
      ['610402', 0.15, '<0.3'],
      ['610404', 0.15, '未检出'],
      ['610422', 0, ''],
    ])
    const rows = office.opened.reports.find(({ month }) => month === '2022-10')!.rows
    expect(rows.find(({ county }) => county === '610402')!.figure).toMatchObject({ value: 0.15, writtenAs: '<0.3' })
  })

  it('may have their text in its own column, which says nothing beside another figure', async () => {
    const lines = '秦都区,2022-10,0,<0.2\n渭城区,2022-10,0.15,<0.2\n三原县,2022-10,5.1,<0.2\n'
    expect(figures(await open(`${HEAD},降尘量原文\n${lines}`))).toEqual([
      ['610402', 0.15, '<0.2'],
      ['610404', 0.15, '<0.2'],
      ['610422', 5.1, ''],
    ])
  })

  it('stay out with a number above the limit, which is reported', async () => {
    const text = `${HEAD}\n秦都区,2022-10,<5\n渭城区,2022-10,<0.3\n`
    expect(figures(await open(text))).toEqual([['610404', 0.15, '<0.3']])
    expect(await problemsOf(text)).toEqual([['not-below-detection', '<5']])
  })

  it('are no change if the same figure is imported, and stay as they are with other months', async () => {
    const office = await open(`${HEAD}\n秦都区,2022-10,＜0.3\n`)
    const choice = { role: 'dustfall-published' }
    const item = await office.read('十月.csv', `${HEAD}\n秦都区,2022-10,＜0.3\n渭城区,2022-10,0,＜0.3\n`, choice)
    await office.takeOver(item)
    expect(figures(office)[0]).toEqual(['610402', 0.15, '<0.3'])
    await office.takeOver(await office.read('十一月.csv', `${HEAD}\n秦都区,2022-11,4.2\n`, choice))
    expect(figures(office).sort()).toContainEqual(['610402', 0.15, '<0.3'])
    expect(await office.text('dustfall-published.csv')).toMatch(/秦都区,2022-10,0\.15,(?:<0\.3|'<0\.3)/)
  })
})

it('a package’s own samples below the detection limit keep their text', async () => {
  const samples = '点位编号,月份,降尘量\nP1,2022-10,<0.2\nP2,2022-10,未检出\n'
  const { opened } = await open(`${HEAD}\n`, samples)
  expect(opened.pack.dustfall.records.map(({ given, givenText }) => [given, givenText])).toEqual([
    [0, '<0.2'],
    [0, '未检出'],
  ])
  const row = opened.reports.find(({ month }) => month === '2022-10')!.rows.find(({ county }) => county === '610402')!
  expect(row.figure.points).toMatchObject([
    { value: '0.15', writtenAs: '<0.2' },
    { value: '0.15', writtenAs: '未检出' },
  ])
})
