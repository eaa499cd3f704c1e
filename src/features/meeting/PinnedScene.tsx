import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '@/io/package/descriptor'
import type { PicturedMap } from '@/map/picture/use-picture'
import { useOpened, useReport } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { PinnedLegend } from './PinnedLegend'
import { PinnedMap } from './PinnedMap'
import classes from './PinnedScene.module.css'
import { pinnedFacts } from './pinned-words'
import { SceneFrame } from './SceneFrame'
import { usePinnedView } from './use-pinned-view'

/** A view of 一张图 as it was pinned: its filters, look, place and selection, large. */
export function PinnedScene({ item }: { readonly item: AgendaItem }) {
  const { t, i18n } = useTranslation()
  const { evaluation, ring } = useOpened()
  const report = useReport()
  const theme = usePreferences((state) => state.theme)
  const address = item.view ?? ''
  const pinned = usePinnedView(address, report, theme)
  const [drawn, setDrawn] = useState<PicturedMap | null>(null)
  // What else narrows or judges the sources shows in what is counted.
  const counted = pinned && JSON.stringify([pinned.shown.total, pinned.standings])
  const of = [address, counted, report?.month, evaluation.asOf, JSON.stringify(ring), theme, i18n.language].join()
  return (
    <SceneFrame
      title={item.title ?? t('meeting.scene.pinned')}
      facts={pinned ? pinnedFacts(t, pinned) : []}
      notes={drawn && <span>{drawn.about}</span>}
    >
      {pinned && (
        <div className={classes.scene}>
          <PinnedMap pinned={pinned} report={report} theme={theme} of={of} onDrawn={setDrawn} />
          {drawn && <PinnedLegend entries={drawn.entries} counts={pinned} />}
        </div>
      )}
    </SceneFrame>
  )
}
