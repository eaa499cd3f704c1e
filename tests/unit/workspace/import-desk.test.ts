import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { fixedRowsOf, writeBadRows } from '@/io/formats/bad-rows'
import { readHeldFile } from '@/io/formats/held-file'
import { openFile } from '@/io/formats/open-file'
import { readPlanText } from '@/io/package/plan-document'
import type { DeskWords } from '@/workspace/import/desk-words'
import { ImportDesk } from '@/workspace/import/import-desk'
import type { ItemTable, ItemView } from '@/workspace/import/item-view'
import type { Workspace } from '@/workspace/workspace'
import { paragraph, row, table, wordDocument } from '../../fixtures/old-workbooks'
import { newBrowser, newWindow } from '../../fixtures/window'

const HEADINGS = '点位名称,县区,月份,降尘量\n'
const WORDS = {
  roles: { 'dustfall-samples': '降尘', 'dustfall-points': '点位' },
  reason: '原因',
  rowNumber: '行号',
  problems: {
    'point-county-unknown': '区县不明',
    ...{
      seen: '内容：{{seen}}',
      expected: '应为：{{expected}}',
      perhaps: '是否“{{expected}}”',
      earlier: '第 {{row}} 行：{{value}}',
    },
  },
  badRow: {
    at: '“{{column}}”列：{{what}}',
    cells: '{{what}}（{{cells}}）',
    and: '；',
    expected: { 'unknown-county': '是否“{{expected}}”' },
  },
} as unknown as DeskWords
const month = (text: string) => `${HEADINGS}甲甲,秦都区,${text},3.0\n乙乙,渭城区,${text},4.0\n`
const none = () => undefined
const counted = (workspace: Workspace, wanted: string) =>
  workspace.copy.opened.reports
    .find(({ month }) => month === wanted)
    ?.rows.filter(({ figure }) => figure.value !== null).length

let workspace: Workspace
let desk: ImportDesk
const add = (name: string, text: string, said: () => void = none) => {
  const file = new File([text], name)
  return desk.add(file, file.size, said)
}
const ids = (views: ItemView[] | null) => views!.map(({ id }) => id)

beforeEach(async () => {
  await newBrowser()
  workspace = await newWindow()
  desk = new ImportDesk(workspace, readHeldFile, readPlanText)
})

it('reports that points exist only as illustrative ones, and how many of their months real data replaces', async () => {
  const heading = '点位编号,月份,瓷坩埚质量m0(g),瓷坩埚加降尘质量m1(g),空白值m2(g),缸口内径(cm),采样天数'
  const [view] = (await add('复测.csv', `${heading}\nJC-610423-1,2022-10,61.7121,61.8391,0.0012,15.0,30.1\n`))!
  expect(view!.table!.brings).toMatchObject({ made: 0, known: 1, knownMadeUp: 1 })
  expect(view!.table!.madeUp).toMatchObject({ rows: 1068, months: 24, monthsLost: 23, lastMonth: '2022-10' })
})

it('asks what a table is whose codes are those of another kind, and leaves a state of its own out', async () => {
  const rows = ['GD2022-0001,珠泉路北段保障房三标,渭城区,整改中,12', 'GD2022-0002,思源路西段医院二标,礼泉县,已完成,0']
  const [view] = (await add('整改台账.csv', `编号,项目名称,区县,状态,逾期天数\n${rows.join('\n')}\n`))!
  expect([view!.table!.blockers, view!.table!.kindOfCodes]).toEqual([['role'], 'construction-site'])
  const [site] = (await add(
    '工地.csv',
    `编号,工地名称,区县,状态\n${rows.map((row) => row.replace(/,\d+$/, '')).join('\n')}\n`,
  ))!
  expect([site!.table!.role, site!.table!.blockers]).toEqual(['construction-site', []])
  expect(site!.table!.matches.some(({ field }) => field === 'stage')).toBe(false)
})

it('says that a table is like none, and does not ask whether it is the likeliest', async () => {
  const [pay] = (await add('工资表.csv', '姓名,工资\n张三,5000\n李四,6000\n'))!
  expect(pay!.table!.blockers).toEqual(['unknown'])
  // Chosen by a person, it is read as that, and still nothing can be imported.
  const chosen = await desk.change(pay!.id, { role: 'construction-site' }, none)
  expect(chosen!.table!.blockers).toEqual(['nothing'])
})

it('replaces the text of a published figure below the detection limit with the figure', async () => {
  const words = { ...WORDS, roles: { 'dustfall-published': '降尘' }, correction: () => '' } as unknown as DeskWords
  const take = async (value: string) => {
    const views = await add('2022年11月降尘.csv', `区县,降尘量\n秦都区,${value}\n渭城区,6.1\n`)
    expect((await desk.takeOver(ids(views), words, 1)).problems).toEqual([])
    const { rows } = workspace.copy.opened.reports.find((each) => each.month === '2022-11')!
    const { value: now, writtenAs } = rows.find(({ county }) => county === '610402')!.figure
    return [now, writtenAs]
  }
  expect(await take('<0.2')).toEqual([0.15, '<0.2'])
  expect(await take('5.1')).toEqual([5.1, undefined])
})

