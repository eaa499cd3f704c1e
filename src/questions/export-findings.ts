import { formatDay } from '@/domain/calendar'
import { STATUS_NAMES } from '@/domain/rules/status'
import { positionOf, rowOf } from '@/domain/sources/inventory'
import type { ExportTable, ExportValue } from '@/io/export/export'
import { findingText, leadsCell, sharedCells } from './export-cells'
import type { ExportWords } from './export-words'
import { filteredFindingsOf } from './filtered-findings'
import type { FilteredSources } from './filtered-sources'
import { leadsOfSource } from './leads'

/** One row per requested finding of the filtered sources, in the order of the sources. */
export function exportFindings(filtered: FilteredSources, language: string, words: ExportWords): ExportTable {
  const { opened } = filtered.evaluated
  const h = words.headings
  const rows: ExportValue[][] = []
  const positions: ExportTable['positions'][number][] = []
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
  return { title: words.title, about: words.about, headings, rows, days, positions, place: [h.lon, h.lat] }
}
