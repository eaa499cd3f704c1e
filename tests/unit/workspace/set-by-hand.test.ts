import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { contestedKey } from '@/domain/intake/set-by-hand'
import { mustBeFixed } from '@/domain/problem'
import { textAt, valueAt } from '@/domain/table/column'
import { readHeldFile } from '@/io/formats/held-file'
import { readPlanText } from '@/io/package/plan-document'
import type { DeskWords } from '@/workspace/import/desk-words'
import { ImportDesk } from '@/workspace/import/import-desk'
import type { ItemChoice } from '@/workspace/import/item-choice'
import type { ItemTable } from '@/workspace/import/item-view'
import type { Workspace } from '@/workspace/workspace'
import { newBrowser, newWindow } from '../../fixtures/window'

const WORDS = { roles: { stockpile: '堆场', 'dustfall-points': '点位' } } as unknown as DeskWords
const none = () => undefined
const LIST: ItemChoice = { role: 'stockpile', datum: 'wgs84', gone: 'keep' }
/** Positions in 秦都区 (610402) and in 渭城区 (610404), by the package's outlines. */
const QINDU = [108.66, 34.33] as const
const WEICHENG = [108.8, 34.42] as const

const text = (...rows: string[]) => `堆场编号,名称,区县,经度,纬度\n${rows.join('\n')}\n`
const JANUARY = text('DC-1,甲堆,秦都区,108.660000,34.330000', 'DC-2,乙堆,秦都区,108.661000,34.331000')

let workspace: Workspace
let desk: ImportDesk

/** Adds a file and makes choices for it. */
async function drop(name: string, content: string, ...choices: ItemChoice[]) {
  const file = new File([content], name)
  const [added] = (await desk.add(file, file.size, none))!
  let view = added!
  for (const choice of [LIST, ...choices]) view = (await desk.change(added!.id, choice, none))!
  return { id: added!.id, table: view.table! }
}

async function take(id: number): Promise<void> {
  const { value, problems } = await desk.takeOver([id], WORDS, 1)
  expect(value === null ? problems : []).toEqual([])
}

/** The package's data of a stockpile. */
function pile(code: string, of = workspace) {
  const { table } = of.copy.opened.inventory.kinds.find(({ kind }) => kind === 'stockpile')!
  const row = Array.from({ length: table.length }, (_, i) => i).find((i) => textAt(table, 'code', i) === code)
  if (row === undefined) return null
  return {
    name: textAt(table, 'name', row),
    county: textAt(table, 'county', row),
    at: [valueAt(table, 'lon', row), valueAt(table, 'lat', row)],
  }
}
const piles = () => workspace.copy.opened.inventory.kinds.find(({ kind }) => kind === 'stockpile')!.table.length
const said = ({ contested }: ItemTable) =>
  contested.first.map(({ row, field, standing, brought, why }) => [row, field, standing, brought, why])

/** January's file, with the first stockpile moved on the map, and its name and county edited. */
async function correctedInJanuary(): Promise<void> {
  const { id } = await drop('1月.csv', JANUARY, {
    edits: new Map([[2, ['DC-1', '甲堆场', '渭城区', '108.660000', '34.330000']]]),
    placed: new Map([[2, WEICHENG]]),
  })
  await take(id)
  expect(pile('DC-1')).toEqual({ name: '甲堆场', county: '610404', at: [...WEICHENG] })
}
const CORRECTED = { name: '甲堆场', county: '610404', at: [...WEICHENG] }

beforeEach(async () => {
  await newBrowser()
  workspace = await newWindow()
  desk = new ImportDesk(workspace, readHeldFile, readPlanText)
})

