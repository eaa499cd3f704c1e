import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened, useReport } from '@/store/chentu'
import { CountyFigure } from './CountyFigure'
import classes from './CountyScene.module.css'
import { CountySurveys } from './CountySurveys'
import { DispatchTable } from './DispatchTable'
import { isMarked } from './marks'
import { SceneFrame } from './SceneFrame'
import { SceneNotes } from './SceneNotes'
import table from './SceneTable.module.css'
import { useFocusedCounty } from './use-focused-county'
import { endOf } from './use-month-facts'

/** So many sources stand on the wall; the others are counted below them. */
const MOST_SOURCES = 8

/** What stands behind one county's figure: its points and twelve months, and who is to put what right by when. */
export function CountyScene() {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const { dataset } = useOpened()
  const report = useReport()
  const county = useFocusedCounty()
  const month = report?.month ?? ''
  const story = useAnswer(
    async (worker) => (county && month ? worker.county(county, month, endOf(month), MOST_SOURCES, language) : null),
    `${county} ${month} ${language}`,
  )
  const row = report?.rows.find((each) => each.county === county)
  if (!report || !county || !row) return null
  const marked = isMarked(row.figure)
  const facts = story
    ? [
        { label: t('status.overdue'), value: String(story.overdue) },
        { label: t('status.failing'), value: String(story.failing) },
        { label: t('meeting.newly'), value: String(story.newly) },
      ]
    : []
  return (
    <SceneFrame
      title={t('meeting.behind', { name: countyName(dataset, county, language) })}
      facts={facts}
      notes={<SceneNotes marked={marked} />}
    >
      <div className={table.scene}>
        <div className={classes.county} data-fine={story?.worst.length === 0}>
          <CountyFigure row={row} />
          <section className={classes.sources}>
            {story && <DispatchTable story={story} day={endOf(month)} />}
            {story && <CountySurveys story={story} />}
          </section>
        </div>
      </div>
    </SceneFrame>
  )
}
