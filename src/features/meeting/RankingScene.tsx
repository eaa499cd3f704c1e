import { useTranslation } from 'react-i18next'
import { exceedsLimit } from '@/domain/dustfall/limit'
import type { RankedCounty } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import { countyName } from '@/domain/sources/county'
import { dustfallClass } from '@/layers/dustfall-scale'
import { useOpened, useReport } from '@/store/chentu'
import { Change } from '@/ui/Change'
import { LimitBar } from '@/ui/LimitBar'
import wall from './Meeting.module.css'
import classes from './RankingScene.module.css'
import { SceneFrame } from './SceneFrame'

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
  const { dataset } = useOpened()
  const { value, points } = row.figure
  const left = points.filter((point) => !point.counted).length
  const moved = row.rank === null || row.lastMonthRank === null ? 0 : row.lastMonthRank - row.rank
  return (
    <tr data-over={row.over}>
      <td>{row.rank ?? '—'}</td>
      <th scope="row">{countyName(dataset, row.county, i18n.language)}</th>
      <td className={classes.barCell}>
        <LimitBar
          value={value}
          of={value === null ? 0 : dustfallClass(value, dustfallLimit)}
          dustfallLimit={dustfallLimit}
          top={top}
        />
      </td>
      <td className={wall.value}>{tenth(value)}</td>
      <td className={wall.word}>
        {value === null ? t('ranking.noValue') : t(row.over ? 'ranking.over' : 'ranking.within')}
      </td>
      <td>
        <Change percent={row.monthOnMonth} />
      </td>
      <td>
        <Change percent={row.yearOnYear} />
      </td>
      <td className={wall.minor}>
        {row.lastMonthRank ?? '—'}
        {moved !== 0 && ` ${moved > 0 ? '↑' : '↓'}${Math.abs(moved)}`}
      </td>
      <td className={wall.minor}>{left > 0 ? t('meeting.left', { count: left }) : ''}</td>
    </tr>
  )
}

/** The month's ranking: every county on one screen, without scrolling. */
export function RankingScene() {
  const { t } = useTranslation()
  const report = useReport()
  if (!report) return null
  const { city, dustfallLimit, rows } = report
  const top = Math.max(dustfallLimit, ...rows.map(({ figure }) => figure.value ?? 0)) * 1.12
  const fact = (label: string, value: number | null) => ({
    label,
    value: tenth(value),
    over: value !== null && exceedsLimit(value, dustfallLimit),
  })
  const count = (label: string, value: number) => ({ label, value: String(value), over: value > 0 })
  const facts = [
    fact(t('ranking.cityMean'), city.mean),
    fact(t('ranking.max'), city.max),
    fact(t('ranking.min'), city.min),
    count(t('ranking.overCount'), city.overCount),
    ...(city.overByMaximum === null ? [] : [count(t('meeting.overByMaximum'), city.overByMaximum)]),
  ]
  return (
    <SceneFrame title={t('meeting.scene.ranking')} facts={facts}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('ranking.rank')}</th>
            <th scope="col">{t('ranking.county')}</th>
            <th scope="col" className={classes.limitHead}>
              <span style={{ paddingLeft: `${(dustfallLimit / top) * 100 - 4}%` }}>
                {t('ranking.limit', { limit: dustfallLimit })}
              </span>
            </th>
            <th scope="col">{t('ranking.value')}</th>
            <td />
            <th scope="col">{t('ranking.mom')}</th>
            <th scope="col">{t('ranking.yoy')}</th>
            <th scope="col">{t('meeting.lastRank')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.county} row={row} dustfallLimit={dustfallLimit} top={top} />
          ))}
        </tbody>
      </table>
    </SceneFrame>
  )
}
