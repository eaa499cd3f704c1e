import { useTranslation } from 'react-i18next'
import { exceedsLimit } from '@/domain/dustfall/limit'
import type { Position } from '@/domain/geodesy/position'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'

/** A dustfall point to look upwind from. */
export interface Receptor {
  /** Code of the point. */
  readonly key: string
  readonly label: string
  readonly value: number | null
  readonly over: boolean
  readonly position: Position
}

/** Counted points of the month with a position, largest value first. */
export function useReceptors(): readonly Receptor[] {
  const { i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  if (!report) return []
  const placed = new Map(
    dataset.dustfallPoints.map(({ code, name, lon, lat }) => [code, { name, position: [lon, lat] as const }]),
  )
  return report.rows
    .flatMap(({ county, figure, dustfallLimit }) =>
      figure.points.flatMap((point): Receptor[] => {
        const found = placed.get(point.point)
        // Without a position, nothing upwind can be determined.
        if (!found || Number.isNaN(found.position[0]) || !point.counted) return []
        const value = Number(point.value)
        const label = `${countyName(dataset, county, i18n.language)} ${found.name}`
        return [
          {
            key: point.point,
            label,
            value,
            over: exceedsLimit(point.value, dustfallLimit),
            position: found.position,
          },
        ]
      }),
    )
    .sort((a, b) => b.value! - a.value!)
}
