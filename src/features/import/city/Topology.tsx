import { useTranslation } from 'react-i18next'
import type { CityDraft } from '@/domain/city/city-draft'
import { BORDER_TOLERANCE, type OutlineFault } from '@/domain/geodesy/fault-of-outline'
import classes from './NewCity.module.css'

const MAX_LINES = 12
const SQUARE_KILOMETRE = 1e6
/** Areas from this size (m²) are given in km². */
const LARGE = 100_000

/** How the outlines fit together: crossings, overlaps and gaps, with the counties concerned and the areas. */
export function Topology({ draft }: { readonly draft: CityDraft }) {
  const { t } = useTranslation()
  const { placed, counties } = draft
  if (!placed) return null
  const nameOf = (place: number) => counties.find(({ outlines }) => outlines.includes(place))?.name || `#${place + 1}`
  const names = (places: readonly number[]) => [...new Set(places.map(nameOf))].join('、')
  const area = (squareMetres: number) =>
    squareMetres < LARGE
      ? t('city.outlines.squareMetres', { value: Math.round(squareMetres) })
      : t('city.outlines.squareKilometres', { value: (squareMetres / SQUARE_KILOMETRE).toFixed(2) })
  const line = (fault: OutlineFault) => {
    const said = { names: names(fault.members) }
    if (fault.kind === 'open') return t('city.outlines.open', said)
    if (fault.kind === 'crossing')
      return t('city.outlines.crossing', { ...said, at: fault.at.map((degrees) => degrees.toFixed(4)).join(', ') })
    return t(`city.outlines.${fault.kind}`, { ...said, area: area(fault.squareMetres) })
  }
  const { faults, closed } = placed
  return (
    <div role="status" className={classes.topology}>
      <p>
        {faults.length === 0
          ? t('city.outlines.sound', { metres: BORDER_TOLERANCE })
          : t('city.outlines.unsound', { count: faults.length })}
      </p>
      <ul>
        {faults.slice(0, MAX_LINES).map((fault) => (
          <li key={JSON.stringify(fault)}>{line(fault)}</li>
        ))}
        {faults.length > MAX_LINES && <li>{t('city.outlines.more', { count: faults.length - MAX_LINES })}</li>}
        {closed.length > 0 && <li>{t('city.outlines.closed', { names: names(closed) })}</li>}
      </ul>
    </div>
  )
}
