import { textAt, valueAt } from '@/domain/table/column'
import type { ExportTable, ExportValue } from '@/io/export/export'
import type { ExportWords } from './export-words'
import type { OpenedPackage } from './opened-package'

/** The cells that every source has: kind, code, name and county. */
export function sharedCells(opened: OpenedPackage, source: number, words: ExportWords): ExportValue[] {
  const text = (name: string) => textAt(opened.inventory.sources, name, source)
  return [words.kinds[text('kind')] ?? text('kind'), text('code'), text('name'), countyNameOf(opened, text('county'))]
}

/** The name of a county; its code where the package has none. */
export function countyNameOf({ pack }: OpenedPackage, code: string): string {
  return pack.counties.find((county) => county.code === code)?.name ?? code
}

/** Degrees of a source; null where nobody knows. */
export function exportPosition({ inventory }: OpenedPackage, source: number): ExportTable['positions'][number] {
  const [lon, lat] = [valueAt(inventory.sources, 'lon', source), valueAt(inventory.sources, 'lat', source)]
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null
}
