import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { cellText } from '@/domain/sources/reading/read-cell'
import { valueAt } from '@/domain/table/column'
import { readHeldFile } from '@/io/formats/held-file'
import { readPlanText } from '@/io/package/plan-document'
import type { DeskWords } from '@/workspace/import/desk-words'
import { ImportDesk } from '@/workspace/import/import-desk'
import type { ItemTable } from '@/workspace/import/item-view'
import type { Workspace } from '@/workspace/workspace'
import { newBrowser, newWindow } from '../../fixtures/window'

const WORDS = { roles: {}, reason: '原因', rowNumber: '行号', problems: {} } as unknown as DeskWords
const list = (...codes: string[]) =>
  `编号,堆场名称,区县,经度,纬度,面积\n${codes.map((code) => `${code},堆场${code},秦都区,108.7,34.34,900\n`).join('')}`

let workspace: Workspace
let desk: ImportDesk

beforeEach(async () => {
  await newBrowser()
  workspace = await newWindow()
  desk = new ImportDesk(workspace, readHeldFile, readPlanText)
})

/** Imports a list; returns the table as reviewed, and the number of codes afterwards. */
async function bring(text: string, choice: object = {}): Promise<{ table: ItemTable; codes: number }> {
  const file = new File([text], '堆场.csv')
  const [added] = (await desk.add(file, file.size, () => undefined))!
  const view = await desk.change(added!.id, { role: 'stockpile', datum: 'wgs84', ...choice }, () => undefined)
  const { problems } = await desk.takeOver([view!.id], WORDS, 1)
  expect(problems.filter(({ code }) => code === 'item-waits')).toEqual([])
  const there = workspace.copy.opened.inventory.kinds.find(({ kind }) => kind === 'stockpile')!
  return { table: view!.table!, codes: there.table.length }
}

it('a file removes no known row without a choice, and reports those that it lacks', async () => {
  await bring(list('A1', 'A2', 'A3', 'A4'))
  const { table, codes } = await bring(list('B1', 'B2', 'A4'))
  expect(table).toMatchObject({ gone: 'keep', mayLackRows: true, difference: { gone: 3 }, there: { rows: 4 } })
  expect(codes).toBe(6)
})

it('nor does a file with most of them', async () => {
  await bring(list('A1', 'A2', 'A3', 'A4'))
  const { table, codes } = await bring(list('A1', 'A2', 'B1'))
  expect(table).toMatchObject({ gone: 'keep', difference: { gone: 2 } })
  expect(codes).toBe(5)
})

it('the user’s choice decides', async () => {
  await bring(list('A1', 'A2', 'A3', 'A4'))
  const { table, codes } = await bring(list('B1'), { gone: 'remove' })
  expect(table).toMatchObject({ gone: 'remove', difference: { gone: 4, goneRows: [{ key: 'A1' }, {}, {}, {}] } })
  expect(codes).toBe(1)
})

const area = () => {
  const { table } = workspace.copy.opened.inventory.kinds.find(({ kind }) => kind === 'stockpile')!
  return Array.from({ length: table.length }, (_, row) => valueAt(table, 'areaSquareMetres', row))
}

it('a blank cell keeps the value that is there, a dash empties it, and the review counts the blank ones', async () => {
  await bring(list('A1', 'A2', 'A3'))
  const next = list('A1', 'A2', 'A3').replace('34.34,900', '34.34,').replace('34.34,900', '34.34,—')
  const { table } = await bring(next)
  expect(table).toMatchObject({ blanks: 'keep', difference: { blanks: 1, changed: 1, same: 2 } })
  expect(area()).toEqual([900, null, 900])
})

it('blank cells empty values if the user chose so, also in the next file with these headings', async () => {
  await bring(list('A1', 'A2', 'A3'))
  const blank = list('A1', 'A2', 'A3').replace('34.34,900', '34.34,')
  const { table } = await bring(blank, { blanks: 'empty' })
  expect(table).toMatchObject({ blanks: 'empty', difference: { blanks: 1, changed: 1 } })
  expect(area()).toEqual([null, 900, 900])
  expect((await bring(blank.replace('34.34,900', '34.34,'))).table.blanks).toBe('empty')
})

