import { mergeTables } from '@/domain/intake/merge'
import type { FilePoint } from '@/domain/intake/rows/point-matcher'
import { textColumn } from '@/domain/table/build-column'
import type { Table } from '@/domain/table/column'
import { setByHandOf } from '@/io/package/read-descriptor'
import { sourcesWith } from '@/io/package/sources'
import { existingTable, mergesWith, type PackageDraft, tablesOfNext, writeTable } from '@/workspace/package-draft'
import { dataClassOfItem, type ReadItem } from './import-item'
import { pointCodes, pointsIn } from './point-codes'

/**
 * Points of a table of samples to write: new ones, those known only from made-up data, and known ones that now have a
 * position.
 */
function pointsToWrite(item: ReadItem): readonly FilePoint[] {
  const madeUp = dataClassOfItem(item) === 'illustrative'
  const added = item.taken.points.filter(({ known }) => known === null || (!known.real && !madeUp))
  const placed = item.taken.points.filter(({ known, at }) => known?.real && known.at === null && at !== null)
  return [...added, ...placed]
}

/** Values set by hand for the points written. */
const byHandOf = (item: ReadItem, own: ReadonlySet<string>) => [...item.taken.byHand].filter(([code]) => own.has(code))

/**
 * Adds rows for points known only from a file, with a position if the file or the user gave one. `codes`: points that
 * a list has under an official code; `title`: title of the table of points if it is new.
 */
export async function addPoints(
  item: ReadItem,
  next: PackageDraft,
  title: string,
  codes: ReadonlyMap<string, string>,
): Promise<void> {
  const there = await existingTable('dustfall-points', tablesOfNext(next))
  const dataClass = dataClassOfItem(item)
  const keeps = there && mergesWith(there, dataClass)
  const named = pointsToWrite(item).filter(({ code }) => !codes.has(code))
  if (named.length === 0) return
  // A made-up point with real samples is kept by name; its position was made up.
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
  writeTable(next, {
    role: 'dustfall-points',
    path: there?.descriptor.path ?? 'dustfall-points.csv',
    title: (keeps && there.descriptor.title) || title,
    dataClass: keeps ? there.descriptor.chentu.class : dataClass,
    sources: sourcesWith(keeps ? there.descriptor : null, item.file.name),
    ...(keeps && there.descriptor.licenses ? { licenses: there.descriptor.licenses } : {}),
    byHand: new Map([...(keeps ? setByHandOf(there.descriptor) : []), ...byHandOf(item, own)]),
    table: keeps
      ? mergeTables(there.table, added, ['code'], new Set(['code', 'name', 'county', 'lon', 'lat']), 'keep').table
      : added,
  })
}