it('keeps why a county has no figure in its table, until a figure comes', async () => {
  const words = { ...WORDS, roles: { 'dustfall-published': '降尘' }, correction: () => '更正' } as unknown as DeskWords
  const take = async (rows: string) => {
    const views = await add('2022年11月降尘.csv', `区县,降尘量,备注\n${rows}`)
    expect((await desk.takeOver(ids(views), words, 1)).problems).toEqual([])
    const { rows: all } = workspace.copy.opened.reports.find((each) => each.month === '2022-11')!
    return all.find(({ county }) => county === '610402')!.figure
  }
  expect(await take('秦都区,停测,设备检修停测\n渭城区,6.1,\n')).toMatchObject({ value: null, reason: '设备检修停测' })
  // The figure that comes later corrects nothing, and has no reason.
  const later = await take('秦都区,5.5,\n渭城区,6.1,\n')
  expect(later).toMatchObject({ value: 5.5, publication: '' })
  expect(later.reason).toBeUndefined()
})

it('keeps why a county has no figure from a table without a column of reasons, and reasons that it does not give', async () => {
  const words = { ...WORDS, roles: { 'dustfall-published': '降尘' }, correction: () => '' } as unknown as DeskWords
  const take = async (table: string) => {
    const views = await add('2022年11月降尘.csv', table)
    expect((await desk.takeOver(ids(views), words, 1)).problems).toEqual([])
    const { rows } = workspace.copy.opened.reports.find((each) => each.month === '2022-11')!
    return ['610402', '610404'].map((code) => rows.find(({ county }) => county === code)!.figure.reason)
  }
  expect(await take('区县,降尘量\n兴平市,6.1\n')).toEqual([undefined, undefined])
  expect(await take('区县,降尘量\n兴平市,6.1\n秦都区,停测\n')).toEqual(['停测', undefined])
  expect(await take('区县,降尘量,备注\n兴平市,6.1,\n渭城区,停测,设备检修\n')).toEqual(['停测', '停测（设备检修）'])
  expect(await take('区县,降尘量\n兴平市,6.2\n秦都区,设备故障\n渭城区,—\n')).toEqual(['设备故障', '停测（设备检修）'])
})

it('does not make a remark of why there was no figure once a table without reasons brings one', async () => {
  const words = { ...WORDS, roles: { 'dustfall-published': '降尘' }, correction: () => '' } as unknown as DeskWords
  const take = async (table: string) => {
    const views = await add('2022年11月降尘.csv', table)
    expect((await desk.takeOver(ids(views), words, 1)).problems).toEqual([])
    const { rows } = workspace.copy.opened.reports.find((each) => each.month === '2022-11')!
    return rows.find(({ county }) => county === '610402')!.figure
  }
  expect(await take('区县,降尘量,备注\n秦都区,停测,设备检修\n渭城区,6.1,\n')).toMatchObject({
    reason: '停测（设备检修）',
  })
  const figure = await take('区县,降尘量\n秦都区,5.5\n渭城区,6.1\n')
  expect(figure.value).toBe(5.5)
  expect(figure).not.toHaveProperty('remark')
  // A remark beside a figure stays beside the next one.
  expect(await take('区县,降尘量,备注\n秦都区,5.5,经复核\n渭城区,6.1,\n')).toMatchObject({ remark: '经复核' })
  expect(await take('区县,降尘量\n秦都区,5.6\n渭城区,6.1\n')).toMatchObject({ value: 5.6, remark: '经复核' })
})

it('does not make a remark of why there was no figure once one is published either', async () => {
  const words = { ...WORDS, roles: { 'dustfall-published': '降尘' }, correction: () => '' } as unknown as DeskWords
  const views = await add('2022年11月降尘.csv', '区县,降尘量,备注\n秦都区,停测,设备检修\n渭城区,6.1,经复核\n')
  expect((await desk.takeOver(ids(views), words, 1)).problems).toEqual([])
  const counties = ['610402', '610404']
  const figures = counties.map((county) => ({ county, value: 6.1, publication: '2022-12-05公布' }))
  await workspace.publish({ month: '2022-11', figures, title: '降尘', source: '局' }, '公布', 2)
  const { rows } = workspace.copy.opened.reports.find(({ month }) => month === '2022-11')!
  const published = counties.map((code) => rows.find(({ county }) => county === code)!.figure)
  expect(published).toMatchObject([{ publication: '2022-12-05公布' }, { publication: '2022-12-05公布' }])
  expect(published.map(({ remark }) => remark)).toEqual([undefined, '经复核'])
})

it('keeps remarks of months beside a wide table, whose remarks are not of one month', async () => {
  const words = { ...WORDS, roles: { 'dustfall-published': '降尘' }, correction: () => '' } as unknown as DeskWords
  const take = async (name: string, table: string) =>
    expect((await desk.takeOver(ids(await add(name, table)), words, 1)).problems).toEqual([])
  await take('2022年10月降尘.csv', '区县,降尘量,备注\n秦都区,5.1,沙尘剔除\n渭城区,6.1,\n')
  await take('降尘.csv', '2022年各区县降尘量\n区县,2022年9月,2022年10月,备注\n秦都区,4.9,5.1,核对过\n渭城区,6.0,6.1,\n')
  const path = workspace.copy.descriptor.resources.find(({ chentu }) => chentu.role === 'dustfall-published')!.path
  const { blob } = (await workspace.copy.files.read(path)) as { blob: Blob }
  expect(await blob.text()).toContain('沙尘剔除')
})

