import { expect, it } from 'vitest'
import { DESCRIPTOR, heldFiles } from '@/io/package/package-files'
import { readDescriptor } from '@/io/package/read-descriptor'
import { NONE_MISSING } from '@/workspace/import/files-of-kind'
import { mergeItem } from '@/workspace/import/merge-item'
import { existingTable } from '@/workspace/package-draft'
import { defaultPackage, Office } from './office'

it('a value set by hand wins under the name that earlier versions gave to its column', async () => {
  const files = new Map(defaultPackage())
  const descriptor = JSON.parse(await files.get(DESCRIPTOR)!.text())
  const stockpiles = descriptor.resources.find(({ path }: { path: string }) => path === 'stockpile.csv')
  stockpiles.chentu = {
    ...stockpiles.chentu,
    class: 'real',
    columns: { 编号: 'code', 名称: 'name', 区县: 'county', 经度: 'lon', 纬度: 'lat', '备注/备注': '+备注/备注' },
    byHand: { A1: { '+备注/备注': '文件原有' } },
  }
  files.set(DESCRIPTOR, new Blob([JSON.stringify(descriptor)]))
  const row = (note: string) => `编号,名称,区县,经度,纬度,备注/备注\nA1,堆1,秦都区,108.7,34.34,${note}\n`
  files.set('stockpile.csv', new Blob([row('人工改的')]))
  const office = await Office.open(files)
  const held = heldFiles(office.files)
  const item = await office.read('堆场.csv', row('文件又写的'), {
    role: 'stockpile',
    datum: 'wgs84',
    dataClass: 'real',
  })
  const { value } = await readDescriptor(held, DESCRIPTOR)
  const there = await existingTable('stockpile', { opened: office.opened, descriptor: value!, files: held })
  const { contested, table, byHand } = mergeItem(item, there, NONE_MISSING)
  expect(contested.map(({ field, standing, brought, why }) => [field, standing, brought, why])).toEqual([
    ['+备注', '人工改的', '文件又写的', 'by-hand'],
  ])
  expect(table.columns['+备注']).toBeDefined()
  expect(byHand.get('A1')).toEqual({ '+备注': '文件原有' })
})
