import type { Geometry } from 'geojson'
import { lineOf, type Table, textAt } from '@/domain/table/column'
import { lineKey, lineSources } from '@/questions/source/line-sources'
import type { PackageDraft } from '@/workspace/package-draft'
import { type ReadItem, sheetOfItem } from './import-item'

/** The line of each source of the resulting table: the file's, else the package's. */
export function itemLines(item: ReadItem, table: Table, { opened, lines }: PackageDraft): (Geometry | null)[] {
  const { role } = item.recognised.plan
  const keyOf = (code: string) => lineKey(role, code)
  for (const { kind, code, geometry } of lineSources(opened))
    if (kind === role && !lines.has(keyOf(code))) lines.set(keyOf(code), geometry)
  const { table: own } = item.taken
  const drawn = sheetOfItem(item).lines?.features
  for (let row = 0; drawn && row < own.length; row++) {
    // Row 1 of the file is its header.
    const line = drawn[lineOf(own, row) - 2]
    if (line) lines.set(keyOf(textAt(own, 'code', row)), line.geometry)
  }
  return Array.from({ length: table.length }, (_, row) => lines.get(keyOf(textAt(table, 'code', row))) ?? null)
}