it('asks whether a month years before the others is right, beside other doubts, and never of a first month', async () => {
  const doubted = async (rows: string) => (await add('点位.csv', HEADINGS + rows))![0]!
  const first = await doubted('甲甲,秦都区,2002-11,4.0\n')
  expect(first.table!.blockers).toEqual([])
  desk.remove(first.id)
  const view = await doubted('甲甲,秦都区,2002-11,682\n甲甲,秦都区,2022-10,4.1\n乙乙,渭城区,2022-11,4.0\n')
  const { id } = view
  expect(view.table).toMatchObject({ blockers: ['large'], doubt: { count: 1 } })
  const next = await desk.change(id, { confirmed: { large: 1 } }, none)
  expect(next!.table).toMatchObject({ blockers: ['far'], doubt: { count: 1 } })
  expect(next!.table!.groups.find(({ code }) => code === 'month-far')!.first).toMatchObject([
    { row: 2, seen: '2002-11', expected: '2022-10' },
  ])
  expect((await desk.change(id, { confirmed: { far: 1 } }, none))!.table).toMatchObject({ blockers: [], doubt: null })
  // A doubt that is gone confirms no other one.
  const edits = new Map([
    [2, ['甲甲', '秦都区', '2022-09', '682']],
    [3, ['甲甲', '秦都区', '2022-10', '741']],
  ])
  expect((await desk.change(id, { edits }, none))!.table).toMatchObject({ blockers: ['large'], doubt: { count: 2 } })
  desk.remove(id)
  await desk.takeOver(ids(await add('点位.csv', month('2022-10'))), WORDS, 1)
  expect((await doubted('甲甲,秦都区,2012-11,4.0\n')).table!.blockers).toEqual(['far'])
  expect((await doubted('甲甲,秦都区,2020-11,4.0\n')).table!.blockers).toEqual([])
})

it('keeps what is written beside a figure that counts', async () => {
  const words = { ...WORDS, roles: { ...WORDS.roles, 'dustfall-published': '公布' }, correction: () => '' }
  const points = '点位名称,县区,月份,降尘量,备注\n甲甲,秦都区,2022-11,4.0,周边道路施工\n'
  await desk.takeOver(ids(await add('点位.csv', points)), words, 1)
  await desk.takeOver(ids(await add('区县.csv', '区县,月份,降尘量,备注\n渭城区,2022-11,6.1,经复核\n')), words, 2)
  const { rows } = workspace.copy.opened.reports.find((each) => each.month === '2022-11')!
  const of = (code: string) => rows.find(({ county }) => county === code)!.figure
  expect([of('610402').points[0], of('610404')]).toMatchObject([{ remark: '周边道路施工' }, { remark: '经复核' }])
})

it('names the published figures that differ from the mean of the stored points, until they are stored', async () => {
  const words = { ...WORDS, roles: { ...WORDS.roles, 'dustfall-published': '公布' }, correction: () => '' }
  const points = '甲甲,秦都区,2022-11,4.0\n甲乙,秦都区,2022-11,4.5\n乙乙,渭城区,2022-11,6.1\n丙丙,三原县,2022-11,0.4\n'
  // Neither made-up points, which the table replaces, nor months without points are compared.
  const file = () =>
    add('区县.csv', '区县,月份,降尘量\n秦都区,2022-11,4.26\n渭城区,2022-11,6.10\n三原县,2022-11,<0.3\n')
  const differing = async () => (await file())![0]!.table!.brings!.differing
  expect(await differing()).toEqual([])
  await desk.takeOver(ids(await add('点位.csv', HEADINGS + points)), words, 1)
  const views = await file()
  expect(views![0]!.table!.brings!.differing).toEqual([
    { county: '秦都区', month: '2022-11', published: '4.26', mean: '4.2' },
    { county: '三原县', month: '2022-11', published: '<0.3', mean: '0.4' },
  ])
  expect((await desk.takeOver(ids(views), words, 2)).problems).toEqual([])
  expect(await differing()).toEqual([])
})

it('names the stored published figures that differ from the means of a file of points just as well', async () => {
  const words = { ...WORDS, roles: { ...WORDS.roles, 'dustfall-published': '公布' }, correction: () => '' }
  const counties = '区县,月份,降尘量\n秦都区,2022-11,4.26\n渭城区,2022-11,6.10\n三原县,2022-11,<0.3\n'
  const samples = `${HEADINGS}甲甲,秦都区,2022-11,4.0\n甲乙,秦都区,2022-11,4.5\n乙乙,渭城区,2022-11,6.1\n丙丙,三原县,2022-11,0.4\n`
  const differing = async (text = samples) => (await add('点位.csv', text))![0]!.table!.brings!.differing
  // Neither made-up figures nor months without figures are compared.
  expect(await differing()).toEqual([])
  await desk.takeOver(ids(await add('区县.csv', counties)), words, 1)
  expect(await differing(samples.replaceAll('2022-11', '2022-10'))).toEqual([])
  const found = [
    { county: '秦都区', month: '2022-11', published: '4.26', mean: '4.2' },
    { county: '三原县', month: '2022-11', published: '<0.3', mean: '0.4' },
  ]
  expect(await differing()).toEqual(found)
  expect((await desk.takeOver(ids(await add('点位.csv', samples)), words, 2)).problems).toEqual([])
  expect(await differing()).toEqual([])
  // With the other point, which is stored.
  expect(await differing(`${HEADINGS}甲乙,秦都区,2022-11,5.5\n`)).toEqual([{ ...found[0], mean: '4.8' }])
})

