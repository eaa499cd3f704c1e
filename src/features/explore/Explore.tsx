import { type CSSProperties, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Position } from '@/domain/geodesy/position'
import type { Area } from '@/domain/sources/view/area'
import { useCaseMarks } from '@/features/explore/cases/use-case-marks'
import { useFitToCase } from '@/features/explore/cases/use-fit-to-case'
import { ComparisonBar } from '@/features/explore/compare/ComparisonBar'
import { Legend } from '@/features/explore/layers/Legend'
import { MonthStrip } from '@/features/explore/ranking/MonthStrip'
import { useCoveredBy } from '@/map/instance/covered'
import { useFitToShown } from '@/map/instance/use-fit-to-shown'
import { DrawnPanes } from '@/map/panes/DrawnPanes'
import { useUnlisted } from '@/store/answers/use-unlisted'
import { useCasePanel } from '@/store/cases/case-panel'
import { addArea, openPoint, useChentu, useOpened, useOtherReport, useReport } from '@/store/chentu'
import { useDrawnView } from '@/store/chentu/on-map'
import { usePreferences } from '@/store/device/preferences'
import { reportFailure } from '@/store/page/failure'
import { useMapTool } from '@/store/page/map-tool'
import { ScreenPart } from '@/ui/ScreenPart'
import { usePartKeys } from '@/ui/use-part-keys'
import classes from './Explore.module.css'
import { LeftPanel } from './frame/LeftPanel'
import { SectorNote } from './frame/SectorNote'
import { SheetGrip, STOP_HEIGHTS } from './frame/SheetGrip'
import { SkipLinks } from './frame/SkipLinks'
import { StatusBar } from './frame/StatusBar'
import { useFitToFoundCounty } from './frame/use-fit-to-found-county'
import { useMedia } from './frame/use-media'
import { useSheet } from './frame/use-sheet'
import { useWithin } from './frame/use-within'
import { WholeCity } from './frame/WholeCity'
import { SHEET } from './layout-widths'
import { SourceMap } from './load-source-map'
import { PANELS, preloadPanels, TablePanel } from './panels'
import { QuestionBar } from './question/QuestionBar'
import { Rail } from './Rail'
import { SidePanel } from './side/SidePanel'
import { FirstTasks } from './start/FirstTasks'

/** The other panels are loaded this long after the first screen: by then its map is drawn. */
const PANELS_AFTER_MS = 3000

/** Order of F6, cyclic: one F6 backwards leads from a clause in the panel to its sources. */
const PARTS = ['panel', 'question', 'map', 'months', 'table', 'ranking', 'list', 'detail'] as const

/** Handles a finished drawing: a measured line, or a step of the selection. */
function onDrawn(corners: readonly Position[], name?: string) {
  const { tool, operation, radiusMetres, set } = useMapTool.getState()
  if (tool === 'measure') {
    set({ measured: corners })
    return
  }
  if (tool === 'place') {
    useCasePanel.getState().mark(corners[0]!)
    set({ tool: 'pan' })
    return
  }
  const area: Area =
    tool === 'circle'
      ? { type: 'circle', centre: corners[0]!, metres: radiusMetres, ...(name && { name }) }
      : { type: 'polygon', ring: corners }
  addArea({ operation, area })
}

export { FirstPicture } from './FirstPicture'

/** The desk officer's screen: a panel on the left; the question, the map and the months; ranking or details on the right. */
export default function Explore() {
  // Without the counts, which arrive later: the map must not re-render for them.
  const opened = useOpened(useShallow(({ dataset, evaluation, ring, shown }) => ({ dataset, evaluation, ring, shown })))
  const report = useReport()
  const other = useOtherReport()
  const selected = useChentu((state) => state.selected)
  const view = useDrawnView(useChentu((state) => state.view))
  const setView = useChentu((state) => state.setView)
  const { theme, folded } = usePreferences()
  const sideFolded = folded.includes('side')
  const ownSheet = useSheet()
  const sheet = useMedia(SHEET) ? ownSheet : null
  const { tool, measured, sectors } = useMapTool()
  const unlisted = useUnlisted()
  const marks = useCaseMarks(view.panel === 'cases')
  const { within, setWithin, onRest } = useWithin()
  usePartKeys(PARTS)
  const frame = useRef<HTMLDivElement>(null)
  const map = useRef<HTMLDivElement>(null)
  const side = useRef<HTMLElement>(null)
  const covered = useCoveredBy(map, side)
  useFitToCase(map, covered)
  useFitToFoundCounty(map, side)
  const fitToShown = useFitToShown(map, covered, view.hidden)
  const [scale, setScale] = useState<HTMLElement | null>(null)
  const [pointer, setPointer] = useState<HTMLElement | null>(null)
  const [attribution, setAttribution] = useState<HTMLElement | null>(null)
  const beside = useMemo(() => ({ scale, pointer, attribution }), [scale, pointer, attribution])
  const hosts = useMemo(() => ({ scale: setScale, pointer: setPointer, attribution: setAttribution }), [])
  const { panel } = view
  const Content = panel && PANELS[panel]
  useEffect(() => {
    const timer = setTimeout(preloadPanels, PANELS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])

  return (
    <div
      ref={frame}
      className={classes.explore}
      data-shown={sheet?.shown}
      data-stop={sheet?.stop}
      style={
        {
          '--side-width': sideFolded ? '20px' : '318px',
          ...(sheet && { '--sheet': STOP_HEIGHTS[sheet.stop] }),
        } as CSSProperties
      }
    >
      <SkipLinks />
      <Rail sheet={sheet} />
      {Content && panel && (
        <LeftPanel panel={panel}>
          <Suspense fallback={null}>
            <Content />
          </Suspense>
        </LeftPanel>
      )}
      <QuestionBar onZoom={() => void fitToShown().then((camera) => camera && setView({ camera }), reportFailure)} />
      <div className={classes.middle} data-table={view.table}>
        <ScreenPart>
          <FirstTasks />
        </ScreenPart>
        {report && other && <ComparisonBar report={report} other={other} />}
        <div
          ref={map}
          id="map"
          tabIndex={-1}
          className={classes.map}
          data-drawing={tool !== 'pan'}
          data-beside={other !== null}
        >
          <ScreenPart>
            <Suspense fallback={<DrawnPanes {...{ dataset: opened.dataset, report, other, theme, view, covered }} />}>
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
                marks={marks}
                covered={covered}
                beside={beside}
                other={other}
                onDrawn={onDrawn}
                onSelect={(selected) => setView({ selected })}
                onCounty={(county) => setView({ county })}
                onPoint={openPoint}
                onCamera={(camera) => setView({ camera })}
                onRest={onRest}
              />
            </Suspense>
          </ScreenPart>
          <WholeCity right={covered.right} />
          <SectorNote />
        </div>
        <Legend />
        <StatusBar within={within} onWithin={setWithin} hosts={hosts} />
        <MonthStrip />
        {view.table && (
          <div className={classes.table}>
            <ScreenPart>
              <Suspense fallback={null}>
                <TablePanel onClose={() => setView({ table: false })} />
              </Suspense>
            </ScreenPart>
          </div>
        )}
      </div>
      {sheet && sheet.shown !== 'table' && <SheetGrip frame={frame} stop={sheet.stop} onStop={sheet.setStop} />}
      <SidePanel frame={side} sheet={sheet} />
    </div>
  )
}
