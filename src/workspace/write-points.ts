import { mergeTables } from '@/domain/intake/merge'
import type { FilePoint } from '@/domain/intake/rows/point-book'
import { textColumn } from '@/domain/table/build-column'
import type { Table } from '@/domain/table/column'
import type { PackageFiles } from '@/io/package/package-files'
import type { OpenedPackage } from '@/questions/opened-package'
import type { ImportItem } from './import-item'
import { mergesWith, type NextPackage, saidOf, type ThereNow, tableNow, tablesNow, writeTable } from './next-package'
import { officialCodes, pointCodes, pointsIn, renamed } from './point-codes'

/**
 * New codes of points that had none of the office's own: once a list of points tells theirs, what was known before (`there`)
 * and what a file brings (`brought`) follow it, so that no point stands twice.
 */
export async function codesOfPoints(
  item: ImportItem,
  there: ThereNow | null,
  next: NextPackage,
  opened: OpenedPackage,
  files: PackageFiles,
): Promise<{ there: ReadonlyMap<string, string>; brought: ReadonlyMap<string, string> }> {
  const none: ReadonlyMap<string, string> = new Map()
  const { role } = item.planned.plan
  const dataClass = item.choice.dataClass ?? 'real'
  if (role === 'dustfall-samples') {
    const list = await tableNow('dustfall-points', next.descriptor, files, opened)
    return { there: none, brought: list ? officialCodes(item.taken!.points, pointsIn(list.table)) : none }
  }
  if (role !== 'dustfall-points' || !there || !mergesWith(there, dataClass)) return { there: none, brought: none }
  const codes = officialCodes(pointsIn(there.table), pointsIn(item.taken!.table))
  if (codes.size > 0) await renameSamples(codes, next, opened, files)
  return { there: codes, brought: none }
}

/** Every table of samples under the new codes of its points; nothing else of it changes. */
async function renameSamples(
  codes: ReadonlyMap<string, string>,
  next: NextPackage,
  opened: OpenedPackage,
  files: PackageFiles,
): Promise<void> {
  const role = 'dustfall-samples'
  for (const { descriptor, table } of await tablesNow(role, next.descriptor, files, opened))
    writeTable(next, opened, { role, ...saidOf(descriptor), table: renamed(table, 'point', codes) })
  const written = next.written.get(role)
  if (written) next.written.set(role, renamed(written, 'point', codes))
}

/** What of the points of a table of samples is not in the package for real yet: new ones, and those that only stood in made-up data. */
function pointsToWrite(item: ImportItem): readonly FilePoint[] {
  const madeUp = item.choice.dataClass === 'illustrative'
  const added = item.taken!.points.filter(({ known }) => known === null || (!known.real && !madeUp))
  const placed = item.taken!.points.filter(({ known, at }) => known?.real && known.at === null && at !== null)
  return [...added, ...placed]
}

/**
 * Points that only a file knows get a row, and a position where the file or somebody on the map has told one. `codes` are the
 * points that a list knows under a code of the office's own; `title` is of the table of points where it is new.
 */
export async function addPoints(
  item: ImportItem,
  next: NextPackage,
  opened: OpenedPackage,
  files: PackageFiles,
  title: string,
  codes: ReadonlyMap<string, string>,
): Promise<void> {
  const there = await tableNow('dustfall-points', next.descriptor, files, opened)
  const dataClass = item.choice.dataClass ?? 'real'
  const keeps = there && mergesWith(there, dataClass)
  const named = pointsToWrite(item).filter(({ code }) => !codes.has(code))
  if (named.length === 0) return
  // Months that real samples have of a made-up point keep it by name; where it stood was made up.
  const measured = new Set(pointCodes(next.written.get('dustfall-samples')))
  const own = new Set(named.map(({ code }) => code))
  const others = there && !keeps ? pointsIn(there.table).filter(({ code }) => measured.has(code) && !own.has(code)) : []
  const points = [...named, ...others.map((point) => ({ ...point, at: null }))]
  const degrees = (axis: 0 | 1) => Float64Array.from(points, ({ at }) => at?.[axis] ?? Number.NaN)
  const added: Table = {
    length: points.length,
    columns: {
      code: textColumn(points.map(({ code }) => code)),
      name: textColumn(points.map(({ name }) => name)),
      county: textColumn(points.map(({ county }) => county)),
      lon: { type: 'number', values: degrees(0) },
      lat: { type: 'number', values: degrees(1) },
    },
  }
  writeTable(next, opened, {
    role: 'dustfall-points',
    path: there?.descriptor.path ?? 'dustfall-points.csv',
    title: (keeps && there.descriptor.title) || title,
    dataClass: keeps ? there.descriptor.chentu.class : dataClass,
    source: item.opened.name,
    table: keeps
      ? mergeTables(there.table, added, ['code'], new Set(['code', 'name', 'county', 'lon', 'lat']), 'keep').table
      : added,
  })
}