it('names them just as well where counties and points arrive in one import, and once one of the files is removed none', async () => {
  const words = { ...WORDS, roles: { ...WORDS.roles, 'dustfall-published': '公布' }, correction: () => '' }
  const found = [
    { county: '秦都区', month: '2022-11', published: '4.26', mean: '4.2' },
    { county: '三原县', month: '2022-11', published: '<0.3', mean: '0.4' },
  ]
  const [counties] = (await add(
    '区县.csv',
    '区县,月份,降尘量\n秦都区,2022-11,4.26\n渭城区,2022-11,6.10\n三原县,2022-11,<0.3\n',
  ))!
  const [one] = (await add(
    '点位一.csv',
    `${HEADINGS}甲甲,秦都区,2022-11,4.0\n乙乙,渭城区,2022-11,6.1\n丙丙,三原县,2022-11,0.4\n`,
  ))!
  const [two] = (await add('点位二.csv', `${HEADINGS}甲乙,秦都区,2022-11,4.5\n`))!
  const differing = async (id: number) => (await desk.views([id]))[0]!.table!.brings!.differing
  expect(counties!.table!.brings!.differing).toEqual([])
  expect(await differing(counties!.id)).toEqual(found)
  expect(await differing(one!.id)).toEqual(found)
  expect(await differing(two!.id)).toEqual([found[0]])
  // A file that still has a question is not imported with them.
  await desk.change(two!.id, { role: 'construction-site' }, none)
  expect(await differing(counties!.id)).toEqual([{ ...found[0], mean: '4.0' }, found[1]])
  desk.remove(two!.id)
  desk.remove(one!.id)
  expect(await differing(counties!.id)).toEqual([])
  expect((await desk.takeOver([counties!.id], words, 1)).problems).toEqual([])
})

it('a file of counties counts no made-up point as gone that a file of points brings', async () => {
  const made = workspace.copy.opened.pack.dustfallPoints
  const gone = async (id: number) => (await desk.views([id]))[0]!.table!.madeUpPointsGone
  const [counties] = (await add('区县.csv', '区县,月份,降尘量\n秦都区,2022-11,4.26\n渭城区,2022-11,6.10\n'))!
  expect(await gone(counties!.id)).toBe(made.length)
  const [points] = (await add('点位.csv', `点位编号,月份,降尘量\n${made[0]!.code},2022-11,3.4\n`))!
  expect([await gone(counties!.id), await gone(points!.id)]).toEqual([made.length - 1, made.length - 1])
})

it('says of a file that an earlier one has the same content, and what of its rows is counted already', async () => {
  await desk.takeOver(ids(await add('1月.csv', month('2026-01'))), WORDS, 1)
  const seen = async (name: string, text: string) => {
    const [{ sameContent, countedBefore, difference }] = (await add(name, text))!.map((view) => view.table!) as [
      ItemTable,
    ]
    return { sameContent, countedBefore, added: difference?.added }
  }
  const rows = `${month('2026-02')}甲甲,秦都区,2026-01,3.0\n`
  expect(await seen('2月.csv', rows)).toEqual({ sameContent: null, countedBefore: null, added: 2 })
  // Saved anew: other bytes.
  expect(await seen('2月改.csv', rows.replaceAll('\n', '\r\n'))).toEqual({
    ...{ sameContent: { file: '2月.csv', isSameRows: true }, added: 2 },
    countedBefore: { taken: 3, added: 2, changed: 0, same: 1 },
  })
  expect(await seen('2月加.csv', `${rows}甲乙,秦都区,2026-02,3.5\n`)).toEqual({
    ...{ sameContent: null, added: 3 },
    countedBefore: { taken: 3, added: 2, changed: 0, same: 1 },
  })
  // One with a question is not imported with the others.
  expect((await seen('另.csv', month('2026-03').replace('4.0', '400'))).countedBefore).toBeNull()
  expect(await seen('另2.csv', month('2026-03'))).toMatchObject({ sameContent: null, countedBefore: null })
})

it('says that files without codes with the same content would list everything twice', async () => {
  const sites = '工地名称,区县,最近检查日期\n甲工地,秦都区,2032-10-20\n乙工地,渭城区,2032-10-20\n'
  await add('建筑工地.csv', sites)
  const [view] = (await add('建筑工地2.csv', sites))!
  expect(view!.table!.sameContent).toEqual({ file: '建筑工地.csv', isSameRows: false })
})

it('never removes the figure of a county that is not ranked', async () => {
  const words = { ...WORDS, roles: { 'dustfall-published': '降尘' } } as unknown as DeskWords
  const table = (figure: string) => `区县,降尘量,备注\n杨陵区,${figure}\n渭城区,6.1,\n`
  expect((await desk.takeOver(ids(await add('2022年11月降尘.csv', table('5.1,'))), words, 1)).problems).toEqual([])
  const [view] = (await add('2022年11月降尘.csv', table('停测,设备检修停测')))!
  expect(view!.table!.groups.map(({ code }) => code)).toContain('published-stays')
  expect(view!.table!.difference!.changedRows).toEqual([])
})

it('names the month of a version only if dustfall came with it', async () => {
  const newest = async () => (await workspace.versions()).versions[0]!
  await desk.takeOver(ids(await add('1月.csv', month('2026-01'))), WORDS, 1)
  expect(await newest()).toMatchObject({ label: '1月.csv', dustfall: '2026-01' })
  const sites = await add('建筑工地.csv', '编号,工地名称,区县,最近检查日期\nT-1,甲工地,秦都区,2032-10-20\n')
  expect(sites![0]!.table!.role).toBe('construction-site')
  await desk.takeOver(ids(sites), WORDS, 2)
  expect((await newest()).label).toBe('建筑工地.csv')
  expect((await newest()).dustfall).toBeUndefined()
})

