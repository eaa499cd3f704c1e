import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '@/io/package/descriptor'
import { useReport } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { dayName } from '@/store/words/day-name'
import { planAtThatTimeText } from '@/store/words/earlier-plan-text'
import { monthName } from '@/store/words/month-name'
import { planMoveText } from '@/store/words/plan-move-text'
import { DOT } from '@/ui/dot'
import { PinnedLegend } from './PinnedLegend'
import { type MapDescription, PinnedMap } from './PinnedMap'
import classes from './PinnedScene.module.css'
import { pinnedFacts } from './pinned-words'
import { SceneFrame } from './SceneFrame'
import { useMapContent } from './use-map-content'
import { usePinnedView } from './use-pinned-view'

/** A pinned view of 一张图, large: with its filters, look, location and selection. */
export function PinnedScene({ item }: { readonly item: AgendaItem }) {
  const { t } = useTranslation()
  const ofMeeting = useReport()
  const theme = usePreferences((state) => state.theme)
  const address = item.view ?? ''
  const pinned = usePinnedView(address, ofMeeting, theme)
  const report = pinned ? pinned.report : ofMeeting
  const [drawn, setDrawn] = useState<MapDescription | null>(null)
  const of = useMapContent(address, pinned, report, theme)
  return (
    <SceneFrame
      title={item.title ?? t('meeting.scene.pinned')}
      subtitle={[
        ...(report ? [monthName(t, report.month)] : []),
        ...(pinned ? [t('meeting.scenes.asOf', { day: dayName(t, pinned.asOf) })] : []),
      ].join(DOT)}
      facts={pinned ? pinnedFacts(t, pinned) : []}
      notes={
        drawn && (
          <>
            {pinned && pinned.place !== null && <span>{planAtThatTimeText(t, pinned.kept)}</span>}
            {pinned?.move && <span role="note">{planMoveText(t, pinned.move)}</span>}
            <span>{drawn.about}</span>
          </>
        )
      }
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
