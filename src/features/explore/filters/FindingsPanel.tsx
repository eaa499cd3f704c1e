import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRows } from '@/store/answers/use-rows'
import { useChentu, useOpened } from '@/store/chentu'
import classes from './FindingsPanel.module.css'
import { ProblemRow } from './ProblemRow'

const ROW_PIXELS = 82

/**
 * The sources that the filters leave and that do not meet what is asked, worst first; the others only on demand, or where their
 * standing was chosen. Only the rows in sight are in the page.
 */
export function FindingsPanel() {
  const { t } = useTranslation()
  const { shown, filters } = useOpened()
  const selected = useChentu((state) => state.selected?.source)
  const scroll = useRef<HTMLDivElement>(null)
  const [showsAll, setShowsAll] = useState(false)
  const isChosen = filters.statuses.length > 0
  const count = isChosen || showsAll ? shown.total : shown.problems
  const rest = shown.total - shown.problems
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 6,
  })
  const visible = rows.getVirtualItems()
  const rowAt = useRows(
    (worker, from, to) => worker.shownRows(from, to),
    '',
    visible.map(({ index }) => index),
  )
  return (
    <div className={classes.list}>
      <div className={classes.head}>
        <h2>{t('layers.sources')}</h2>
        <span className="quiet">{t('frame.order')}</span>
      </div>
      {rest > 0 && !isChosen && (
        <p className="quiet">
          {t('problems.rest', { count: rest })}{' '}
          <button type="button" className="link" onClick={() => setShowsAll(!showsAll)}>
            {t(showsAll ? 'problems.onlyProblems' : 'problems.showAll')}
          </button>
        </p>
      )}
      <div ref={scroll} className={classes.scroll}>
        <ul className={classes.fill} style={{ height: rows.getTotalSize() }}>
          {visible.map(({ index, start }) => {
            const row = rowAt(index)
            return (
              row && (
                <li
                  key={row.source}
                  style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}
                >
                  <ProblemRow row={row} isSelected={row.source === selected} />
                </li>
              )
            )
          })}
        </ul>
      </div>
    </div>
  )
}
