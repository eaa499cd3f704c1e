import type { Bilingual } from '@/domain/bilingual'
import { isCalm, type WindWithCalmLimit } from '@/domain/cases/calm'
import { mayCause } from '@/domain/cases/cause-rule'
import type { CauseRule, LikelyRule } from '@/domain/cases/settings'
import { azimuthDegrees, distanceMetres, nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { upwind, type Wind } from '@/domain/geodesy/upwind'
import { STATUS } from '@/domain/rules/status'
import { fieldNameByMeaning, isMonitorList, type Kind, type KindId } from '@/domain/sources/kinds/kind'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { type SourceSummary, summarise } from '@/questions/source/source-summary'

/** A source that may have caused what was noticed at a place. */
export interface LikelySourceOf extends SourceSummary {
  readonly metres: number
  /** Direction from the place, degrees from north. */
  readonly azimuth: number
}

/** Search radius and number of results, and which sources may be causes; null or absent: all. */
export interface LikelyReach extends Pick<LikelyRule, 'metres' | 'bandMetres' | 'most'> {
  readonly causes?: CauseRule | null
}

/** Number of sources of a kind in reach that can't cause what was measured. */
export interface LeftOutKind {
  readonly kind: KindId
  readonly title: Bilingual
  readonly count: number
}

export interface LikelySources {
  /** The source at which it was measured, so the nearest; null if there is none, or it gives off no dust. */
  readonly own: LikelySourceOf | null
  /** How many other sources may be the cause. */
  readonly total: number
  readonly likely: readonly LikelySourceOf[]
  readonly leftOut: readonly LeftOutKind[]
}

/** All listed sources, in the list's order: the source at which it was measured, then the likely ones. */
export const listLikelySources = (found: Pick<LikelySources, 'own' | 'likely'> | null): readonly LikelySourceOf[] =>
  found ? [...(found.own ? [found.own] : []), ...found.likely] : []

/**
 * Sources upwind of a place in the hour of a wind, or around it if the wind is unknown or calm: sorted by distance
 * band, within a band failing and overdue sources first. Kinds that are themselves reports, such as complaints, and
 * monitors are left out. For screening, not proof.
 * @param own number of the source at which it was measured: returned separately, whatever the wind.
 */
export function likelySources(
  evaluated: EvaluatedPackage,
  place: Position,
  wind: (Pick<Wind, 'fromDegrees'> & WindWithCalmLimit) | null,
  { metres: reach, bandMetres, most, causes = null }: LikelyReach,
  own: number | null = null,
): LikelySources {
  const { opened, status, tables } = evaluated
  const { lons, lats } = opened
  const isBlown = wind !== null && !isCalm(wind)
  const all: { source: number; metres: number; azimuth: number }[] = []
  let ofOwn: LikelySourceOf | null = null
  const leftOut: LeftOutKind[] = []
  for (const { first, table, schema } of tables) {
    if (isReportKind(schema) || isMonitorList(schema)) continue
    const found: typeof all = []
    const isCause = mayCause(schema, causes)
    for (let source = first; source < first + table.length; source++) {
      if (Number.isNaN(lons[source]!)) continue
      const at: Position = [lons[source]!, lats[source]!]
      if (source === own && isCause) {
        const metres = distanceMetres(place, at)
        ofOwn = { ...summarise(evaluated, source), metres, azimuth: metres === 0 ? 0 : azimuthDegrees(place, at) }
      } else if (isBlown) {
        const of = upwind(place, at, [{ ...wind, share: 1 }], reach)
        if (of) found.push({ source, ...of })
      } else if (nearbyDistanceMetres(...place, ...at) <= reach * 1.01) {
        const metres = distanceMetres(place, at)
        if (metres <= reach) found.push({ source, metres, azimuth: azimuthDegrees(place, at) })
      }
    }
    if (isCause) all.push(...found)
    else if (found.length > 0) leftOut.push({ kind: schema.id, title: schema.title, count: found.length })
  }
  const isWrong = (source: number) => Number(status[source]! >= STATUS.failing)
  const bandOf = (metres: number) => Math.floor(metres / bandMetres)
  const likely = all
    .sort(
      (a, b) =>
        bandOf(a.metres) - bandOf(b.metres) ||
        isWrong(b.source) - isWrong(a.source) ||
        a.metres - b.metres ||
        a.source - b.source,
    )
    .slice(0, most)
    .map(({ source, metres, azimuth }) => ({ ...summarise(evaluated, source), metres, azimuth }))
  return { own: ofOwn, total: all.length, likely, leftOut }
}

/** Whether a kind's rows are reports of something noticed, such as complaints. */
export const isReportKind = (kind: Pick<Kind, 'fields'>): boolean =>
  fieldNameByMeaning(kind, 'reportedOn') !== undefined
