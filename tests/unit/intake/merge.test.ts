import { expect, it } from 'vitest'
import { mergeTables } from '@/domain/intake/merge'
import { textAt, valueAt } from '@/domain/table/column'
import { readFile } from './read-file'

it('a row without a position or county keeps the known one, and all other fields are taken from the file', async () => {
  const before = await readFile(
    'a.csv',
    '编号,工地名称,区县,经度(WGS84),纬度(WGS84),围挡\nA1,甲,秦都区,108.7,34.34,是\n',
  )
  const after = await readFile('b.csv', '编号,工地名称,区县,围挡\nA1,甲,,\n', { role: 'construction-site' })
  const given = new Set(['code', 'name', 'county', 'lon', 'lat', 'enclosed'])
  const { table, difference } = mergeTables(before.taken.table, after.taken.table, ['code'], given, 'remove')
  expect([valueAt(table, 'lon', 0), valueAt(table, 'lat', 0)]).toEqual([108.7, 34.34])
  expect(textAt(table, 'county', 0)).toBe('610402')
  expect(valueAt(table, 'enclosed', 0)).toBeNull()
  expect(difference.changedRows[0]!.fields.map(({ field }) => field)).toEqual(['enclosed'])
})