describe('a county that the package does not know', () => {
  it('stays written in the package, and the source is counted where its position is', async () => {
    const { id, table } = await drop('1月.csv', text(`DC-1,甲堆,长安区,${WEICHENG.join(',')}`))
    expect(table.groups.map(({ code, action, first }) => [code, action, first[0]?.seen, first[0]?.expected])).toEqual([
      ['county-unlisted', 'kept', '长安区', '渭城区'],
    ])
    expect(table.unlisted).toEqual({ count: 1, names: ['长安区'], firstRow: 2, namedRows: 1 })
    await take(id)
    expect(pile('DC-1')?.county).toBe('610404')
    const unknown = workspace.copy.opened.problems.filter(({ code }) => code === 'unknown-county')
    expect(unknown.map(({ seen }) => seen)).toEqual(['长安区'])
    expect(unknown.every(mustBeFixed)).toBe(true)
    expect(table.emptied).toBeNull()
  })

  it('is left out, and said to be, if the position is in no county either', async () => {
    const { id, table } = await drop('1月.csv', text('DC-1,甲堆,周至县,108.2173,34.1655'))
    expect(table.unlisted).toBeNull()
    expect(table.emptied).toEqual({ count: 1, names: ['周至县'], firstRow: 2, namedRows: 1 })
    await take(id)
    expect(pile('DC-1')?.county ?? '').toBe('')
  })
})

describe('values set by hand', () => {
  it('win when the same file comes again in February, and the review shows the differences', async () => {
    await correctedInJanuary()
    const february = await drop('2月.csv', JANUARY)
    expect(said(february.table)).toEqual([
      [2, 'name', '甲堆场', '甲堆', 'by-hand'],
      [2, 'county', '渭城区', '秦都区', 'by-hand'],
      [2, 'position', '108.800000, 34.420000', '108.660000, 34.330000', 'by-hand'],
    ])
    expect(february.table.difference).toMatchObject({ changed: 0, same: 2 })
    await take(february.id)
    expect(pile('DC-1')).toEqual(CORRECTED)
    // And again in March.
    const march = await drop('3月.csv', JANUARY)
    expect(march.table.contested.count).toBe(3)
    await take(march.id)
    expect(pile('DC-1')).toEqual(CORRECTED)
  })

  it('give way if the user says so, field by field, and are not asked about again', async () => {
    await correctedInJanuary()
    const county = contestedKey({ code: 'DC-1', field: 'county' })
    const february = await drop('2月.csv', JANUARY, { replaced: [county] })
    expect(february.table.contested.first.map(({ replaced }) => replaced)).toEqual([false, true, false])
    await take(february.id)
    expect(pile('DC-1')).toEqual({ ...CORRECTED, county: '610402' })
    const march = await drop('3月.csv', text('DC-1,甲堆,渭城区,108.660000,34.330000'))
    expect(march.table.contested.first.map(({ field }) => field)).toEqual(['name', 'position'])
    await take(march.id)
    expect(pile('DC-1')).toEqual(CORRECTED)
  })

  it('do not affect other changes by the office', async () => {
    await correctedInJanuary()
    const february = await drop('2月.csv', text('DC-1,甲堆,秦都区,108.66,34.33', 'DC-2,乙乙,渭城区,108.81,34.43'))
    expect(february.table.contested.first.map(({ row }) => row)).toEqual([2, 2, 2])
    await take(february.id)
    expect(pile('DC-2')).toEqual({ name: '乙乙', county: '610404', at: [108.81, 34.43] })
  })

  it('can be set again, and the last one wins', async () => {
    await correctedInJanuary()
    const february = await drop('2月.csv', JANUARY, { placed: new Map([[2, [108.79, 34.41]]]) })
    expect(february.table.contested.first.map(({ field }) => field)).toEqual(['name', 'county'])
    await take(february.id)
    expect(pile('DC-1')).toEqual({ ...CORRECTED, at: [108.79, 34.41] })
  })

  it('survive the workspace file, other steps and another window', async () => {
    await correctedInJanuary()
    await workspace.saveMeeting({ agenda: [], template: null }, '会', 2)
    const packed = (await workspace.pack()).value!
    await newBrowser()
    workspace = await newWindow()
    desk = new ImportDesk(workspace, readHeldFile, readPlanText)
    const opened = await workspace.unpack(new File([packed], '工作区.zip'), 3)
    expect(opened.value).not.toBeNull()
    const february = await drop('2月.csv', JANUARY)
    expect(february.table.contested.count).toBe(3)
    await take(february.id)
    expect(pile('DC-1', await newWindow())).toEqual(CORRECTED)
  })

  it('are matched in a list without codes, by the name in the list and for any position', async () => {
    const bare = (...rows: string[]) => `名称,区县,经度,纬度,堆场类型\n${rows.join('\n')}\n`
    const own = bare('独一堆甲,秦都区,108.660000,34.330000,煤', '独一堆乙,秦都区,108.661000,34.331000,砂')
    const january = await drop('1月.csv', own, {
      edits: new Map([[2, ['独一堆（改）', '秦都区', '108.660000', '34.330000', '煤']]]),
      placed: new Map([[2, WEICHENG]]),
    })
    await take(january.id)
    const before = piles()
    const february = await drop('2月.csv', own)
    expect(february.table.difference).toMatchObject({ added: 0 })
    expect(february.table.contested.first.map(({ field }) => field)).toEqual(['name', 'position'])
    await take(february.id)
    expect(piles()).toBe(before)
  })

  it('of dustfall points, such as a county or a position in a table of months, win over a later list', async () => {
    const samples = '点位名称,县区,月份,降尘量\n孤点,,2026-01,3.0\n另点,秦都区,2026-01,4.0\n'
    const file = new File([samples], '降尘.csv')
    const [added] = (await desk.add(file, file.size, none))!
    const choice: ItemChoice = { counties: new Map([['孤点', '610404']]), placed: new Map([[3, QINDU]]) }
    const january = (await desk.change(added!.id, choice, none))!
    expect(january.table!.brings!.lost.map(({ chosen }) => chosen)).toEqual(['610404'])
    await take(added!.id)
    const pointOf = (wanted: string) => workspace.copy.opened.pack.dustfallPoints.find(({ name }) => name === wanted)!
    const rows = [`${pointOf('孤点').code},孤点,秦都区,,`, `${pointOf('另点').code},另点,秦都区,108.7,34.4`]
    const list = new File([`代码,名称,区县,经度,纬度\n${rows.join('\n')}\n`], '降尘监测点位.csv')
    const [listed] = (await desk.add(list, list.size, none))!
    const points = (await desk.change(listed!.id, { role: 'dustfall-points', datum: 'wgs84', gone: 'keep' }, none))!
    expect(said(points.table!)).toEqual([
      [2, 'county', '渭城区', '秦都区', 'by-hand'],
      [3, 'position', '108.660000, 34.330000', '108.700000, 34.400000', 'by-hand'],
    ])
    await take(listed!.id)
    expect(pointOf('孤点').county).toBe('610404')
    expect([pointOf('另点').lon, pointOf('另点').lat]).toEqual([...QINDU])
  })
})

