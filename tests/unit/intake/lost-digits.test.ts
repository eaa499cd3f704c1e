import { expect, it } from 'vitest'
import { textAt } from '@/domain/table/column'
import { readFile } from './read-file'

const HEADER = '编号,名称,区县,经度,纬度,建设单位,联系人,联系电话'
const row = (code: string, name: string, phone: string) =>
  `${code},${name},秦都区,108.70${code.at(-1)},34.33,甲公司,张三,${phone}`

it('a phone number of which a spreadsheet left the first digits is reported with row and column', async () => {
  const cells = ['13812345678', '1.38E+10', ' 1.3912345E+10', '1.3812345678E+10', '029-33210000', '029+33210000']
  const rows = cells.map((phone, i) => row(`GD-90${i}`, `甲工地${'一二三四五六'[i]}`, phone))
  const { taken } = await readFile('建筑工地.csv', [HEADER, ...rows].join('\n'))
  expect(taken.counts.taken).toBe(cells.length)
  const found = taken.groups.filter(({ code }) => code === 'digits-lost')
  expect(found.map(({ action, column, count }) => [action, column, count])).toEqual([['kept', '联系电话', 2]])
  expect(found[0]!.first.map(({ row, seen }) => [row, seen?.trim()])).toEqual([
    [3, '1.38E+10'],
    [4, '1.3912345E+10'],
  ])
  expect([...taken.lostDigits].map(([name, rows]) => [name, [...rows]])).toEqual([['phone', [1, 2]]])
})

it('by the first digits of their codes, different sites would be the same: they have none', async () => {
  const rows = ['甲工地', '乙工地'].map((name, i) => `6.1E+17,${name},秦都区,108.70${i},34.33,甲公司,张三,`)
  const { taken } = await readFile('建筑工地.csv', [HEADER, ...rows].join('\n'))
  expect(taken.counts).toMatchObject({ taken: 2, refused: 0 })
  expect(new Set([0, 1].map((row) => textAt(taken.table, 'code', row))).size).toBe(2)
})

it('other text that looks so is reported, and stays as the file has it', async () => {
  const { taken } = await readFile('建筑工地.csv', `${HEADER}\n${row('GD-901', '1.2E+05', '')}`)
  expect(taken.groups.filter(({ code }) => code === 'digits-lost').map(({ action }) => action)).toEqual(['kept'])
  expect(textAt(taken.table, 'name', 0)).toBe('1.2E+05')
})
