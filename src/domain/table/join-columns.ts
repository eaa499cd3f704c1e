import { absentText, joinTexts } from './build-column'
import { ABSENT_DAY, ABSENT_FLAG, type Column, type Table } from './column'

/** A column of several tables one below the other; absent where a table lacks it. Undefined if all do. */
export function joinColumn(tables: readonly Table[], name: string): Column | undefined {
  if (tables.length === 1) return tables[0]!.columns[name]
  const type = tables.map(({ columns }) => columns[name]?.type).find((each) => each !== undefined)
  const length = tables.reduce((sum, table) => sum + table.length, 0)
  switch (type) {
    case undefined:
      return undefined
    case 'number':
      return { type, values: joined(tables, name, type, new Float64Array(length).fill(Number.NaN)) }
    case 'flag':
      return { type, values: joined(tables, name, type, new Uint8Array(length).fill(ABSENT_FLAG)) }
    case 'day':
      return { type, values: joined(tables, name, type, new Int32Array(length).fill(ABSENT_DAY)) }
    default:
      return joinTexts(
        tables.map(({ columns, length }) => {
          const column = columns[name]
          return column?.type === 'text' || column?.type === 'packed' ? column : absentText(length)
        }),
      )
  }
}

function joined<A extends { set(values: ArrayLike<number>, at: number): void }>(
  tables: readonly Table[],
  name: string,
  type: 'number' | 'flag' | 'day',
  values: A,
): A {
  let at = 0
  for (const { columns, length } of tables) {
    const column = columns[name]
    if (column && column.type === type && 'values' in column) values.set(column.values, at)
    at += length
  }
  return values
}
