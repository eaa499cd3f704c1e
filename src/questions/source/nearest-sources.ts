import { formatDay, type IsoDay } from '@/domain/calendar'
import { indexNearest } from '@/domain/geodesy/nearest'
import type { Position } from '@/domain/geodesy/position'
import { rowOf } from '@/domain/sources/inventory'
import { fieldNameByMeaning, type KindId } from '@/domain/sources/kinds/kind'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { memoOf } from '@/questions/memo'
import { type Evidence, evidenceOfFinding } from '@/questions/monitors/measured-facts'
import type { OpenedPackage } from '@/questions/opened-package'
import { sourceRecord } from './source-record'
import { type SourceSummary, summarise } from './source-summary'

/** A source with its distance. */
export interface NearSource extends SourceSummary {
  readonly metres: number
  /** Index of the rule of its worst finding; null if it has none. */
  readonly worst: number | null
  /** Readings or tracks that caused that finding; null if it rests on neither. */
  readonly evidence: Evidence | null
  /** Day of the last inspection; null if none is recorded. */
  readonly inspectedOn: IsoDay | null
}

const nearestIndex = memoOf(({ lons, lats }: OpenedPackage) => indexNearest(lons, lats))

const kindOf = ({ opened }: EvaluatedPackage, row: number): KindId => rowOf(opened.inventory, row).kind.schema.id

/** The `count` sources nearest to a position, within `maxMetres`, nearest first; of some kinds, or of all if none is given. */
export function nearestSources(
  evaluated: EvaluatedPackage,
  from: Position,
  count: number,
  maxMetres: number,
  kinds: readonly KindId[] = [],
): NearSource[] {
  const index = nearestIndex(evaluated.opened)
  const near =
    kinds.length === 0
      ? index.nearest(from, count, maxMetres)
      : index
          .nearest(from, Number.POSITIVE_INFINITY, maxMetres)
          .filter(({ row }) => kinds.includes(kindOf(evaluated, row)))
          .slice(0, count)
  return near.map(({ row: source, metres }) => {
    const { values, findings } = sourceRecord(evaluated, source)
    const day = values[fieldNameByMeaning(rowOf(evaluated.opened.inventory, source).kind.schema, 'inspectedOn') ?? '']
    return {
      ...summarise(evaluated, source),
      metres,
      worst: findings[0]?.rule ?? null,
      evidence: findings[0] ? evidenceOfFinding(evaluated, { rule: findings[0].rule, source }) : null,
      inspectedOn: typeof day === 'number' ? formatDay(day) : null,
    }
  })
}

/** Number of sources within some metres of a position, by kind; kinds without any are left out. */
export function nearestKinds(
  evaluated: EvaluatedPackage,
  from: Position,
  maxMetres: number,
): Readonly<Record<KindId, number>> {
  const counts: Record<KindId, number> = {}
  for (const { row } of nearestIndex(evaluated.opened).nearest(from, Number.POSITIVE_INFINITY, maxMetres)) {
    const kind = kindOf(evaluated, row)
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}
