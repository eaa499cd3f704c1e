import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position } from '@/domain/geodesy/position'
import type { Area } from '@/domain/sources/view/area'
import { AreaPanel } from '@/features/explore/area/AreaPanel'
import { BoardPanel } from '@/features/explore/board/BoardPanel'
import { DetailCard } from '@/features/explore/detail/DetailCard'
import { FiltersPanel } from '@/features/explore/filters/FiltersPanel'
import { FindingsPanel } from '@/features/explore/filters/FindingsPanel'
import { GradesPanel } from '@/features/explore/grades/GradesPanel'
import { LayersPanel } from '@/features/explore/layers/LayersPanel'
import { Legend } from '@/features/explore/layers/Legend'
import { PlanPanel } from '@/features/explore/plan/PlanPanel'
import { MonthStrip } from '@/features/explore/ranking/MonthStrip'
import { RankingPanel } from '@/features/explore/ranking/RankingPanel'
import { TablePanel } from '@/features/explore/table/TablePanel'
import { UpwindPanel } from '@/features/explore/upwind/UpwindPanel'
import { VisitsPanel } from '@/features/explore/visits/VisitsPanel'
import { CountyDrawing } from '@/map/drawing/CountyDrawing'
import { useUnlisted } from '@/store/answers/use-unlisted'
import { addArea, openPoint, useChentu, useOpened, useReport } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { useMapTool } from '@/store/page/map-tool'
import type { Panel } from '@/store/view/view'
import { lazyPart } from '@/ui/lazy-part'
import { Part } from '@/ui/Part'
import classes from './Explore.module.css'
import { DRAWER, SHEET } from './layout-widths'
import { Rail } from './Rail'
import { RingTag } from './RingTag'

// The map is the heaviest part: its code is asked for at once, and header, ranking and lists don't wait for it.
const sourceMap = () => import('@/map/SourceMap')
sourceMap().catch(() => undefined)
const SourceMap = lazyPart(async () => ({ default: (await sourceMap()).SourceMap }))

const CONTENT: Record<Panel, () => React.ReactNode> = {
  layers: LayersPanel,
  filters: FiltersPanel,
  board: BoardPanel,
  findings: FindingsPanel,
  plan: PlanPanel,
  grades: GradesPanel,
  upwind: UpwindPanel,
  area: AreaPanel,
  visits: VisitsPanel,
}

/** How far the sheet is drawn up over the map. */
const STOPS = ['half', 'full', 'low'] as const

/** What was drawn is a measured line, or a step of the selection. */
function onDrawn(corners: readonly Position[]) {
  const { tool, operation, radiusMetres, set } = useMapTool.getState()
  if (tool === 'measure') {
    set({ measured: corners })
    return
  }
  const area: Area =
    tool === 'circle'
      ? { type: 'circle', centre: corners[0]!, metres: radiusMetres }
      : { type: 'polygon', ring: corners }
  addArea({ operation, area })
}

export { FirstPicture } from './FirstPicture'

/** The desk officer's screen: panels on the left, the map with the months under it, ranking and details on the right. */
export default function Explore() {
  const { t } = useTranslation()
  const opened = useOpened()
  const report = useReport()
  const selected = useChentu((state) => state.selected)
  const view = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  const theme = usePreferences((state) => state.theme)
  const [sideOpen, setSideOpen] = useState(() => !window.matchMedia(DRAWER).matches)
  const [stop, setStop] = useState<(typeof STOPS)[number]>('half')
  const { tool, measured, sectors } = useMapTool()
  const unlisted = useUnlisted()
  const other = opened.dataset.reports.find(({ month }) => month === view.other && month !== report?.month) ?? null
  const Content = view.panel && CONTENT[view.panel]

  // The card of what was chosen must be seen: a closed drawer opens, and on the sheet the card comes to the front.
  useEffect(() => {
    if (selected === null) return
    setSideOpen(true)
    if (window.matchMedia(SHEET).matches && useChentu.getState().view.panel !== 'plan') setView({ panel: null })
  }, [selected, setView])

  return (
    <div className={classes.explore} data-side={sideOpen} data-stop={stop}>
      <Rail />
      {Content && view.panel && (
        <section className={classes.panel} data-panel={view.panel} aria-label={t(`panel.${view.panel}`)}>
          <Part key={view.panel}>
            <Content />
          </Part>
        </section>
      )}
      <div className={classes.map} data-drawing={tool !== 'pan'}>
        <Part>
          <Suspense fallback={<CountyDrawing dataset={opened.dataset} report={report} theme={theme} view={view} />}>
            <SourceMap
              opened={opened}
              report={report}
              theme={theme}
              view={view}
              selected={selected}
              tool={tool === 'pan' ? null : tool}
              measured={measured}
              sectors={sectors}
              found={unlisted}
              other={other}
              onDrawn={onDrawn}
              onSelect={(selected) => setView({ selected })}
              onCounty={(county) => setView({ county })}
              onPoint={openPoint}
              onCamera={(camera) => setView({ camera })}
            />
          </Suspense>
        </Part>
        {/* Under the table the map is low; what lies over it would cover it. */}
        {!view.table && <RingTag />}
        {!view.table && <Legend />}
      </div>
      <MonthStrip />
      {view.table && (
        <Part>
          <TablePanel onClose={() => setView({ table: false })} />
        </Part>
      )}
      <button
        type="button"
        className={classes.grip}
        aria-label={t('panel.stop')}
        onClick={() => setStop(STOPS[(STOPS.indexOf(stop) + 1) % STOPS.length]!)}
      />
      <aside className={classes.side} aria-label={t('panel.ranking')}>
        <button type="button" className={classes.fold} aria-expanded={sideOpen} onClick={() => setSideOpen(!sideOpen)}>
          {t('panel.ranking')}
        </button>
        <div className={classes.sideBody}>
          <Part>
            <RankingPanel />
          </Part>
          <Part>
            <DetailCard />
          </Part>
        </div>
      </aside>
    </div>
  )
}
