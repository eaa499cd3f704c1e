import { useTranslation } from 'react-i18next'
import { addMonths } from '@/domain/calendar'
import { countyName } from '@/domain/sources/county'
import { underPlanOfDay } from '@/questions/plan-on'
import { useOpened, useReport } from '@/store/chentu'
import { dayName } from '@/store/words/day-name'
import { CountyFigure } from './CountyFigure'
import classes from './CountyScene.module.css'
import { CountySurveys } from './CountySurveys'
import { DispatchTable } from './DispatchTable'
import { notesOfFigures, notesOfMonth } from './figure-remarks'
import { LimitNote } from './LimitNote'
import { MarkNotes } from './MarkNotes'
import { RemarkNotes } from './RemarkNotes'
import { SceneFrame } from './SceneFrame'
import table from './SceneTable.module.css'
import { notJudgedUntil } from './task-facts'
import { useCountingDay } from './use-counting-day'
import { useCountyStory } from './use-county-story'
import { useFocusedCounty } from './use-focused-county'
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
  const day = useCountingDay(report)
  const row = report?.rows.find((each) => each.county === county)
  if (!report || !county || !row) return null
  const nameOf = (code: string) => countyName(dataset, code, language)
  const ofCounty = { ...report, rows: [row] }
  const compared = [12, 1].map((count) => addMonths(report.month, -count))
  const notes = [
    ...notesOfMonth(ofCounty, nameOf, t),
    ...notesOfFigures(
      ofCounty,
      reports.filter(({ month }) => compared.includes(month)),
      nameOf,
      t,
    ),
  ]
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
          <LimitNote />
          <MarkNotes notes={notes} />
          <RemarkNotes row={row} />
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
