import type { Month } from '@/domain/calendar'
import {
  formerNumber,
  keepOfficial,
  type OfficialFields,
  type OfficialLines,
  officialFieldsOfMonth,
  officialLines,
  type StoredOfficialFields,
} from './official'

/** The kinds of papers of a month: 通报, 月报, 会议纪要. */
export const OFFICIAL_KINDS = ['bulletin', 'monthly', 'minutes'] as const
export type OfficialKind = (typeof OFFICIAL_KINDS)[number]

/**
 * The official fields as a package stores them: those of the bulletin at the top level, since it came first, the others
 * by name.
 */
export type StoredOfficialFieldsByKind = StoredOfficialFields & {
  readonly papers?: Readonly<Record<string, StoredOfficialFields>> | undefined
}

/**
 * The stored fields of one paper. A monthly report has the bulletin's office as signature until it has fields of its
 * own; minutes are not signed.
 */
function keptFor(kept: StoredOfficialFieldsByKind | undefined, kind: OfficialKind): StoredOfficialFields | undefined {
  if (kind === 'bulletin') return kept
  const own = kept?.papers?.[kind]
  return kind === 'monthly' && own === undefined ? { office: kept?.office } : own
}

/** The fields of a month's paper; '' for those not stored. */
export const officialFieldsOf = (
  kept: StoredOfficialFieldsByKind | undefined,
  kind: OfficialKind,
  month: Month,
): OfficialFields => officialFieldsOfMonth(keptFor(kept, kind), month)

/** What the package stores after the fields of a month's paper changed; other papers and months are kept. */
export function keepOfficialFields(
  kept: StoredOfficialFieldsByKind | undefined,
  kind: OfficialKind,
  month: Month,
  fields: OfficialFields,
): StoredOfficialFieldsByKind {
  const own = keepOfficial(keptFor(kept, kind), month, fields)
  return kind === 'bulletin' ? { ...own } : { ...kept, papers: { ...kept?.papers, [kind]: own } }
}

/**
 * The lines around a month's paper. A monthly report has a number only if one is entered. `year`: the year in blanks.
 */
export function officialLinesOf(
  kept: StoredOfficialFieldsByKind | undefined,
  kind: OfficialKind,
  month: Month,
  year: string,
): OfficialLines {
  const fields = officialFieldsOf(kept, kind, month)
  const lines = officialLines(fields, year, formerNumber(keptFor(kept, kind), month))
  return kind === 'monthly' ? { ...lines, number: fields.number } : lines
}
