import { useTranslation } from 'react-i18next'
import { NAVIGATORS, type Navigator, navigationLink } from '@/domain/field/navigation'
import { DATUMS } from '@/domain/geodesy/datum'
import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import type { Position } from '@/domain/geodesy/position'
import classes from './PlaceFacts.module.css'

/** A desk has no map app of its own: only those that have a page. */
const PAGES = (Object.keys(NAVIGATORS) as Navigator[]).filter((each) => each !== 'system')
/** About a tenth of a metre. */
const DIGITS = 6

/** Degrees of a place in each system of coordinates, each chosen whole by a press, and the place on public maps. */
export function PlaceFacts({ position, name }: { readonly position: Position; readonly name: string }) {
  const { t } = useTranslation()
  return (
    <>
      <dl className={classes.degrees}>
        {DATUMS.map((datum) => (
          <div key={datum}>
            <dt>{t(`area.datum.${datum}`)}</dt>
            <dd>
              {fromWgs84(datum, position)
                .map((each) => each.toFixed(DIGITS))
                .join(', ')}
            </dd>
          </div>
        ))}
      </dl>
      <nav aria-label={t('place.open')} className={classes.links}>
        <span className="quiet">{t('place.open')}</span>
        {PAGES.map((page) => (
          <a key={page} href={navigationLink(page, position, name)} target="_blank" rel="noreferrer">
            {t(`check.navigator.${page}`)}
          </a>
        ))}
      </nav>
    </>
  )
}
