import { ABSENT_DAY, ABSENT_FLAG, type Column, type PackedColumn, type Table } from './column'
import { pinyinOrder, pinyinPlaces } from './pinyin-places'
import { sortByTokens, type Token, tokensOfNumbers, tokensOfPlaces } from './radix-sort'

/** A column to sort by. Absent values are last in both directions. */
export interface SortKey {
  readonly column: string
  readonly descending?: boolean
}

const known = new WeakMap<PackedColumn, Uint32Array>()

/** Ranks of a column's texts, cached. */
function placesOf(column: PackedColumn): Uint32Array {
  const places = known.get(column) ?? pinyinPlaces(column)
  known.set(column, places)
  return places
}

/** Tokens that sort like the values of a column, and a test for absent values. */
function tokensOf(column: Column): { tokens: Token[]; isAbsent: (row: number) => boolean } {
  switch (column.type) {
    case 'packed': {
      const { offsets } = column
      return { tokens: tokensOfPlaces(placesOf(column)), isAbsent: (row) => offsets[row] === offsets[row + 1] }
    }
    case 'text': {
      const { dictionary, codes } = column
      const order = dictionary.map((_, code) => code)
      order.sort((a, b) => pinyinOrder.compare(dictionary[a]!, dictionary[b]!))
      const place = new Uint32Array(order.length)
      order.forEach((code, i) => {
        place[code] = i
      })
      return {
        tokens: tokensOfPlaces(Uint32Array.from(codes, (code) => place[code]!)),
        isAbsent: (row) => codes[row] === 0,
      }
    }
    case 'number': {
      const { values } = column
      return { tokens: tokensOfNumbers(values), isAbsent: (row) => Number.isNaN(values[row]) }
    }
    case 'flag': {
      const { values } = column
      return { tokens: [Uint16Array.from(values)], isAbsent: (row) => values[row] === ABSENT_FLAG }
    }
    case 'day': {
      const { values } = column
      const places = Uint32Array.from(values, (value) => value + 0x8000_0000)
      return { tokens: tokensOfPlaces(places), isAbsent: (row) => values[row] === ABSENT_DAY }
    }
  }
}

/** Sorts the rows in the mask by several keys; stable. */
export function sortRows(table: Table, keys: readonly SortKey[], mask?: Uint8Array): Uint32Array {
  const rows = new Uint32Array(table.length)
  let count = 0
  for (let row = 0; row < table.length; row++) if (!mask || mask[row]) rows[count++] = row
  const tokens = keys.flatMap(({ column, descending }): Token[] => {
    const found = table.columns[column]
    if (!found) throw new RangeError(`no column ${column}`)
    const { tokens, isAbsent } = tokensOf(found)
    const absent = new Uint16Array(table.length)
    // Those without a value are equal, and last in both directions.
    for (let row = 0; row < table.length; row++) {
      absent[row] = isAbsent(row) ? 1 : 0
      for (const token of tokens) token[row] = absent[row] ? 0 : descending ? ~token[row]! : token[row]!
    }
    return [absent, ...tokens]
  })
  return sortByTokens(rows.subarray(0, count), tokens)
}
