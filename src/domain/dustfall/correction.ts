import { textColumn } from '@/domain/table/build-column'
import { type Table, textAt, valueAt } from '@/domain/table/column'
import { joinNotes, mentionsCorrection } from './publication'

const keyOf = (table: Table, row: number) => `${textAt(table, 'county', row)} ${textAt(table, 'month', row)}`

/**
 * Adds a note to each published figure that differs from the previous one: a public figure never changes silently, nor
 * does a month published without one. If the new table has its own note of a correction, that is kept. If a figure
 * changed, points stored with the old one are removed, as they do not belong to the new one. `noteOf` receives
 * t/(km²·30d), or null for a month published without a valid figure, the row of the new table, and whether the previous
 * figure was locked or has a note; '' for a change that is no correction.
 */
export function addCorrectionNotes(
  before: Table,
  after: Table,
  noteOf: (from: number | null, to: number, row: number, isLocked: boolean) => string,
): Table {
  const rows = new Map(Array.from({ length: before.length }, (_, row) => [keyOf(before, row), row]))
  const words = Array.from({ length: after.length }, (_, row) => {
    const own = textAt(after, 'publication', row)
    const was = rows.get(keyOf(after, row))
    if (was === undefined) return own
    const [from, to] = [valueAt(before, 'value', was), valueAt(after, 'value', row)]
    const said = textAt(before, 'publication', was)
    const isNew = own !== '' && own !== said
    // A month without a figure was published only if something was stored with it.
    const kept = ['points', 'earlier'].some((column) => textAt(before, column, was) !== '')
    const isKept = kept || valueAt(before, 'limit', was) !== null
    const wasPublished = typeof from === 'number' || isKept
    if (!wasPublished || typeof to !== 'number' || from === to) return own || said
    if (isNew && mentionsCorrection(own)) return own
    return joinNotes(isNew ? own : said, noteOf(typeof from === 'number' ? from : null, to, row, isKept || said !== ''))
  })
  const points = Array.from({ length: after.length }, (_, row) => {
    const [own, was] = [textAt(after, 'points', row), rows.get(keyOf(after, row))]
    const isStale = was !== undefined && valueAt(before, 'value', was) !== valueAt(after, 'value', row)
    return isStale && own === textAt(before, 'points', was) ? '' : own
  })
  return { ...after, columns: { ...after.columns, publication: textColumn(words), points: textColumn(points) } }
}