describe('a waiting file', () => {
  it('is read again if what it was read against is undone', async () => {
    const { version } = await desk.takeOver(ids(await add('1月.csv', month('2026-01'))), WORDS, 1)
    const february = await add('2月.csv', month('2026-02'))
    expect(february![0]!.table!.brings).toMatchObject({ made: 0, known: 2 })
    await workspace.undo(version!)
    const { value, problems } = await desk.takeOver(ids(february), WORDS, 2)
    expect(value).not.toBeNull()
    expect(problems.map(({ code }) => code)).not.toContain('unknown-point')
    expect(counted(workspace, '2026-02')).toBe(2)
    expect(workspace.copy.opened.pack.dustfallPoints.filter(({ name }) => name === '甲甲')).toHaveLength(1)
  })

  it('is compared with the state when it is its turn, not when it was added', async () => {
    const { version } = await desk.takeOver(ids(await add('1月.csv', month('2026-01'))), WORDS, 1)
    const february = await add('2月.csv', month('2026-02'))
    const [, taken] = await Promise.all([workspace.undo(version!), desk.takeOver(ids(february), WORDS, 2)])
    expect(taken.value).not.toBeNull()
    expect(counted(workspace, '2026-02')).toBe(2)
  })

  it('is not imported if something blocks it since, and stays', async () => {
    // Its counties are known only from the previous month.
    const samples = '点位名称,月份,降尘量\n甲甲,2026-02,3.0\n乙乙,2026-02,4.0\n'
    const { version } = await desk.takeOver(ids(await add('1月.csv', month('2026-01'))), WORDS, 1)
    const waits = await add('2月.csv', samples)
    expect(waits![0]!.table!.blockers).toEqual([])
    await workspace.undo(version!)
    const { value, problems } = await desk.takeOver(ids(waits), WORDS, 2)
    expect(value).toBeNull()
    expect(problems).toEqual([{ code: 'item-waits', file: '2月.csv' }])
    const view = await desk.change(ids(waits)[0]!, {}, none)
    expect(view!.table!.blockers).toEqual(['nothing'])
  })
})

describe('reading files', () => {
  it('is done one after the other: a change does not cancel a file being read', async () => {
    const march = await add('3月.csv', month('2026-03'))
    const order: string[] = []
    const changing: Promise<ItemView | null>[] = []
    const large = add('大.csv', month('2026-04'), () => {
      if (changing.length === 0) changing.push(desk.change(ids(march)[0]!, {}, () => order.push('change')))
      order.push('file')
    })
    expect((await large)![0]).toMatchObject({ file: '大.csv', problem: null })
    expect((await changing[0])!.file).toBe('3月.csv')
    expect(order).toEqual(['file', 'change'])
  })

  it('is ended by a cancel, including waiting files, and leaves nothing', async () => {
    const march = await add('3月.csv', month('2026-03'))
    const cancelled = add('大.csv', month('2026-04'), () => desk.cancel())
    const waiting = desk.change(ids(march)[0]!, {}, none)
    expect([await cancelled, await waiting]).toEqual([null, null])
    // Earlier files stay as they were.
    const view = await desk.change(ids(march)[0]!, {}, none)
    expect(view!.table).toMatchObject({ read: true, blockers: [] })
    expect((await desk.takeOver(ids(march), WORDS, 1)).value).not.toBeNull()
  })

  it('continues after an import that failed', async () => {
    const gone = desk.takeOver([99], WORDS, 1)
    const read = add('3月.csv', month('2026-03'))
    await expect(gone).rejects.toThrow('no item 99')
    expect(await read).toHaveLength(1)
  })
})

describe('a dropped file', () => {
  it('is reported as missing if it was moved meanwhile, and as without a table if it has none', async () => {
    const [gone] = (await desk.add(new File([], '走.csv'), 12, none))!
    expect(gone).toMatchObject({ problem: { code: 'file-vanished', file: '走.csv' }, table: null })
    const [note] = (await add('说明.csv', '说明\n'))!
    expect(note).toMatchObject({ problem: { code: 'no-table', file: '说明.csv' }, table: null })
  })

  it('imports nothing once it is removed', async () => {
    const views = await add('1月.csv', month('2026-01'))
    desk.remove(ids(views)[0]!)
    await expect(desk.takeOver(ids(views), WORDS, 1)).rejects.toThrow('no item')
    expect((await workspace.versions()).versions).toEqual([])
  })

  it('uses the choices for a file with the same headings, and its own choices first', async () => {
    const odd = (text: string) => `点,县区,期,数\n甲甲,秦都区,${text},3.0\n乙乙,渭城区,${text},4.0\n`
    const first = await add('甲.csv', odd('2026-01'))
    const choice = { role: 'dustfall-samples', columns: { point: 0, county: 1, month: 2, given: 3 } }
    expect((await desk.change(ids(first)[0]!, choice, none))!.table).toMatchObject({ remembered: false, blockers: [] })
    expect((await desk.takeOver(ids(first), WORDS, 1)).value).not.toBeNull()
    const [second] = (await add('乙.csv', odd('2026-02')))!
    expect(second!.table).toMatchObject({ remembered: true, role: 'dustfall-samples', blockers: [] })
    const changed = await desk.change(second!.id, { dataClass: 'illustrative' }, none)
    expect(changed!.table).toMatchObject({ remembered: true, dataClass: 'illustrative' })
  })
})

