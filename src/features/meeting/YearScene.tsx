import { type CSSProperties, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { Month } from '@/domain/calendar'
import { FOOTNOTE_MARK, hasFootnoteMark } from '@/domain/dustfall/figure-marks'
import { lastMonths } from '@/domain/dustfall/last-months'
import { countyLimit, isCityOver, isColumnOverLimit } from '@/domain/dustfall/limit-of'
import { runsOf } from '@/domain/dustfall/limit-runs'
import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import { countyName } from '@/domain/sources/county'
import { dustfallClass } from '@/layers/dustfall-scale'
import { useOpened, useReport } from '@/store/chentu'
import { limitText } from '@/store/words/limit-text'
import { MonthLines } from './drawings/MonthLines'
import { ticksUpTo, topFor } from './drawings/month-lines'
import { emsOf } from './drawings/text-width'
import { notesOfFigures } from './figure-remarks'
import { LimitNote } from './LimitNote'
import { MarkNotes } from './MarkNotes'
import { SceneFrame } from './SceneFrame'
import table from './SceneTable.module.css'
import { inColumns } from './scene-columns'
import { FocusCounty } from './scene-context'
import { useFocusedCounty } from './use-focused-county'
import { useReports } from './use-reports'
import { useIsTall } from './use-shape'
import classes from './YearScene.module.css'
import { yearSoFar } from './year-so-far'

/** Height of a line of text in percent of the drawing. */
const TEXT_PERCENT = 5

const rowIn = (report: MonthReport, county: string) => report.rows.find((row) => row.county === county)

/**
 * Twelve months of every county with the limit marked, the year's mean, and one county against the city and the limit.
 */
export function YearScene() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const reports = useReports()
  const report = useReport()
  const isTall = useIsTall()
  const focused = useFocusedCounty()
  if (!report || !focused) return null
  const months = lastMonths(reports, report)
  const columns = inColumns(report.rows, isTall)
  const dense = columns.length > 1
  const nameOf = (code: string) => countyName(dataset, code, i18n.language)
  const name = nameOf(focused)
  const limits = months.map((each) => countyLimit(each, focused))
  const lineOf = (
    key: string,
    values: readonly (number | null)[],
    over: readonly boolean[],
    colour: string,
    words: string,
  ) => ({
    key,
    values,
    over,
    colour,
    start: '',
    end: words,
  })
  const lines = [
    lineOf(
      'city',
      months.map(({ city }) => city.mean),
      months.map((each) => isCityOver(each) === true),
      'var(--action)',
      t('meeting.city'),
    ),
    lineOf(
      'county',
      months.map((each) => rowIn(each, focused)?.figure.value ?? null),
      months.map((each) => rowIn(each, focused)?.over === true),
      'var(--ink)',
      name,
    ),
  ]
  const top = topFor(lines, limits)
  return (
    <SceneFrame
      title={t('meeting.scene.year')}
      notes={
        <>
          <span>{yearSoFar(t, reports, report, nameOf)}</span>
          {runsOf(limits).length > 1 && <span>{limitText(t, ...months)}</span>}
          <LimitNote />
          <MarkNotes notes={notesOfFigures(report, months, nameOf, t)} />
        </>
      }
    >
      <div className={table.scene}>
        <div className={classes.year} data-many={dense}>
          <div
            className={table.columns}
            data-dense={dense}
            data-many={columns[0]!.length > 14}
            style={{ '--rows': columns[0]!.length } as CSSProperties}
          >
            {columns.map((rows) => (
              <HeatTable key={rows[0]?.county} rows={rows} months={months} focused={focused} dense={dense} />
            ))}
          </div>
          <div
            className={classes.lines}
            style={{ '--name': Math.max(emsOf(name), emsOf(t('ranking.cityMean'))) } as CSSProperties}
          >
            <MonthLines
              label={t('meeting.lineOf', { name })}
              months={months.map(({ month }) => t('meeting.scenes.month', { month: Number(month.slice(5)) }))}
              every={2}
              lines={lines}
              scale={{ bottom: 0, top }}
              ticks={ticksUpTo(top).map((value) => ({ value, words: String(value) }))}
              limit={{ values: limits, words: (limit) => t('ranking.limit', { limit }) }}
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
  /** Two tables side by side: headings are as short as possible. */
  readonly dense: boolean
}

/** Monthly figures of some counties on the colour of their class; figures over the limit are bold with a bar. */
function HeatTable({ rows, months, focused, dense }: HeatProps) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const speakOf = useContext(FocusCounty)
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
          <th scope="col" className={classes.words}>
            {t('ranking.accumulated')}
          </th>
          {!dense && (
            <th scope="col" className={classes.words}>
              {t('ranking.accumulatedRank')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((own) => {
          const { county, accumulated, accumulatedRank } = own
          const name = countyName(dataset, county, i18n.language)
          return (
            <tr key={county} aria-current={county === focused}>
              <th scope="row" className={table.name}>
                <button type="button" title={name} onClick={() => speakOf(county)}>
                  {name}
                </button>
              </th>
              {months.map((each) => {
                const row = rowIn(each, county)
                const value = row?.figure.value ?? null
                const of = value === null ? null : dustfallClass(value, countyLimit(each, county))
                return (
                  <td
                    key={each.month}
                    data-class={of ?? ''}
                    data-over={row?.over ?? false}
                    style={
                      of === null
                        ? undefined
                        : { backgroundColor: `var(--dustfall-${of})`, color: `var(--on-dustfall-${of})` }
                    }
                  >
                    {tenth(value)}
                    {hasFootnoteMark(row?.figure) && <sup>{FOOTNOTE_MARK}</sup>}
                  </td>
                )
              })}
              <td className={isColumnOverLimit(months, months.at(-1)!, own, 'accumulated') ? table.over : ''}>
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
