import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { exceedsLimit } from '@/domain/dustfall/limit'
import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import { overStreak } from '@/domain/dustfall/streak'
import { countyName } from '@/domain/sources/county'
import { dustfallClass, OVER_CLASS } from '@/layers/dustfall-scale'
import { useOpened } from '@/store/chentu'
import { Change } from '@/ui/Change'
import { LimitBar } from '@/ui/LimitBar'
import { isMarked, MARK } from './marks'
import classes from './RankingScene.module.css'
import { type Band, bandsOf } from './ranking-order'

interface Props {
  readonly report: MonthReport
  /** Those that stand in this column. */
  readonly rows: readonly RankedCounty[]
  /** Half of the wall: changes against last year, the rank of the year and remarks give way. */
  readonly narrow: boolean
  /** What the full width of a bar stands for. */
  readonly top: number
  /** Those that the step speaks of; null for all. */
  readonly spoken: ReadonlySet<string> | null
}

/** A column of the ranking: rows share the height, at most so tall that they stay one list. */
export function RankingTable({ report, rows, narrow, top, spoken }: Props) {
  const { t } = useTranslation()
  const bands = narrow ? new Map<string, Band>() : bandsOf(report.rows)
  const limitAt = `${(report.dustfallLimit / top) * 100}%`
  return (
    <table className={classes.ranking} data-narrow={narrow} style={{ '--rows': rows.length } as CSSProperties}>
      <colgroup>
        {!narrow && <col className={classes.bandColumn} />}
        <col className={classes.rankColumn} />
        <col className={classes.nameColumn} />
        <col />
        <col className={classes.figureColumn} />
        <col className={classes.changeColumn} />
        {!narrow && <col className={classes.changeColumn} />}
        <col className={classes.figureColumn} />
        {!narrow && <col className={classes.figureColumn} />}
        {!narrow && <col className={classes.remarkColumn} />}
      </colgroup>
      <thead>
        <tr>
          {!narrow && <td />}
          <th scope="col">{t('ranking.rank')}</th>
          <th scope="col">{t('ranking.county')}</th>
          <th scope="col" className={classes.barCell}>
            <div>
              <span style={{ left: limitAt }}>{t('ranking.limit', { limit: report.dustfallLimit })}</span>
            </div>
          </th>
          <th scope="col">{t('meeting.wall.ofMonth')}</th>
          <th scope="col">{t('meeting.column.monthOnMonth')}</th>
          {!narrow && <th scope="col">{t('meeting.column.yearOnYear')}</th>}
          <th scope="col">{t('meeting.wall.accumulated')}</th>
          {!narrow && <th scope="col">{t('meeting.column.accumulatedRank')}</th>}
          {!narrow && <td className={classes.remark} />}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => {
          const band = bands.get(row.county)
          const begins = band !== undefined && bands.get(rows[i - 1]?.county ?? '') !== band
          const tall = begins ? rows.filter(({ county }) => bands.get(county) === band).length : 0
          return (
            <tr
              key={row.county}
              data-over={row.over}
              data-band={band}
              data-quiet={spoken !== null && !spoken.has(row.county)}
            >
              {!narrow && (begins || band === undefined) && (
                <td rowSpan={tall || undefined} className={classes.band}>
                  {begins && <span>{t(`meeting.wall.band.${band}`)}</span>}
                </td>
              )}
              <Cells row={row} report={report} narrow={narrow} top={top} />
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Cells({
  row,
  report,
  narrow,
  top,
}: { readonly row: RankedCounty } & Pick<Props, 'report' | 'narrow' | 'top'>) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { dustfallLimit, month } = report
  const { value, points } = row.figure
  const left = points.filter((point) => !point.counted).length
  const { months, atLeast } = overStreak(dataset.reports, row.county, month)
  const of = value === null ? 0 : dustfallClass(value, dustfallLimit)
  const remark = () => {
    if (value === null) return t('ranking.noValue')
    if (months === 1) return t(atLeast ? 'ranking.over' : 'meeting.wall.turned')
    if (months > 1) return t(atLeast ? 'meeting.wall.remarkAtLeast' : 'meeting.wall.remarkStreak', { count: months })
    return left > 0 ? t('meeting.left', { count: left }) : ''
  }
  return (
    <>
      <td className={classes.rank}>{row.rank ?? '—'}</td>
      <th scope="row">{countyName(dataset, row.county, i18n.language)}</th>
      <td className={classes.barCell}>
        <LimitBar
          value={value}
          of={of}
          ofWithin={Math.min(of, OVER_CLASS - 1)}
          last={row.lastMonth}
          dustfallLimit={dustfallLimit}
          top={top}
        />
      </td>
      <td className={classes.value}>
        {tenth(value)}
        <sup>{isMarked(row.figure) ? MARK : ''}</sup>
      </td>
      <td>
        <Change percent={row.monthOnMonth} />
      </td>
      {!narrow && (
        <td>
          <Change percent={row.yearOnYear} />
        </td>
      )}
      <td data-over={row.accumulated !== null && exceedsLimit(row.accumulated, dustfallLimit)}>
        {tenth(row.accumulated)}
      </td>
      {!narrow && <td>{row.accumulatedRank ?? '—'}</td>}
      {!narrow && <td className={classes.remark}>{remark()}</td>}
    </>
  )
}
