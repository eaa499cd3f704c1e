import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HiddenKindsNotice } from '@/features/explore/layers/HiddenKindsNotice'
import { useRows } from '@/store/answers/use-rows'
import { useChentu, useOpened } from '@/store/chentu'
import { Button } from '@/ui/controls/Button'
import { Skeleton } from '@/ui/states/Skeleton'
import classes from './FindingsPanel.module.css'
import { ProblemRow } from './ProblemRow'
import { useListKeys } from './use-list-keys'

/** Height of a row whose second line does not wrap; other rows are measured. */
const ROW_PIXELS = 52

/**
 * The filtered sources that fail a requirement, worst first; other sources only on demand, or if their status was
 * chosen. Only visible rows and the row with the keyboard focus are rendered. `frame` contains the list.
 */
export function FindingsPanel({ frame }: { readonly frame: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation()
  const shown = useOpened((opened) => opened.shown)
  const shownFilters = useOpened((opened) => opened.shownFilters)
  const selected = useChentu((state) => state.selected?.source)
  const panel = useChentu(({ view }) => view.panel)
  const scroll = useRef<HTMLDivElement>(null)
  const [showsAll, setShowsAll] = useState(false)
  const isChosen = shownFilters.statuses.length > 0
  const count = isChosen || showsAll ? shown.total : shown.problems
  const rest = shown.total - shown.problems
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 6,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), keys.active])].sort((a, b) => a - b),
  })
  const scrollTo = (index: number) => rows.scrollToIndex(index, { align: 'auto' })
  const keys = useListKeys(frame, count, shownFilters, scrollTo)
  const visible = rows.getVirtualItems().filter(({ index }) => index < count)
  const { rowAt, isOld } = useRows(
    (worker, from, to) => worker.shownRows(from, to),
    '',
    visible.map(({ index }) => index),
    { keeps: true },
  )
  return (
    <div className={classes.list}>
      <div className={classes.head}>
        <h2>{t('layers.sources')}</h2>
        <span className="quiet">{t('frame.order')}</span>
      </div>
      <p className={classes.order} title={t('frame.orderHelp')}>
        {t('frame.orderDays')}
      </p>
      {rest > 0 && !isChosen && (
        <p className={classes.rest}>
          {t('problems.rest', { count: rest })}
          {shown.pastUnknown > 0 && t('problems.restPast', { count: shown.pastUnknown })}
          <Button weight="quiet" className={classes.all} onClick={() => setShowsAll(!showsAll)}>
            {t(showsAll ? 'problems.onlyProblems' : 'problems.showAll')}
          </Button>
        </p>
      )}
      {/* The board next to the list shows the same note. */}
      {panel !== 'board' && <HiddenKindsNotice />}
      <div ref={scroll} className={classes.scroll} data-old={isOld}>
        <ul
          className={classes.fill}
          style={{ height: rows.getTotalSize() }}
          aria-label={t('layers.sources')}
          onKeyDown={keys.onKeyDown}
          onFocus={keys.onFocus}
          onBlur={keys.onBlur}
        >
          {visible.map(({ index, start }) => {
            const row = rowAt(index)
            const style = { position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` } as const
            return row ? (
              <li key={row.source} ref={rows.measureElement} data-index={index} style={style}>
                <ProblemRow row={row} isSelected={row.source === selected} isActive={index === keys.active} />
              </li>
            ) : (
              <li key={`place ${index}`} aria-hidden="true" className={classes.coming} style={style}>
                <Skeleton lines={2} />
              </li>
            )
          })}
        </ul>
      </div>
    </div>
  )
}
