import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '@/io/package/descriptor'
import { CountyDrawing } from '@/map/drawing/CountyDrawing'
import { useChentu, useOpened, useReport } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { decodeView } from '@/store/view/link'
import type { View } from '@/store/view/view'
import { lazyPart } from '@/ui/lazy-part'
import { PinnedLegend } from './PinnedLegend'
import classes from './PinnedScene.module.css'
import { SceneFrame } from './SceneFrame'

const SourceMap = lazyPart(async () => ({ default: (await import('@/map/SourceMap')).SourceMap }))
const NOTHING: readonly never[] = []

/** A view of the explore screen as it was pinned: its filters, look and place, large. */
export function PinnedScene({ item }: { readonly item: AgendaItem }) {
  const { t } = useTranslation()
  const opened = useOpened()
  const report = useReport()
  const view = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  const theme = usePreferences((state) => state.theme)
  const address = item.view ?? ''

  // The page has only one set of filters: the previous ones are restored when the scene is left.
  useEffect(() => {
    const pinned = ({ filters, within, look, density, hidden, opacity, camera }: View) =>
      setView({ filters, within, look, density, hidden, opacity, camera })
    const before = useChentu.getState().view
    pinned(decodeView(address))
    return () => pinned(before)
  }, [address, setView])

  const facts = [
    { label: t('meeting.shown'), value: t('figures.sources', { count: opened.shown.total }) },
    { label: t('status.overdue'), value: t('figures.sources', { count: overdueOf(opened.counts.byKind) }), over: true },
  ]
  return (
    <SceneFrame title={item.title ?? t('meeting.scene.pinned')} facts={facts} notes={null}>
      <div className={classes.scene}>
        <div className={classes.pinned}>
          <Suspense fallback={<CountyDrawing dataset={opened.dataset} report={report} theme={theme} view={view} />}>
            <SourceMap
              opened={opened}
              report={report}
              theme={theme}
              view={view}
              selected={null}
              tool={null}
              measured={NOTHING}
              sectors={NOTHING}
              other={null}
              onDrawn={() => undefined}
              onSelect={() => undefined}
              onCounty={() => undefined}
              onCamera={() => undefined}
            />
          </Suspense>
        </div>
        <PinnedLegend />
      </div>
    </SceneFrame>
  )
}

const overdueOf = (byKind: ReadonlyMap<string, { readonly overdue: number }>) =>
  [...byKind.values()].reduce((sum, { overdue }) => sum + overdue, 0)
