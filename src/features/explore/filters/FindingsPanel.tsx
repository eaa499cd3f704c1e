import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { STATUS_NAMES } from '@/domain/rules/status'
import { countyName } from '@/domain/sources/county'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import { useRows } from '@/store/answers/use-rows'
import { useChentu, useOpened } from '@/store/chentu'
import { keyOf } from '@/store/view/view'
import panel from '@/ui/panel.module.css'
import classes from './FindingsPanel.module.css'

const ROW_PIXELS = 62

/** The sources that the filters leave, worst first. Only the rows in sight are in the page. */
export function FindingsPanel() {
  const { t, i18n } = useTranslation()
  const { dataset, shown } = useOpened()
  const selected = useChentu((state) => state.selected?.source)
  const setView = useChentu((state) => state.setView)
  const scroll = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: shown.total,
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
      <div ref={scroll} className={classes.scroll}>
        <ul className={classes.fill} style={{ height: rows.getTotalSize() }}>
          {visible.map(({ index, start }) => {
            const row = rowAt(index)
            if (!row) return null
            const { source, kind, code, name, county, overdueDays } = row
            const status = STATUS_NAMES[row.status]!
            return (
              <li key={source} style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}>
                <button
                  type="button"
                  className={panel.item}
                  aria-current={source === selected}
                  onClick={() => setView({ selected: keyOf(row) })}
                >
                  <SourceSymbol kind={kind} status={status} />
                  <span>
                    <b>{name}</b>
                    <small>
                      {countyName(dataset, county, i18n.language)} {code}
                    </small>
                  </span>
                  <small>
                    {overdueDays > 0 ? t('findings.overdueDays', { days: overdueDays }) : t(`status.${status}`)}
                  </small>
                </button>
              </li>
            )
          })}
        </ul>
      </div>
    </div>
  )
}
