import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DUSTFALL_SAMPLE_FIELDS } from '@/domain/sources/kinds/regional'
import { textAt, valueAt } from '@/domain/table/column'
import { blockersOf } from '@/workspace/import/blockers'
import type { ImportItem } from '@/workspace/import/import-item'
import {
  byMonthsCsv,
  byPointsCsv,
  byWeighingsCsv,
  dirtyCsv,
  dirtyXlsx,
  monthCsv,
  monthRows,
  nextMonthCsv,
} from '../../fixtures/dustfall-files'
import { changzhiPackage, defaultPackage, emptyPackage, Office } from './office'

const PACKAGES = [
  ['the default package', defaultPackage],
  ['a city without anything', emptyPackage],
] as const

const counts = (item: ImportItem) => {
  const { read, taken, refused, skipped } = item.taken!.counts
  return { read, taken, refused, skipped }
}
const said = (item: ImportItem) =>
  item.taken!.groups.map(({ action, code, count, first }) => `${action} ${code} × ${count} @ ${first[0]?.row}`)

describe.each(PACKAGES)('a first dustfall file with unknown points, in %s', (_, files) => {
  it('39 rows of 13 points are imported and ranked', async () => {
    const office = await Office.open(files())
    const item = await office.read('降尘监测.csv', monthCsv())
    expect(item.recognised.plan.role).toBe('dustfall-samples')
    expect(counts(item)).toEqual({ read: 39, taken: 39, refused: 0, skipped: 0 })
    expect(blockersOf(item)).toEqual([])
    await office.takeOver(item)
    expect(office.opened.reports.map(({ month }) => month)).toEqual(['2026-01', '2026-02', '2026-03'])
    expect(office.opened.pack.dustfallPoints.map(({ name, county }) => `${county} ${name}`)).toHaveLength(13)
    const points = office.opened.pack.dustfallPoints
    expect(points.filter(({ name }) => name === '县政府').map(({ county }) => county)).toEqual(['610422', '610423'])
    expect(points.every(({ lon }) => Number.isNaN(lon))).toBe(true)
    // 秦都区 has two points in January: 3.0 and 3.8.
    expect(office.ranking('2026-01')?.find(([, county]) => county === '610402')).toEqual([3, '610402', 3.4])
    const february = office.opened.reports[1]!.rows.find(({ county }) => county === '610423')!
    expect(february.rank).toBeNull()
    expect(february.figure.points).toMatchObject([{ counted: false, cause: 'void', reason: '采样缸被盗' }])
    expect(office.opened.pack.settings.asOf).toBe('2026-03-31')
  })

  it.each([
    ['months in columns', byMonthsCsv],
    ['points in columns', byPointsCsv],
    ['weighings', byWeighingsCsv],
  ])('%s lead to the same ranking', async (_form, content) => {
    const [long, other] = await Promise.all([Office.open(files()), Office.open(files())])
    await long.takeOver(await long.read('降尘监测.csv', monthCsv()))
    const item = await other.read('2026年降尘监测.csv', content())
    expect(counts(item)).toMatchObject({ read: 39, taken: 39, refused: 0 })
    await other.takeOver(item)
    for (const month of ['2026-01', '2026-02', '2026-03']) expect(other.ranking(month)).toEqual(long.ranking(month))
    const names = (office: Office) =>
      office.opened.pack.dustfallPoints.map(({ code, name }) => `${code} ${name}`).sort()
    expect(names(other)).toEqual(names(long))
    const reason = other.opened.reports[1]!.rows.find(({ county }) => county === '610423')!.figure.points
    expect(reason).toMatchObject([{ counted: false, cause: 'void', reason: '采样缸被盗' }])
  })

  it.each([
    ['CSV in GB18030', dirtyCsv],
    ['a workbook', dirtyXlsx],
  ])('irrelevant and wrong rows are reported one by one: %s', async (_form, content) => {
    const office = await Office.open(files())
    const item = await office.read(content === dirtyCsv ? '降尘.csv' : '降尘.xlsx', await content())
    expect(counts(item)).toEqual({ read: 41, taken: 39, refused: 2, skipped: 6 })
    expect(said(item)).toEqual([
      'refused point-county-unknown × 1 @ 25',
      'refused row-contradicts × 1 @ 46',
      'voided month-void × 1 @ 21',
      'skipped summary-row × 3 @ 47',
      'skipped unit-row × 1 @ 3',
      'skipped row-repeated × 1 @ 45',
    ])
    const { first } = item.taken!.groups.find(({ code }) => code === 'row-contradicts')!
    expect(first[0]).toMatchObject({ row: 46, seen: '2026-01 9.9', earlier: { row: 5, value: '2026-01 3.8' } })
    expect(item.taken!.points).toHaveLength(13)
    expect(item.taken!.lostPoints).toEqual([
      { key: '未知点', name: '未知点', county: '', row: 25, rows: 1, chosen: '' },
    ])
  })

  it('rows of a point without a county are imported with the county that the user chooses', async () => {
    const office = await Office.open(files())
    const item = await office.read('降尘.csv', dirtyCsv(), { counties: new Map([['未知点', '610482']]) })
    expect(counts(item)).toMatchObject({ taken: 40, refused: 1 })
    await office.takeOver(item)
    expect(office.ranking('2026-01')).toContainEqual([9, '610482', 5.2])
    expect(item.taken!.lostPoints).toMatchObject([{ key: '未知点', rows: 1, chosen: '610482' }])
  })

  it('the chosen county does not affect rows with their own county, even for a point of the same name', async () => {
    const office = await Office.open(files())
    const rows = ['秦都区,3.0', ',9.0', '渭城区,4.0', '某开发区,5.0'].map((row) => row.split(','))
    const content = `点位名称,县区,月份,降尘量\n${rows.map(([county, value]) => `1#,${county},2026-01,${value}\n`).join('')}`
    const pointsOf = async (counties: ReadonlyMap<string, string>) =>
      (await office.read('降尘.csv', content, { counties })).taken!
    const asked = (await pointsOf(new Map())).lostPoints
    expect(asked.map(({ name, county, row, rows }) => [name, county, row, rows])).toEqual([
      ['1#', '', 3, 1],
      ['1#', '某开发区', 5, 1],
    ])
    const { points, lostPoints, counts } = await pointsOf(new Map([[asked[0]!.key, '610481']]))
    expect(points.map(({ code }) => code)).toEqual(['610402-1#', '610481-1#', '610404-1#'])
    expect(counts).toMatchObject({ taken: 3, refused: 1 })
    expect(lostPoints.map(({ chosen }) => chosen)).toEqual(['610481', ''])
  })

  it('the next month matches the same points and only adds rows', async () => {
    const office = await Office.open(files())
    await office.takeOver(await office.read('降尘.csv', monthCsv()))
    const before = office.ranking('2026-03')
    const codes = office.opened.pack.dustfallPoints.map(({ code }) => code)
    const next = await office.read('4月.csv', nextMonthCsv())
    expect(next.taken!.points.filter(({ known }) => known === null).map(({ name }) => name)).toEqual(['新设点'])
    await office.takeOver(next)
    expect(office.ranking('2026-03')).toEqual(before)
    expect(office.opened.reports.map(({ month }) => month).at(-1)).toBe('2026-04')
    expect(new Set(office.opened.pack.dustfallPoints.map(({ code }) => code))).toEqual(
      new Set([...codes, '610482-新设点']),
    )
    const again = await office.read('4月.csv', nextMonthCsv())
    expect(again.taken!.points.every(({ known }) => known?.real)).toBe(true)
  })
})

