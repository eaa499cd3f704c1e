import type { Month } from '@/domain/calendar'
import {
  formerNumber,
  type KeptOfficial,
  keepOfficial,
  type OfficialFields,
  type OfficialLines,
  officialLines,
  officialOf,
} from './official'

/** The papers of a month: 通报, 月报, 会议纪要. */
export const OFFICIAL_KINDS = ['bulletin', 'monthly', 'minutes'] as const
export type OfficialKind = (typeof OFFICIAL_KINDS)[number]

/** As a package keeps what an office writes on its papers: that of the bulletin, as the first of them, with the others under their names. */
export type KeptOfficials = KeptOfficial & {
  readonly papers?: Readonly<Record<string, KeptOfficial>> | undefined
}

/** What a package keeps of one paper. A monthly report is signed as the bulletin is while nothing else is written; minutes are not signed. */
function keptFor(kept: KeptOfficials | undefined, kind: OfficialKind): KeptOfficial | undefined {
  if (kind === 'bulletin') return kept
  const own = kept?.papers?.[kind]
  return kind === 'monthly' && own === undefined ? { office: kept?.office } : own
}

/** The fields of a month's paper; '' for what is not kept. */
export const officialFieldsOf = (kept: KeptOfficials | undefined, kind: OfficialKind, month: Month): OfficialFields =>
  officialOf(keptFor(kept, kind), month)

/** What a package keeps with the fields of a month's paper; other papers and months stay. */
export function keepOfficialFields(
  kept: KeptOfficials | undefined,
  kind: OfficialKind,
  month: Month,
  fields: OfficialFields,
): KeptOfficials {
  const own = keepOfficial(keptFor(kept, kind), month, fields)
  return kind === 'bulletin' ? { ...own } : { ...kept, papers: { ...kept?.papers, [kind]: own } }
}

/** The lines around a month's paper. A monthly report has a number only where one is given. `year` is that of what is left blank. */
export function officialLinesOf(
  kept: KeptOfficials | undefined,
  kind: OfficialKind,
  month: Month,
  year: string,
): OfficialLines {
  const fields = officialFieldsOf(kept, kind, month)
  const lines = officialLines(fields, year, formerNumber(keptFor(kept, kind), month))
  return kind === 'monthly' ? { ...lines, number: fields.number } : lines
}
