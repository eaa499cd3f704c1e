import type { Bilingual } from '@/domain/bilingual'
import { isCalm, type JudgedWind } from '@/domain/cases/calm'
import { mayCause } from '@/domain/cases/causes'
import type { CauseRule, LikelyRule } from '@/domain/cases/settings'
import { azimuthDegrees, distanceMetres, nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { upwind, type Wind } from '@/domain/geodesy/upwind'
import { STATUS } from '@/domain/rules/status'
import { isMonitorList, type Kind, type KindId, nameMeaning } from '@/domain/sources/kinds/kind'
import type { EvaluatedPackage } from './evaluated-package'
import { type SourceSummary, summarise } from './source-summary'

/** A source that may be the cause of what was noticed at a place. */
export interface LikelySourceOf extends SourceSummary {
  readonly metres: number
  /** Direction from the place, degrees from north. */
  readonly azimuth: number
}

/** How far and how many are looked for, and of which sources; null or absent: of all. */
export interface LikelyReach extends Pick<LikelyRule, 'metres' | 'bandMetres' | 'most'> {
  readonly causes?: CauseRule | null
}

/** A kind of sources that stood there and can't be the cause of what was measured, and how many of it. */
export interface LeftOut {
  readonly kind: KindId
  readonly title: Bilingual
  readonly count: number
}

export interface LikelyFound {
  /** The source at which it was measured, which is nearest of all; null where that is none that gives off dust. */
  readonly own: LikelySourceOf | null
  /** How many others may be the cause. */
  readonly total: number
  readonly likely: readonly LikelySourceOf[]
  readonly leftOut: readonly LeftOut[]
}

/** All that a list names, in its order: where it was measured, then the likely ones. */
export const listedLikely = (found: Pick<LikelyFound, 'own' | 'likely'> | null): readonly LikelySourceOf[] =>
  found ? [...(found.own ? [found.own] : []), ...found.likely] : []

/**
 * The sources upwind of a place in the hour of a wind, or around it where nobody knows the wind or the air was calm: the nearest
 * first, in bands of the reach; of a band those that fail or are overdue first. What is itself something that was noticed, as
 * complaints are, is no source, nor is a monitor. For screening, not proof.
 * @param own number of the source at which it was measured: it is given apart, whatever the wind.
 */
export function likelySources(
  evaluated: EvaluatedPackage,
  place: Position,
  wind: (Pick<Wind, 'fromDegrees'> & JudgedWind) | null,
  { metres: reach, bandMetres, most, causes = null }: LikelyReach,
  own: number | null = null,
): LikelyFound {
  const { opened, status, tables } = evaluated
  const { lons, lats } = opened
  const isBlown = wind !== null && !isCalm(wind)
  const all: { source: number; metres: number; azimuth: number }[] = []
  let ofOwn: LikelySourceOf | null = null
  const leftOut: LeftOut[] = []
  for (const { first, table, schema } of tables) {
    if (isNoticed(schema) || isMonitorList(schema)) continue
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

/** Whether sources of a kind are themselves something that was noticed and reported. */
export const isNoticed = (kind: Pick<Kind, 'fields'>): boolean => nameMeaning(kind, 'reportedOn') !== undefined
