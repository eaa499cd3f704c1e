import type { TargetRole } from '@/domain/intake/recognise/target'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { type Table, textAt } from '@/domain/table/column'
import type { Descriptor, ResourceDescriptor } from '@/io/package/descriptor'
import { dataClassOfItem, type ImportItem, type ReadItem } from '@/workspace/import/import-item'
import type { MadeUpSummary } from '@/workspace/import/item-view'
import { monthsIn } from '@/workspace/import/months-in'
import { pointCodes, pointsIn } from '@/workspace/import/point-codes'
import { type ExistingPackage, existingTables, type PackageDraft } from './package-draft'

const MEASUREMENTS: readonly TargetRole[] = ['dustfall-samples', 'dustfall-published']
/**
 * Figures of one role must not be compared with made-up ones of another: 同比 of a real month against an illustrative
 * one.
 */
const FAMILIES: readonly (readonly TargetRole[])[] = [[...MEASUREMENTS, 'dustfall-points']]

/** The made-up dustfall months that importing an item removes, in any table; null if none. */
export async function madeUpToRemove(item: ImportItem, there: ExistingPackage): Promise<MadeUpSummary | null> {
  if (!MEASUREMENTS.includes(item.recognised.plan.role) || dataClassOfItem(item) === 'illustrative') return null
  const measured = await Promise.all(MEASUREMENTS.map((role) => existingTables(role, there)))
  const tables = measured
    .flat()
    .filter(({ descriptor }) => descriptor.chentu.class === 'illustrative')
    .map(({ table }) => table)
  const months = [...new Set(tables.flatMap(monthsIn))].sort()
  const [firstMonth, lastMonth] = [months[0], months.at(-1)]
  if (firstMonth === undefined || lastMonth === undefined) return null
  const brought = new Set(item.taken ? monthsIn(item.taken.table) : [])
  return {
    rows: tables.reduce((sum, { length }) => sum + length, 0),
    months: months.length,
    monthsLost: months.filter((month) => !brought.has(month)).length,
    firstMonth,
    lastMonth,
    monthsPublished: [...new Set(tables.flatMap(publishedMonths))].sort(),
  }
}

/**
 * How many made-up points are no longer there once a table of measurements and those `beside` it are imported: those that
 * neither the tables nor real samples in the package have.
 */
export async function madeUpPointsGone(
  item: ReadItem,
  beside: readonly ReadItem[],
  there: ExistingPackage,
): Promise<number> {
  const isReal = (each: ReadItem) =>
    MEASUREMENTS.includes(each.recognised.plan.role) && dataClassOfItem(each) !== 'illustrative'
  if (!isReal(item)) return 0
  const tables = [item, ...beside.filter(isReal)]
  const points = await existingTables('dustfall-points', there)
  const madeUp = points.filter(({ descriptor }) => descriptor.chentu.class === 'illustrative')
  const samples = await existingTables('dustfall-samples', there)
  const real = samples.filter(({ descriptor }) => descriptor.chentu.class !== 'illustrative')
  const isSampled = tables.some(({ recognised }) => recognised.plan.role === 'dustfall-samples')
  // A published table brings no points: it removes all that are made up, unless samples need them.
  if (!isSampled && real.length > 0) return 0
  const brought = tables.flatMap(({ taken }) => taken.points)
  if (isSampled && brought.length === 0) return 0
  const stay = new Set([...brought.map(({ code }) => code), ...real.flatMap(({ table }) => pointCodes(table))])
  return madeUp.flatMap(({ table }) => pointsIn(table)).filter(({ code }) => !stay.has(code)).length
}

/** Months of a table that were published. */
const publishedMonths = (table: Table) =>
  Array.from({ length: table.length }, (_, row) =>
    textAt(table, 'publication', row) === '' ? '' : textAt(table, 'month', row),
  ).filter((month) => month !== '')

/**
 * The descriptor without illustrative resources that would stand beside real ones of the same family; deletes their
 * files too.
 */
export function withoutMadeUp(
  { descriptor, files }: PackageDraft,
  role: TargetRole,
  path: string,
  dataClass: DataClass,
): Descriptor {
  const family = FAMILIES.find((roles) => roles.includes(role)) ?? []
  if (dataClass === 'illustrative') return descriptor
  // Points with real samples are replaced together with them, one by one.
  const sampled =
    role === 'dustfall-samples' ||
    descriptor.resources.some(({ chentu }) => chentu.role === 'dustfall-samples' && chentu.class !== 'illustrative')
  const goes = ({ path: other, chentu }: ResourceDescriptor) =>
    other !== path &&
    chentu.class === 'illustrative' &&
    family.includes(chentu.role) &&
    !(chentu.role === 'dustfall-points' && sampled)
  for (const each of descriptor.resources) if (goes(each)) files.delete(each.path)
  return { ...descriptor, resources: descriptor.resources.filter((each) => !goes(each)) }
}