describe('a point that can’t be identified', async () => {
  const office = await Office.open(emptyPackage())
  await office.takeOver(await office.read('降尘.csv', monthCsv()))
  const head = '点位名称,县区,月份,降尘量\n'

  it.each([
    [
      'of a county that the package does not know is no point of that name elsewhere',
      '政府大院,某开发区',
      'point-county-unknown',
    ],
    ['of a name in two counties is not guessed', '县政府,', 'point-ambiguous'],
  ])('%s', async (_name, point, code) => {
    const item = await office.read('5月.csv', `${head}${point},2026-05,5.0\n陈杨寨,秦都区,2026-05,4.0\n`)
    expect(said(item).filter((each) => each.startsWith('refused'))).toEqual([`refused ${code} × 1 @ 2`])
    expect(item.taken!.points.map(({ name }) => name)).toEqual(['陈杨寨'])
  })

  it('a name that only one county has needs no county', async () => {
    const item = await office.read('5月.csv', `${head}政府大院,,2026-05,5.0\n`)
    expect(item.taken!.points).toMatchObject([{ code: '610402-政府大院', county: '610402' }])
  })

  it('a number is unique within its county', async () => {
    const own = await Office.open(emptyPackage())
    const rows = '1#,秦都区,2026-04,5.0\n1#,乾县,2026-04,6.0\n'
    await own.takeOver(await own.read('4月.csv', `点位编号,县区,月份,降尘量\n${rows}`))
    expect(own.opened.pack.dustfallPoints.map(({ code }) => code)).toEqual(['610402-1#', '610424-1#'])
    const next = await own.read('5月.csv', '点位编号,县区,月份,降尘量\n1#,乾县,2026-05,6.0\n')
    expect(next.taken!.points).toMatchObject([{ code: '610424-1#', known: { real: true } }])
  })
})

