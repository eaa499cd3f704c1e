import { expect, it } from 'vitest'
import { DESCRIPTOR, heldFiles } from '@/io/package/package-files'
import { readDescriptor } from '@/io/package/read-descriptor'
import type { ItemChoice } from '@/workspace/import/item-choice'
import { madeUpPointsGone, madeUpToRemove } from '@/workspace/made-up'
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

/** How many made-up points an import says that it removes, and how many it removed. */
async function pointsGone(office: Office, content: BlobPart, choice: ItemChoice = {}) {
  const files = heldFiles(office.files)
  const { value: descriptor } = await readDescriptor(files, DESCRIPTOR)
  const item = await office.read('降尘监测.csv', content, choice)
  const said = await madeUpPointsGone(item, [], { opened: office.opened, descriptor: descriptor!, files })
  const before = office.opened.pack.dustfallPoints
  await office.takeOver(item)
  const left = new Set(office.opened.pack.dustfallPoints.map(({ code }) => code))
  return { said, gone: before.filter(({ code }) => !left.has(code)).length, before: before.length }
}

it.each([
  ['samples', monthCsv()],
  ['published figures', '区县,月份,降尘量\n秦都区,2026-01,3.4\n渭城区,2026-01,3.5\n'],
])('real %s say how many illustrative points they remove', async (_, content) => {
  const { said, gone, before } = await pointsGone(await Office.open(defaultPackage()), content)
  expect(said).toBe(gone)
  expect([before > 0, gone > 0]).toEqual([true, true])
})

it('illustrative points that real samples have, and those beside illustrative samples, are not gone', async () => {
  const office = await Office.open(defaultPackage())
  const [point] = office.opened.pack.dustfallPoints
  const known = `点位编号,月份,降尘量\n${point!.code},2026-01,3.4\n`
  const { said, gone, before } = await pointsGone(office, known)
  expect([said, gone]).toEqual([before - 1, before - 1])
  // Now all of them are real.
  expect(await pointsGone(office, monthCsv())).toMatchObject({ said: 0, gone: 0 })
  const trying = await pointsGone(await Office.open(defaultPackage()), monthCsv(), { dataClass: 'illustrative' })
  expect(trying).toMatchObject({ said: 0, gone: 0 })
})

it.each([true, false])(
  'samples and published figures of one import say the same of illustrative points',
  async (isFirst) => {
    const office = await Office.open(defaultPackage())
    const files = heldFiles(office.files)
    const { value: descriptor } = await readDescriptor(files, DESCRIPTOR)
    const there = { opened: office.opened, descriptor: descriptor!, files }
    const before = office.opened.pack.dustfallPoints
    const samples = await office.read('点位.csv', `点位编号,月份,降尘量\n${before[0]!.code},2026-01,3.4\n`)
    const published = await office.read('公布.csv', '区县,月份,降尘量\n秦都区,2026-01,3.4\n渭城区,2026-01,3.5\n')
    const said = [
      await madeUpPointsGone(samples, [published], there),
      await madeUpPointsGone(published, [samples], there),
    ]
    await office.takeOver(...(isFirst ? [samples, published] : [published, samples]))
    const left = new Set(office.opened.pack.dustfallPoints.map(({ code }) => code))
    expect(before.length - 1).toBe(before.filter(({ code }) => !left.has(code)).length)
    expect(said).toEqual([before.length - 1, before.length - 1])
  },
)

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
