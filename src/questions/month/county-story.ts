import { addMonths, formatDay, type IsoDay, type Month, parseDay } from '@/domain/calendar'
import { findingsOf } from '@/domain/rules/findings'
import { STATUS } from '@/domain/rules/status'
import { rowOf } from '@/domain/sources/inventory'
import { columnByMeaning, textByMeaning } from '@/domain/sources/kinds/by-meaning'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { Ladder } from '@/domain/sources/kinds/ladder'
import { surveyGrades } from '@/domain/sources/latest-surveys'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { ABSENT_DAY, textAt } from '@/domain/table/column'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { type HandoverFinding, handoverFinding } from '@/questions/exports/handover'
import { filteredFindingsOf, filterRules, wantedStandings } from '@/questions/filtered-findings'
import { leadsOfSource } from '@/questions/plan/leads'
import { countGrades } from '@/questions/shown/shown-grades'
import { type SourceSummary, summarise } from '@/questions/source/source-summary'
import type { TableOnDay } from '@/questions/tables-on-day'

/** A source with what must be put right and the responsible department: one line of a dispatch sheet. */
export interface DispatchedSource extends SourceSummary {
  /** Its failures, worst first. */
  readonly findings: readonly HandoverFinding[]
  /** The department that leads the worst failure; '' if none is named. */
  readonly lead: string
  /** Operator of the source; '' if unknown. */
  readonly operator: string
}

/** Background to a county's figure: its sources on the as-of date, regardless of filters. */
export interface CountyStory {
  readonly overdue: number
  readonly failing: number
  readonly total: number
  /** Sources with a failure first seen in the month. */
  readonly newly: number
  /** The worst failing sources. */
  readonly worst: readonly DispatchedSource[]
  /**
   * For each kind with graded surveys: its best grade, how many sources have a known grade, and those below the best.
   */
  readonly surveyed: readonly {
    readonly kind: KindId
    readonly best: string
    /** Sources with a known grade. */
    readonly known: number
    /** Day of the newest survey; null if there is none. */
    readonly newest: IsoDay | null
    readonly below: readonly { readonly name: string; readonly grade: string }[]
  }[]
  /** For each kind with a ladder: number of sources by grade, best first; sources without a grade last. */
  readonly graded: readonly {
    readonly kind: KindId
    readonly counts: readonly { readonly grade: string; readonly count: number }[]
  }[]
}

/** Background to a county's month; the `count` worst sources in full, with requirements in `language`. */
export function countyStory(
  evaluated: EvaluatedPackage,
  county: string,
  month: Month,
  count: number,
  language = 'zh-CN',
): CountyStory {
  const { sources } = evaluated.opened.inventory
  const [from, until] = [parseDay(`${month}-01`), parseDay(`${addMonths(month, 1)}-01`)]
  let [overdue, failing, total, newly] = [0, 0, 0, 0]
  const worst: number[] = []
  // `order` is worst first.
  for (const source of evaluated.order) {
    if (textAt(sources, 'county', source) !== county) continue
    total++
    const status = evaluated.status[source]!
    if (status === STATUS.overdue) overdue++
    else if (status === STATUS.failing) failing++
    else continue
    if (worst.length < count) worst.push(source)
    const since = findingsOf(evaluated.findings, source).flatMap((finding) => finding.since ?? [])
    if (since.some((day) => day >= from && day < until)) newly++
  }
  return {
    overdue,
    failing,
    total,
    newly,
    worst: dispatched(evaluated, worst, language),
    surveyed: evaluated.tables.flatMap((kind) => surveyedIn(kind, county)),
    graded: evaluated.tables
      .filter(({ schema }) => schema.ladder)
      .map((kind) => ({
        kind: kind.kind,
        counts: inLadderOrder(
          countGrades([kind], (source) => textAt(sources, 'county', source) === county),
          kind.schema.ladder!,
        ),
      })),
  }
}

/** Sources with all their failures and the responsible department. */
function dispatched(
  evaluated: EvaluatedPackage,
  sources: readonly number[],
  language: string,
): readonly DispatchedSource[] {
  const { opened } = evaluated
  const all = { evaluated, asked: filterRules(evaluated, NO_FILTERS), wanted: wantedStandings(NO_FILTERS) }
  return sources.map((source) => {
    const failed = filteredFindingsOf(all, source).filter(({ status }) => status >= STATUS.failing)
    const { kind, row } = rowOf(opened.inventory, source)
    return {
      ...summarise(evaluated, source),
      findings: failed.map((finding) => handoverFinding(evaluated, finding, language)),
      lead: (failed[0] && leadsOfSource(opened, failed[0].rule, source)[0]) ?? '',
      operator: textByMeaning(kind, 'operator', row),
    }
  })
}

/** Sorts counts in the ladder's order; grades not on the ladder follow, no grade comes last. */
function inLadderOrder(counts: ReadonlyMap<string, number>, { orders, ungraded }: Ladder) {
  const known = [...orders.flat(), ungraded]
  const place = (grade: string) => {
    if (grade === '') return Infinity
    const at = known.indexOf(grade)
    return at < 0 ? known.length : at
  }
  return [...counts].map(([grade, count]) => ({ grade, count })).sort((a, b) => place(a.grade) - place(b.grade))
}

/** The best survey grade of a kind, and the county's sources below it; empty if its surveys are not graded. */
function surveyedIn({ kind, schema, table }: TableOnDay, county: string): CountyStory['surveyed'] {
  const [best] = surveyGrades(schema)
  if (best === undefined) return []
  const grade = schema.surveys!.grading!.grade
  const rows = Array.from({ length: table.length }, (_, row) => row)
  const days = columnByMeaning({ schema, table }, 'surveyedOn')
  const known = rows
    .filter((row) => textAt(table, 'county', row) === county && textAt(table, grade, row) !== '')
    .map((row) => ({
      name: textAt(table, 'name', row),
      grade: textAt(table, grade, row),
      day: days?.type === 'day' ? days.values[row]! : ABSENT_DAY,
    }))
  const newest = known.reduce((latest, { day }) => Math.max(latest, day), ABSENT_DAY)
  const below = known.filter((each) => each.grade !== best).map(({ name, grade }) => ({ name, grade }))
  return [{ kind, best, known: known.length, newest: newest === ABSENT_DAY ? null : formatDay(newest), below }]
}
