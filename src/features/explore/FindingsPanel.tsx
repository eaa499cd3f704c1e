import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { SourceKind } from '@/domain/sources/schema'
import { textAt } from '@/domain/table/column'
import { SourceSymbol } from '@/map/SourceSymbol'
import { useChentu, useOpened, useSelected } from '@/store/chentu'
import { countyName } from '@/store/names'
import { keyOf } from '@/store/source-key'
import { ExportDialog } from './ExportDialog'
import classes from './panels.module.css'

const ROW_PIXELS = 62

/** The sources that the filters leave, worst first. Only the rows in sight are in the page. */
export function FindingsPanel() {
  const { t, i18n } = useTranslation()
  const { dataset, judgement, shown } = useOpened()
  const selected = useSelected()
  const setView = useChentu((state) => state.setView)
  const scroll = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: shown.total,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 6,
  })
  const { sources } = dataset
  return (
    <>
      <h2 className={classes.title}>{t('findings.title')}</h2>
      <ExportDialog />
      <p className="quiet">{shown.total > 0 ? t('findings.count', { count: shown.total }) : t('findings.empty')}</p>
      <div ref={scroll} className={classes.scroll}>
        <ul className={classes.fill} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const source = shown.order[index]!
            const status = STATUS_NAMES[judgement.status[source]!]!
            const days = judgement.overdueDays[source]!
            return (
              <li key={source} style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}>
                <button
                  type="button"
                  className={classes.item}
                  aria-current={source === selected}
                  onClick={() => setView({ selected: keyOf(sources, source) })}
                >
                  <SourceSymbol kind={textAt(sources, 'kind', source) as SourceKind} status={status} />
                  <span>
                    <b>{textAt(sources, 'name', source)}</b>
                    <small>
                      {countyName(dataset, textAt(sources, 'county', source), i18n.language)}{' '}
                      {textAt(sources, 'code', source)}
                    </small>
                  </span>
                  <small>{days > 0 ? t('findings.overdueDays', { days }) : t(`status.${status}`)}</small>
                </button>
              </li>
            )
          })}
        </ul>
      </div>
    </>
  )
}
