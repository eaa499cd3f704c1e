import { describe, expect, it } from 'vitest'
import { DESCRIPTOR } from '@/io/package/package-files'
import { blockersOf } from '@/workspace/import/blockers'
import type { ImportItem } from '@/workspace/import/import-item'
import { changzhiPackage, defaultPackage, emptyPackage, Office } from './office'

const HEAD = '点位名称,县区,月份,降尘量\n'
const file = (...rows: string[]) => `${HEAD}${rows.join('\n')}\n`
const refused = (item: ImportItem) =>
  item
    .taken!.groups.filter(({ action }) => action === 'refused')
    .flatMap(({ code, first }) => first.map((each) => ({ ...each, code })))

describe('months for which no measurement is possible', () => {
  it.each(['2206-02', '9999-12', '2026-06', '1989-12', '1900-01', '0001-01'])('%s is refused', async (month) => {
    const office = await Office.open(emptyPackage())
    const item = await office.read(
      '降尘.csv',
      file('甲,秦都区,2026-04,3.0', `甲,秦都区,${month},3.1`, '乙,渭城区,2026-05,3.2'),
    )
    expect(refused(item)).toMatchObject([
      { code: 'month-outside', file: '降尘.csv', row: 3, column: '月份', seen: month, expected: '1990-01 – 2026-05' },
    ])
    await office.takeOver(item)
    expect(office.opened.reports.map((report) => report.month)).toEqual(['2026-04', '2026-05'])
    expect(office.opened.pack.settings.asOf).toBe('2026-05-06')
  })

  it('are also refused in tables of counties, in columns of months and in a title', async () => {
    const office = await Office.open(emptyPackage())
    const published = await office.read('降尘.csv', '区县,月份,降尘量\n秦都区,2026-04,3.0\n秦都区,2206-04,3.1\n')
    const wide = await office.read('降尘.csv', '点位名称,县区,2026年4月,2026年5月,2026年6月\n甲,秦都区,3.0,3.1,3.2\n')
    const titled = await office.read('2026年6月降尘.csv', '点位名称,县区,降尘量\n甲,秦都区,3.0\n')
    expect(refused(published)).toMatchObject([{ code: 'month-outside', row: 3, seen: '2206-04' }])
    expect(wide.taken!.counts).toMatchObject({ taken: 2, refused: 1 })
    expect(refused(wide)).toMatchObject([{ code: 'month-outside', row: 2, seen: '2026-06' }])
    expect(refused(titled)).toMatchObject([{ code: 'month-outside', row: 2, seen: '2026-06' }])
    expect(blockersOf(titled)).toEqual(['nothing'])
  })
})

describe('the as-of date of a package that gets its first real dustfall', () => {
  const older = file('甲,秦都区,2021-09,3.0', '甲,秦都区,2021-10,3.1', '乙,渭城区,2021-10,3.2')
  const asOf = ({ opened }: Office) => opened.pack.settings.asOf
  const months = ({ opened }: Office) => opened.reports.map(({ month }) => month)

  it('goes back to the end of its newest month if all earlier data was illustrative', async () => {
    const office = await Office.open(defaultPackage())
    expect(asOf(office)).toBe('2022-10-31')
    await office.takeOver(await office.read('降尘.csv', older))
    expect([asOf(office), months(office)]).toEqual(['2021-10-31', ['2021-09', '2021-10']])
    await office.takeOver(await office.read('更早.csv', file('甲,秦都区,2020-05,3.0')))
    expect(asOf(office)).toBe('2021-10-31')
    await office.takeOver(await office.read('更新.csv', file('甲,秦都区,2022-03,3.0')))
    expect(asOf(office)).toBe('2022-03-31')
  })

  it('does not depend on the order of the files imported together', async () => {
    for (const turn of [0, 1]) {
      const office = await Office.open(defaultPackage())
      const items = [await office.read('a.csv', older), await office.read('b.csv', file('甲,秦都区,2020-05,3.0'))]
      await office.takeOver(...(turn === 0 ? items : items.reverse()))
      expect(asOf(office)).toBe('2021-10-31')
    }
  })

  it('stays if the file is illustrative too, or if the package follows the calendar', async () => {
    const madeUp = await Office.open(defaultPackage())
    await madeUp.takeOver(await madeUp.read('降尘.csv', older, { dataClass: 'illustrative' }))
    expect(asOf(madeUp)).toBe('2022-10-31')
    const files = defaultPackage()
    const descriptor = JSON.parse(await files.get(DESCRIPTOR)!.text())
    descriptor.chentu.asOf = 'today'
    const today = await Office.open(files.set(DESCRIPTOR, new Blob([JSON.stringify(descriptor)])))
    await today.takeOver(await today.read('降尘.csv', older))
    expect(asOf(today)).toBe('today')
  })

  it('only moves forward if there was real data before', async () => {
    const changzhi = await Office.open(changzhiPackage())
    const before = asOf(changzhi)
    const county = changzhi.opened.pack.counties[0]!.name
    await changzhi.takeOver(await changzhi.read('降尘.csv', `区县,月份,降尘量\n${county},2019-10,3.0\n`))
    expect(asOf(changzhi)).toBe(before)
    const sites = await Office.open(defaultPackage())
    await sites.takeOver(
      await sites.read('工地.csv', '编号,工地名称,区县,检查日期\nA1,甲工地,秦都区,2022-09-10\n', {
        role: 'construction-site',
      }),
    )
    await sites.takeOver(await sites.read('降尘.csv', older))
    expect(asOf(sites)).toBe('2022-10-31')
  })

  it('does not follow a day after today, which is a mistake', async () => {
    const sites = await Office.open(defaultPackage())
    const HEAD = '编号,工地名称,区县,检查日期'
    const rows = ['A1,甲工地,秦都区,2022-11-10', 'A2,乙工地,秦都区,2032-10-20']
    const role = 'construction-site'
    await sites.takeOver(await sites.read('工地.csv', `${[HEAD, ...rows].join('\n')}\n`, { role }))
    expect(asOf(sites)).toBe('2022-11-30')
  })
})
