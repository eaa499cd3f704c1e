import { requirementText } from '@/domain/rules/requirement'
import { countyName } from '@/domain/sources/county'
import type { Field } from '@/domain/sources/kinds/field'
import { textAt } from '@/domain/table/column'
import type { ExportValue } from '@/io/export/export'
import type { ExportWords } from './export-words'
import { askedFindingsOf, type FilteredSources } from './filtered-sources'
import type { OpenedPackage } from './opened-package'

/** The cells that every source has: kind, code, name and county. */
export function sharedCells(
  opened: OpenedPackage,
  source: number,
  language: string,
  words: ExportWords,
): ExportValue[] {
  const text = (name: string) => textAt(opened.inventory.sources, name, source)
  return [
    words.kinds[text('kind')] ?? text('kind'),
    text('code'),
    text('name'),
    countyName(opened.pack, text('county'), language),
  ]
}

/** A cell of a kind's own column in a language: what a file in English has, the import reads as the Chinese. */
export function cellIn(field: Field, text: string, language: string): string {
  if (language !== 'en') return text
  if (field.type === 'flag') return { 是: 'yes', 否: 'no' }[text] ?? text
  return field.english?.[text] ?? text
}

/** The requirements that a source does not meet, as far as they are asked about, each with what is at fault. */
export function requirementCell(filtered: FilteredSources, source: number, language: string): string {
  const { pack } = filtered.evaluated.opened
  return askedFindingsOf(filtered, source)
    .map(({ rule, items }) => requirementText(pack, rule, items, language))
    .join(language === 'en' ? '; ' : '；')
}
