import { useTranslation } from 'react-i18next'
import { addMonths } from '@/domain/calendar'
import { FOOTNOTE_MARK, hasFootnoteMark, rowHasFootnoteMark } from '@/domain/dustfall/figure-marks'
import { lastMonths } from '@/domain/dustfall/last-months'
import { exceedsLimit } from '@/domain/dustfall/limit'
import { countyLimit, isColumnOverLimit } from '@/domain/dustfall/limit-of'
import type { RankedCounty } from '@/domain/dustfall/month-report'
import { type PointMonth, shownValue } from '@/domain/dustfall/point-month'
import { tenth } from '@/domain/dustfall/rounding'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { excludedText } from '@/store/words/figure-lines'
import { noFigureText } from '@/store/words/no-figure'
import { Change } from '@/ui/Change'
import classes from './CountyScene.module.css'
import { MonthLines } from './drawings/MonthLines'
import { endsOf, topFor } from './drawings/month-lines'
import table from './SceneTable.module.css'
import { useReports } from './use-reports'

/** Height of a text line in percent of the drawing, which is a third as high as the wall. */
const TEXT_PERCENT = 11
/** Most points listed on the wall, largest values first; the rest are given as a count below. */
const MAX_POINTS = 5

/** Sort value: points that do not count come last. */
const countedValue = (point: PointMonth): number => (point.counted ? Number(point.value) : -1)

/** A county's figure for the month: its monitoring points, twelve months with the limit, and the comparison figures. */
export function CountyFigure({ row }: { readonly row: RankedCounty }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()!
  const reports = useReports()
  const months = lastMonths(reports, report)
  const values = months.map(({ rows }) => rows.find(({ county }) => county === row.county)?.figure.value ?? null)
  const limits = months.map((each) => countyLimit(each, row.county))
  const ends = endsOf(values)
  const line = {
    key: row.county,
    values,
    over: months.map(({ rows }) => rows.some(({ county, over }) => county === row.county && over)),
    colour: 'var(--ink)',
    start: ends ? tenth(values[ends.first]) : '',
    end: ends ? tenth(values[ends.last]) : '',
  }
  const isMarkedBefore = (count: number) => {
    const of = reports.find(({ month }) => month === addMonths(report.month, -count))
    return hasFootnoteMark(of?.rows.find(({ county }) => county === row.county)?.figure)
  }
  const compared = [
    { column: 'value', value: row.figure.value, marked: rowHasFootnoteMark(row), change: undefined },
    { column: 'lastMonth', value: row.lastMonth, marked: isMarkedBefore(1), change: row.monthOnMonth },
    { column: 'lastYear', value: row.lastYear, marked: isMarkedBefore(12), change: row.yearOnYear },
    { column: 'accumulated', value: row.accumulated, marked: false, change: undefined },
  ] as const
  return (
    <section className={classes.figure}>
      <h3>{`${t('meeting.scenes.twelveMonths')}（${t('ranking.unit')}）`}</h3>
      <div className={classes.lines}>
        <MonthLines
          label={t('meeting.scenes.linesOf', { name: countyName(dataset, row.county, i18n.language) })}
          months={months.map(({ month }) => t('meeting.scenes.month', { month: Number(month.slice(5)) }))}
          every={3}
          lines={[line]}
          scale={{ bottom: 0, top: topFor([line], limits) }}
          limit={{ values: limits, words: (limit) => t('ranking.limit', { limit }) }}
          gap={TEXT_PERCENT}
        />
      </div>
      <table>
        <tbody>
          {compared.map(({ column, value, marked, change }) => (
            <tr key={column}>
              <th scope="row">{t(`ranking.${column}`)}</th>
              <td className={isColumnOverLimit(reports, report, row, column) ? table.over : undefined}>
                {tenth(value)}
                {marked && FOOTNOTE_MARK}
              </td>
              <td>{change !== undefined && <Change percent={change} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t('meeting.points')}</h3>
      <CountyPoints row={row} />
    </section>
  )
}

/** The points that the figure is the mean of, and the points that do not count, with the reason. */
function CountyPoints({ row }: { readonly row: RankedCounty }) {
  const { t } = useTranslation()
  const { word } = useDataWords()
  const { dataset } = useOpened()
  const { dustfallLimit } = row
  const points = [...row.figure.points].sort((a, b) => countedValue(b) - countedValue(a))
  // If only one point would be left out, show it instead of the "1 more" line.
  const most = points.length <= MAX_POINTS + 1 ? MAX_POINTS + 1 : MAX_POINTS
  const pointName = (code: string) => dataset.dustfallPoints.find((point) => point.code === code)?.name ?? code
  if (points.length === 0) {
    if (row.figure.value === null) return <p>{noFigureText(t, word, row.figure)}</p>
    return <p>{t('why.published')}</p>
  }
  return (
    <table>
      <tbody>
        {points.slice(0, most).map((point) => (
          <tr key={point.point}>
            <th scope="row">
              <span title={pointName(point.point)}>{pointName(point.point)}</span>
            </th>
            {point.counted ? (
              <>
                <td className={exceedsLimit(point.value, dustfallLimit) ? table.over : undefined}>
                  {shownValue(point)}
                </td>
                <td />
              </>
            ) : (
              <td colSpan={2}>{excludedText(t, word, point)}</td>
            )}
          </tr>
        ))}
        {points.length > most && (
          <tr>
            <td colSpan={3}>{t('meeting.scenes.morePoints', { count: points.length - most })}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
