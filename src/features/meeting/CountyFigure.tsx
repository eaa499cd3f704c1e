import { useTranslation } from 'react-i18next'
import { lastMonths } from '@/domain/dustfall/last-months'
import { exceedsLimit } from '@/domain/dustfall/limit'
import type { RankedCounty } from '@/domain/dustfall/month-report'
import type { PointMonth } from '@/domain/dustfall/point-month'
import { tenth } from '@/domain/dustfall/rounding'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { Change } from '@/ui/Change'
import classes from './CountyScene.module.css'
import { MonthLines } from './drawings/MonthLines'
import { endsOf, topFor } from './drawings/month-lines'
import { isMarked, MARK } from './marks'
import table from './SceneTable.module.css'

/** Height of a line of text in percent of the drawing, which takes a third of the wall's. */
const TEXT_PERCENT = 11
/** So many points stand on the wall, those with the largest values; the others are counted below them. */
const MOST_POINTS = 5

/** Points that do not count stand last. */
const countedValue = (point: PointMonth): number => (point.counted ? Number(point.value) : -1)

/** A county's figure of the month: its points, twelve months with the limit, and what it is compared with. */
export function CountyFigure({ row }: { readonly row: RankedCounty }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()!
  const { dustfallLimit } = report
  const months = lastMonths(dataset.reports, report)
  const values = months.map(({ rows }) => rows.find(({ county }) => county === row.county)?.figure.value ?? null)
  const ends = endsOf(values)
  const line = {
    key: row.county,
    values,
    over: values.map((value) => value !== null && exceedsLimit(value, dustfallLimit)),
    colour: 'var(--ink)',
    start: ends ? tenth(values[ends.first]) : '',
    end: ends ? tenth(values[ends.last]) : '',
  }
  const isOver = (value: number | null) => value !== null && exceedsLimit(value, dustfallLimit)
  const compared = [
    { label: t('ranking.value'), value: row.figure.value, change: undefined },
    { label: t('ranking.lastMonth'), value: row.lastMonth, change: row.monthOnMonth },
    { label: t('ranking.lastYear'), value: row.lastYear, change: row.yearOnYear },
    { label: t('ranking.accumulated'), value: row.accumulated, change: undefined },
  ]
  return (
    <section className={classes.figure}>
      <h3>{`${t('meeting.scenes.twelveMonths')}（${t('ranking.unit')}）`}</h3>
      <div className={classes.lines}>
        <MonthLines
          label={t('meeting.scenes.linesOf', { name: countyName(dataset, row.county, i18n.language) })}
          months={months.map(({ month }) => t('meeting.scenes.month', { month: Number(month.slice(5)) }))}
          every={3}
          lines={[line]}
          scale={{ bottom: 0, top: topFor([line], dustfallLimit) }}
          limit={{ value: dustfallLimit, words: t('ranking.limit', { limit: dustfallLimit }) }}
          gap={TEXT_PERCENT}
        />
      </div>
      <table>
        <tbody>
          {compared.map(({ label, value, change }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className={isOver(value) ? table.over : undefined}>
                {tenth(value)}
                {label === t('ranking.value') && isMarked(row.figure) && MARK}
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

/** The points that the figure is the mean of, and those that do not count with their cause. */
function CountyPoints({ row }: { readonly row: RankedCounty }) {
  const { t } = useTranslation()
  const { word } = useDataWords()
  const { dataset } = useOpened()
  const { dustfallLimit } = useReport()!
  const points = [...row.figure.points].sort((a, b) => countedValue(b) - countedValue(a))
  // One more is shown instead of a line that says it is left out.
  const most = points.length <= MOST_POINTS + 1 ? MOST_POINTS + 1 : MOST_POINTS
  const pointName = (code: string) => dataset.dustfallPoints.find((point) => point.code === code)?.name ?? code
  if (points.length === 0) return <p>{t('why.published')}</p>
  return (
    <table>
      <tbody>
        {points.slice(0, most).map((point) => (
          <tr key={point.point}>
            <th scope="row">
              <span title={pointName(point.point)}>{pointName(point.point)}</span>
            </th>
            <td className={point.counted && exceedsLimit(point.value, dustfallLimit) ? table.over : undefined}>
              {point.counted ? tenth(point.value) : `${t(`why.cause.${point.cause}`)} ${word(point.reason)}`}
            </td>
          </tr>
        ))}
        {points.length > most && (
          <tr>
            <td colSpan={2}>{t('meeting.scenes.morePoints', { count: points.length - most })}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
