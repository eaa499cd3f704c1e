import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { fingerprintOf } from '@/domain/intake/recognise/make-plan'
import { readHeldFile } from '@/io/formats/held-file'
import { readPlanText } from '@/io/package/plan-document'
import type { DeskWords } from '@/workspace/import/desk-words'
import { ImportDesk } from '@/workspace/import/import-desk'
import type { ItemTable } from '@/workspace/import/item-view'
import type { Workspace } from '@/workspace/workspace'
import { newBrowser, newWindow } from '../../fixtures/window'

const WORDS = { roles: {}, reason: '原因', rowNumber: '行号', problems: {} } as unknown as DeskWords
let workspace: Workspace
let desk: ImportDesk

beforeEach(async () => {
  await newBrowser()
  workspace = await newWindow()
  desk = new ImportDesk(workspace, readHeldFile, readPlanText)
})

const add = async (text: string): Promise<{ id: number; table: ItemTable }> => {
  const file = new File([text], '堆场台账.csv')
  const [view] = (await desk.add(file, file.size, () => undefined))!
  return { id: view!.id, table: view!.table! }
}
const take = async (id: number, choice: object) => {
  await desk.change(id, choice, () => undefined)
  const { problems } = await desk.takeOver([id], WORDS, 1)
  expect(problems.filter(({ code }) => code === 'item-waits')).toEqual([])
}

it('the year chosen for days without one is used for the next file with these headings', async () => {
  const text = '编号,堆场名称,区县,经度,纬度,检查日期\nA1,甲,秦都区,108.7,34.34,10月11日\n'
  const { id, table } = await add(text)
  expect([table.remembered, table.years.size]).toEqual([false, 0])
  await take(id, { role: 'stockpile', datum: 'wgs84', years: new Map([['inspectedOn', 2022]]) })
  const next = await add(text)
  expect([next.table.remembered, [...next.table.years]]).toEqual([true, [['inspectedOn', 2022]]])
})

const MERGED = '编号,堆场名称,区县,位置,,备注事项\n编号,堆场名称,区县,经度,纬度,备注事项\nA1,甲,秦都区,108.7,34.34,好\n'

it('settings are found that an earlier version stored for headings merged over two rows', async () => {
  const { table } = await add(MERGED)
  expect(table.header.names).toEqual(['编号', '堆场名称', '区县', '位置/经度', '位置/纬度', '备注事项'])
  const former = ['编号/编号', '堆场名称/堆场名称', '区县/区县', '位置/经度', '位置/纬度', '备注事项/备注事项']
  await workspace.database.mappings.put({ fingerprint: fingerprintOf(former), choice: { datum: 'gcj02' } })
  const next = (await add(MERGED)).table
  expect([next.remembered, next.chosenDatum]).toEqual([true, 'gcj02'])
})

it('a column that an earlier version stored as 备注事项/备注事项 continues as 备注事项', async () => {
  const old =
    '编号,堆场名称,区县,经度,纬度,备注事项/备注事项\nA1,甲,秦都区,108.7,34.34,好\nA2,乙,秦都区,108.72,34.34,旧\n'
  await take((await add(old)).id, { role: 'stockpile', datum: 'wgs84' })
  await take((await add(MERGED.replace('好', '新'))).id, { role: 'stockpile', datum: 'wgs84' })
  const { columns } = workspace.copy.opened.inventory.kinds.find(({ kind }) => kind === 'stockpile')!.table
  expect(Object.keys(columns).filter((name) => name.includes('备注'))).toEqual(['+备注事项'])
})

it('one coordinate system for all is not used again for a table whose rows agree with several', async () => {
  const rows = (...lons: readonly number[]) =>
    `编号,堆场名称,区县,经度,纬度\n${lons.map((lon, i) => `A${i},堆${i},秦都区,${lon},34.34\n`).join('')}`
  const plain = [108.7, 108.71, 108.72, 108.73]
  await take((await add(rows(...plain))).id, { role: 'stockpile', datum: 'wgs84' })
  expect((await add(rows(...plain))).table).toMatchObject({ chosenDatum: 'wgs84', datum: { by: 'list' } })
  // GCJ-02 lies some 450 m to the east-south-east here.
  const { fromWgs84 } = await import('@/domain/geodesy/datum-shift')
  const shifted = plain.map((lon, i) => (i < 2 ? [lon, 34.34] : fromWgs84('gcj02', [lon, 34.34])))
  const mixed = `编号,堆场名称,区县,经度,纬度\n${shifted.map(([lon, lat], i) => `A${i},堆${i},秦都区,${lon},${lat}\n`).join('')}`
  const { table } = await add(mixed)
  expect(table).toMatchObject({ chosenDatum: null, blockers: ['datum'], datum: { by: 'mixed' } })
  expect(table.datum!.agreeing).toEqual([
    { datum: 'wgs84', rows: [2, 3] },
    { datum: 'gcj02', rows: [4, 5] },
  ])
})

