import { inLanguage } from '@/domain/bilingual'
import { formatDay } from '@/domain/calendar'
import { findingsOf } from '@/domain/rules/findings'
import { STATUS_NAMES, type StatusName } from '@/domain/rules/status'
import { countyName } from '@/domain/sources/county'
import { positionOf, rowOf } from '@/domain/sources/inventory'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { KindId } from '@/domain/sources/kinds/kind'
import { textAt, valueAt } from '@/domain/table/column'
import type { ExportTable, ExportValue } from '@/io/export/export'
import { writtenColumns } from '@/io/package/write-package'
import type { Judged } from './judge'
import type { Session } from './session'

/** Words of the page's language that stand in an export. */
export interface ExportWords {
  readonly title: string
  readonly about: NonNullable<ExportTable['about']>
  readonly headings: Readonly<
    Record<
      | 'kind'
      | 'code'
      | 'name'
      | 'county'
      | 'class'
      | 'status'
      | 'overdue'
      | 'clause'
      | 'rule'
      | 'since'
      | 'lead'
      | 'lon'
      | 'lat',
      string
    >
  >
  readonly kinds: Readonly<Record<KindId, string>>
  readonly statuses: Readonly<Record<StatusName, string>>
  readonly classes: Readonly<Record<DataClass, string>>
}

/** What of the shown sources is exported: the sources themselves, or a row for each finding. */
export type ExportWhat = 'sources' | 'findings'

/** The shown sources, worst first, as rows for a file. Sources of one kind come with all their columns. */
export function exportSources(session: Session, judged: Judged, order: Uint32Array, words: ExportWords): ExportTable {
  const { sources } = session.inventory
  const kinds = new Set(Array.from(order, (source) => textAt(sources, 'kind', source)))
  const only = kinds.size === 1 ? session.inventory.kinds.find(({ kind }) => kinds.has(kind)) : undefined
  const whole = only && session.inventory.kinds.filter(({ kind }) => kind === only.kind).length === 1 ? only : null
  const h = words.headings
  const own = whole
    ? writtenColumns(whole.table, whole.schema.fields, (code) => countyName(session.pack, code)).filter(
        ({ field }) => field.name !== 'lon' && field.name !== 'lat',
      )
    : []
  const { status, overdueDays } = judged
  const standing = (source: number): ExportValue[] => [
    words.statuses[STATUS_NAMES[status[source]!]!],
    overdueDays[source]! || null,
    words.classes[textAt(sources, 'dataClass', source) as DataClass],
  ]
  const rows = Array.from(order, (source): ExportValue[] => {
    if (!whole) return [...common(session, source, words), ...standing(source)]
    const row = source - whole.first
    return [
      ...own.map(({ field, text }) =>
        field.type === 'number' ? (valueAt(whole.table, field.name, row) as number | null) : text(row),
      ),
      ...standing(source),
    ]
  })
  const headings = whole ? own.map(({ heading }) => heading) : [h.kind, h.code, h.name, h.county]
  return {
    title: words.title,
    about: words.about,
    headings: [...headings, h.status, h.overdue, h.class],
    rows,
    positions: Array.from(order, (source) => positionOf(session.inventory.sources, source)),
    place: [h.lon, h.lat],
  }
}

/** A row for each finding of the shown sources. */
export function exportFindings(
  session: Session,
  judged: Judged,
  order: Uint32Array,
  language: string,
  words: ExportWords,
): ExportTable {
  const h = words.headings
  const rows: ExportValue[][] = []
  const positions: ExportTable['positions'][number][] = []
  for (const source of order) {
    const { kind } = rowOf(session.inventory, source)
    for (const finding of findingsOf(judged.findings, source)) {
      const rule = session.pack.rules[finding.rule]!
      const lead = session.leadsOf(finding.rule, source).join('、')
      rows.push([
        ...common(session, source, words),
        rule.clause,
        inLanguage(rule.title, language),
        words.statuses[STATUS_NAMES[finding.status]!],
        finding.since === null ? null : formatDay(finding.since),
        finding.days || null,
        lead,
        words.classes[kind.dataClass],
      ])
      positions.push(positionOf(session.inventory.sources, source))
    }
  }
  const headings = [h.kind, h.code, h.name, h.county, h.clause, h.rule, h.status, h.since, h.overdue, h.lead, h.class]
  return { title: words.title, about: words.about, headings, rows, positions, place: [h.lon, h.lat] }
}

function common(session: Session, source: number, words: ExportWords): ExportValue[] {
  const { sources } = session.inventory
  const text = (name: string) => textAt(sources, name, source)
  return [
    words.kinds[text('kind')] ?? text('kind'),
    text('code'),
    text('name'),
    countyName(session.pack, text('county')),
  ]
}
