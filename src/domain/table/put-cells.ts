import { textColumn } from './build-column'
import { ABSENT_DAY, ABSENT_FLAG, type Column, textsInOrder, type Value } from './column'

/** A column with some values replaced; null means absent. @throws RangeError for a value of another type */
export function putCells(column: Column, cells: ReadonlyMap<number, Value>): Column {
  const misfit = (value: Value) => new RangeError(`no value of a ${column.type} column: ${value}`)
  switch (column.type) {
    case 'text':
    case 'packed': {
      const textOf = textsInOrder(column)
      const length = column.type === 'text' ? column.codes.length : column.offsets.length - 1
      return textColumn(
        (function* () {
          for (let row = 0; row < length; row++) {
            const value = cells.get(row)
            if (value !== undefined && value !== null && typeof value !== 'string') throw misfit(value)
            yield value === undefined ? textOf(row) : (value ?? '')
          }
        })(),
      )
    }
    case 'flag': {
      const values = column.values.slice()
      for (const [row, value] of cells) {
        if (value !== null && typeof value !== 'boolean') throw misfit(value)
        values[row] = value === null ? ABSENT_FLAG : Number(value)
      }
      return { type: 'flag', values }
    }
    case 'day':
    case 'number': {
      const values = column.values.slice()
      for (const [row, value] of cells) {
        if (value !== null && typeof value !== 'number') throw misfit(value)
        values[row] = value ?? (column.type === 'day' ? ABSENT_DAY : Number.NaN)
      }
      return { type: column.type, values } as Column
    }
  }
}
