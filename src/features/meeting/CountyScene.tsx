import { useTranslation } from 'react-i18next'
import { addMonths } from '@/domain/calendar'
import { hasFootnoteMark, rowHasFootnoteMark } from '@/domain/dustfall/figure-marks'
import { lastMonths } from '@/domain/dustfall/last-months'
import { countyName } from '@/domain/sources/county'
import { underPlanOfDay } from '@/questions/plan-on'
import { useOpened, useReport } from '@/store/chentu'
import { useToday } from '@/store/device/today'
import { dayName } from '@/store/words/day-name'
import { CountyFigure } from './CountyFigure'
import classes from './CountyScene.module.css'
import { CountySurveys } from './CountySurveys'
import { DispatchTable } from './DispatchTable'
import { FigureNotes } from './FigureNotes'
import { SceneFrame } from './SceneFrame'
import { SceneNotes } from './SceneNotes'
import table from './SceneTable.module.css'
import { notJudgedUntil } from './task-facts'
import { useCountyStory } from './use-county-story'
import { useFocusedCounty } from './use-focused-county'
import { referenceDay } from './use-month-facts'
import { useReports } from './use-reports'

/** Status that colours a count; a count of zero gets none. */
const [OVERDUE, FAILING] = [{ status: 'overdue' }, { status: 'failing' }] as const

/** What is behind one county's figure: its points, twelve months, and what has to be fixed, by whom and by when. */
export function CountyScene() {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const { dataset } = useOpened()
  const report = useReport()
  const reports = useReports()
  const county = useFocusedCounty()
  const story = useCountyStory(language)
  const today = useToday()
  const row = report?.rows.find((each) => each.county === county)
  if (!report || !county || !row) return null
  const yearAgo = reports.filter((each) => each.month === addMonths(report.month, -12))
  // FigureNotes explains marks of the shown month in full; marks of the other months get only the general footnote.
  const marked =
    !rowHasFootnoteMark(row) &&
    [...lastMonths(reports, report), ...yearAgo].some(({ rows }) =>
      hasFootnoteMark(rows.find((each) => each.county === county)?.figure),
    )
  const day = referenceDay(report.month, today)
  const until = notJudgedUntil(underPlanOfDay(dataset, day), day)
  const sources = (count: number) => t('figures.sources', { count })
  const facts =
    story && until === null
      ? [
          { label: t('status.overdue'), value: sources(story.overdue), ...(story.overdue > 0 && OVERDUE) },
          { label: t('status.failing'), value: sources(story.failing), ...(story.failing > 0 && FAILING) },
          { label: t('meeting.newly'), value: sources(story.newly) },
        ]
      : []
  return (
    <SceneFrame
      title={t('meeting.behind', { name: countyName(dataset, county, language) })}
      facts={facts}
      notes={
        <>
          <FigureNotes county={county} />
          <SceneNotes marked={marked} />
        </>
      }
    >
      <div className={table.scene}>
        <div className={classes.county} data-fine={story?.worst.length === 0}>
          <CountyFigure row={row} />
          <section className={classes.sources}>
            {story && until === null && <DispatchTable story={story} day={day} />}
            {until !== null && (
              <p className={classes.notJudged}>{t('figures.notJudged', { day: dayName(t, until) })}</p>
            )}
            {story && <CountySurveys story={story} day={day} />}
          </section>
        </div>
      </div>
    </SceneFrame>
  )
}
