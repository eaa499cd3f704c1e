import type { AreaPlaces, AroundPlaces } from '@/domain/sources/view/area'
import { lineAlong, type SurroundedPlaces } from '@/domain/sources/view/area'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { overLimitPoints } from '@/questions/points/over-limit-points'
import { lineSources } from '@/questions/source/line-sources'

/**
 * Geometry of the lines, counties and sets of places that areas are drawn around. Points over the limit are those of
 * the as-of date.
 */
export const areaPlaces = (evaluated: EvaluatedPackage): AreaPlaces => {
  const { opened } = evaluated
  return {
    line: (along) => lineAlong(lineSources(opened), along)?.geometry ?? null,
    county: (code) => opened.pack.outlines.features.find(({ id }) => String(id) === code)?.geometry ?? null,
    around: (of) => aroundPlaces(evaluated, of),
  }
}

/** All places of a set: the points over the limit, all dustfall points, or the sources of a kind. */
export function aroundPlaces({ opened, evaluation }: EvaluatedPackage, surrounded: SurroundedPlaces): AroundPlaces {
  if (surrounded === 'over') return { places: overLimitPoints(opened, evaluation.asOf), lines: [] }
  if (surrounded === 'points') {
    const points = opened.pack.dustfallPoints
    const lons = Float64Array.from(points, ({ lon }) => lon)
    return { places: { lons, lats: Float64Array.from(points, ({ lat }) => lat) }, lines: [] }
  }
  const lines = lineSources(opened).filter(({ kind }) => kind === surrounded.kind)
  const tables = opened.inventory.kinds.filter(({ kind }) => kind === surrounded.kind)
  const rows = tables.flatMap(({ first, table }) => Array.from({ length: table.length }, (_, row) => first + row))
  return {
    places: {
      lons: Float64Array.from(rows, (row) => opened.lons[row]!),
      lats: Float64Array.from(rows, (row) => opened.lats[row]!),
    },
    lines: lines.map(({ geometry }) => geometry),
  }
}
