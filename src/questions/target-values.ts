import { type MeasureBase, type Measured, measure } from '@/domain/rules/measure'
import type { FilteredSources } from './filtered-sources'
import { gradesWhere } from './shown-grades'

/** The value beside one target of a clause. */
export interface TargetValue {
  readonly clause: number
  /** Its place among the targets of the clause. */
  readonly target: number
  /** Null where the data has nothing for it. */
  readonly measured: Measured | null
}

/** The values beside all numbered targets of the plan; filters do not narrow them. */
export function targetValues({ evaluated, members }: Pick<FilteredSources, 'evaluated' | 'members'>): TargetValue[] {
  const { opened, tables, findings, evaluation } = evaluated
  const { pack, reports } = opened
  const ringed = tables.find(({ schema }) => schema.ring && schema.ladder)
  const base: MeasureBase = {
    tables,
    rules: pack.rules,
    findings,
    grades: ringed ? gradesWhere(ringed, () => true) : null,
    inRing: ringed ? gradesWhere(ringed, (source) => members[source] === 1) : null,
    report: reports.findLast(({ month }) => month <= evaluation.asOf.slice(0, 7)) ?? null,
  }
  return pack.clauses.flatMap(({ number, targets }) =>
    targets.map((target, i) => ({
      clause: number,
      target: i,
      measured: target.measure ? measure(target.measure, base) : null,
    })),
  )
}
