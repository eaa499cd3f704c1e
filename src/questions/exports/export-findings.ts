import { formatDay } from '@/domain/calendar'
import { fieldsOf } from '@/domain/rules/rule'
import { STATUS_NAMES } from '@/domain/rules/status'
import { positionOf, rowOf } from '@/domain/sources/inventory'
import { textAt } from '@/domain/table/column'
import type { ExportTable, ExportValue } from '@/io/export/export'
import { filteredFindingsOf } from '@/questions/filtered-findings'
import type { FilteredSources } from '@/questions/filtered-sources'
import { type TracksFact, trackFacts } from '@/questions/monitors/measured-facts'
import { leadsOfSource } from '@/questions/plan/leads'
import { findingText, leadsCell, madeCodeColumn, sharedCells, tracksColumns } from './export-cells'
import type { ExportWords } from './export-words'

/** One row per requested finding of the filtered sources, in the order of the sources. */
export function exportFindings(filtered: FilteredSources, language: string, words: ExportWords): ExportTable {
  const { opened, tables } = filtered.evaluated
  const h = words.headings
  const rows: ExportValue[][] = []
  const positions: ExportTable['positions'][number][] = []
  const facts: (TracksFact | undefined)[] = []
  const codes: string[] = []
  for (const source of filtered.order) {
    const { kind } = rowOf(opened.inventory, source)
    for (const finding of filteredFindingsOf(filtered, source)) {
      const rule = opened.pack.rules[finding.rule]!
      const leads = leadsOfSource(opened, finding.rule, source)
      rows.push([
        ...sharedCells(opened, source, language, words),
        rule.clause,
        findingText(opened, finding, language, words),
        words.statuses[finding.isToVerify ? 'toVerify' : STATUS_NAMES[finding.status]!],
        finding.since === null ? null : formatDay(finding.since),
        finding.due === null ? null : formatDay(finding.due),
        finding.days || null,
        leadsCell(opened, leads, language),
        words.classes[kind.dataClass],
      ])
      const { kind: onDay, row } = rowOf({ kinds: tables }, source)
      facts.push(trackFacts(onDay, row).find(({ field }) => fieldsOf(rule.check).includes(field)))
      codes.push(textAt(opened.inventory.sources, 'code', source))
      positions.push(positionOf(opened.inventory.sources, source))
    }
  }
  const headings = [
    h.kind,
    h.code,
    h.name,
    h.county,
    h.clause,
    h.rule,
    h.status,
    h.since,
    h.due,
    h.overdue,
    h.lead,
    h.class,
  ]
  const days = [headings.indexOf(h.since), headings.indexOf(h.due)]
  const made = madeCodeColumn(codes, words)
  const more = tracksColumns(facts, words)
  return {
    ...{ title: words.title, about: words.about, days, positions },
    headings: [...headings, ...made.headings, ...more.headings],
    rows: rows.map((row, at) => [...row, ...made.cells(at), ...more.cells(at)]),
    place: [h.lon, h.lat],
  }
}