describe('positions of points', () => {
  const rows = (place: (i: number) => string) =>
    `点位名称,县区,月份,降尘量,经度(GCJ-02),纬度(GCJ-02)\n${['甲点', '乙点']
      .map((name, i) => `${name},秦都区,2026-01,5.${i},${place(i)}`)
      .join('\n')}\n`

  it('are imported in the datum that the file states; a point without a position can be placed later', async () => {
    const office = await Office.open(emptyPackage())
    const item = await office.read(
      '降尘.csv',
      rows((i) => (i === 0 ? '108.7136,34.3281' : ',')),
    )
    await office.takeOver(item)
    const [placed, open] = office.opened.pack.dustfallPoints
    expect(placed!.lon).toBeCloseTo(108.709, 2)
    expect(placed!.lon).not.toBe(108.7136)
    expect(open!.lon).toBeNaN()
    // A later list of points adds the position; the point is matched by county and name.
    await office.takeOver(
      await office.read('点位表.csv', '点位名称,县区,经度,纬度\n乙点,秦都区,108.7,34.33\n', {
        role: 'dustfall-points',
        datum: 'wgs84',
      }),
    )
    const placedLater = office.opened.pack.dustfallPoints
    expect(placedLater.map(({ name, lon }) => [name, Number.isNaN(lon)])).toEqual([
      ['乙点', false],
      ['甲点', false],
    ])
    expect(office.ranking('2026-01')?.[0]).toEqual([1, '610402', 5])
  })

  it('an illustrative point of the same name gives no position to a real one', async () => {
    const office = await Office.open(defaultPackage())
    await office.takeOver(await office.read('降尘.csv', '点位名称,县区,月份,降尘量\n东区监测点,秦都区,2026-01,5.0\n'))
    expect(office.opened.pack.dustfallPoints).toMatchObject([{ name: '东区监测点', county: '610402', lon: Number.NaN }])
    expect(office.ranking('2026-01')?.[0]).toEqual([1, '610402', 5])
  })
})

