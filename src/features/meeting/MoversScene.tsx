import { useTranslation } from 'react-i18next'
import { tenth } from '@/domain/dustfall/rounding'
import { overStreak } from '@/domain/dustfall/streak'
import { yearTarget } from '@/domain/dustfall/year-target'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { Change } from '@/ui/Change'
import { Why } from '@/ui/Why'
import classes from './Meeting.module.css'
import { SceneFrame } from './SceneFrame'
import { streakText } from './streak-text'

const MONTHS_OF_YEAR = 12

/** Who got better and who got worse, who is over the limit month after month, and what the rest of the year may be. */
export function MoversScene() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  if (!report) return null
  const { dustfallLimit, month } = report
  const rows = [...report.rows].sort((a, b) => (a.improvementRank ?? Infinity) - (b.improvementRank ?? Infinity))
  const remaining = MONTHS_OF_YEAR - Number(month.slice(5))
  const better = rows.filter(({ yearOnYear }) => (yearOnYear ?? 0) < 0).length
  const worse = rows.filter(({ yearOnYear }) => (yearOnYear ?? 0) > 0).length
  const facts = [
    { label: t('meeting.better'), value: String(better) },
    { label: t('meeting.worse'), value: String(worse), over: worse > 0 },
  ]
  return (
    <SceneFrame title={t('meeting.scene.movers')} facts={facts}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('ranking.improvement')}</th>
            <th scope="col">{t('ranking.county')}</th>
            <th scope="col">{t('ranking.yoy')}</th>
            <th scope="col">{t('ranking.mom')}</th>
            <th scope="col">{t('meeting.streak')}</th>
            <th scope="col">{t('ranking.accumulated')}</th>
            <th scope="col">
              {t('meeting.rest', { count: remaining })}
              <Why of={t('meeting.rest', { count: remaining })}>
                <p>{t('meeting.restWhy', { limit: dustfallLimit })}</p>
              </Why>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const streak = overStreak(dataset.reports, row.county, month)
            const target = yearTarget(
              row.accumulatedOf.map(({ value }) => value),
              remaining,
              dustfallLimit,
            )
            return (
              <tr key={row.county}>
                <td>{row.improvementRank ?? '—'}</td>
                <th scope="row">{countyName(dataset, row.county, i18n.language)}</th>
                <td>
                  <Change percent={row.yearOnYear} />
                </td>
                <td>
                  <Change percent={row.monthOnMonth} />
                </td>
                <td data-over={streak.months > 0}>
                  <span className={classes.word}>{streakText(t, streak) || '—'}</span>
                </td>
                <td className={classes.value}>{tenth(row.accumulated)}</td>
                <td data-over={target.state === 'missed' || (target.state === 'closed' && target.over)}>
                  <span className={classes.word}>
                    {target.state === 'open' && t('meeting.atMost', { value: tenth(target.highest) })}
                    {target.state === 'missed' && t('meeting.missed')}
                    {target.state === 'closed' && t(target.over ? 'ranking.over' : 'ranking.within')}
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </SceneFrame>
  )
}
