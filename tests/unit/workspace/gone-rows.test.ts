import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { readHeldFile } from '@/io/formats/held-file'
import { readPlanText } from '@/io/package/plan-document'
import type { DeskWords } from '@/workspace/desk-words'
import { ImportDesk } from '@/workspace/import-desk'
import type { ItemTable } from '@/workspace/item-view'
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

it('a file with few of the known rows removes none of them without a choice, and reports that', async () => {
  await bring(list('A1', 'A2', 'A3', 'A4'))
  const { table, codes } = await bring(list('B1', 'B2', 'A4'))
  expect(table).toMatchObject({ gone: 'keep', keepsUnasked: true, difference: { gone: 3 }, there: { rows: 4 } })
  expect(codes).toBe(6)
})

it('a file with most of them replaces the list', async () => {
  await bring(list('A1', 'A2', 'A3', 'A4'))
  const { table, codes } = await bring(list('A1', 'A2', 'B1'))
  expect(table).toMatchObject({ gone: 'remove', keepsUnasked: false, difference: { gone: 2 } })
  expect(codes).toBe(3)
})

it('the user’s choice decides', async () => {
  await bring(list('A1', 'A2', 'A3', 'A4'))
  const { table, codes } = await bring(list('B1'), { gone: 'remove' })
  expect(table).toMatchObject({ gone: 'remove', keepsUnasked: false, difference: { gone: 4 } })
  expect(codes).toBe(1)
})