it('a remembered coordinate system gives way to the one that the file names', async () => {
  const rows = (datum: string) =>
    `堆场台账（坐标系：${datum}）,,,,\n编号,堆场名称,区县,经度,纬度\nA1,甲,秦都区,108.7,34.34\nA2,乙,秦都区,108.71,34.34\n`
  await take((await add(rows('WGS-84'))).id, { role: 'stockpile', datum: 'wgs84' })
  const { table } = await add(rows('GCJ-02'))
  expect(table).toMatchObject({ remembered: true, chosenDatum: 'gcj02', datum: { by: 'stated' } })
})

it('that the column of coordinate systems is used is asked again where known places contradict it', async () => {
  const { fromWgs84 } = await import('@/domain/geodesy/datum-shift')
  const plain = [108.7, 108.71, 108.72].map((lon) => [lon, 34.34] as const)
  const rows = (places: readonly (readonly [number, number])[]) =>
    `编号,堆场名称,区县,经度,纬度,坐标系\n${places.map((at, i) => `A${i},堆${i},秦都区,${at},GCJ-02\n`).join('')}`
  const { id } = await add(rows(plain.map((at) => fromWgs84('gcj02', at) as [number, number])))
  await take(id, { role: 'stockpile', datumColumn: 5 })
  // Converted meanwhile, with the column left as it was.
  const { table } = await add(rows(plain))
  expect(table).toMatchObject({ remembered: true, blockers: ['datum'], datumColumn: { contradictedBy: 'wgs84' } })
  await take(id + 1, { datumColumn: null, datum: 'wgs84' })
  expect((await add(rows(plain))).table).toMatchObject({ blockers: [], datumColumn: { isUsed: false } })
})

it('that missing rows are removed is not remembered, nor was it by an earlier version', async () => {
  const list = '编号,堆场名称,区县,经度,纬度\nA1,甲,秦都区,108.7,34.34\n'
  const { id, table } = await add(list)
  await take(id, { role: 'stockpile', datum: 'wgs84', gone: 'remove' })
  expect((await add(list)).table).toMatchObject({ remembered: true, gone: 'keep' })
  const choice = { role: 'stockpile', gone: 'remove' }
  await workspace.database.mappings.put({ fingerprint: fingerprintOf(table.header.names), choice })
  expect((await add(list)).table).toMatchObject({ remembered: true, gone: 'keep' })
})

it('what a percentage means is asked once, also if the file is dropped again without some of its rows', async () => {
  const head = '编号,堆场名称,区县,经度,纬度,是否覆盖\n'
  const [one, two] = ['A1,甲,秦都区,108.7,34.34,80%\n', 'A2,乙,秦都区,108.72,34.34,60%\n']
  const { id } = await add(head + one + two)
  const choice = { role: 'stockpile', datum: 'wgs84' } as const
  await desk.change(id, choice, () => undefined)
  const before = await desk.change(id, { flagWords: { 'closedOrCovered 80%': 'no' } }, () => undefined)
  expect(before!.table!.flagWords).toEqual([{ field: 'closedOrCovered', yes: [], no: ['80%', '60%'], unread: [] }])
  desk.remove(id)
  const again = await add(head + one)
  expect(again.table.flagWords).toEqual([{ field: 'closedOrCovered', yes: [], no: ['80%'], unread: [] }])
  await take(again.id, choice)
  // A new page remembers what was imported.
  desk = new ImportDesk(workspace, readHeldFile, readPlanText)
  const next = await add(head + two)
  expect(next.table.flagWords).toEqual([{ field: 'closedOrCovered', yes: [], no: ['60%'], unread: [] }])
})
