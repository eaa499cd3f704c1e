import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { addMonths } from '@/domain/calendar'
import { FOOTNOTE_MARK } from '@/domain/dustfall/figure-marks'
import { tenth } from '@/domain/dustfall/rounding'
import type { Streak } from '@/domain/dustfall/streak'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { limitsText, limitText } from '@/store/words/limit-text'
import { Change } from '@/ui/Change'
import { Dumbbell } from './drawings/Dumbbell'
import { notesOfFigures, notesOfMonth } from './figure-remarks'
import { LimitNote } from './LimitNote'
import { MarkNotes } from './MarkNotes'
import wall from './Meeting.module.css'
import classes from './MoversScene.module.css'
import { type Mover, monthsLeft, moversOf } from './movers'
import { isYearLost, restText } from './rest-text'
import { SceneFrame } from './SceneFrame'
import table from './SceneTable.module.css'
import { inColumns } from './scene-columns'
import { useReports } from './use-reports'
import { useIsTall } from './use-shape'
import { yearSoFar } from './year-so-far'

/**
 * Counties that improved or worsened, months in a row over the limit, and what each may reach in the rest of the year.
 */
export function MoversScene() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const nameOf = (code: string) => countyName(dataset, code, i18n.language)
  const reports = useReports()
  const report = useReport()
  const isTall = useIsTall()
  if (!report) return null
  const movers = moversOf(report, reports)
  const columns = inColumns(movers, isTall)
  const dense = columns.length > 1
  const values = movers.flatMap(({ row }) => [row.figure.value ?? 0, row.lastYear ?? 0])
  const top = Math.max(...report.limits, ...values) * 1.06
  const yearAgo = reports.find(({ month }) => month === addMonths(report.month, -12))
  const notes = (
    <>
      <span>{t('meeting.scenes.dumbbell')}</span>
      {movers.some(({ streak }) => streak.atLeast && streak.months > 1) && (
        <span>{t('meeting.scenes.atLeastNote')}</span>
      )}
      <span>{yearSoFar(t, reports, report, nameOf)}</span>
      {yearAgo && limitText(t, yearAgo) !== limitText(t, report) && <span>{limitText(t, yearAgo, report)}</span>}
      <LimitNote />
      {monthsLeft(report.month) > 0 && <span>{t('meeting.scenes.restNote', { limit: limitsText(t, [report]) })}</span>}
      <MarkNotes
        notes={[...notesOfMonth(report, nameOf, t), ...(yearAgo ? notesOfFigures(report, [yearAgo], nameOf, t) : [])]}
      />
    </>
  )
  return (
    <SceneFrame title={t('meeting.scene.movers')} notes={notes}>
      <div className={table.scene}>
        <div
          className={table.columns}
          data-dense={dense}
          data-many={columns[0]!.length > 14}
          style={{ '--rows': columns[0]!.length } as CSSProperties}
        >
          {columns.map((part) => (
            <MoversTable key={part[0]?.row.county} movers={part} top={top} dense={dense} />
          ))}
        </div>
      </div>
    </SceneFrame>
  )
}

interface TableProps {
  readonly movers: readonly Mover[]
  readonly top: number
  /** Two tables side by side: omits the change from last month, which the ranking scene shows. */
  readonly dense: boolean
}

function MoversTable({ movers, top, dense }: TableProps) {
  const { t } = useTranslation()
  const report = useReport()!
  const { limits } = report
  const remaining = monthsLeft(report.month)
  return (
    <table className={classes.movers}>
      <colgroup>
        <col className={classes.rank} />
        <col className={classes.county} />
        <col className={classes.figures} />
        <col />
        <col className={classes.change} />
        {!dense && <col className={classes.change} />}
        <col className={classes.streak} />
        <col className={classes.sum} />
        <col className={classes.rest} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('meeting.wallColumn.improvement')}</th>
          <th scope="col">{t('ranking.county')}</th>
          <th scope="col">{t(dense ? 'ranking.value' : 'meeting.scenes.fromTo')}</th>
          <th scope="col" className={classes.limitHead}>
            <div>
              <span style={{ left: `${((limits[0]! + limits.at(-1)!) / 2 / top) * 100}%` }}>
                {limitText(t, report)}
              </span>
            </div>
          </th>
          <th scope="col">{t('ranking.yoy')}</th>
          {!dense && <th scope="col">{t('ranking.mom')}</th>}
          <th scope="col">{t(dense ? 'meeting.scenes.streakMonths' : 'meeting.streak')}</th>
          <th scope="col">{t('ranking.accumulated')}</th>
          <th scope="col">
            {remaining === 0 ? t('meeting.scenes.wholeYear') : t('meeting.rest', { count: remaining })}
          </th>
        </tr>
      </thead>
      <tbody>
        {movers.map((mover) => (
          <MoverRow key={mover.row.county} mover={mover} top={top} dense={dense} />
        ))}
      </tbody>
    </table>
  )
}

function MoverRow({ mover, top, dense }: { readonly mover: Mover; readonly top: number; readonly dense: boolean }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { row, streak, target, accumulatedOver, marked, lastYearMarked } = mover
  const { county, figure, lastYear, over, dustfallLimit } = row
  const name = countyName(dataset, county, i18n.language)
  const streakOf = ({ months, atLeast }: Streak) => {
    if (months === 0) return '—'
    // With only one month, "at least" adds nothing.
    if (months === 1) return dense ? '1' : t('meeting.months', { count: 1 })
    if (dense) return `${atLeast ? '≥ ' : ''}${months}`
    return t(atLeast ? 'meeting.scenes.atLeast' : 'meeting.months', { count: months })
  }
  const overClass = (is: boolean) => (is ? table.over : undefined)
  return (
    <tr>
      <td>{row.improvementRank ?? '—'}</td>
      <th scope="row" className={table.name}>
        <span title={name}>{name}</span>
      </th>
      <td>
        {!dense &&
          `${lastYear === null ? t('meeting.scenes.none') : tenth(lastYear)}${lastYearMarked ? FOOTNOTE_MARK : ''} → `}
        <b className={overClass(over)}>{tenth(figure.value)}</b>
        {marked && FOOTNOTE_MARK}
      </td>
      <td className={classes.drawn}>
        <Dumbbell before={lastYear} now={figure.value} over={over} dustfallLimit={dustfallLimit} top={top} />
      </td>
      <td>
        <Change percent={row.yearOnYear} />
      </td>
      {!dense && (
        <td>
          <Change percent={row.monthOnMonth} />
        </td>
      )}
      <td className={overClass(streak.months > 0)}>{streakOf(streak)}</td>
      <td className={`${wall.value} ${accumulatedOver ? table.over : ''}`}>{tenth(row.accumulated)}</td>
      <td className={overClass(isYearLost(target) && row.accumulated !== null)}>
        {row.accumulated === null ? '—' : restText(t, target, dustfallLimit)}
      </td>
    </tr>
  )
}
