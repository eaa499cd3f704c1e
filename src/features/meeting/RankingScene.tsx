import { useTranslation } from 'react-i18next'
import { addMonths } from '@/domain/calendar'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { limitText } from '@/store/words/limit-text'
import { CountyMap } from './CountyMap'
import { FigureNotes } from './FigureNotes'
import { citySubtitle } from './headlines'
import { MissingNote } from './MissingNote'
import classes from './RankingScene.module.css'
import { RankingTable } from './RankingTable'
import { rankingColumns } from './ranking-order'
import { SceneFrame } from './SceneFrame'
import { useScene } from './scene-context'
import { highlightedCounties } from './steps'
import { useFocusedCounty } from './use-focused-county'
import { useReports } from './use-reports'
import { useIsTall, useIsWide } from './use-shape'
import { yearSoFar } from './year-so-far'

/** The month's ranking: every county on one screen without scrolling; on a wide wall with the map beside it. */
export function RankingScene() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const nameOf = (code: string) => countyName(dataset, code, i18n.language)
  const reports = useReports()
  const report = useReport()
  const county = useFocusedCounty()
  const { step } = useScene()
  const [isWide, isTall] = [useIsWide(), useIsTall()]
  if (!report) return null
  const { city, limits, rows } = report
  const lastMonth = reports.find(({ month }) => month === addMonths(report.month, -1))
  const top = Math.max(...limits, ...rows.flatMap(({ figure, lastMonth }) => [figure.value ?? 0, lastMonth ?? 0]))
  const columns = rankingColumns(rows, isTall)
  const spoken = highlightedCounties(step, report, county)
  const summary = citySubtitle({ t, report })
  const notes = (
    <>
      <span className={classes.tickNote}>
        <i />{' '}
        {lastMonth && limitText(t, lastMonth) !== limitText(t, report)
          ? t('figures.limits.lastMonth', { limit: limitText(t, lastMonth) })
          : t('ranking.lastMonth')}
      </span>
      {city.overByMaximum !== null && <span>{t('meeting.wall.byMaximum', { count: city.overByMaximum })}</span>}
      <MissingNote changes />
      <FigureNotes />
      <span>{yearSoFar(t, reports, report, nameOf)}</span>
    </>
  )
  return (
    <SceneFrame title={t('meeting.scene.ranking')} summary={summary} notes={notes}>
      <div className={classes.columns} data-wide={isWide}>
        {isWide && <CountyMap report={report} spoken={spoken} />}
        {columns.map((each) => (
          <RankingTable
            key={each[0]?.county}
            report={report}
            rows={each}
            narrow={columns.length > 1}
            top={top * 1.06}
            spoken={spoken}
          />
        ))}
      </div>
    </SceneFrame>
  )
}
