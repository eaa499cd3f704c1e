import type { TFunction } from 'i18next'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { FOOTNOTE_MARK, rowHasFootnoteMark } from '@/domain/dustfall/figure-marks'
import { isColumnOverLimit } from '@/domain/dustfall/limit-of'
import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import { overStreak, type Streak } from '@/domain/dustfall/streak'
import { countyName } from '@/domain/sources/county'
import { dustfallClass, OVER_CLASS } from '@/layers/dustfall-scale'
import { useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { limitText } from '@/store/words/limit-text'
import { noFigureText } from '@/store/words/no-figure'
import { Change } from '@/ui/Change'
import { LimitBar } from '@/ui/LimitBar'
import { emsOf } from './drawings/text-width'
import columns from './RankingColumns.module.css'
import classes from './RankingScene.module.css'
import { type Band, bandsOf } from './ranking-order'
import { useReports } from './use-reports'

/** Longer names are set smaller, on two lines. */
const MAX_LENGTH = 5

/** With more rows there is no space for a remark under the name. */
const MAX_REMARKED = 16

interface Props {
  readonly report: MonthReport
  /** The rows of this column. */
  readonly rows: readonly RankedCounty[]
  /** Half the wall's width: omits the change from last year, the year's rank and the remarks. */
  readonly narrow: boolean
  /** Value at the full width of a bar. */
  readonly top: number
  /** Counties highlighted in this step; null for all. */
  readonly spoken: ReadonlySet<string> | null
}

/** One column of the ranking. Rows share the height, up to a maximum height at which they still read as a list. */
export function RankingTable({ report, rows, narrow, top, spoken }: Props) {
  const { t } = useTranslation()
  const reports = useReports()
  const bands = narrow ? new Map<string, Band>() : bandsOf(report.rows)
  const { limits } = report
  const limitAt = `${((limits[0]! + limits.at(-1)!) / 2 / top) * 100}%`
  return (
    <table
      className={classes.ranking}
      data-narrow={narrow}
      data-many={rows.length > MAX_REMARKED}
      style={{ '--rows': rows.length } as CSSProperties}
    >
      <colgroup>
        {!narrow && <col className={columns.bandColumn} />}
        <col className={columns.rankColumn} />
        <col className={columns.nameColumn} />
        <col />
        <col className={columns.figureColumn} />
        <col className={columns.changeColumn} />
        {!narrow && <col className={columns.changeColumn} />}
        <col className={columns.figureColumn} />
        {!narrow && <col className={columns.figureColumn} />}
        {!narrow && <col className={columns.remarkColumn} />}
      </colgroup>
      <thead>
        <tr>
          {!narrow && <td />}
          <th scope="col">{t('ranking.rank')}</th>
          <th scope="col">{t('ranking.county')}</th>
          <th scope="col" className={classes.barCell}>
            <div>
              <span style={{ left: limitAt }}>{limitText(t, report)}</span>
            </div>
          </th>
          <th scope="col">{t('meeting.wall.ofMonth')}</th>
          <th scope="col">{t('meeting.column.monthOnMonth')}</th>
          {!narrow && <th scope="col">{t('meeting.column.yearOnYear')}</th>}
          <th scope="col">{t('meeting.column.accumulated')}</th>
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
              <Cells row={row} report={report} reports={reports} narrow={narrow} top={top} />
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Two remarks of one county, one below the other. */
const Remarks = ({ first, second }: { readonly first: string; readonly second: string }) => (
  <span className={classes.remarks}>
    <span>{first}</span> <span>{second}</span>
  </span>
)

/** Remark on how long a county has been over the limit; '' if it is not over. */
function streakRemark(t: TFunction<'texts'>, { months, atLeast }: Streak): string {
  if (months === 0) return ''
  if (months === 1) return t(atLeast ? 'ranking.over' : 'meeting.wall.turned')
  return t(atLeast ? 'meeting.wall.remarkAtLeast' : 'meeting.wall.remarkStreak', { count: months })
}

function Cells({
  row,
  report,
  reports,
  narrow,
  top,
}: { readonly row: RankedCounty; readonly reports: readonly MonthReport[] } & Pick<
  Props,
  'report' | 'narrow' | 'top'
>) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { month } = report
  const { word } = useDataWords()
  const { dustfallLimit } = row
  const { value, points } = row.figure
  const left = points.filter((point) => !point.counted).length
  const { months, atLeast } = overStreak(reports, row.county, month)
  const of = value === null ? 0 : dustfallClass(value, dustfallLimit)
  const name = countyName(dataset, row.county, i18n.language)
  const remark = () => {
    if (value === null) return noFigureText(t, word, row.figure)
    const over = streakRemark(t, { months, atLeast })
    const notCounted = left > 0 ? t('meeting.left', { count: left }) : ''
    return over && notCounted ? <Remarks first={over} second={notCounted} /> : over || notCounted
  }
  return (
    <>
      <td className={classes.rank}>{row.rank ?? '—'}</td>
      <th scope="row" data-long={emsOf(name) > MAX_LENGTH}>
        <span className={classes.name} title={name}>
          {name}
        </span>
        {!narrow && <small>{remark()}</small>}
      </th>
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
        <sup>{rowHasFootnoteMark(row) ? FOOTNOTE_MARK : ''}</sup>
      </td>
      <td>
        <Change percent={row.monthOnMonth} />
      </td>
      {!narrow && (
        <td>
          <Change percent={row.yearOnYear} />
        </td>
      )}
      <td data-over={isColumnOverLimit(reports, report, row, 'accumulated')}>{tenth(row.accumulated)}</td>
      {!narrow && <td>{row.accumulatedRank ?? '—'}</td>}
      {!narrow && <td className={classes.remark}>{remark()}</td>}
    </>
  )
}
