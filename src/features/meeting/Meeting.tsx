import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { RankedCounty } from '@/domain/dustfall/month-report'
import { dustfallClass } from '@/layers/dustfall-scale'
import { useChentu, useOpened, useReport } from '@/store/chentu'
import { countyName } from '@/store/names'
import { Change } from '@/ui/Change'
import { LimitBar } from '@/ui/LimitBar'
import classes from './Meeting.module.css'

function Row({ row, limit, top }: { readonly row: RankedCounty; readonly limit: number; readonly top: number }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { value } = row.figure
  return (
    <tr data-over={row.over}>
      <td>{row.rank ?? '—'}</td>
      <th scope="row">{countyName(dataset, row.county, i18n.language)}</th>
      <td className={classes.barCell}>
        <LimitBar value={value} of={value === null ? 0 : dustfallClass(value, limit)} limit={limit} top={top} />
      </td>
      <td className={classes.value}>{value?.toFixed(1) ?? '—'}</td>
      <td className={classes.word}>
        {value === null ? t('ranking.noValue') : t(row.over ? 'ranking.over' : 'ranking.within')}
      </td>
      <td>
        <Change percent={row.monthOnMonth} />
      </td>
      <td>
        <Change percent={row.yearOnYear} />
      </td>
    </tr>
  )
}

/** The month's ranking on the wall: every county on one screen. Left and right (or a remote's page keys) change the month. */
export default function Meeting() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  const setView = useChentu((state) => state.setView)
  const { reports } = dataset

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key]
      if (step === undefined || !report || event.target instanceof HTMLInputElement) return
      const next = reports[reports.indexOf(report) + step]
      if (next) setView({ month: next.month })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [report, reports, setView])

  if (!report) return <p>{t('ranking.none')}</p>
  const { city, limit, rows } = report
  const top = Math.max(limit, ...rows.map(({ figure }) => figure.value ?? 0)) * 1.12
  const unranked = dataset.counties.filter(({ ranked }) => !ranked)
  const used = [
    ...new Set(dataset.provenance.filter(({ role }) => role.startsWith('dustfall')).map(({ dataClass }) => dataClass)),
  ]
  const facts: [string, string, boolean][] = [
    [t('ranking.cityMean'), city.mean?.toFixed(1) ?? '—', (city.mean ?? 0) > limit],
    [t('ranking.max'), city.max?.toFixed(1) ?? '—', (city.max ?? 0) > limit],
    [t('ranking.min'), city.min?.toFixed(1) ?? '—', (city.min ?? 0) > limit],
    [t('ranking.overCount'), String(city.overCount), city.overCount > 0],
  ]
  return (
    <section className={classes.wall} aria-label={t('meeting.title')}>
      <header>
        <h2>{t('meeting.title')}</h2>
        <span>{t('months.month', { year: report.month.slice(0, 4), month: Number(report.month.slice(5)) })}</span>
        <span>{t('ranking.unit')}</span>
        <dl>
          {facts.map(([label, value, bad]) => (
            <div key={label} data-over={bad}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <button
          type="button"
          className={classes.full}
          onClick={() => void document.documentElement.requestFullscreen()}
        >
          {t('meeting.full')}
        </button>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('ranking.rank')}</th>
            <th scope="col">{t('ranking.county')}</th>
            <th scope="col" className={classes.limitHead}>
              <span style={{ paddingLeft: `${(limit / top) * 100 - 4}%` }}>{t('ranking.limit', { limit })}</span>
            </th>
            <th scope="col">{t('ranking.value')}</th>
            <td />
            <th scope="col">{t('ranking.mom')}</th>
            <th scope="col">{t('ranking.yoy')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.county} row={row} limit={limit} top={top} />
          ))}
        </tbody>
      </table>
      <footer>
        {unranked.length > 0 && (
          <span>
            {t('ranking.notRanked', {
              names: unranked.map(({ code }) => countyName(dataset, code, i18n.language)).join('、'),
            })}
          </span>
        )}
        <span>{t('meeting.class', { classes: used.map((each) => t(`dataClass.${each}`)).join('、') })}</span>
      </footer>
    </section>
  )
}
