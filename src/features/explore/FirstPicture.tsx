import { type CSSProperties, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ComparisonBar } from '@/features/explore/compare/ComparisonBar'
import { Legend } from '@/features/explore/layers/Legend'
import { MonthStrip } from '@/features/explore/ranking/MonthStrip'
import { RankingPanel } from '@/features/explore/ranking/RankingPanel'
import { useCoveredBy } from '@/map/instance/covered'
import { DrawnPanes } from '@/map/panes/DrawnPanes'
import { useChentu, useDataset, useOtherReport, useReport } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { Skeleton } from '@/ui/states/Skeleton'
import classes from './Explore.module.css'
import list from './filters/FindingsPanel.module.css'
import panel from './frame/LeftPanel.module.css'
import { STOP_HEIGHTS } from './frame/SheetGrip'
import { StatusBar } from './frame/StatusBar'
import { useMedia } from './frame/use-media'
import { useSheet } from './frame/use-sheet'
import { SHEET } from './layout-widths'
import { loadSourceMapWhenPainted } from './load-source-map'
import bar from './question/QuestionBar.module.css'
import { Rail } from './Rail'
import side from './side/SidePanel.module.css'
import { FirstTasks } from './start/FirstTasks'

const nothing = () => undefined
const NO_HOSTS = { scale: nothing, pointer: nothing, attribution: nothing }

/**
 * Placeholder with counties, months and ranking where the screen will have them, while the sources are being evaluated.
 * It is not interactive, since the real screen replaces it and the user would lose any input.
 */
export function FirstPicture() {
  const { t } = useTranslation()
  const dataset = useDataset()
  const report = useReport()
  const other = useOtherReport()
  const view = useChentu((state) => state.view)
  const { theme, folded } = usePreferences()
  const ownSheet = useSheet()
  const sheet = useMedia(SHEET) ? ownSheet : null
  const map = useRef<HTMLDivElement>(null)
  const over = useRef<HTMLElement>(null)
  const covered = useCoveredBy(map, over)
  useEffect(loadSourceMapWhenPainted, [])
  const isFolded = !sheet && folded.includes('side')
  const widths = {
    '--side-width': isFolded ? '20px' : '318px',
    ...(sheet && { '--sheet': STOP_HEIGHTS[sheet.stop] }),
  } as CSSProperties
  return (
    <div
      className={classes.explore}
      data-shown={sheet?.shown}
      data-stop={sheet?.stop}
      style={widths}
      inert
      aria-hidden="true"
    >
      <Rail sheet={sheet} />
      {view.panel && (
        <section className={panel.frame} data-panel={view.panel}>
          <div className={panel.scroll}>
            <Skeleton lines={9} />
          </div>
        </section>
      )}
      <section className={bar.bar} />
      <div className={classes.middle}>
        <FirstTasks />
        {report && other && <ComparisonBar report={report} other={other} />}
        <div ref={map} className={classes.map}>
          <DrawnPanes {...{ dataset, report, other, theme, view, covered }} />
        </div>
        <Legend />
        <StatusBar within={false} onWithin={nothing} hosts={NO_HOSTS} />
        <MonthStrip />
      </div>
      <aside ref={over} className={side.side} data-folded={isFolded} aria-label={t('panel.ranking')}>
        <div className={side.overview} data-front={sheet?.front}>
          <div className={side.ranking}>
            <RankingPanel />
          </div>
          <div className={side.list}>
            <div className={list.head}>
              <h2>{t('layers.sources')}</h2>
            </div>
            <p className={list.order}>{t('map.sourcesComing')}</p>
            <Skeleton lines={6} />
          </div>
        </div>
      </aside>
    </div>
  )
}
