import { useTranslation } from 'react-i18next'
import { NAVIGATORS, type Navigator, navigationLink } from '@/domain/field/navigation'
import { DATUMS } from '@/domain/geodesy/datum'
import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import type { Position } from '@/domain/geodesy/position'
import classes from './PlaceFacts.module.css'

/** Only map services with a web page: a desk computer has no map app. */
const PAGES = (Object.keys(NAVIGATORS) as Navigator[]).filter((each) => each !== 'system')
/** Decimal places of degrees: about 0.1 m. */
const DIGITS = 6

/** Coordinates of a place in each coordinate system, each selected whole by a press, and links to public maps. */
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
