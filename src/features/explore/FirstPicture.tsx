import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MonthStrip } from '@/features/explore/ranking/MonthStrip'
import { RankingPanel } from '@/features/explore/ranking/RankingPanel'
import { CountyDrawing } from '@/map/drawing/CountyDrawing'
import { useChentu, useDataset, useReport } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import classes from './Explore.module.css'
import { DRAWER } from './layout-widths'
import { Rail } from './Rail'

/**
 * Counties, months and ranking, where the screen will have them, while the sources are still being judged. Only to be seen: who
 * took hold of something here would lose it when the screen takes its place.
 */
export function FirstPicture() {
  const { t } = useTranslation()
  const dataset = useDataset()
  const report = useReport()
  const view = useChentu((state) => state.view)
  const theme = usePreferences((state) => state.theme)
  const [sideOpen] = useState(() => !window.matchMedia(DRAWER).matches)
  return (
    <div className={classes.explore} data-side={sideOpen} data-stop="half" inert aria-hidden="true">
      <Rail />
      {view.panel && <section className={classes.panel} data-panel={view.panel} />}
      <div className={classes.map}>
        <CountyDrawing dataset={dataset} report={report} theme={theme} view={view} />
      </div>
      <MonthStrip />
      <aside className={classes.side} aria-label={t('panel.ranking')}>
        <span />
        <div className={classes.sideBody}>
          <RankingPanel />
        </div>
      </aside>
    </div>
  )
}
