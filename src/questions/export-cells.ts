import { requirementText } from '@/domain/rules/requirement'
import { textAt, valueAt } from '@/domain/table/column'
import type { ExportTable, ExportValue } from '@/io/export/export'
import type { ExportWords } from './export-words'
import { askedFindingsOf, type FilteredSources } from './filtered-sources'
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

/** The requirements that a source does not meet, as far as they are asked about, each with what is at fault. */
export function requirementCell(filtered: FilteredSources, source: number, language: string): string {
  const { pack } = filtered.evaluated.opened
  return askedFindingsOf(filtered, source)
    .map(({ rule, items }) => requirementText(pack, rule, items, language))
    .join(language === 'en' ? '; ' : '；')
}