describe('rejected rows', () => {
  const BAD = `${HEADINGS}甲甲,秦都区,2026-01,3.0\n乙乙,无名县,2026-01,4.0\n`

  it('are exported with their reason, and can be imported again after correction', async () => {
    const [item] = (await add('1月.csv', BAD))!
    expect(item!.table!.counts).toMatchObject({ read: 2, taken: 1 })
    expect(await desk.row(item!.id, 3)).toEqual(['乙乙', '无名县', '2026-01', '4.0'])
    const book = await desk.badRows(item!.id, WORDS)
    const { readXlsx } = await import('hucre/xlsx')
    const [header, ...rows] = (await readXlsx(new Uint8Array(await book.arrayBuffer()))).sheets[0]!.rows
    expect(header!.slice(0, 5)).toEqual(['点位名称', '县区', '月份', '降尘量', '原因'])
    expect(rows).toEqual([['乙乙', '无名县', '2026-01', '4.0', '“区县”列：区县不明（内容：乙乙 · 无名县）', 3]])
    const { writeXlsx } = await import('hucre/xlsx')
    const fixed = await writeXlsx({
      sheets: [{ name: '改', rows: [header!, ['乙乙', '渭城区', '2026-01', '4.0', '', 3]] }],
    })
    const file = new File([fixed as Uint8Array<ArrayBuffer>], '改好.xlsx')
    const [back] = (await desk.add(file, file.size, none))!
    expect(back).toMatchObject({ id: item!.id, file: '1月.csv' })
    expect(back!.table!.counts).toMatchObject({ read: 2, taken: 2 })
    expect(await desk.row(item!.id, 3)).toEqual(['乙乙', '渭城区', '2026-01', '4.0'])
    // Without its file, a row would lack the unit and month that stand in the title.
    desk.remove(item!.id)
    const [alone] = (await desk.add(file, file.size, none))!
    expect(alone).toMatchObject({
      table: null,
      problem: { code: 'fixed-rows-alone', file: '改好.xlsx', expected: '1月.csv' },
    })
  })
})

it('corrected rows go back to their own sheet, and nowhere if that is unclear', async () => {
  const { writeXlsx } = await import('hucre/xlsx')
  const book = async (name: string, sheets: Parameters<typeof writeXlsx>[0]['sheets']) => {
    const file = new File([(await writeXlsx({ sheets })) as Uint8Array<ArrayBuffer>], name)
    return (await desk.add(file, file.size, none))!
  }
  const HEAD = ['点位名称', '县区', '月份', '降尘量']
  const sheet = (name: string) => ({ name, rows: [HEAD, [`${name}点`, '无名县', '2026-01', '4.0']] })
  const [first, second] = await book('两县.xlsx', [sheet('东'), sheet('西')])
  const { readXlsx } = await import('hucre/xlsx')
  const bad = await desk.badRows(first!.id, WORDS)
  const [header] = (await readXlsx(new Uint8Array(await bad.arrayBuffer()))).sheets[0]!.rows
  expect(header!.at(-1)).toContain('两县.xlsx*东')
  const rows = [['东点', '渭城区', '2026-01', '4.0', '', 2]]
  const [back] = await book('改好.xlsx', [{ name: '改', rows: [header!, ...rows] }])
  expect([back!.id, await desk.row(first!.id, 2)]).toEqual([first!.id, rows[0]!.slice(0, 4)])
  expect(await desk.row(second!.id, 2)).toEqual(['西点', '无名县', '2026-01', '4.0'])
  // A workbook of an earlier version names no sheet.
  const former = [...header!.slice(0, -1), String(header!.at(-1)).replace('*东', '')]
  const [unclear] = await book('改好.xlsx', [{ name: '改', rows: [former, ...rows] }])
  expect(unclear!.problem).toMatchObject({ code: 'fixed-rows-unclear', expected: '两县.xlsx' })
})

it('of two sheets of one workbook, the other is named with its sheet', async () => {
  const { writeXlsx } = await import('hucre/xlsx')
  const book = async (...values: readonly string[]) => {
    const rows = (value: string) => [
      ['区县', '降尘量'],
      ['秦都区', value],
      ['渭城区', '6.1'],
    ]
    const sheets = values.map((value, i) => ({ name: `2022年11月表${i + 1}`, rows: rows(value) }))
    const file = new File([(await writeXlsx({ sheets })) as Uint8Array<ArrayBuffer>], '2022年降尘.xlsx')
    const views = (await desk.add(file, file.size, none))!
    return { views, second: (await desk.views([views[1]!.id]))[0]!.table! }
  }
  const same = await book('5.1', '5.1')
  expect(same.second.sameContent).toMatchObject({ file: '2022年降尘.xlsx · 2022年11月表1' })
  for (const { id } of same.views) desk.remove(id)
  const other = await book('5.1', '7.4')
  expect(other.second.clash).toMatchObject({ file: '2022年降尘.xlsx · 2022年11月表1' })
})

it('lists of points are imported before their months, in whatever order they were dropped', async () => {
  const months = await add('1月.csv', month('2026-01'))
  const list = await add('降尘点位.csv', '点位编号,点位名称,县区\nA-1,甲甲,秦都区\nA-2,乙乙,渭城区\n')
  expect(list![0]!.table!.role).toBe('dustfall-points')
  expect((await desk.takeOver([...ids(months), ...ids(list)], WORDS, 1)).value).not.toBeNull()
  const { pack } = workspace.copy.opened
  expect(pack.dustfallPoints.filter(({ name }) => /甲甲|乙乙/.test(name)).map(({ code }) => code)).toEqual([
    'A-1',
    'A-2',
  ])
  expect(counted(workspace, '2026-01')).toBe(2)
})

