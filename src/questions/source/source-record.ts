import type { DayNumber } from '@/domain/calendar'
import { type Finding, findingsOf, rulesKeptBy } from '@/domain/rules/findings'
import type { SaidEnded } from '@/domain/rules/kind-table'
import { rowOf } from '@/domain/sources/inventory'
import { isTaskList, type KindId } from '@/domain/sources/kinds/kind'
import { ABSENT_DAY, lineOf, type Value, valueAt } from '@/domain/table/column'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { endedOnSite, endedSince, endedState, type WrittenCell } from '@/questions/exports/ended-state'
import {
  type MeasuredFact,
  measuredFacts,
  type UndecidedByReadings,
  undecidedBy,
} from '@/questions/monitors/measured-facts'
import { isToVerify } from './to-verify'

/** A source with all columns of its table. */
export interface SourceRecord {
  readonly kind: KindId
  readonly file: string
  readonly row: number
  readonly values: Readonly<Record<string, Value>>
  /**
   * Deadline of each failing item that teams saw last, by item; null if none was set. A requirement with several items has
   * the earliest of them.
   */
  readonly itemDeadlines: Readonly<Record<string, DayNumber | null>>
  /** What the list says if the source is no more (竣工, 销号), as written, and since when; '' and null if it does not. */
  readonly ended: string
  readonly endedSince: WrittenCell | null
  /** A team's record that the source is no more; null if there is none. */
  readonly endedOnSite: SaidEnded | null
  /** Worst first. */
  readonly findings: readonly Finding[]
  /** Findings of advisory rules (hints); not counted as findings. */
  readonly hints: readonly Finding[]
  /** Indexes of the rules that apply to it and are met. */
  readonly kept: readonly number[]
  /** Indexes of the rules for which a person has to look whether they are met. */
  readonly toVerify: readonly number[]
  /** Readings and tracks on its fields. */
  readonly measured: readonly MeasuredFact[]
  /** What is known of these readings where they are too few to decide any field. */
  readonly undecided: UndecidedByReadings | null
}

/** A source as of the as-of date. */
export function sourceRecord(evaluated: EvaluatedPackage, source: number): SourceRecord {
  const { tables, findings, hints } = evaluated
  const { kind, row } = rowOf({ kinds: tables }, source)
  const ended = isTaskList(kind.schema) ? '' : endedState(kind, row)
  return {
    kind: kind.kind,
    file: kind.file,
    row: lineOf(kind.table, row),
    values: Object.fromEntries(Object.keys(kind.table.columns).map((name) => [name, valueAt(kind.table, name, row)])),
    itemDeadlines: Object.fromEntries(
      [...(kind.seen?.items.get(row) ?? [])].flatMap(([item, { holds, due }]) =>
        holds ? [] : [[item, due === ABSENT_DAY ? null : due]],
      ),
    ),
    ended,
    endedSince: ended === '' ? null : endedSince(kind, row),
    endedOnSite: endedOnSite(kind, row),
    findings: findingsOf(findings, source),
    hints: findingsOf(hints, source),
    kept: rulesKeptBy(findings, source),
    toVerify: findings
      .filter((each) => {
        const row = source - each.first
        return row >= 0 && row < each.status.length && isToVerify(evaluated, each)?.(row) === true
      })
      .map(({ rule }) => rule),
    measured: measuredFacts(evaluated, kind, row),
    undecided: undecidedBy(evaluated, kind, row),
  }
}
