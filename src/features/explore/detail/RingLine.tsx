import { useTranslation } from 'react-i18next'
import type { RingPlace } from '@/domain/geodesy/ring'
import { useOpened } from '@/store/chentu'
import { Why } from '@/ui/Why'

/** How many metres a source lies inside or outside the ring, and how that was measured. */
export function RingLine({ place }: { readonly place: RingPlace }) {
  const { t } = useTranslation()
  const { ring } = useOpened()
  const metres = Math.round(Math.abs(place.marginMetres)).toLocaleString('en')
  const text = t(place.inside ? 'ring.inRing' : 'ring.outRing', { metres })
  const distance = Math.abs(place.coreMetres).toFixed(2)
  return (
    <p>
      {text}
      <Why of={text}>
        <p>
          {place.coreMetres < 0
            ? t('why.ringInside', { distance })
            : t('why.ring', {
                basis: t(`ring.basis.${ring.basis}`),
                distance,
                azimuth: place.azimuth.toFixed(1),
                radius: ring.radiusMetres.toLocaleString('en'),
              })}
        </p>
      </Why>
    </p>
  )
}