/** A stockpile after these files, one row each, with the columns that the rules on exposed piles and checks read. */
async function pileAfter(...rows: string[]) {
  const headings = '编号,堆场名称,区县,经度,纬度,暴露堆体,已清零,清零日期,检查日期,问题发现日期,整改期限'
  for (const row of rows) await bring(`${headings}\n${row}\n`)
  const { table } = workspace.copy.opened.inventory.kinds.find(({ kind }) => kind === 'stockpile')!
  const value = (field: string) => cellText(table.columns[field]!.type, valueAt(table, field, 0))
  return ['cleared', 'clearedOn', 'inspectedOn', 'foundOn', 'rectifyBy'].map(value)
}

it('a blank day of clearing beside “not cleared” leaves no earlier day', async () => {
  const place = 'A1,堆A1,秦都区,108.7,34.34,是'
  expect(await pileAfter(`${place},是,2022-06-01,,,`, `${place},是,,,,`)).toEqual(['是', '2022-06-01', '', '', ''])
  expect(await pileAfter(`${place},否,,,,`)).toEqual(['否', '', '', '', ''])
})

it('the deadline of an earlier inspection does not stay beside a later one, but beside the same one', async () => {
  const place = 'A1,堆A1,秦都区,108.7,34.34,否,,'
  const first = `${place},2022-06-01,2022-06-01,2022-06-15`
  expect(await pileAfter(first, `${place},2022-06-01,,`)).toEqual(['', '', '2022-06-01', '2022-06-01', '2022-06-15'])
  expect(await pileAfter(`${place},2022-08-01,2022-08-01,`)).toEqual(['', '', '2022-08-01', '2022-08-01', ''])
})

it('but beside an earlier one, or one of an unknown day, as any blank cell does', async () => {
  const place = 'A1,堆A1,秦都区,108.7,34.34,否,,'
  const older = [`${place},2022-06-01,2022-06-01,2022-06-15`, `${place},2022-05-01,2022-05-01,`]
  expect((await pileAfter(...older)).at(-1)).toBe('2022-06-15')
  const undated = [`${place},,,2022-06-20`, `${place},2022-06-10,2022-06-10,`].map((row) => row.replaceAll('A1', 'A0'))
  expect((await pileAfter(...undated)).at(-1)).toBe('2022-06-20')
})

it('a blank day since which works are stopped says that they are not', async () => {
  for (const day of ['2022-06-01', ''])
    await bring(`编号,工地名称,区县,经度,纬度,停工日期\nC1,拆1,秦都区,108.7,34.34,${day}\n`, {
      role: 'demolition-site',
    })
  const { table } = workspace.copy.opened.inventory.kinds.find(({ kind }) => kind === 'demolition-site')!
  const row = Array.from({ length: table.length }, (_, i) => i).find((i) => valueAt(table, 'code', i) === 'C1')!
  expect(valueAt(table, 'stoppedSince', row)).toBeNull()
})

