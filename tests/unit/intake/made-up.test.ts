import { expect, it } from 'vitest'
import { DESCRIPTOR, heldFiles } from '@/io/package/package-files'
import { readDescriptor } from '@/io/package/read-descriptor'
import type { ItemChoice } from '@/workspace/import/item-choice'
import { madeUpToRemove } from '@/workspace/made-up'
import { monthCsv } from '../../fixtures/dustfall-files'
import { defaultPackage, emptyPackage, Office } from './office'

async function goes(office: Office, content: BlobPart, choice: ItemChoice = {}) {
  const files = heldFiles(office.files)
  const { value: descriptor } = await readDescriptor(files, DESCRIPTOR)
  return madeUpToRemove(await office.read('降尘监测.csv', content, choice), {
    opened: office.opened,
    descriptor: descriptor!,
    files,
  })
}

it('returns the illustrative months that real ones replace, including those of points under counties’ figures', async () => {
  const office = await Office.open(defaultPackage())
  // A file of one month keeps none of the 24 illustrative ones, except that month itself.
  const all = { rows: 1068, months: 24, firstMonth: expect.any(String), lastMonth: '2022-10' }
  expect(await goes(office, monthCsv())).toMatchObject(all)
  expect(await goes(office, '区县,月份,降尘量\n秦都区,2026-01,3.4\n渭城区,2026-01,3.5\n')).toEqual({
    ...all,
    monthsLost: 24,
    monthsPublished: [],
  })
  expect(await goes(office, monthCsv(), { dataClass: 'illustrative' })).toBeNull()
  await office.takeOver(await office.read('降尘监测.csv', monthCsv()))
  expect(await goes(office, monthCsv())).toBeNull()
  expect(office.opened.reports.map(({ month }) => month)).not.toContain('2022-10')
})

it('lists the illustrative months that were published', async () => {
  const office = await Office.open(emptyPackage())
  const published = '区县,月份,降尘量,公布与更正\n秦都区,2026-01,3.4,2026-02-05公布\n渭城区,2026-02,3.5,\n'
  await office.takeOver(await office.read('月报.csv', published, { dataClass: 'illustrative' }))
  expect(await goes(office, '区县,月份,降尘量\n秦都区,2026-01,3.4\n')).toMatchObject({ monthsPublished: ['2026-01'] })
})

it('returns null in a city without data', async () => {
  expect(await goes(await Office.open(emptyPackage()), monthCsv())).toBeNull()
})
