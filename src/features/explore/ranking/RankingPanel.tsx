import { useTranslation } from 'react-i18next'
import type { RankedCounty } from '@/domain/dustfall/month-report'
import { countyName } from '@/domain/sources/county'
import { dustfallClass } from '@/layers/dustfall-scale'
import { useChentu, useDataset, useReport } from '@/store/chentu'
import { Change } from '@/ui/Change'
import { LimitBar } from '@/ui/LimitBar'
import { Why } from '@/ui/Why'
import { FigureWhy } from './FigureWhy'
import classes from './RankingPanel.module.css'

function Row({
  row,
  dustfallLimit,
  top,
}: {
  readonly row: RankedCounty
  readonly dustfallLimit: number
  readonly top: number
}) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const county = useChentu((state) => state.view.county)
  const setView = useChentu((state) => state.setView)
  const { value } = row.figure
  return (
    <tr aria-selected={county === row.county}>
      <td>{row.rank ?? '—'}</td>
      <th scope="row">
        <button
          type="button"
          className={classes.county}
          aria-pressed={county === row.county}
          onClick={() => setView({ county: county === row.county ? null : row.county })}
        >
          {countyName(dataset, row.county, i18n.language)}
        </button>
      </th>
      <td className={classes.barCell}>
        <LimitBar
          value={value}
          of={value === null ? 0 : dustfallClass(value, dustfallLimit)}
          dustfallLimit={dustfallLimit}
          top={top}
        />
      </td>
      <td className={row.over ? classes.over : ''}>{value?.toFixed(1) ?? t('ranking.noValue')}</td>
      <td>
        <Change percent={row.yearOnYear} />
      </td>
      <td>{row.over && <b className={classes.over}>{t('ranking.over')}</b>}</td>
      <td>
        <FigureWhy row={row} />
      </td>
    </tr>
  )
}

/** The month's ranking, linked with the map both ways. */
export function RankingPanel() {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const report = useReport()
  if (!report) return <p>{t('ranking.none')}</p>
  const { city, dustfallLimit, rows } = report
  const top = Math.max(dustfallLimit, ...rows.map(({ figure }) => figure.value ?? 0)) * 1.08
  const unranked = dataset.counties.filter(({ ranked }) => !ranked)
  return (
    <section aria-label={t('ranking.title')}>
      <h2 className={classes.title}>
        {t('ranking.title')}{' '}
        <small>{t('months.month', { year: report.month.slice(0, 4), month: Number(report.month.slice(5)) })}</small>
      </h2>
      <p className={classes.city}>
        {t('ranking.cityMean')} <b>{city.mean?.toFixed(1) ?? '—'}</b>
        <Why of={`${t('ranking.cityMean')} ${city.mean?.toFixed(1) ?? '—'}`}>
          <p>{t('why.city')}</p>
          <p>
            {city.counties
              .map(({ county, value }) => `${countyName(dataset, county, i18n.language)} ${value.toFixed(1)}`)
              .join('、')}
          </p>
          <p>
            {Number(city.exact ?? 0).toFixed(6)} → {city.mean?.toFixed(1)} {t('why.rounded')}
          </p>
        </Why>
        <span>
          {t('ranking.max')} {city.max?.toFixed(1) ?? '—'}
        </span>
        <span>
          {t('ranking.min')} {city.min?.toFixed(1) ?? '—'}
        </span>
        <b className={classes.over}>{t('ranking.countyCount', { count: city.overCount })}</b>
      </p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('ranking.rank')}</th>
            <th scope="col">{t('ranking.county')}</th>
            <th scope="col" colSpan={2}>
              {t('ranking.unit')}
            </th>
            <th scope="col">{t('ranking.yoy')}</th>
            <th scope="col" colSpan={2}>
              {t('ranking.limit', { limit: dustfallLimit })}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.county} row={row} dustfallLimit={dustfallLimit} top={top} />
          ))}
        </tbody>
      </table>
      {unranked.length > 0 && (
        <p className="quiet">
          {t('ranking.notRanked', {
            names: unranked.map(({ code }) => countyName(dataset, code, i18n.language)).join('、'),
          })}
        </p>
      )}
    </section>
  )
}
