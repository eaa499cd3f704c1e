import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { LiveMap } from '@/map/engine/live-map'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import { useAnswer } from '@/store/answers/use-answer'
import { keyOf, type SourceKey } from '@/store/view/view'
import { IconButton } from '@/ui/controls/IconButton'
import classes from './OverlapList.module.css'
import type { OverlappingSources } from './use-picking'

interface Props {
  readonly map: LiveMap
  readonly together: OverlappingSources
  onSelect(source: SourceKey): void
  onClose(): void
}

/** A list of overlapping sources at one place, to choose one from. */
export function OverlapList({ map, together, onSelect, onClose }: Props) {
  const { t } = useTranslation()
  const list = useRef<HTMLElement>(null)
  const { at, sources } = together
  const rows = useAnswer((worker) => worker.listedRows(sources), sources)
  useEffect(() => {
    if (rows) list.current?.querySelector<HTMLElement>('li button')?.focus({ preventScroll: true })
  }, [rows])

  function leave(event: React.KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onClose()
    map.getCanvas().focus({ preventScroll: true })
  }
  const { x, y } = map.project(at)
  const { clientWidth, clientHeight } = map.getContainer()
  // Placed on the side with more room.
  const [toLeft, above] = [x > clientWidth / 2, y > clientHeight / 2]
  const title = t('map.badge.here', { count: sources.length })
  return (
    <section
      ref={list}
      className={classes.list}
      role="dialog"
      aria-label={title}
      onKeyDown={leave}
      style={{
        [toLeft ? 'right' : 'left']: (toLeft ? clientWidth - x : x) + 16,
        [above ? 'bottom' : 'top']: Math.max(8, (above ? clientHeight - y : y) - 16),
        maxHeight: Math.max(140, (above ? y : clientHeight - y) + 8),
      }}
    >
      <header>
        <b>{title}</b>
        <IconButton label={t('map.badge.close')} onClick={onClose}>
          <IconX size={16} aria-hidden="true" />
        </IconButton>
      </header>
      <ul>
        {rows?.map((row) => {
          const status = STATUS_NAMES[row.status]!
          return (
            <li key={row.source}>
              <button
                type="button"
                onClick={() => {
                  onClose()
                  onSelect(keyOf(row))
                }}
              >
                <SourceSymbol kind={row.kind} status={status} />
                <span>{row.name}</span>
                <small data-status={status}>
                  {status === 'overdue' ? t('findings.overdueDays', { days: row.overdueDays }) : t(`status.${status}`)}
                </small>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