it('a published figure changed by a file is noted in the package in Chinese, whatever the screen’s language', async () => {
  const published = (value: string) => `区县,月份,降尘量\n秦都区,2026-01,${value}\n渭城区,2026-01,4.0\n`
  await desk.takeOver(ids(await add('公布.csv', published('3.0'))), WORDS, Date.UTC(2026, 1, 8))
  await desk.takeOver(ids(await add('again.csv', published('3.2'))), WORDS, Date.UTC(2026, 1, 20))
  const report = workspace.copy.opened.reports.find(({ month: each }) => each === '2026-01')!
  const said = report.rows.flatMap(({ county, figure }) =>
    figure.value === null ? [] : [[county, figure.publication]],
  )
  expect(Object.fromEntries(said)).toEqual({ 610402: '2026-02-20由3.0更正为3.2：again.csv', 610404: '' })
})

describe('a table with a column per month', () => {
  const months = Array.from({ length: 12 }, (_, i) => `${i + 1}月`)
  const lines = (cell: (county: number, month: number) => string) =>
    ['秦都区', '渭城区', '兴平市'].map((name, i) => [name, ...months.map((_, j) => cell(i, j))].join())
  const tableOf = (cell: (county: number, month: number) => string) =>
    [`县区,${months.join()}`, ...lines(cell)].join('\n')

  it('is dustfall by its form, which the user confirms', async () => {
    const [view] = (await add(
      '2025年.csv',
      tableOf((i, j) => (3 + i + j / 10).toFixed(1)),
    ))!
    expect(view!.table).toMatchObject({ role: 'dustfall-published', blockers: ['role'] })
    const sure = await desk.change(view!.id, { role: 'dustfall-published' }, none)
    expect(sure!.table!.blockers).toEqual([])
    expect(sure!.table!.counts.taken).toBe(36)
  })

  it('is not if its cells are words', async () => {
    const [view] = (await add(
      '2025年.csv',
      tableOf(() => '已完成'),
    ))!
    expect(view!.table).toMatchObject({ role: 'construction-site', blockers: ['role'] })
  })

  it('is certainly dustfall if its name says so', async () => {
    const [view] = (await add(
      '2025年降尘量.csv',
      tableOf((i, j) => String(3 + i + j)),
    ))!
    expect(view!.table).toMatchObject({ role: 'dustfall-published', blockers: [] })
  })
})

describe('a plan among data files', () => {
  const drop = async (file: File) => {
    const views = await desk.add(file, file.size, none)
    return views!.map(({ problem, table }) => problem?.code ?? table?.role ?? null)
  }
  const fixture = (path: string, name: string) => new File([readFileSync(`tests/fixtures/${path}`)], name)

  it('is recognised by its words, as a Word document or text', async () => {
    const lines = readFileSync('tests/fixtures/plan-chaozhou-2019.txt', 'utf8').split(/\r?\n/)
    const word = wordDocument(
      lines.map(paragraph).join('') + table(row('序号', '任务', '牵头单位'), row('1', '摸排', '市水利局')),
    )
    expect(await drop(new File([word], '方案.docx'))).toEqual(['file-is-plan'])
    for (const name of ['plan-2022.txt', 'plan-chaozhou-2019.txt', 'plan-jinhua-2018.txt'])
      expect(await drop(fixture(name, '附件.txt'))).toEqual(['file-is-plan'])
    expect(await drop(new File(['%PDF-1.7'], '某市2026年扬尘治理工作方案.pdf'))).toEqual(['plan-pdf'])
    expect(await drop(new File(['%PDF-1.7'], '降尘监测.pdf'))).toEqual(['file-kind-unknown'])
  })

  it('is not assumed for a data table, even if that mentions plans and responsible persons', async () => {
    const text = `${HEADINGS.trim()},备注\n甲甲,秦都区,2026-01,3.0,1.按方案整改，市生态环境局牵头\n`
    expect(await drop(new File([text], '工作方案点位.txt'))).toEqual(['dustfall-samples'])
    const word = wordDocument(
      paragraph('2026年1月降尘监测情况（按工作方案通报）') +
        table(
          row('点位名称', '县区', '月份', '降尘量', '责任单位'),
          row('甲甲', '秦都区', '2026-01', '3.0', '市生态环境局牵头'),
          row('乙乙', '渭城区', '2026-01', '4.0', '市生态环境局牵头'),
        ),
    )
    expect(await drop(new File([word], '降尘.docx'))).toEqual(['dustfall-samples'])
  })

  it('has its tables read nevertheless if the user says that it is data', async () => {
    const lines = [
      '某公司扬尘整改方案',
      '1.加强喷淋。每日喷淋不少于4次。〔责任单位：市住建局〕',
      '2.完善覆盖。6月底前完成覆盖。〔责任单位：市住建局〕',
    ]
    const sources = table(row('点位名称', '县区', '月份', '降尘量'), row('甲甲', '秦都区', '2026-01', '3.0'))
    const file = new File([wordDocument(lines.map(paragraph).join('') + sources)], '整改方案.docx')
    expect(await drop(file)).toEqual(['file-is-plan'])
    const views = await desk.add(file, file.size, none, true)
    expect(views!.map(({ problem, table }) => [problem, table?.role])).toEqual([[null, 'dustfall-samples']])
  })
})

