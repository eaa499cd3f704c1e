import { expect, it } from 'vitest'
import { unitsOfFigures } from '@/domain/intake/recognise/dustfall-units'
import { importRows, type Rows } from '../import-rows'

const units = (rows: Rows, figures: readonly number[]) => {
  const { plan } = importRows(rows, { context: '2022年降尘', choice: { role: 'dustfall-samples' } })
  return unitsOfFigures(plan.units, figures, plan.header.names)
}

it('the units of figures are those of their columns, their rows, or the table', () => {
  const row = ['甲', '东县', '2022-01', '6.2']
  const head = ['点位名称', '县区', '月份']
  const none = { stated: [], hasUnsaid: true, column: null }
  expect(units([[...head, '降尘量'], row], [3])).toEqual(none)
  expect(units([[...head, '降尘量(mg/100cm²·月)'], row], [3])).toEqual({
    ...none,
    stated: ['mg/100cm²·月'],
    hasUnsaid: false,
  })
  // A unit that is unknown refuses its rows, which the report says.
  expect(units([[...head, '降尘量(g/m²·a)'], row], [3])).toEqual({ ...none, hasUnsaid: false })
  const byRow = units(
    [
      [...head, '降尘量', '单位'],
      [...row, 't/km²·月'],
    ],
    [3],
  )
  expect(byRow).toEqual({ ...none, column: '单位' })
  expect(units([[...head, '瓷坩埚质量'], row], [])).toBeNull()
})
