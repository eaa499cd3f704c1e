import type { IsoDay } from '@/domain/calendar'
import { exceedsLimit } from '@/domain/dustfall/limit'
import type { OpenedPackage } from '@/questions/opened-package'

/**
 * Positions in degrees of the dustfall points over the limit in the newest month not after `asOf`; points without a
 * position are left out.
 */
export function overLimitPoints({ pack, reports }: OpenedPackage, asOf: IsoDay) {
  const report = reports.findLast(({ month }) => month <= asOf.slice(0, 7))
  const over = new Set<string>()
  for (const { figure, dustfallLimit } of report?.rows ?? []) {
    for (const point of figure.points)
      if (point.counted && exceedsLimit(point.value, dustfallLimit)) over.add(point.point)
  }
  const points = pack.dustfallPoints.filter(({ code, lon }) => over.has(code) && !Number.isNaN(lon))
  return { lons: Float64Array.from(points, ({ lon }) => lon), lats: Float64Array.from(points, ({ lat }) => lat) }
}
