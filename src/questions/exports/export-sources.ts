import { countyName } from '@/domain/sources/county'
import { positionOf } from '@/domain/sources/inventory'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { textAt, valueAt } from '@/domain/table/column'
import type { ExportTable, ExportValue } from '@/io/export/export'
import { writtenColumns } from '@/io/package/write-package'
import { type FilteredSources, filteredState } from '@/questions/filtered-sources'
import { trackFacts } from '@/questions/monitors/measured-facts'
import { cellIn, madeCodeColumn, sharedCells, tracksColumns, unmetCells } from './export-cells'
import type { ExportWords } from './export-words'

/**
 * The filtered sources in their order as rows for a file, each with its standing and the requirements it does not
 * meet. If all are of one kind, its columns are included.
 */
export function exportSources(filtered: FilteredSources, language: string, words: ExportWords): ExportTable {
  const { evaluated, order, overdueDays } = filtered
  const { opened, tables } = evaluated
  const { sources } = opened.inventory
  const kinds = new Set(Array.from(order, (source) => textAt(sources, 'kind', source)))
  // Values on the as-of date, the same as shown, filtered and judged.
  const [only, ...others] = kinds.size === 1 ? tables.filter(({ kind }) => kinds.has(kind)) : []
  const whole = only && others.length === 0 ? only : null
  const h = words.headings
  const own = whole
    ? writtenColumns(whole.table, whole.schema.fields, (code) => countyName(opened.pack, code, language)).filter(
        ({ field }) => field.name !== 'lon' && field.name !== 'lat',
      )
    : []
  const standing = (source: number): ExportValue[] => [
    words.statuses[filteredState(filtered, source)],
    overdueDays[source]! || null,
    ...unmetCells(filtered, source, language, words),
    words.classes[textAt(sources, 'dataClass', source) as DataClass],
  ]
  // Only beside the columns of a kind are there trips that tracks may decide.
  const facts = whole ? Array.from(order, (source) => trackFacts(whole, source - whole.first)[0]) : []
  const codes = Array.from(order, (source) => textAt(sources, 'code', source))
  const made = madeCodeColumn(codes, words)
  const more = tracksColumns(facts, words)
  const rows = Array.from(order, (source, at): ExportValue[] => {
    if (!whole) return [...sharedCells(opened, source, language, words), ...standing(source), ...made.cells(at)]
    const row = source - whole.first
    return [
      ...own.map(({ field, text }) =>
        field.type === 'number'
          ? (valueAt(whole.table, field.name, row) as number | null)
          : cellIn(field, text(row), language),
      ),
      ...standing(source),
      ...made.cells(at),
      ...more.cells(at),
    ]
  })
  const headings = whole
    ? own.map(({ field, heading }) => (language === 'en' ? field.title.en : heading))
    : [h.kind, h.code, h.name, h.county]
  const found = [h.status, h.overdue, h.rule, h.since, h.due, h.lead, h.class]
  const marked = found.map((heading) => (headings.includes(heading) ? (words.judged[heading] ?? heading) : heading))
  const days = own.flatMap(({ field }, column) => (field.type === 'day' ? [column] : []))
  return {
    title: words.title,
    about: words.about,
    headings: [...headings, ...marked, ...made.headings, ...more.headings],
    rows,
    days: [...days, headings.length + found.indexOf(h.since), headings.length + found.indexOf(h.due)],
    positions: Array.from(order, (source) => positionOf(opened.inventory.sources, source)),
    place: [h.lon, h.lat],
  }
}
