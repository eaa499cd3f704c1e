import { useTranslation } from 'react-i18next'
import { azimuthDegrees } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'

interface Props {
  readonly from: Position
  readonly to: Position
  /** The tablet's heading in degrees from north; null if unknown. */
  readonly headingDegrees: number | null
}

/** An arrow towards a place, relative to north or to the tablet's heading if known. */
export function Direction({ from, to, headingDegrees }: Props) {
  const { t } = useTranslation()
  const azimuth = azimuthDegrees(from, to)
  const turned = azimuth - (headingDegrees ?? 0)
  return (
    <svg
      width="48"
      height="48"
      viewBox="-24 -24 48 48"
      role="img"
      aria-label={t('near.direction', { azimuth: Math.round(azimuth) })}
    >
      <circle r="23" fill="var(--ground)" />
      <path d="M0 -14 L9 11 L0 5 L-9 11 Z" fill="var(--ink)" transform={`rotate(${turned.toFixed(1)})`} />
    </svg>
  )
}