describe('a table of dustfall without figures of one month', () => {
  it.each(['1-11月均值', '累计降尘量', '年均值', '去年累计,全年'])('is not imported: %s', async (headings) => {
    const [view] = (await add('a.csv', `咸阳市2022年11月降尘\n区县,${headings}\n秦都区,5.5,5.5\n渭城区,6.5,6.5\n`))!
    expect(view!.table).toMatchObject({ role: 'dustfall-published', blockers: ['figure'] })
    // A person may say that it is the month's.
    const chosen = await desk.change(view!.id, { columns: { value: 1 } }, none)
    expect(chosen!.table).toMatchObject({ month: '2022-11', blockers: [] })
  })

  it('is asked for its month in words if the title is of several months', async () => {
    const [view] = (await add('a.csv', '2022年1-11月各区县降尘\n区县,均值\n秦都区,5.5\n渭城区,6.5\n'))!
    expect(view!.table!.blockers).toEqual(['period'])
    expect((await desk.change(view!.id, { month: '2022-11' }, none))!.table!.blockers).toEqual([])
    const [mean] = (await add('b.csv', '2022年1-11月各区县降尘\n区县,1-11月均值\n秦都区,5.5\n'))!
    expect(mean!.table!.blockers).toEqual(['figure'])
  })
})

describe('a table of counties', () => {
  const counties = (name: string, ...values: string[]) =>
    add(name, ['咸阳市2022年11月降尘', '区县,11月,去年11月', ...values].join('\n'))

  it('is said to lack counties of the city', async () => {
    const [view] = (await counties('a.csv', '秦都区,5.1,5.9', '渭城区,6.1,6.9', '径阳县,7.1,7.9'))!
    const { brings, groups } = view!.table!
    expect(brings).toMatchObject({ counties: { ranked: 13 }, statesLastYear: true })
    expect(brings!.counties!.lacking).toHaveLength(11)
    expect(brings!.counties!.lacking).toContain('泾阳县')
    expect(groups.find(({ code }) => code === 'unknown-county')!.first[0]).toMatchObject({ expected: '泾阳县' })
  })

  it('names the counties that it changes, and the year from which a month is chosen', async () => {
    await desk.takeOver(ids(await counties('a.csv', '秦都区,5.1,5.9', '渭城区,6.1,6.9')), WORDS, 1)
    const [view] = (await counties('b.csv', '秦都区,5.2,5.9', '三原县,6.1,6.9'))!
    const { difference, yearAbout } = view!.table!
    expect(difference).toMatchObject({
      changedRows: [{ key: '秦都区 · 2022-11', fields: [{ field: 'value', before: 5.1, after: 5.2 }] }],
      addedRows: [{ key: '三原县 · 2022-11' }],
      goneRows: [{ key: '渭城区 · 2022-11' }],
    })
    expect(yearAbout).toBe('2022')
  })
})

describe('a corrected workbook of bad rows', () => {
  const NAMES = ['区县', '1月', '2月', '3月']
  const wide = ['咸阳市2022年降尘', NAMES.join(), '秦都区,1.5,2.5,3.5', '径阳县,4.1,4.2,4.3', '渭城区,5.1,很多,5.3']

  it('says how many rows it replaced, and the preview has them', async () => {
    const [before] = (await add('降尘.csv', wide.join('\n')))!
    expect(before!.table).toMatchObject({ corrected: null, counts: { taken: 5, refused: 4 } })
    const bad = [
      { row: 4, cells: ['泾阳县', '4.1', '4.2', '4.3'], reason: '' },
      { row: 5, cells: ['渭城区', '5.1', '很多', '5.3', ''], reason: '' },
    ]
    const drop = async (names: readonly string[]) => {
      const blob = await writeBadRows({ file: '降尘.csv', sheet: null }, names, bad, {
        reason: '问题',
        rowNumber: '行号',
      })
      return (await desk.add(new File([blob], '降尘-问题.xlsx'), blob.size, none))![0]!
    }
    const after = await drop(NAMES)
    expect(after.id).toBe(before!.id)
    expect(after.table).toMatchObject({
      corrected: { changed: 1, rows: 2, changedHeadings: false },
      counts: { taken: 8, refused: 1 },
    })
    expect(after.table!.head[3]).toEqual(['泾阳县', '4.1', '4.2', '4.3'])
    expect((await drop(NAMES.with(1, '1月(吨)'))).table).toMatchObject({
      corrected: { changed: 0, rows: 2, changedHeadings: true },
    })
  })

  it('states each problem of a row once', async () => {
    const [view] = (await add('降尘.csv', wide.join('\n')))!
    const problems = { ...WORDS.problems, 'unknown-county': '不在名单中', 'not-a-number': '不是数字' }
    const blob = await desk.badRows(view!.id, { ...WORDS, problems } as DeskWords)
    const opened = await openFile(new File([blob], 'a.xlsx'), {}, new AbortController().signal, readHeldFile)
    const sheet = 'file' in opened ? opened.file.sheets[0]! : null
    expect('file' in opened && fixedRowsOf(opened.file)!.names).toEqual(NAMES)
    expect(sheet!.head.rows.slice(1).map((cells) => cells.at(-2))).toEqual([
      '“区县”列：不在名单中（内容：径阳县；是否“泾阳县”）',
      '“降尘量”列：不是数字（内容：很多）',
    ])
  })
})
