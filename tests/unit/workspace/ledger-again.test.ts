import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { textAt } from '@/domain/table/column'
import { readHeldFile } from '@/io/formats/held-file'
import { readPlanText } from '@/io/package/plan-document'
import type { DeskWords } from '@/workspace/import/desk-words'
import { ImportDesk } from '@/workspace/import/import-desk'
import type { Workspace } from '@/workspace/workspace'
import { newBrowser, newWindow } from '../../fixtures/window'

const WORDS = { roles: { 'construction-site': '建筑工地' }, problems: {} } as unknown as DeskWords
const HEADER = '工地编号,工地名称,区县,经度,纬度,坐标系,围挡,联系电话,值班电话'

let workspace: Workspace
let desk: ImportDesk

beforeEach(async () => {
  await newBrowser()
  workspace = await newWindow()
  desk = new ImportDesk(workspace, readHeldFile, readPlanText)
})

async function add(name: string, ...rows: readonly string[]) {
  const file = new File([[HEADER, ...rows].join('\n')], name)
  const [view] = (await desk.add(file, file.size, () => undefined))!
  return { id: view!.id, table: view!.table! }
}
const take = async (id: number) => expect((await desk.takeOver([id], WORDS, 1)).value).not.toBeNull()

const sites = () => workspace.copy.opened.inventory.kinds.find(({ kind }) => kind === 'construction-site')!.table
const stored = (field: string) => Array.from({ length: sites().length }, (_, row) => textAt(sites(), field, row))

it('the first digits of a number never replace the known one, and are kept where none is known', async () => {
  const row = (nth: number, phones: string) => `XY-${nth},工地${nth},秦都区,108.7${nth},34.33,WGS84,是,${phones}`
  await take((await add('一.csv', row(1, '13800007919,13900001111'), row(2, ',13900002222'))).id)
  const { id, table } = await add('二.csv', row(1, '1.38E+10,1.39E+10'), row(2, '1.38E+10,1.39E+10'))
  expect(table.groups.map(({ code, column, count }) => [code, column, count])).toEqual([
    ['digits-lost', '联系电话', 2],
    ['digits-lost', '值班电话', 2],
  ])
  expect(table.difference).toMatchObject({ changed: 1, same: 1 })
  expect(table.difference!.changedRows[0]!.fields).toEqual([{ field: 'phone', before: null, after: '1.38E+10' }])
  await take(id)
  expect(stored('phone')).toEqual(['13800007919', '1.38E+10'])
  expect(stored('+值班电话')).toEqual(['13900001111', '13900002222'])
})

it('they contradict no other file of the same import', async () => {
  const row = (phone: string) => `XY-1,工地1,秦都区,108.71,34.33,WGS84,是,${phone},`
  const [first, second] = [await add('一.csv', row('13800007919')), await add('二.csv', row('1.38E+10'))]
  expect(second.table.clash).toBeNull()
  expect((await desk.takeOver([first.id, second.id], WORDS, 1)).value).not.toBeNull()
  expect(stored('phone')).toEqual(['13800007919'])
})

it('the same file again changes nothing, also where it writes counties that are on no list', async () => {
  const row = (nth: number, county: string) => `XY-${nth},工地${nth},${county},108.7${nth},34.33,WGS84,是,,`
  const rows = [row(1, '西咸新区沣西新城'), row(2, '秦渡区'), row(3, '秦都')]
  await take((await add('一.csv', ...rows)).id)
  const again = await add('一.csv', ...rows)
  expect(again.table.difference).toMatchObject({ changed: 0, same: 3 })
  await take(again.id)
  // The text stays, so that a person still sees that it is doubtful.
  const file = await workspace.copy.files.read('construction-site.csv')
  expect('blob' in file && (await file.blob.text())).toContain('西咸新区沣西新城')
  const moved = row(1, '兴平市')
  expect((await add('二.csv', moved)).table.difference).toMatchObject({ changed: 1 })
})
