import { plainText } from '@/domain/sources/reading/cell'
import { textColumn } from '@/domain/table/build-column'
import { type Table, textAt } from '@/domain/table/column'
import {
  descriptionOf,
  type ExistingTable,
  existingTable,
  existingTables,
  mergesWith,
  type PackageDraft,
  tablesOfNext,
  writeTable,
} from '@/workspace/package-draft'
import { dataClassOfItem, type ReadItem } from './import-item'

interface NamedPoint {
  readonly code: string
  readonly name: string
  readonly county: string
}

/** Code generated for a point without an official one: county and name. */
const madeCode = ({ county, name }: NamedPoint) => `${county}-${plainText(name)}`

/** Points of a table of points, with counties as codes. */
export const pointsIn = (table: Table): NamedPoint[] =>
  Array.from({ length: table.length }, (_, row) => ({
    code: textAt(table, 'code', row),
    name: textAt(table, 'name', row),
    county: textAt(table, 'county', row),
  }))

/** Point code of each row of a table of samples. */
export const pointCodes = (samples: Table | undefined): string[] =>
  Array.from({ length: samples?.length ?? 0 }, (_, row) => textAt(samples!, 'point', row))

/** For points with generated codes, the official code that the list has for the same county and name. */
export function officialCodes(points: readonly NamedPoint[], list: readonly NamedPoint[]): Map<string, string> {
  const official = new Map(list.map((point) => [madeCode(point), point.code]))
  return new Map(
    points.flatMap((point): [string, string][] => {
      const code = official.get(point.code)
      return code !== undefined && code !== point.code && point.code === madeCode(point) ? [[point.code, code]] : []
    }),
  )
}

/** A copy of a table with the texts of one column renamed. */
export function withRenamedTexts(table: Table, column: 'code' | 'point', names: ReadonlyMap<string, string>): Table {
  if (names.size === 0) return table
  const texts = Array.from({ length: table.length }, (_, row) => {
    const text = textAt(table, column, row)
    return names.get(text) ?? text
  })
  return { ...table, columns: { ...table.columns, [column]: textColumn(texts) } }
}

/**
 * New codes for points with generated ones. Once a list of points has official codes, existing rows (`there`) and the
 * file's rows (`brought`) take them over, so that no point exists twice.
 */
export async function codesOfPoints(
  item: ReadItem,
  there: ExistingTable | null,
  next: PackageDraft,
): Promise<{ there: ReadonlyMap<string, string>; brought: ReadonlyMap<string, string> }> {
  const none: ReadonlyMap<string, string> = new Map()
  const { role } = item.recognised.plan
  if (role === 'dustfall-samples') {
    const list = await existingTable('dustfall-points', tablesOfNext(next))
    return { there: none, brought: list ? officialCodes(item.taken.points, pointsIn(list.table)) : none }
  }
  if (role !== 'dustfall-points' || !there || !mergesWith(there, dataClassOfItem(item)))
    return { there: none, brought: none }
  const codes = officialCodes(pointsIn(there.table), pointsIn(item.taken.table))
  if (codes.size > 0) await renameSamples(codes, next)
  return { there: codes, brought: none }
}

/** Renames the points in all tables of samples. */
async function renameSamples(codes: ReadonlyMap<string, string>, next: PackageDraft): Promise<void> {
  const role = 'dustfall-samples'
  for (const { descriptor, table } of await existingTables(role, tablesOfNext(next)))
    writeTable(next, { role, ...descriptionOf(descriptor), table: withRenamedTexts(table, 'point', codes) })
  const written = next.written.get(role)
  if (written) next.written.set(role, withRenamedTexts(written, 'point', codes))
}
