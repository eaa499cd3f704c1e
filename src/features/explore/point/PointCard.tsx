import { useTranslation } from 'react-i18next'
import { pointOpening } from '@/domain/cases/opening-key'
import { exceedsLimit } from '@/domain/dustfall/limit'
import { shownValue } from '@/domain/dustfall/point-month'
import { limitSeries, pointMonthOf, pointSeries } from '@/domain/dustfall/point-series'
import { countyName } from '@/domain/sources/county'
import { CaseButton } from '@/features/explore/cases/CaseButton'
import { PlaceFacts } from '@/features/explore/detail/PlaceFacts'
import { isPlaced } from '@/questions/points/nearest-point'
import { addArea, useChentu, useOpened, useReport } from '@/store/chentu'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import { Sparkline } from '@/ui/Sparkline'
import classes from './PointCard.module.css'
import { PointFigure } from './PointFigure'
import { Surroundings } from './Surroundings'
import { usePointText } from './use-point-text'

const MONTHS = 13
const REACH_METRES = 3000

/** A dustfall point: its values of the month and of earlier months, and rule violations around it. */
export function PointCard({ code }: { readonly code: string }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  const setView = useChentu((state) => state.setView)
  const text = usePointText()
  const point = dataset.dustfallPoints.find((each) => each.code === code)
  if (!point || !report) return <p>{t('point.unknown', { code })}</p>
  const measured = pointMonthOf(dataset.reports, code, report.month)
  const series = pointSeries(dataset.reports, code, report.month, MONTHS)
  const limits = limitSeries(dataset.reports, point.county, report.month, MONTHS)
  const value = series.at(-1)!.value
  const isOver = value !== null && exceedsLimit(value, limits.at(-1)!)
  const placed = isPlaced(point)
  return (
    <article aria-label={t('point.title')} className={classes.card}>
      <h2>{point.name}</h2>
      <p className="quiet">{[t('point.kind'), countyName(dataset, point.county, i18n.language), code].join(DOT)}</p>
      <p className={classes.figure}>
        <span>{text.month(report.month)}</span>{' '}
        <b data-over={isOver}>{measured?.counted ? shownValue(measured) : text.value(value)}</b> {t('ranking.unit')}
        {isOver && <b data-over="true"> {t('ranking.over')}</b>}
      </p>
      <PointFigure point={measured} />
      <p className={classes.months}>
        <Sparkline values={series.map((each) => each.value)} limits={limits} label={text.series(series)} />
        <span className="quiet">{text.series(series)}</span>
      </p>
      {placed ? (
        <>
          <Surroundings points={[code]} metres={REACH_METRES} />
          <p className={classes.actions}>
            <Button
              onClick={() =>
                addArea({
                  operation: 'add',
                  area: {
                    type: 'circle',
                    centre: [point.lon, point.lat],
                    metres: REACH_METRES,
                    name: `${countyName(dataset, point.county, i18n.language)}${point.name}`,
                  },
                })
              }
            >
              {t('point.narrow', { km: REACH_METRES / 1000 })}
            </Button>
            <CaseButton of={pointOpening(code)} />
            <Button onClick={() => setView({ panel: 'upwind', point: code, county: point.county })}>
              {t('point.upwind')}
            </Button>
          </p>
          <h3>{t('place.title')}</h3>
          <PlaceFacts position={[point.lon, point.lat]} name={point.name} />
        </>
      ) : (
        <p>{t('point.notPlaced')}</p>
      )}
    </article>
  )
}