describe('of several files of a kind in one import', () => {
  /** Drops lists at once; returns their ids. */
  async function drop(...texts: string[]): Promise<number[]> {
    const ids: number[] = []
    for (const [at, text] of texts.entries()) {
      const file = new File([text], `堆场${at}.csv`)
      const [added] = (await desk.add(file, file.size, () => undefined))!
      await desk.change(added!.id, { role: 'stockpile', datum: 'wgs84' }, () => undefined)
      ids.push(added!.id)
    }
    return ids
  }
  const choose = async (ids: readonly number[], choice: object) => {
    for (const id of ids) await desk.change(id, choice, () => undefined)
  }
  const codes = () => {
    const { table } = workspace.copy.opened.inventory.kinds.find(({ kind }) => kind === 'stockpile')!
    return Array.from({ length: table.length }, (_, row) => valueAt(table, 'code', row)).sort()
  }
  const takeOver = async (ids: readonly number[]) => {
    const { problems } = await desk.takeOver(ids, WORDS, 1)
    expect(problems.filter(({ code }) => code === 'item-waits')).toEqual([])
  }
  const missing = async (ids: readonly number[]) =>
    (await desk.views(ids)).map(({ table }) => [
      table!.gone,
      table!.together.length,
      table!.difference!.goneRows.map(({ key }) => key),
    ])

  it('only rows that none of them has are missing, the same for each, and kept without a choice', async () => {
    await bring(list('A1', 'A2', 'A3', 'A4'))
    const ids = await drop(list('A1', 'B1'), list('A3', 'B2'))
    expect(await missing(ids)).toEqual([
      ['keep', 2, ['A2', 'A4']],
      ['keep', 2, ['A2', 'A4']],
    ])
    await takeOver(ids)
    expect(codes()).toEqual(['A1', 'A2', 'A3', 'A4', 'B1', 'B2'])
  })

  it('a removal chosen for them removes just these, and rows of the second keep what only the package has', async () => {
    await bring(list('A1', 'A2', 'A3', 'A4'))
    const ids = await drop(list('A1'), list('A3').replace('34.34,900', '34.34,'))
    await choose(ids, { gone: 'remove', goneAmong: ids })
    expect(await missing(ids)).toEqual([
      ['remove', 2, ['A2', 'A4']],
      ['remove', 2, ['A2', 'A4']],
    ])
    await takeOver(ids)
    expect(codes()).toEqual(['A1', 'A3'])
    expect(area()).toEqual([900, 900])
  })

  it('a removal chosen for one of them holds no longer when another comes, nor for one when the other goes', async () => {
    await bring(list('A1', 'A2', 'A3', 'A4'))
    const [first] = await drop(list('A1'))
    await choose([first!], { gone: 'remove', goneAmong: [first!] })
    expect(await missing([first!])).toEqual([['remove', 1, ['A2', 'A3', 'A4']]])
    const [second] = await drop(list('A3'))
    expect(await missing([first!])).toEqual([['keep', 2, ['A2', 'A4']]])
    await choose([first!, second!], { gone: 'remove', goneAmong: [first!, second!] })
    desk.remove(second!)
    expect(await missing([first!])).toEqual([['keep', 1, ['A2', 'A3', 'A4']]])
    await takeOver([first!])
    expect(codes()).toEqual(['A1', 'A2', 'A3', 'A4'])
  })

  it('is not remembered as chosen for one of them alone', async () => {
    await bring(list('A1', 'A2', 'A3', 'A4'))
    const ids = await drop(list('A1', 'A2'), list('A3'))
    await choose(ids, { gone: 'remove', goneAmong: ids })
    await takeOver(ids)
    expect(codes()).toEqual(['A1', 'A2', 'A3'])
    const { table } = await bring(list('A3'))
    expect(table).toMatchObject({ gone: 'keep', difference: { gone: 2 } })
  })

  it('one that contradicts another and waits is none of them: what is shown is done', async () => {
    await bring(list('A1', 'A2', 'A3', 'A4'))
    const ids = await drop(list('A1'), list('A1', 'A2').replace('34.34,900', '34.34,800'))
    const [first, second] = ids as [number, number]
    expect(await missing([first])).toEqual([['keep', 1, ['A2', 'A3', 'A4']]])
    await choose([first], { gone: 'remove', goneAmong: [first] })
    expect(await missing([first])).toEqual([['remove', 1, ['A2', 'A3', 'A4']]])
    await desk.change(second, { overrules: true }, () => undefined)
    expect(await missing(ids)).toEqual([
      ['keep', 2, ['A3', 'A4']],
      ['keep', 2, ['A3', 'A4']],
    ])
    await takeOver(ids)
    expect(codes()).toEqual(['A1', 'A2', 'A3', 'A4'])
  })

  it('a file of another kind is none of them', async () => {
    await bring(list('A1', 'A2', 'A3', 'A4'))
    const ids = await drop(list('A1'), list('A3'))
    await desk.change(ids[1]!, { role: 'dustfall-samples' }, () => undefined)
    expect(await missing([ids[0]!])).toEqual([['keep', 1, ['A2', 'A3', 'A4']]])
  })
})

const ofCounties = (rows: Readonly<Record<string, string>>) =>
  `编号,堆场名称,区县,经度,纬度,面积\n${Object.entries(rows)
    .map(([code, county]) => `${code},堆场${code},${county},108.7,34.34,900\n`)
    .join('')}`

it('a file of one county lacks no row of another, and one of several may be the whole list', async () => {
  await bring(ofCounties({ A1: '秦都区', A2: '秦都区', B1: '渭城区', C1: '兴平市' }))
  const one = await bring(ofCounties({ A1: '秦都区' }), { gone: 'remove' })
  expect(one.table).toMatchObject({ goneWithin: ['秦都区'], difference: { gone: 1, goneRows: [{ key: 'A2' }] } })
  expect(one.codes).toBe(3)
  const two = await bring(ofCounties({ A1: '秦都区', B1: '渭城区' }))
  expect(two.table).toMatchObject({ goneWithin: null, difference: { gone: 1, goneRows: [{ key: 'C1' }] } })
})
