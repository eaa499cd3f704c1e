import { type CSSProperties, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { addMonths } from '@/domain/calendar'
import { FOOTNOTE_MARK, hasFootnoteMark, rowHasFootnoteMark } from '@/domain/dustfall/figure-marks'
import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import { overStreak } from '@/domain/dustfall/streak'
import { countyName } from '@/domain/sources/county'
import { dustfallBreaks, dustfallClass, OVER_CLASS } from '@/layers/dustfall-scale'
import { useOpened, useReport } from '@/store/chentu'
import { Change } from '@/ui/Change'
import { CountyMap } from './CountyMap'
import { type Callout, calloutsOf } from './callouts'
import { emsOf } from './drawings/text-width'
import { FigureNotes } from './FigureNotes'
import classes from './MapScene.module.css'
import { MissingNote } from './MissingNote'
import { rankingColumns } from './ranking-order'
import { SceneFrame } from './SceneFrame'
import { useScene } from './scene-context'
import { highlightedCounties } from './steps'
import { useFocusedCounty } from './use-focused-county'
import { useReports } from './use-reports'

/** Most counties named in a tie; more are given as a count. */
const MAX_NAMED = 2
/** Longer names are set smaller, on two lines. */
const MAX_LENGTH = 5

/** The counties on the map, their ranking beside it, and what stands out. */
export function MapScene() {
  const { t } = useTranslation()
  const report = useReport()
  const county = useFocusedCounty()
  const { step } = useScene()
  if (!report) return null
  const spoken = highlightedCounties(step, report, county)
  const columns = rankingColumns(report.rows)
  return (
    <SceneFrame
      title={t('meeting.scene.map')}
      notes={
        <>
          <MissingNote />
          <FigureNotes />
        </>
      }
    >
      <div className={classes.scene} data-columns={columns.length}>
        <div className={classes.map}>
          <CountyMap report={report} spoken={spoken} />
          {report.limits.map((limit) => (
            <Scale key={limit} dustfallLimit={limit} />
          ))}
        </div>
        {columns.map((rows) => (
          <ol key={rows[0]?.county} className={classes.list} style={{ '--rows': rows.length } as CSSProperties}>
            {rows.map((row) => (
              <Line key={row.county} row={row} isQuiet={spoken !== null && !spoken.has(row.county)} />
            ))}
          </ol>
        ))}
        <div className={classes.callouts}>
          {calloutsOf(report).map((callout) => (
            <Said key={callout.of} callout={callout} report={report} />
          ))}
        </div>
      </div>
    </SceneFrame>
  )
}

function Swatch({ of }: { readonly of: number }) {
  return (
    <i className={classes.swatch} data-over={of >= OVER_CLASS} style={{ backgroundColor: `var(--dustfall-${of})` }} />
  )
}

function Line({ row, isQuiet }: { row: RankedCounty; isQuiet: boolean }) {
  const { i18n } = useTranslation()
  const { dataset } = useOpened()
  const { value } = row.figure
  const name = countyName(dataset, row.county, i18n.language)
  return (
    <li data-over={row.over} data-quiet={isQuiet}>
      <span>{row.rank ?? '—'}</span>
      {value === null ? <i /> : <Swatch of={dustfallClass(value, row.dustfallLimit)} />}
      <b data-long={emsOf(name) > MAX_LENGTH} title={name}>
        {name}
      </b>
      <b>
        {tenth(value)}
        <sup>{rowHasFootnoteMark(row) ? FOOTNOTE_MARK : ''}</sup>
      </b>
    </li>
  )
}

/** A callout: what stands out, which county it is, and by how much. */
function Said({ callout: { of, rows }, report }: { readonly callout: Callout; readonly report: MonthReport }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const reports = useReports()
  const [first] = rows
  if (!first) return null
  const names =
    rows.length > MAX_NAMED
      ? t('meeting.wall.counties', { count: rows.length })
      : rows.map(({ county }) => countyName(dataset, county, i18n.language)).join(t('meeting.comma'))
  const yearAgo = hasFootnoteMark(
    reports
      .find(({ month }) => month === addMonths(report.month, -12))
      ?.rows.find(({ county }) => county === first.county)?.figure,
  )
  const { months, atLeast } = overStreak(reports, first.county, report.month)
  const streak =
    months > 1 ? t(atLeast ? 'meeting.wall.remarkAtLeast' : 'meeting.wall.remarkStreak', { count: months }) : ''
  return (
    <section data-over={of === 'highest' && first.over}>
      <h3>{t(`meeting.wall.callout.${of}`)}</h3>
      <p>
        <b>{names}</b>
        <strong>
          {of === 'highest' ? (
            <>
              {tenth(first.figure.value)}
              {rows.some(({ figure }) => hasFootnoteMark(figure)) && <sup>{FOOTNOTE_MARK}</sup>}
            </>
          ) : (
            <>
              <Change percent={first.yearOnYear} />%
            </>
          )}
        </strong>
      </p>
      {of === 'highest'
        ? streak !== '' && rows.length === 1 && <p>{streak}</p>
        : rows.length === 1 && (
            <p>{`${tenth(first.lastYear)}${yearAgo ? FOOTNOTE_MARK : ''} → ${tenth(first.figure.value)}${hasFootnoteMark(first.figure) ? FOOTNOTE_MARK : ''}`}</p>
          )}
    </section>
  )
}

/** Legend of the colours under a limit. */
function Scale({ dustfallLimit }: { readonly dustfallLimit: number }) {
  const { t } = useTranslation()
  const title = useId()
  const breaks = dustfallBreaks(dustfallLimit)
  return (
    <div className={classes.scale}>
      <span id={title}>{t('ranking.limit', { limit: dustfallLimit })}</span>
      <ul aria-labelledby={title}>
        {Array.from({ length: breaks.length + 1 }, (_, i) => (
          <li key={breaks[i] ?? 'last'}>
            <Swatch of={i} />
            {i < breaks.length ? `≤${breaks[i]}` : `>${breaks.at(-1)}`}
          </li>
        ))}
      </ul>
    </div>
  )
}
