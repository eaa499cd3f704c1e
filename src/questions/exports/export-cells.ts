import { formatDay } from '@/domain/calendar'
import { joinList, translateWithOriginal } from '@/domain/glossary'
import { requirementText } from '@/domain/rules/requirement'
import { countyName } from '@/domain/sources/county'
import type { Field } from '@/domain/sources/kinds/field'
import { isMadeCode } from '@/domain/sources/made-code'
import { textAt } from '@/domain/table/column'
import type { ExportValue } from '@/io/export/export'
import type { FilteredFinding } from '@/questions/filtered-findings'
import type { FilteredSources } from '@/questions/filtered-sources'
import type { TracksFact } from '@/questions/monitors/measured-facts'
import type { OpenedPackage } from '@/questions/opened-package'
import { unmetFindings } from '@/questions/unmet/unmet'
import type { ExportWords } from './export-words'

/** The columns shared by all sources: kind, code, name and county. */
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

/** A cell of a kind's own column in a language; the import reads the English values as the Chinese ones. */
export function cellIn(field: Field, text: string, language: string): string {
  if (language !== 'en') return text
  if (field.type === 'flag') return { 是: 'yes', 否: 'no' }[text] ?? text
  return field.english?.[text] ?? text
}

/** Department names as one cell. */
export const leadsCell = ({ pack }: OpenedPackage, leads: readonly string[], language: string): string =>
  joinList(
    leads.map((lead) => translateWithOriginal(pack.glossary, lead, language)),
    language,
  )

/** A requirement with the items at fault, marked if a person has to look. */
export const findingText = (
  { pack }: OpenedPackage,
  { rule, items, isToVerify }: Pick<FilteredFinding, 'rule' | 'items' | 'isToVerify'>,
  language: string,
  { toVerify }: Pick<ExportWords, 'toVerify'>,
): string => requirementText(pack, rule, items, language) + (isToVerify ? toVerify : '')

/**
 * What a source does not meet, with the same columns as the table: requirements with items at fault, since when, due
 * day, leads.
 */
export function unmetCells(
  filtered: FilteredSources,
  source: number,
  language: string,
  words: Pick<ExportWords, 'toVerify'>,
): ExportValue[] {
  const { opened } = filtered.evaluated
  const { findings, since, due, leads } = unmetFindings(filtered, source)
  return [
    findings.map((finding) => findingText(opened, finding, language, words)).join(language === 'en' ? '; ' : '；'),
    since === null ? null : formatDay(since),
    due === null ? null : formatDay(due),
    leadsCell(opened, leads, language),
  ]
}

/** Additional columns of an export. */
interface MoreColumns {
  readonly headings: readonly string[]
  /** Cells of a row, by its index. */
  cells(row: number): readonly ExportValue[]
}

const NO_COLUMNS: MoreColumns = { headings: [], cells: () => [] }

/** Says of each code that Chentu generated that no office gave it; no column if none is. */
export function madeCodeColumn(
  codes: readonly string[],
  words: Pick<ExportWords, 'headings' | 'madeCode'>,
): MoreColumns {
  if (!codes.some(isMadeCode)) return NO_COLUMNS
  return {
    headings: [words.headings.codeBy],
    cells: (row) => [isMadeCode(codes[row]!) ? words.madeCode : null],
  }
}

/** What tracks say about the trips in the rows of an export, and whether they decide; no columns if they say nothing. */
export function tracksColumns(
  facts: readonly (TracksFact | undefined)[],
  { tracks: words }: Pick<ExportWords, 'tracks'>,
): MoreColumns {
  if (facts.every((fact) => fact === undefined)) return NO_COLUMNS
  return {
    headings: [words.days, words.hauls, words.byDay, words.trucks, words.role],
    cells: (row) => {
      const fact = facts[row]
      return fact ? [fact.days, fact.trips, fact.byDay, fact.trucks, words[fact.role]] : [null, null, null, null, null]
    },
  }
}