describe('a workspace of the previous version, with real months at illustrative points', () => {
  it('keeps the months of points that the next file does not contain', async () => {
    const files = defaultPackage()
    const descriptor = JSON.parse(await files.get('datapackage.json')!.text())
    const samples = descriptor.resources.find(({ path }: { path: string }) => path === 'dustfall-samples.csv')
    samples.chentu.class = 'real'
    files.set('datapackage.json', new Blob([JSON.stringify(descriptor)]))
    const office = await Office.open(files)
    const before = office.ranking('2022-10')
    await office.takeOver(await office.read('降尘.csv', '点位名称,县区,月份,降尘量\n东区监测点,秦都区,2022-11,5.0\n'))
    expect(office.ranking('2022-10')).toEqual(before)
    expect(office.opened.problems).toEqual([])
    expect(office.opened.pack.dustfallPoints.every(({ lon }) => Number.isNaN(lon))).toBe(true)
  })
})

describe('the office’s own list of points', () => {
  const list = '点位编号,点位名称,县区,经度,纬度\nA01,政府大院,秦都区,108.7,34.33\nA02,陈杨寨,秦都区,108.69,34.34\n'
  const readList = (office: Office) =>
    office.read('点位表.csv', list, { role: 'dustfall-points', datum: 'wgs84', columns: { code: 0, name: 1 } })
  const figures = (office: Office) => [
    office.ranking('2026-01')?.find(([, county]) => county === '610402'),
    office.opened.pack.dustfallPoints.filter(({ county }) => county === '610402').map(({ code, lon }) => [code, lon]),
  ]
  const expected = [
    [3, '610402', 3.4],
    [
      ['A01', 108.7],
      ['A02', 108.69],
    ],
  ]

  it('gives its codes and positions to points that were created before', async () => {
    const office = await Office.open(emptyPackage())
    await office.takeOver(await office.read('降尘.csv', monthCsv()))
    await office.takeOver(await readList(office))
    expect(figures(office)).toEqual(expected)
    expect(office.opened.pack.dustfallPoints).toHaveLength(13)
    expect(office.opened.problems).toEqual([])
  })

  it('and to those of a file that is imported together with it', async () => {
    const office = await Office.open(defaultPackage())
    await office.takeOver(await readList(office), await office.read('降尘.csv', monthCsv()))
    expect(figures(office)).toEqual(expected)
    expect(office.opened.pack.dustfallPoints).toHaveLength(13)
  })
})

