import { useTranslation } from 'react-i18next'
import { useReport } from '@/store/chentu'
import { CountyMap } from './CountyMap'
import { FigureNotes } from './FigureNotes'
import { citySubtitle } from './headlines'
import classes from './RankingScene.module.css'
import { RankingTable } from './RankingTable'
import { rankingColumns } from './ranking-order'
import { SceneFrame } from './SceneFrame'
import { useScene } from './scene-context'
import { spokenOf } from './steps'
import { useFocusedCounty } from './use-focused-county'
import { useIsWide } from './use-is-wide'

/** The month's ranking: every county on one screen, without scrolling; on a wide wall with the map beside it. */
export function RankingScene() {
  const { t } = useTranslation()
  const report = useReport()
  const county = useFocusedCounty()
  const { step } = useScene()
  const isWide = useIsWide()
  if (!report) return null
  const { city, dustfallLimit, rows } = report
  const top = Math.max(dustfallLimit, ...rows.flatMap(({ figure, lastMonth }) => [figure.value ?? 0, lastMonth ?? 0]))
  const columns = rankingColumns(rows)
  const spoken = spokenOf(step, report, county)
  const summary = citySubtitle({ t, report })
  const notes = (
    <>
      <span className={classes.tickNote}>
        <i /> {t('ranking.lastMonth')}
      </span>
      {city.overByMaximum !== null && <span>{t('meeting.wall.byMaximum', { count: city.overByMaximum })}</span>}
      <FigureNotes />
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
