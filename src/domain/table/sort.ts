import { type Column, type Table, textOf } from './column'

/** A column to sort by. Absent values stand last either way. */
export interface SortKey {
  readonly column: string
  readonly descending?: boolean
}

const pinyinOrder = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true })

/** A number for each row that sorts as the column does; NaN where absent. Texts are collated once each, by pinyin. */
function sortable(column: Column): Float64Array {
  if (column.type === 'packed') {
    const texts = Array.from({ length: column.offsets.length - 1 }, (_, row) => textOf(column, row))
    const order = texts.map((_, row) => row).sort((a, b) => pinyinOrder.compare(texts[a]!, texts[b]!))
    const places = new Float64Array(texts.length)
    order.forEach((row, i) => {
      // Equal texts share a place, so that the next key decides.
      const before = order[i - 1]
      places[row] = before !== undefined && texts[before] === texts[row] ? places[before]! : i
    })
    return places.map((place, row) => (texts[row] === '' ? Number.NaN : place))
  }
  if (column.type === 'text') {
    const order = column.dictionary.map((_, code) => code)
    order.sort((a, b) => pinyinOrder.compare(column.dictionary[a]!, column.dictionary[b]!))
    const place = new Float64Array(order.length)
    order.forEach((code, i) => {
      place[code] = i
    })
    place[0] = Number.NaN
    return Float64Array.from(column.codes, (code) => place[code]!)
  }
  // Days and flags mark absence by a value of their own.
  const absent = column.type === 'day' ? -0x8000_0000 : column.type === 'flag' ? 2 : Number.NaN
  return Float64Array.from(column.values, (value) => (value === absent ? Number.NaN : value))
}

/** The rows in the mask, sorted by several keys; equal rows keep their order. */
export function sortRows(table: Table, keys: readonly SortKey[], mask?: Uint8Array): Uint32Array {
  const rows: number[] = []
  for (let row = 0; row < table.length; row++) if (!mask || mask[row]) rows.push(row)
  const columns = keys.map(({ column, descending }) => {
    const found = table.columns[column]
    if (!found) throw new RangeError(`no column ${column}`)
    return { values: sortable(found), sign: descending ? -1 : 1 }
  })
  return Uint32Array.from(rows).sort((a, b) => {
    for (const { values, sign } of columns) {
      const [x, y] = [values[a]!, values[b]!]
      if (x === y || (Number.isNaN(x) && Number.isNaN(y))) continue
      if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1
      return sign * (x - y)
    }
    return a - b
  })
}
