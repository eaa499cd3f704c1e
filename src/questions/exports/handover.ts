import { inLanguage } from '@/domain/bilingual'
import { formatDay } from '@/domain/calendar'
import type { SaidEnded } from '@/domain/rules/kind-table'
import { requirementText } from '@/domain/rules/requirement'
import { originOf } from '@/domain/rules/rule'
import { addToSeverity, bySeverity, noSeverity } from '@/domain/rules/severity'
import { STATUS, STATUS_NAMES, type StatusName } from '@/domain/rules/status'
import { countyName } from '@/domain/sources/county'
import { rowOf } from '@/domain/sources/inventory'
import { textByMeaning } from '@/domain/sources/kinds/by-meaning'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { type FilteredFinding, filteredFindingsOf } from '@/questions/filtered-findings'
import type { FilteredSources } from '@/questions/filtered-sources'
import { type MeasuredFact, measuredFactsOfFinding } from '@/questions/monitors/measured-facts'
import { leadsOfSource } from '@/questions/plan/leads'
import { type SourceSummary, summarise } from '@/questions/source/source-summary'
import { endedOnSite, endedState } from './ended-state'
import { filesOfSources } from './paper-files'

/** Who receives a sheet: a department or a county. */
export const HANDOVER_GROUPS = ['leads', 'counties'] as const
export type HandoverGroup = (typeof HANDOVER_GROUPS)[number]

/** One finding to be put right. */
export interface HandoverFinding {
  readonly clause: number
  /** The requirement with the items at fault. */
  readonly title: string
  /** The requirement without the items, and its legal basis; null if the rule gives none. */
  readonly requirement: string
  readonly basis: string | null
  /** Set if the rule is not the plan's own wording: added or changed by the office. */
  readonly origin: ReturnType<typeof originOf>
  /** Readings and tracks on the finding: its cause, or evidence beside it. */
  readonly measured: readonly MeasuredFact[]
  readonly status: StatusName
  /** ISO day, or null if nobody recorded it. */
  readonly since: string | null
  /** ISO day by which it was due; null if there is none. */
  readonly due: string | null
  readonly days: number
}

/** A source with its findings; `number` is its number on the sheet's map. */
export interface HandoverSource extends SourceSummary {
  readonly number: number
  readonly countyName: string
  /** Operator of the source; '' if unknown. */
  readonly operator: string
  /** Contact person on site, and the phone number, as far as known. */
  readonly contact: readonly string[]
  /** The list's own words if it says that the source is no more (竣工, 关停); '' otherwise. */
  readonly ended: string
  /** A team's record that the source is no more; null if there is none. */
  readonly endedOnSite: SaidEnded | null
  readonly findings: readonly HandoverFinding[]
}

/** 督办单: what one department or county has to put right. */
export interface HandoverSheet {
  /** '' for the sheet of findings without a responsible department or county. */
  readonly name: string
  /** County code; '' if the sheet is for a department. */
  readonly county: string
  readonly sources: readonly HandoverSource[]
  readonly findings: number
  /** Paths of the files behind the sheet, see {@link filesOfSources}. */
  readonly files: readonly string[]
}

/** A finding as handed over, in a language. */
export function handoverFinding(
  evaluated: EvaluatedPackage,
  finding: FilteredFinding,
  language: string,
): HandoverFinding {
  const { pack } = evaluated.opened
  const { rule, items, status, since, due, days } = finding
  const { clause, title, basis = null, ...own } = pack.rules[rule]!
  return {
    ...{ clause, basis, requirement: inLanguage(title, language), origin: originOf(own) },
    measured: measuredFactsOfFinding(evaluated, finding),
    title: requirementText(pack, rule, items, language),
    status: STATUS_NAMES[status]!,
    since: since === null ? null : formatDay(since),
    due: due === null ? null : formatDay(due),
    days,
  }
}

/** Findings of each source on a sheet. */
type FindingsBySource = Map<number, FilteredFinding[]>

/**
 * Sources of a sheet in the board's order, by this sheet's findings only: what other departments have to put right is
 * not on the sheet, so its reader could not see why a source comes first.
 */
function worstFirst({ overMetres }: EvaluatedPackage, found: FindingsBySource): number[] {
  // Equal sources keep the order of their numbers.
  const sources = [...found.keys()].sort((a, b) => a - b)
  const severity = noSeverity(sources.length)
  sources.forEach((source, i) => {
    for (const finding of found.get(source)!) addToSeverity(severity, i, finding)
  })
  const metres = Float64Array.from(sources, (source) => overMetres[source]!)
  return Array.from(bySeverity(severity, metres), (i) => sources[i]!)
}

/**
 * Sheets of the shown sources, one per department or county, most findings first; the sources of a sheet are in the
 * board's order. They list the requested findings that fail or are overdue, not those due or unknown. Findings with
 * nobody responsible go on a last sheet.
 */
export function handoverSheets(filtered: FilteredSources, group: HandoverGroup, language: string): HandoverSheet[] {
  const { evaluated, order } = filtered
  const { opened } = evaluated
  const nameOf = (county: string) => countyName(opened.pack, county, language)
  const sheets = new Map<string, FindingsBySource>()
  const put = (name: string, source: number, finding: FilteredFinding) => {
    const sheet = sheets.get(name) ?? new Map<number, FilteredFinding[]>()
    sheets.set(name, sheet)
    sheet.set(source, [...(sheet.get(source) ?? []), finding])
  }
  for (const source of order) {
    for (const asked of filteredFindingsOf(filtered, source)) {
      const { rule, status } = asked
      if (status < STATUS.failing) continue
      const county = summarise(evaluated, source).county
      const receivers = group === 'leads' ? leadsOfSource(opened, rule, source) : [nameOf(county)]
      for (const name of receivers.length > 0 ? receivers : ['']) put(name, source, asked)
    }
  }
  return [...sheets]
    .map(([name, found]) => {
      const listed = worstFirst(evaluated, found)
      const sources = listed.map((source, i): HandoverSource => {
        const summary = summarise(evaluated, source)
        const { kind, row } = rowOf(opened.inventory, source)
        const facts = {
          operator: textByMeaning(kind, 'operator', row),
          contact: [textByMeaning(kind, 'contact', row), textByMeaning(kind, 'phone', row)].filter(Boolean),
          ended: endedState(kind, row),
          endedOnSite: endedOnSite(rowOf({ kinds: evaluated.tables }, source).kind, row),
        }
        const findings = found.get(source)!.map((finding) => handoverFinding(evaluated, finding, language))
        return { ...summary, number: i + 1, countyName: nameOf(summary.county), ...facts, findings }
      })
      const facts = sources.flatMap(({ findings }) => findings.flatMap(({ measured }) => measured))
      return {
        name,
        county: group === 'counties' ? summarise(evaluated, listed[0]!).county : '',
        sources,
        findings: sources.reduce((sum, { findings }) => sum + findings.length, 0),
        files: filesOfSources(opened, listed, new Set(facts.map(({ measured }) => measured))),
      }
    })
    .sort((a, b) => Number(a.name === '') - Number(b.name === '') || b.findings - a.findings)
}
