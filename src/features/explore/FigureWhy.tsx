import { useTranslation } from 'react-i18next'
import type { RankedCounty } from '@/domain/dustfall/month-report'
import type { PointMonth } from '@/domain/dustfall/point-month'
import { useOpened } from '@/store/chentu'
import { countyName, inLanguage } from '@/store/names'
import { Why } from '@/ui/Why'
import classes from './FigureWhy.module.css'

function PointLine({ point }: { readonly point: PointMonth }) {
  const { t } = useTranslation()
  const { dustfallPoints } = useOpened().dataset
  const name = dustfallPoints.find(({ code }) => code === point.point)?.name ?? point.point
  if (!point.counted) {
    return (
      <li>
        {name} {t(`why.cause.${point.cause}`)} {point.reason}
      </li>
    )
  }
  const { sample } = point
  return (
    <li>
      {name} <b>{Number(point.measured).toFixed(4)}</b>
      {point.belowDetection && ` ${t('why.belowDetection', { value: point.value })}`}
      {sample && (
        <p className="quiet">
          {t('why.sample', {
            m0: sample.dishGrams,
            m1: sample.dustedGrams,
            m2: sample.blankGrams,
            mouth: sample.mouthCm,
            days: sample.days,
          })}
        </p>
      )}
    </li>
  )
}

/** How a county's row of the ranking came about: its points, what was left out and why, the rounding, the changes. */
export function FigureWhy({ row, limit }: { readonly row: RankedCounty; readonly limit: number }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { figure } = row
  const left = figure.points.filter((point) => !point.counted)
  const change = (label: string, from: number | null, percent: number | null) =>
    percent !== null && (
      <p>
        {label} {t('why.change', { to: figure.value?.toFixed(1), from: from?.toFixed(1) })} ={' '}
        <b>{percent.toFixed(1)}%</b>
      </p>
    )
  return (
    <Why
      of={`${countyName(dataset, row.county, i18n.language)} ${figure.month} ${figure.value?.toFixed(1) ?? t('ranking.noValue')}`}
    >
      <div className={classes.why}>
        {figure.origin === 'published' ? (
          <p>{t('why.published')}</p>
        ) : (
          <>
            <h3>{t('why.points')}</h3>
            <ul>
              {figure.points
                .filter((point) => point.counted)
                .map((point) => (
                  <PointLine key={point.point} point={point} />
                ))}
            </ul>
            {left.length > 0 && <h3>{t('why.excluded')}</h3>}
            <ul>
              {left.map((point) => (
                <PointLine key={point.point} point={point} />
              ))}
            </ul>
            <p className="quiet">{t('why.formula')}</p>
            {figure.exact !== null && (
              <p>
                {t('why.mean')} {Number(figure.exact).toFixed(6)} → <b>{figure.value?.toFixed(1)}</b> {t('why.rounded')}
              </p>
            )}
          </>
        )}
        {change(t('ranking.mom'), row.lastMonth, row.monthOnMonth)}
        {change(t('ranking.yoy'), row.lastYear, row.yearOnYear)}
        {row.accumulated !== null && (
          <p>
            {t('ranking.accumulated')} <b>{row.accumulated.toFixed(1)}</b> = {t('why.accumulated')} (
            {row.accumulatedOf.map(({ value }) => value.toFixed(1)).join('、')})
          </p>
        )}
        <p className="quiet">
          {t('why.limit', { limit, source: inLanguage(dataset.settings.dustfall.limitSource, i18n.language) })}
        </p>
      </div>
    </Why>
  )
}
