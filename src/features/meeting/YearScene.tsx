import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { Month } from '@/domain/calendar'
import { lastMonths } from '@/domain/dustfall/last-months'
import { exceedsLimit } from '@/domain/dustfall/limit'
import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import { countyName } from '@/domain/sources/county'
import { dustfallClass } from '@/layers/dustfall-scale'
import { useChentu, useOpened, useReport } from '@/store/chentu'
import { MonthLines } from './drawings/MonthLines'
import { topFor } from './drawings/month-lines'
import { emsOf } from './drawings/text-width'
import { isMarked, MARK } from './marks'
import { SceneFrame } from './SceneFrame'
import { SceneNotes } from './SceneNotes'
import table from './SceneTable.module.css'
import { inColumns } from './scene-columns'
import { useFocusedCounty } from './use-focused-county'
import classes from './YearScene.module.css'

/** Height of a line of text in percent of the drawing. */
const TEXT_PERCENT = 5

const rowIn = (report: MonthReport, county: string) => report.rows.find((row) => row.county === county)

/** Twelve months of every county with the limit marked, the year's mean, and one county against city and limit. */
export function YearScene() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  const focused = useFocusedCounty()
  if (!report || !focused) return null
  const months = lastMonths(dataset.reports, report)
  const columns = inColumns(report.rows)
  const dense = columns.length > 1
  const name = countyName(dataset, focused, i18n.language)
  const marked = report.rows.some(({ county }) => months.some((each) => isMarked(rowIn(each, county)?.figure)))
  const lineOf = (key: string, values: readonly (number | null)[], colour: string, words: string) => ({
    key,
    values,
    over: values.map((value) => value !== null && exceedsLimit(value, report.dustfallLimit)),
    colour,
    start: '',
    end: words,
  })
  const lines = [
    lineOf(
      'city',
      months.map(({ city }) => city.mean),
      'var(--action)',
      t('meeting.city'),
    ),
    lineOf(
      'county',
      months.map((each) => rowIn(each, focused)?.figure.value ?? null),
      'var(--ink)',
      name,
    ),
  ]
  return (
    <SceneFrame title={t('meeting.scene.year')} notes={<SceneNotes marked={marked} />}>
      <div className={table.scene}>
        <div className={classes.year} data-many={dense}>
          <div className={table.columns} data-dense={dense} style={{ '--rows': columns[0]!.length } as CSSProperties}>
            {columns.map((rows) => (
              <HeatTable key={rows[0]?.county} rows={rows} months={months} focused={focused} dense={dense} />
            ))}
          </div>
          <div className={classes.lines} style={{ '--name': emsOf(name) } as CSSProperties}>
            <MonthLines
              label={t('meeting.lineOf', { name })}
              months={months.map(({ month }) => t('meeting.scenes.month', { month: Number(month.slice(5)) }))}
              every={2}
              lines={lines}
              scale={{ bottom: 0, top: topFor(lines, report.dustfallLimit) }}
              limit={{ value: report.dustfallLimit, words: t('ranking.limit', { limit: report.dustfallLimit }) }}
              gap={TEXT_PERCENT}
            />
          </div>
        </div>
      </div>
    </SceneFrame>
  )
}

interface HeatProps {
  readonly rows: readonly RankedCounty[]
  readonly months: readonly MonthReport[]
  readonly focused: string
  /** Two tables stand side by side: headings are as short as can be. */
  readonly dense: boolean
}

/** The months of some counties, each figure on the colour of its class; what is over the limit is bold on a bar. */
function HeatTable({ rows, months, focused, dense }: HeatProps) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const setView = useChentu((state) => state.setView)
  const { dustfallLimit } = useReport()!
  const isYearsFirst = (month: Month, i: number) => i === 0 || month.endsWith('-01')
  return (
    <table className={classes.heat}>
      <colgroup>
        <col className={classes.name} />
        {months.map(({ month }) => (
          <col key={month} />
        ))}
        <col className={classes.sum} />
        {!dense && <col className={classes.rank} />}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('ranking.county')}</th>
          {months.map(({ month }, i) => (
            <th key={month} scope="col">
              {isYearsFirst(month, i) && <span>{month.slice(0, 4)}</span>}
              {dense ? Number(month.slice(5)) : t('meeting.scenes.month', { month: Number(month.slice(5)) })}
            </th>
          ))}
          <th scope="col">{t('meeting.yearMean')}</th>
          {!dense && <th scope="col">{t('ranking.rank')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ county, accumulated, accumulatedRank }) => {
          const name = countyName(dataset, county, i18n.language)
          return (
            <tr key={county} aria-current={county === focused}>
              <th scope="row" className={table.name}>
                <button type="button" title={name} onClick={() => setView({ county })}>
                  {name}
                </button>
              </th>
              {months.map((each) => {
                const row = rowIn(each, county)
                const value = row?.figure.value ?? null
                const of = value === null ? null : dustfallClass(value, dustfallLimit)
                return (
                  <td
                    key={each.month}
                    data-class={of ?? ''}
                    data-over={row?.over ?? false}
                    style={of === null ? undefined : { backgroundColor: `var(--dustfall-${of})` }}
                  >
                    {tenth(value)}
                    {isMarked(row?.figure) && <sup>{MARK}</sup>}
                  </td>
                )
              })}
              <td className={accumulated !== null && exceedsLimit(accumulated, dustfallLimit) ? table.over : ''}>
                <b>{tenth(accumulated)}</b>
              </td>
              {!dense && <td>{accumulatedRank ?? '—'}</td>}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
