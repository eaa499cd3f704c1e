import type { TargetRole } from '@/domain/intake/recognise/target'
import type { Descriptor } from '@/io/package/descriptor'
import type { PackageFiles } from '@/io/package/package-files'
import type { OpenedPackage } from '@/questions/opened-package'
import type { ImportItem, MadeUp } from './import-item'
import { tablesNow } from './next-package'
import { monthsOf } from './package-writer'

const MEASUREMENTS: readonly TargetRole[] = ['dustfall-samples', 'dustfall-published']

/** The made-up months of dustfall that go when an item is imported, whichever table they are in; null where none do. */
export async function madeUpThatGoes(
  { planned, choice }: ImportItem,
  descriptor: Descriptor,
  files: PackageFiles,
  opened: OpenedPackage,
): Promise<MadeUp | null> {
  if (!MEASUREMENTS.includes(planned.plan.role) || choice.dataClass === 'illustrative') return null
  const there = await Promise.all(MEASUREMENTS.map((role) => tablesNow(role, descriptor, files, opened)))
  const tables = there
    .flat()
    .filter((each) => each.descriptor.chentu.class === 'illustrative')
    .map(({ table }) => table)
  const months = tables.flatMap(monthsOf).sort()
  const [firstMonth, lastMonth] = [months[0], months.at(-1)]
  if (firstMonth === undefined || lastMonth === undefined) return null
  return { rows: tables.reduce((sum, { length }) => sum + length, 0), firstMonth, lastMonth }
}
