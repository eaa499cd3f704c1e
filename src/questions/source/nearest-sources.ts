import { formatDay, type IsoDay } from '@/domain/calendar'
import { indexNearest } from '@/domain/geodesy/nearest'
import type { Position } from '@/domain/geodesy/position'
import { rowOf } from '@/domain/sources/inventory'
import { fieldNameByMeaning } from '@/domain/sources/kinds/kind'
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

/** The `count` sources nearest to a position, within `maxMetres`, nearest first. */
export function nearestSources(
  evaluated: EvaluatedPackage,
  from: Position,
  count: number,
  maxMetres: number,
): NearSource[] {
  const near = nearestIndex(evaluated.opened).nearest(from, count, maxMetres)
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
