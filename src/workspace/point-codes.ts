import { plainText } from '@/domain/sources/reading/cell'
import { textColumn } from '@/domain/table/build-column'
import { type Table, textAt } from '@/domain/table/column'
import { classOf, type ReadItem } from './import-item'
import {
  mergesWith,
  type NextPackage,
  saidOf,
  type ThereNow,
  tableNow,
  tablesNow,
  tablesOfNext,
  writeTable,
} from './next-package'

interface NamedPoint {
  readonly code: string
  readonly name: string
  readonly county: string
}

/** The code of a point that the office gave none: its county's and its name. */
const madeCode = ({ county, name }: NamedPoint) => `${county}-${plainText(name)}`

/** The points of a table of points, counties by code. */
export const pointsIn = (table: Table): NamedPoint[] =>
  Array.from({ length: table.length }, (_, row) => ({
    code: textAt(table, 'code', row),
    name: textAt(table, 'name', row),
    county: textAt(table, 'county', row),
  }))

/** The points that a table of samples has months of. */
export const pointCodes = (samples: Table | undefined): string[] =>
  Array.from({ length: samples?.length ?? 0 }, (_, row) => textAt(samples!, 'point', row))

/** For points whose code was made, the code that the office's own list has for the same county and name. */
export function officialCodes(points: readonly NamedPoint[], list: readonly NamedPoint[]): Map<string, string> {
  const official = new Map(list.map((point) => [madeCode(point), point.code]))
  return new Map(
    points.flatMap((point): [string, string][] => {
      const code = official.get(point.code)
      return code !== undefined && code !== point.code && point.code === madeCode(point) ? [[point.code, code]] : []
    }),
  )
}

/** A table in which the texts of one column that are renamed have their new form. */
export function renamed(table: Table, column: 'code' | 'point', names: ReadonlyMap<string, string>): Table {
  if (names.size === 0) return table
  const texts = Array.from({ length: table.length }, (_, row) => {
    const text = textAt(table, column, row)
    return names.get(text) ?? text
  })
  return { ...table, columns: { ...table.columns, [column]: textColumn(texts) } }
}

/**
 * New codes of points that had none of the office's own: once a list of points tells theirs, what was known before (`there`)
 * and what a file brings (`brought`) follow it, so that no point stands twice.
 */
export async function codesOfPoints(
  item: ReadItem,
  there: ThereNow | null,
  next: NextPackage,
): Promise<{ there: ReadonlyMap<string, string>; brought: ReadonlyMap<string, string> }> {
  const none: ReadonlyMap<string, string> = new Map()
  const { role } = item.recognised.plan
  if (role === 'dustfall-samples') {
    const list = await tableNow('dustfall-points', tablesOfNext(next))
    return { there: none, brought: list ? officialCodes(item.taken.points, pointsIn(list.table)) : none }
  }
  if (role !== 'dustfall-points' || !there || !mergesWith(there, classOf(item))) return { there: none, brought: none }
  const codes = officialCodes(pointsIn(there.table), pointsIn(item.taken.table))
  if (codes.size > 0) await renameSamples(codes, next)
  return { there: codes, brought: none }
}

/** Every table of samples under the new codes of its points; nothing else of it changes. */
async function renameSamples(codes: ReadonlyMap<string, string>, next: NextPackage): Promise<void> {
  const role = 'dustfall-samples'
  for (const { descriptor, table } of await tablesNow(role, tablesOfNext(next)))
    writeTable(next, { role, ...saidOf(descriptor), table: renamed(table, 'point', codes) })
  const written = next.written.get(role)
  if (written) next.written.set(role, renamed(written, 'point', codes))
}
