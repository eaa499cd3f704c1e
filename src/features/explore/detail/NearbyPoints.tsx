import { useTranslation } from 'react-i18next'
import { exceedsLimit } from '@/domain/dustfall/limit'
import { limitSeries, pointSeries } from '@/domain/dustfall/point-series'
import { COMPASS_DEGREES } from '@/domain/geodesy/compass'
import type { Position } from '@/domain/geodesy/position'
import { nearPoints } from '@/features/explore/point/near-points'
import { usePointText } from '@/features/explore/point/use-point-text'
import { openPoint, useOpened, useReport } from '@/store/chentu'
import { useCompassName } from '@/store/words/compass'
import { Sparkline } from '@/ui/Sparkline'
import classes from './NearbyPoints.module.css'

const REACH_METRES = 3000
const MONTHS = 13

/** Dustfall points around a source with their values of the last 13 months; the nearest point if none is in range. */
export function NearbyPoints({ position }: { readonly position: Position }) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  const text = usePointText()
  const compassName = useCompassName()
  const points = nearPoints(dataset, position, REACH_METRES)
  if (!report || points.length === 0) return null
  const within = points.filter(({ metres }) => metres <= REACH_METRES).length
  return (
    <section aria-label={t('point.nearby')}>
      <h3>
        {t('point.nearby')}{' '}
        <small>
          {t(within === 0 ? 'point.nearest' : 'point.nearbyCount', { km: REACH_METRES / 1000, count: within })}
        </small>
      </h3>
      <ul className={classes.points}>
        {points.map(({ code, county, name, metres, azimuth }) => {
          const series = pointSeries(dataset.reports, code, report.month, MONTHS)
          const limits = limitSeries(dataset.reports, county, report.month, MONTHS)
          const value = series.at(-1)!.value
          const isOver = value !== null && exceedsLimit(value, limits.at(-1)!)
          return (
            <li key={code}>
              <button type="button" onClick={() => openPoint(code)}>
                <span>
                  <b>{name}</b>{' '}
                  <small>
                    {t('point.where', {
                      km: (metres / 1000).toFixed(1),
                      direction: compassName(Math.round(azimuth / COMPASS_DEGREES)),
                    })}
                  </small>
                </span>
                <Sparkline values={series.map((each) => each.value)} limits={limits} label={text.series(series)} />
                <b data-over={isOver} data-none={value === null}>
                  {text.value(value)}
                </b>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
