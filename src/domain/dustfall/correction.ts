import { textColumn } from '@/domain/table/build-column'
import { type Table, textAt, valueAt } from '@/domain/table/column'
import { joinedText, saysCorrected } from './publication'

const keyOf = (table: Table, row: number) => `${textAt(table, 'county', row)} ${textAt(table, 'month', row)}`

/**
 * A table of published figures with a word on each that differs from what was published before: a figure that an office made
 * public never changes silently, and neither does that a month had none. Where the table brings a word of its own that says so,
 * that stands. Points that were kept with a figure go with it: they are not those of another. `word` gets t/(km²·30d), and null
 * for a month that was published without a valid figure.
 */
export function withCorrections(before: Table, after: Table, word: (from: number | null, to: number) => string): Table {
  const rows = new Map(Array.from({ length: before.length }, (_, row) => [keyOf(before, row), row]))
  const words = Array.from({ length: after.length }, (_, row) => {
    const own = textAt(after, 'publication', row)
    const was = rows.get(keyOf(after, row))
    if (was === undefined) return own
    const [from, to] = [valueAt(before, 'value', was), valueAt(after, 'value', row)]
    const said = textAt(before, 'publication', was)
    const isNew = own !== '' && own !== said
    // Without a figure a month was published only where something was kept with it.
    const kept = ['points', 'earlier'].some((column) => textAt(before, column, was) !== '')
    const wasPublished = typeof from === 'number' || kept || valueAt(before, 'limit', was) !== null
    if (!wasPublished || typeof to !== 'number' || from === to) return own || said
    if (isNew && saysCorrected(own)) return own
    return joinedText(isNew ? own : said, word(typeof from === 'number' ? from : null, to))
  })
  const points = Array.from({ length: after.length }, (_, row) => {
    const [own, was] = [textAt(after, 'points', row), rows.get(keyOf(after, row))]
    const isStale = was !== undefined && valueAt(before, 'value', was) !== valueAt(after, 'value', row)
    return isStale && own === textAt(before, 'points', was) ? '' : own
  })
  return { ...after, columns: { ...after.columns, publication: textColumn(words), points: textColumn(points) } }
}
