import { namesCounty } from '@/domain/sources/county'
import { positionOf } from '@/domain/sources/inventory'
import { type Table, textAt } from '@/domain/table/column'
import type { PackageKnowledge } from '@/workspace/package-knowledge'
import { type ReadItem, sheetOfItem } from './import-item'

/** County code of each row, as written or by position; null if unknown. */
export function countiesOfRows(
  table: Table,
  { findCounty, countyAt }: Pick<PackageKnowledge, 'findCounty' | 'countyAt'>,
): readonly (string | null)[] {
  const codes = new Map<string, string | null>()
  return Array.from({ length: table.length }, (_, row) => {
    const text = textAt(table, 'county', row)
    if (!codes.has(text)) codes.set(text, findCounty(text))
    const at = positionOf(table, row)
    return codes.get(text) ?? (at && countyAt(at))
  })
}

/**
 * The counties that a file is about, if it clearly is about only some: those that its name or its sheet's names, if no
 * row is of another one, else the one of which all rows are. Null for any other file, which may be the whole list.
 */
function countiesOfFile(item: ReadItem): readonly string[] | null {
  const { taken, knowledge, file } = item
  const found = new Set(countiesOfRows(taken.table, knowledge))
  const isUnknown = found.delete(null)
  const rows = [...found] as string[]
  const name = `${file.name} ${file.sheets.length > 1 ? sheetOfItem(item).head.name : ''}`
  const named = knowledge.opened.pack.counties.flatMap((each) => (namesCounty(name, each.name) ? each.code : []))
  if (named.length > 0 && rows.every((code) => named.includes(code))) return named
  return rows.length === 1 && !isUnknown ? rows : null
}

/** The counties that files are about together; null if one of them may be the whole list. */
export function countiesOfFiles(files: readonly ReadItem[]): ReadonlySet<string> | null {
  const all = files.map(countiesOfFile)
  return all.includes(null) ? null : new Set(all.flatMap((of) => of ?? []))
}
