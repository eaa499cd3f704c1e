import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { DetailCard } from '@/features/explore/detail/DetailCard'
import { FindingsPanel } from '@/features/explore/filters/FindingsPanel'
import type { Sheet } from '@/features/explore/frame/use-sheet'
import { PointCard } from '@/features/explore/point/PointCard'
import { RankingPanel } from '@/features/explore/ranking/RankingPanel'
import { useChentu, useOpened } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { useRequestedPart } from '@/store/page/requested-part'
import { undo } from '@/store/view/address'
import { Button } from '@/ui/controls/Button'
import { IconButton } from '@/ui/controls/IconButton'
import { ScreenPart } from '@/ui/ScreenPart'
import { DetailBar } from './DetailBar'
import { NotFound } from './NotFound'
import { NothingFound } from './NothingFound'
import classes from './SidePanel.module.css'
import { useDetailFocus } from './use-detail-focus'
import { usePlace } from './use-place'

interface Props {
  readonly frame: RefObject<HTMLElement | null>
  /** The sheet if the layout has one: one half of this panel then fills it, and it does not fold sideways. */
  readonly sheet: Sheet | null
}

/** The right panel: ranking and list of sources, or in their place the details of the selection. */
export function SidePanel({ frame, sheet }: Props) {
  const { t } = useTranslation()
  const isEmpty = useOpened(({ shown }) => shown.total === 0)
  const isOld = useChentu(({ opened, view }) => view.filters !== opened?.shownFilters)
  const selected = useChentu((state) => state.selected)
  const point = useChentu((state) => state.view.point)
  const isDetail = point !== null || selected !== null
  const { folded, setFolded } = usePreferences()
  const list = useRef<HTMLDivElement>(null)
  const detail = useRef<HTMLDivElement>(null)
  const { place, dropped } = usePlace(selected)
  const card = point ?? selected?.source ?? null
  const { close, isFromList } = useDetailFocus(isDetail, card, detail, list)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another card starts scrolled to the top
  useLayoutEffect(() => {
    detail.current?.scrollTo(0, 0)
  }, [card])
  const isFolded = !sheet && folded.includes('side')
  const { wanted, want } = useRequestedPart()
  const isFront = sheet === null || sheet.shown === (isDetail ? 'details' : 'list')
  useEffect(() => {
    if (wanted !== (isDetail ? 'detail' : 'list')) return
    if (isFolded) setFolded('side', false)
    else if (isFront) {
      const part = isDetail ? detail : list
      part.current?.focus({ preventScroll: true })
      want(null)
    }
  }, [wanted, isDetail, isFolded, isFront, setFolded, want])
  const name = t('panel.ranking')
  // In a sheet, back leads to what is under the details, whatever opened them.
  const goesToList = sheet ? sheet.front === 'list' : isFromList
  const back =
    sheet && sheet.front !== 'list' && sheet.front !== 'ranking'
      ? t('frame.back')
      : t(goesToList ? 'frame.backToList' : 'ranking.title')
  return (
    <aside ref={frame} id="side" className={classes.side} data-folded={isFolded} aria-label={name}>
      {!sheet && (
        <div className={classes.fold}>
          <IconButton
            label={t(isFolded ? 'frame.unfold' : 'frame.fold', { part: name })}
            aria-expanded={!isFolded}
            onClick={() => setFolded('side', !isFolded)}
          >
            {isFolded ? (
              <IconChevronLeft size={16} aria-hidden="true" />
            ) : (
              <IconChevronRight size={16} aria-hidden="true" />
            )}
          </IconButton>
        </div>
      )}
      {/* Stays mounted behind the details, so that its state is kept when the user goes back. */}
      <div className={classes.overview} inert={isFolded || isDetail} data-behind={isDetail} data-front={sheet?.front}>
        {dropped && (
          <p role="status" className={classes.dropped}>
            {t('frame.dropped', { name: dropped })}
            <Button weight="quiet" onClick={undo}>
              {t('keys.undo')}
            </Button>
          </p>
        )}
        <NotFound />
        <div id="ranking" tabIndex={-1} className={classes.ranking}>
          <ScreenPart>
            <RankingPanel />
          </ScreenPart>
        </div>
        <div ref={list} id="list" tabIndex={-1} className={classes.list} data-old={isOld}>
          <ScreenPart>{isEmpty ? <NothingFound /> : <FindingsPanel frame={list} />}</ScreenPart>
        </div>
      </div>
      {isDetail && (
        <div ref={detail} id="detail" tabIndex={-1} className={classes.detail} inert={isFolded}>
          <DetailBar selected={point === null ? selected : null} place={place} back={back} onBack={close} />
          <ScreenPart key={card}>{point === null ? <DetailCard /> : <PointCard code={point} />}</ScreenPart>
        </div>
      )}
    </aside>
  )
}