describe('any dustfall file by points', async () => {
  const head = '点位名称,县区,月份,降尘量,备注\n'
  const text = (rows: readonly (readonly string[])[]) => head + rows.map((cells) => `${cells.join(',')}\n`).join('')
  const office = await Office.open(emptyPackage())

  it('leads to the same values whatever the order of its rows', async () => {
    const values = async (rows: readonly (readonly string[])[]) => {
      const { table } = (await office.read('降尘.csv', text(rows))).taken!
      const row = (i: number) => ['point', 'month', 'given', 'reason'].map((name) => valueAt(table, name, i)).join(' ')
      return Array.from({ length: table.length }, (_, i) => row(i)).sort()
    }
    const expected = await values(monthRows)
    const shuffled = fc.shuffledSubarray([...monthRows], { minLength: monthRows.length })
    await fc.assert(
      fc.asyncProperty(shuffled, async (rows) => {
        expect(await values(rows)).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  })

  it('accounts for every row, and creates no point for a refused row', async () => {
    const odd = fc.constantFrom(
      '',
      '合计',
      '平均',
      '—',
      '1月',
      '2026-02',
      '9.9',
      '缺测',
      '秦都区',
      '全市',
      't/km²·30d',
      '#N/A',
      '１#',
      '甲',
    )
    const rows = fc.array(fc.tuple(odd, odd, odd, odd, odd), { minLength: 1, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(rows, async (mixed) => {
        const choice = { role: 'dustfall-samples' as const, header: { row: 0, count: 1 }, month: '2026-01' }
        const item = await office.read('降尘.csv', text(mixed), choice)
        const { read, taken, refused, skipped } = item.taken!.counts
        expect(read).toBe(taken + refused)
        expect(read + skipped).toBe(mixed.length)
        const codes = new Set(Array.from({ length: taken }, (_, row) => textAt(item.taken!.table, 'point', row)))
        expect(new Set(item.taken!.points.map(({ code }) => code))).toEqual(codes)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a month without a value, or with a doubtful one', () => {
  const read = async (...rows: string[]) => {
    const office = await Office.open(emptyPackage())
    const item = await office.read('降尘.csv', ['点位名称,县区,月份,降尘量,备注', ...rows, ''].join('\n'))
    return { office, item, problems: said(item) }
  }
  const row = (value: string, remark: string) => `甲,秦都区,2026-01,${value},${remark}`

  it.each([
    ['', '采样缸被盗', '采样缸被盗'],
    ['缺测', '', '缺测'],
    ['—', '缸体损毁', '缸体损毁'],
    ['被人为移动', '', '被人为移动'],
  ])('%j with the remark %j is void because of %s', async (value, remark, reason) => {
    const { office, item } = await read(row(value, remark), '乙,秦都区,2026-01,5.0,')
    await office.takeOver(item)
    const { figure } = office.opened.reports[0]!.rows[0]!
    expect(figure.value).toBe(5)
    expect(figure.points[0]).toMatchObject({ counted: false, cause: 'void', reason })
  })

  it.each([
    ['', ''],
    ['—', '正常'],
    ['#N/A', ''],
    ['null', '无'],
  ])('%j with the remark %j is refused, because it gives no reason', async (value, remark) => {
    const { item, problems } = await read(row(value, remark), '乙,秦都区,2026-01,5.0,')
    expect(problems).toEqual(['refused reason-missing × 1 @ 2'])
    expect(item.taken!.points.map(({ name }) => name)).toEqual(['乙'])
  })

  it('a value beside such a remark counts, with a doubt', async () => {
    const { problems } = await read(row('3.4', '采样缸被盗'))
    expect(problems).toEqual(['kept void-with-value × 1 @ 2'])
  })

  it('an incomplete weighing is refused with what is missing, and a value that differs from its weighing is reported', async () => {
    const office = await Office.open(emptyPackage())
    const head = '点位名称,县区,月份,瓷坩埚质量,瓷坩埚加降尘质量,空白值,口径面积(cm2),天数,降尘量\n'
    const rows = '甲,秦都区,2026-01,60,60.02,,176.7,30,\n乙,秦都区,2026-01,60,60.02,0,176.7,30,9.9\n'
    const item = await office.read('称量.csv', head + rows)
    expect(said(item)).toEqual(['refused weighing-incomplete × 1 @ 2', 'kept weighing-differs × 1 @ 3'])
    expect(item.taken!.groups[0]!.first[0]!.expected).toBe(
      DUSTFALL_SAMPLE_FIELDS.find(({ name }) => name === 'blankGrams')!.headings[0],
    )
    expect(item.taken!.groups[1]!.first[0]).toMatchObject({ seen: '9.9', expected: '1.1' })
  })
})

describe('a value for a month that has one already', () => {
  it('replaces the weighing of that month', async () => {
    const office = await Office.open(emptyPackage())
    await office.takeOver(await office.read('称量.csv', byWeighingsCsv()))
    await office.takeOver(await office.read('更正.csv', '点位名称,县区,月份,降尘量\n乾县一中,乾县,2026-01,6.6\n'))
    expect(office.ranking('2026-01')).toContainEqual([12, '610424', 6.6])
  })
})

describe('a published table', () => {
  const real = readFileSync('tests/fixtures/changzhi-2021-10.csv')

  it('is imported as figures of the month in its heading and name, with 同比 compared with known figures', async () => {
    const office = await Office.open(changzhiPackage(), '2022-01-11')
    const item = await office.read('changzhi-2021-10.csv', real)
    expect(item.recognised.plan.role).toBe('dustfall-published')
    expect(item.recognised.plan.month).toBe('2021-10')
    expect(blockersOf(item)).toEqual([])
    expect(counts(item)).toEqual({ read: 12, taken: 12, refused: 0, skipped: 0 })
    expect(said(item)).toEqual([])
  })

  it('reports where 同比, rank or the city’s mean differ, with both values', async () => {
    const office = await Office.open(changzhiPackage(), '2022-01-11')
    const text = new TextDecoder()
      .decode(real)
      .replace('壶关县,1.2,-71.4', '壶关县,1.2,-70.4')
      .replace('3,', '3,')
      .replace('12,黎城县', '11,黎城县')
      .replace('排名,区县', '排名,城市,区/县')
      .replace(/\n(\d+),/g, '\n$1,长治市,')
    const item = await office.read(
      '长治市2021年10月.csv',
      `${text},长治市,全市平均,1.5,-48.1\n,长治市,最大值,2.1,\n,长治市,最小值,1.0,\n`,
    )
    expect(counts(item)).toEqual({ read: 12, taken: 12, refused: 0, skipped: 3 })
    const differences = item.taken!.groups.filter(({ code }) => code === 'stated-differs').flatMap(({ first }) => first)
    expect(differences.map(({ row, seen, expected }) => [row, seen, expected])).toEqual([
      [3, '-70.4', '-71.4'],
      [13, '11', '12'],
      [14, '1.5', '1.4'],
    ])
  })

  it('calculates last year’s figure from 同比 only as a note', async () => {
    const office = await Office.open(emptyPackage())
    const item = await office.read(
      '2026年3月通报.csv',
      '排名,区县,3月降尘量,同比(%)\n1,秦都区,3.0,-50.0\n2,乾县,4.0,持平\n',
    )
    const [group] = item.taken!.groups.filter(({ code }) => code === 'change-unchecked')
    expect(group!.first.map(({ seen, expected }) => [seen, expected])).toEqual([
      ['-50.0', '6.0'],
      ['持平', '4.0'],
    ])
    await office.takeOver(item)
    expect(office.opened.reports.map(({ month }) => month)).toEqual(['2026-03'])
    expect(office.opened.reports[0]!.rows[0]!.lastYear).toBeNull()
  })

  it('asks for the month if there is no year, or heading and name contradict each other', async () => {
    const office = await Office.open(emptyPackage())
    const content = '排名,区县,10月降尘量,同比(%)\n1,秦都区,3.0,-50.0\n2,乾县,4.0,1.0\n'
    for (const name of ['通报.csv', '2026-01 通报.csv']) {
      const item = await office.read(name, content)
      expect(blockersOf(item)).toEqual(['month'])
    }
    const answered = await office.read('通报.csv', content, { month: '2025-10' })
    expect(blockersOf(answered)).toEqual([])
    expect(counts(answered).taken).toBe(2)
  })

  it('asks for the year of months without one in their column', async () => {
    const office = await Office.open(emptyPackage())
    const content = '点位名称,县区,月份,降尘量\n甲,秦都区,1月,3.0\n甲,秦都区,2月份,4.0\n'
    expect(blockersOf(await office.read('降尘.csv', content))).toEqual(['month'])
    const answered = await office.read('降尘.csv', content, { month: '2026-02' })
    expect(blockersOf(answered)).toEqual([])
    expect(counts(answered)).toMatchObject({ taken: 2 })
  })

  it('asks for the year of months in columns', async () => {
    const office = await Office.open(emptyPackage())
    const content = '区县,1月,2月\n秦都区,3.0,4.0\n乾县,4.0,1.0\n'
    const open = await office.read('降尘.csv', content, { role: 'dustfall-published' })
    expect(blockersOf(open)).toEqual(['month'])
    const answered = await office.read('降尘.csv', content, { role: 'dustfall-published', month: '2026-01' })
    expect(blockersOf(answered)).toEqual([])
    await office.takeOver(answered)
    expect(office.opened.reports.map(({ month }) => month)).toEqual(['2026-01', '2026-02'])
  })
})