describe('a county derived from the position', () => {
  it('never replaces an existing one without a question in the review', async () => {
    await take((await drop('1月.csv', JANUARY)).id)
    // Moved, with no county in the file: by its position it would be 渭城区.
    const silent = text(`DC-1,甲堆,,${WEICHENG.join()}`, 'DC-2,乙堆,秦都区,108.661,34.331')
    const february = await drop('2月.csv', silent)
    expect(said(february.table)).toEqual([[2, 'county', '秦都区', '渭城区', 'worked-out']])
    await take(february.id)
    expect(pile('DC-1')).toEqual({ name: '甲堆', county: '610402', at: [...WEICHENG] })
    const march = await drop('3月.csv', silent, { replaced: [contestedKey({ code: 'DC-1', field: 'county' })] })
    await take(march.id)
    expect(pile('DC-1')!.county).toBe('610404')
  })

  it('fills an empty county, and a stated one wins', async () => {
    const first = await drop('1月.csv', text(`DC-1,甲堆,,${QINDU.join()}`))
    await take(first.id)
    expect(pile('DC-1')!.county).toBe('610402')
    const second = await drop('2月.csv', text(`DC-1,甲堆,渭城区,${QINDU.join()}`))
    expect(second.table.contested.count).toBe(0)
    await take(second.id)
    expect(pile('DC-1')!.county).toBe('610404')
  })
})
