import { parseDay } from '@/domain/calendar'
import { type MeasureBase, type Measured, measure, type RingFigures } from '@/domain/rules/measure'
import { type TargetStanding, targetStanding, targetsDueBy } from '@/domain/rules/outcome'
import { columnByMeaning } from '@/domain/sources/kinds/by-meaning'
import { RING_SIDES } from '@/domain/sources/view/filters'
import type { FilteredSources } from '@/questions/filtered-sources'
import { gradesWhere } from '@/questions/shown/shown-grades'
import type { TableOnDay } from '@/questions/tables-on-day'

/** The measured value of one target of a clause. */
export interface TargetValue {
  readonly clause: number
  /** Its index among the clause's targets. */
  readonly target: number
  /** Null if there is no data for it. */
  readonly measured: Measured | null
  /** Verdict on the target; wall, plan, 年终对账 and papers all show this one. */
  readonly standing: TargetStanding
}

const INSIDE = RING_SIDES.indexOf('inside')

/** Figures over all kinds that the ring applies to, from all their files. */
function ringFigures(ringed: readonly TableOnDay[], isInside: (source: number) => boolean): RingFigures {
  const rows = ringed.map(({ first, table }) => Array.from({ length: table.length }, (_, row) => first + row))
  const ladders = ringed.filter(({ schema }) => schema.ladder).map((kind) => gradesWhere(kind, isInside))
  return {
    total: rows.flat().filter(isInside).length,
    onLadders: ladders.reduce((sum, { total }) => sum + total, 0),
    newlyAdvanced: ladders.reduce((sum, { newlyAdvanced }) => sum + newlyAdvanced, 0),
    industries: new Set(ladders.flatMap(({ industries }) => industries.map(({ industry }) => industry))).size,
  }
}

/** Input of the measures; filters do not narrow it. */
export function measureBase({ evaluated, members }: Pick<FilteredSources, 'evaluated' | 'members'>): MeasureBase {
  const { opened, tables, findings, evaluation } = evaluated
  const { pack, reports } = opened
  const ringed = tables.filter(({ schema }) => schema.ring)
  // After the plan's year, its last month is the newest that applies.
  const newest = [evaluation.asOf.slice(0, 7), `${pack.settings.year}-12`].sort()[0]!
  return {
    tables: tables.map((each) => ({ ...each, inspectedOn: columnByMeaning(each, 'inspectedOn') })),
    asOf: parseDay(evaluation.asOf),
    year: pack.settings.year,
    rules: pack.rules,
    findings,
    ringed: ringed.reduce((sum, { table }) => sum + table.length, 0),
    inRing: ringed.length > 0 ? ringFigures(ringed, (source) => members[source] === INSIDE) : null,
    report: reports.findLast(({ month }) => month <= newest) ?? null,
  }
}

/** The values of all targets of the plan; filters do not narrow them. */
export function targetValues(filtered: Pick<FilteredSources, 'evaluated' | 'members'>): TargetValue[] {
  const base = measureBase(filtered)
  const { opened, evaluation } = filtered.evaluated
  return opened.pack.clauses.flatMap((clause) =>
    clause.targets.map((target, i) => {
      const measured = target.measure ? measure(target.measure, base) : null
      const standing = targetStanding(
        target,
        measured,
        evaluation.asOf,
        targetsDueBy(clause, opened.pack.settings.year),
      )
      return { clause: clause.number, target: i, measured, standing }
    }),
  )
}
