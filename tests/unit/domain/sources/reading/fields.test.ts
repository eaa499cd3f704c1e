import { describe, expect, it } from 'vitest'
import { formatDay } from '@/domain/calendar'
import type { Field } from '@/domain/sources/kinds/field'
import { fieldReader, type Note } from '@/domain/sources/reading/field-reader'
import { ABSENT_DAY, ABSENT_FLAG, textOf } from '@/domain/table/column'

/** The values of some cells of a field, null for none, and the notes on them. */
function read(field: Partial<Field> & Pick<Field, 'type'>, ...cells: readonly string[]) {
  const notes: Note[] = []
  const reader = fieldReader({ name: 'x', title: { zh: '', en: '' }, headings: [], ...field }, (note) =>
    notes.push(note),
  )
  for (const cell of cells) reader.push(cell)
  const column = reader.finish()
  expect(column.type === 'packed' ? 'text' : column.type).toBe(field.type)
  const values = cells.map((_, row) => {
    if (column.type === 'text' || column.type === 'packed') return textOf(column, row)
    const value = column.values[row]!
    if (column.type === 'flag') return value === ABSENT_FLAG ? null : value === 1
    if (column.type === 'day') return value === ABSENT_DAY ? null : formatDay(value)
    return Number.isNaN(value) ? null : value
  })
  return { values, notes }
}

describe('a text field', () => {
  it('keeps a text as it is, without surrounding spaces', () => {
    expect(read({ type: 'text' }, ' 咸阳　第１料场 ', '', '—')).toEqual({
      values: ['咸阳　第１料场', '', '—'],
      notes: [],
    })
  })

  it('normalises codes, so that they can be compared', () => {
    expect(read({ type: 'text', name: 'code' }, ' ＤＣ－０１ ').values).toEqual(['DC-01'])
    expect(read({ type: 'text', means: 'creditCode' }, '９１').values).toEqual(['91'])
    expect(read({ type: 'text', means: 'name' }, '９１').values).toEqual(['９１'])
  })

  it('accepts only the words of a list, in the notations that offices use', () => {
    const grades = { type: 'text', values: ['A', 'B', '沙堆'] } as const
    expect(read(grades, 'A', ' Ｂ ', '', '—')).toEqual({ values: ['A', 'B', '', ''], notes: [] })
    const { values, notes } = read(grades, 'a级', 'B 类企业', '沙', 'C', '级')
    expect(values).toEqual(['A', 'B', '沙堆', '', ''])
    expect(notes).toEqual([
      { code: 'cell-repaired', seen: 'a级', became: 'A', action: 'repaired' },
      { code: 'cell-repaired', seen: 'B 类企业', became: 'B', action: 'repaired' },
      { code: 'cell-repaired', seen: '沙', became: '沙堆', action: 'repaired' },
      { code: 'not-in-list', seen: 'C', expected: 'A、B、沙堆', action: 'emptied' },
      { code: 'not-in-list', seen: '级', expected: 'A、B、沙堆', action: 'emptied' },
    ])
    // A value that consists only of an ending is not shortened.
    expect(read({ type: 'text', values: ['企业', '场'] }, '企业', '堆').values).toEqual(['企业', ''])
  })
})

describe('a yes-no field', () => {
  it('reports each cell that is neither, and empties it', () => {
    const { values, notes } = read({ type: 'flag' }, '是', '×', '', '  ', '/', '也许', '也许', '是')
    expect(values).toEqual([true, false, null, null, null, null, null, true])
    const note = { code: 'not-a-boolean', seen: '也许', action: 'emptied', expected: '是 / 否' }
    expect(notes).toEqual([note, note])
  })
})

describe('a day field', () => {
  it('reports each cell that is not a day, and empties it', () => {
    const { values, notes } = read({ type: 'day' }, '2022/5/3', '', ' ', '—', '很快', '很快', '2022/5/3', '1970-01-01')
    expect(values).toEqual(['2022-05-03', null, null, null, null, null, '2022-05-03', '1970-01-01'])
    const note = { code: 'not-a-date', seen: '很快', action: 'emptied', expected: '2022-05-03' }
    expect(notes).toEqual([note, note])
  })

  it('reads more distinct days than its cache holds', () => {
    const cells = Array.from({ length: 10_050 }, (_, i) => String(30_000 + i))
    const { values } = read({ type: 'day' }, ...cells, cells.at(-1)!)
    expect(new Set(values).size).toBe(10_050)
    expect(values.at(-1)).toBe(values.at(-2))
  })
})

describe('a number field', () => {
  it('accepts plain numbers, and reports where it extracted one from other text', () => {
    const { values, notes } = read({ type: 'number' }, '7.25', '-3', ' ７.２ ', '1,234', '约85%', '', '—', '七', '3-5')
    expect(values).toEqual([7.25, -3, 7.2, 1234, 85, null, null, null, null])
    expect(notes).toEqual([
      { code: 'cell-repaired', seen: '1,234', became: '1234', action: 'repaired' },
      { code: 'cell-repaired', seen: '约85%', became: '85', action: 'repaired' },
      { code: 'not-a-number', seen: '七', action: 'emptied' },
      { code: 'not-a-number', seen: '3-5', action: 'emptied' },
    ])
  })

  it('reads below the detection limit as 0 where that is allowed', () => {
    const field = { type: 'number', belowDetection: 0.3 } as const
    expect(read(field, '＜0.3', '未检出')).toEqual({
      values: [0, 0],
      notes: ['＜0.3', '未检出'].map((seen) => ({ code: 'below-detection', seen, became: '0', action: 'converted' })),
    })
    expect(read(field, '<9.5', '<0.31', '＜0.3')).toMatchObject({
      values: [null, null, 0],
      notes: [
        { code: 'not-below-detection', seen: '<9.5', expected: '≤ 0.3', action: 'emptied' },
        { code: 'not-below-detection', seen: '<0.31' },
        { code: 'below-detection', seen: '＜0.3' },
      ],
    })
    expect(read({ type: 'number' }, '未检出')).toMatchObject({ values: [null], notes: [{ code: 'not-a-number' }] })
  })

  it('empties values outside its range, whose ends are included', () => {
    const share = { type: 'number', range: [0, 100] } as const
    const { values, notes } = read(share, '0', '100', '-0.1', '100.1', '')
    expect(values).toEqual([0, 100, null, null, null])
    expect(notes).toEqual(
      ['-0.1', '100.1'].map((seen) => ({ code: 'out-of-range', seen, expected: '0 … 100', action: 'emptied' })),
    )
    const open = { type: 'number', range: [0, Number.POSITIVE_INFINITY] } as const
    expect(read(open, '-1', '1e300')).toMatchObject({ values: [null, 1e300], notes: [{ expected: '≥ 0' }, {}] })
  })
})

describe('a required field', () => {
  it('reports empty cells, whatever its type', () => {
    for (const type of ['text', 'flag', 'day', 'number'] as const) {
      const { notes } = read({ type, required: true }, '', ' ')
      expect(notes).toEqual([
        { code: 'required-missing', action: 'emptied' },
        { code: 'required-missing', action: 'emptied' },
      ])
      expect(read({ type }, '', ' ').notes).toEqual([])
    }
    // Code and name are required whatever the kind declares, because they identify a source.
    for (const means of ['code', 'name', 'county'] as const)
      expect([means, read({ type: 'text', means }, '').notes.length]).toEqual([means, means === 'county' ? 0 : 1])
    expect(read({ type: 'text', required: true }, '甲')).toEqual({ values: ['甲'], notes: [] })
  })
})
