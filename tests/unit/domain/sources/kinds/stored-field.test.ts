import { describe, expect, it } from 'vitest'
import { storedField } from '@/domain/sources/kinds/stored-field'
import { kindOfTable, tableOf } from '../../made-table'

const table = tableOf({ texts: { code: ['1'], name: ['甲'], level: ['A'] }, numbers: { lon: [1], lat: [1] } })
const plain = kindOfTable(table)
const graded = {
  ...plain,
  fields: plain.fields.map((field) => (field.name === 'level' ? { ...field, means: 'grade' as const } : field)),
}

describe('the field stored for a column of a table', () => {
  it('is the kind’s own field of that name', () => expect(storedField(plain, 'name')?.name).toBe('name'))

  it('is null for positions, codes and calculated columns', () => {
    for (const column of ['code', 'lon', 'lat', 'status', 'overdueDays', ''])
      expect([column, storedField(plain, column)]).toEqual([column, null])
  })

  it('is the kind’s field with the meaning grade for the grade column of all kinds', () => {
    expect(storedField(graded, 'grade')?.name).toBe('level')
    expect(storedField(plain, 'grade')).toBeNull()
    expect(storedField(graded, 'status')).toBeNull()
  })

  it('is a text field with its own heading if no field claims the column', () => {
    expect(storedField(plain, '+备注')).toEqual({
      name: '+备注',
      title: { zh: '备注', en: '备注' },
      headings: ['备注'],
      type: 'text',
    })
  })
})
