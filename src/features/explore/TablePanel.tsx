import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatusName } from '@/domain/rules/status'
import { SOURCE_KINDS } from '@/domain/sources'
import { EXTRA } from '@/domain/sources/read-table'
import type { DataClass, SourceKind } from '@/domain/sources/schema'
import type { Value } from '@/domain/table/column'
import type { SortKey } from '@/domain/table/sort'
import { harmless } from '@/io/formula'
import { useChentu, useOpened } from '@/store/chentu'
import { useAnswer } from '@/store/use-answer'
import { useRows } from '@/store/use-rows'
import { datasetWorker } from '@/workers/client'
import type { TableColumn, TableRequest } from '@/workers/table-view'
import { ColumnFilter } from './ColumnFilter'
import classes from './TablePanel.module.css'

const ROW_PIXELS = 32
const COPY_MOST = 20_000

/** A column's heading and a cell's text, in the language of the screen. */
function useTableTexts() {
  const { t } = useTranslation()
  const heading = (name: string) => {
    if (name.startsWith(EXTRA)) return name.slice(EXTRA.length)
    if (name === 'status') return t('filters.statuses')
    if (name === 'overdueDays') return t('data.export.overdue')
    if (name === 'kind') return t('table.kind')
    if (name === 'dataClass') return t('data.export.class')
    return t(`field.${name}` as 'field.name')
  }
  const cell = ({ name, type }: TableColumn, value: Value) => {
    if (value === null) return ''
    if (type === 'status') return t(`status.${value as StatusName}`)
    if (name === 'kind') return t(`kind.${value as SourceKind}`)
    if (name === 'dataClass') return t(`dataClass.${value as DataClass}`)
    return typeof value === 'boolean' ? t(value ? 'detail.yes' : 'detail.no') : String(value)
  }
  return { heading, cell }
}

/** The shown sources as a table: sorted by any columns, filtered by each, linked with the map both ways. */
export function TablePanel({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const { shown, counts } = useOpened()
  const selected = useChentu((state) => state.selected?.source ?? null)
  const filters = useChentu((state) => state.view.filters)
  const setView = useChentu((state) => state.setView)
  const { heading, cell } = useTableTexts()
  const [sort, setSort] = useState<readonly SortKey[]>([])
  const [copied, setCopied] = useState(0)
  const scroll = useRef<HTMLDivElement>(null)
  const kind = filters.kinds.length === 1 ? filters.kinds[0]! : null
  const request: TableRequest = { kind, sort }
  const about = JSON.stringify(request)
  const table = useAnswer((worker) => worker.table(request), about)
  const columns = table?.columns ?? []
  const rows = useVirtualizer({
    count: table?.length ?? 0,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 8,
  })
  const visible = rows.getVirtualItems()
  const ask = (worker: ReturnType<typeof datasetWorker>, from: number, to: number) =>
    worker.tableRows(request, from, to)
  const rowAt = useRows(ask, about, visible[0]?.index ?? 0, visible.at(-1)?.index ?? 0)

  // What is chosen on the map is scrolled to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new choice scrolls
  useEffect(() => {
    if (selected === null) return
    void datasetWorker()
      .tablePlace(request, selected)
      .then((place) => place >= 0 && rows.scrollToIndex(place, { align: 'auto' }))
  }, [selected])

  /** A click sorts by one column, up, down, and not at all; with Shift a further one. */
  function flip(column: string, further: boolean) {
    const before = sort.find((key) => key.column === column)
    const others = further ? sort.filter((key) => key.column !== column) : []
    setSort(before?.descending ? others : [...others, { column, descending: before !== undefined }])
  }

  async function copy() {
    const all = await datasetWorker().tableRows(request, 0, COPY_MOST)
    const plain = (text: string) => harmless(text.replace(/[\t\r\n]+/g, ' '))
    const lines = all.map(({ cells }) => cells.map((value, i) => plain(cell(columns[i]!, value))).join('\t'))
    await navigator.clipboard.writeText(
      [columns.map(({ name }) => plain(heading(name))).join('\t'), ...lines].join('\n'),
    )
    setCopied(all.length)
  }

  function move(event: React.KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key]
    if (step === undefined || table === null) return
    event.preventDefault()
    void datasetWorker()
      .tablePlace(request, selected ?? -1)
      .then(async (place) => {
        const next = Math.min(table.length - 1, Math.max(0, place + step))
        const [row] = await datasetWorker().tableRows(request, next, next + 1)
        if (row) setView({ selected: { kind: row.kind, code: row.code } })
      })
  }

  return (
    <section className={classes.panel} aria-label={t('table.title')}>
      <div className={classes.bar}>
        <h2>{t('table.title')}</h2>
        <span role="status">{t('table.rows', { count: shown.total })}</span>
        <select
          aria-label={t('table.kind')}
          value={kind ?? ''}
          onChange={(event) => {
            setSort([])
            setView({ filters: { ...filters, kinds: event.target.value ? [event.target.value as SourceKind] : [] } })
          }}
        >
          <option value="">{t('table.allKinds')}</option>
          {SOURCE_KINDS.map((each) => (
            <option key={each} value={each}>
              {`${t(`kind.${each}`)} ${counts.facets.kinds.get(each) ?? 0}`}
            </option>
          ))}
        </select>
        <button type="button" onClick={() => void copy()}>
          {t('table.copy')}
        </button>
        {copied > 0 && (
          <span role="status">
            {t(copied < (table?.length ?? 0) ? 'table.copiedFirst' : 'table.copied', { count: copied })}
          </span>
        )}
        <button type="button" className={classes.close} onClick={onClose}>
          {t('table.close')}
        </button>
      </div>
      <section
        ref={scroll}
        className={classes.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        onKeyDown={move}
        aria-label={t('table.rowsLabel')}
      >
        <table className={classes.table} aria-rowcount={(table?.length ?? 0) + 1}>
          <thead>
            <tr>
              {columns.map((column) => {
                const key = sort.findIndex((each) => each.column === column.name)
                const { descending } = sort[key] ?? {}
                return (
                  <th
                    key={column.name}
                    scope="col"
                    aria-sort={key < 0 ? 'none' : descending ? 'descending' : 'ascending'}
                  >
                    <button
                      type="button"
                      title={t('table.sorted', { column: heading(column.name) })}
                      onClick={(event) => flip(column.name, event.shiftKey)}
                    >
                      {heading(column.name)}
                      {key >= 0 && <small>{`${descending ? '▼' : '▲'}${sort.length > 1 ? key + 1 : ''}`}</small>}
                    </button>
                    {kind !== null && <ColumnFilter request={request} column={column} heading={heading(column.name)} />}
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody style={{ height: rows.getTotalSize() }}>
            {visible.map(({ index, start }) => {
              const row = rowAt(index)
              return (
                <tr
                  key={index}
                  aria-rowindex={index + 2}
                  aria-selected={row !== undefined && row.source === selected}
                  style={{ transform: `translateY(${start}px)` }}
                  onClick={() => row && setView({ selected: { kind: row.kind, code: row.code } })}
                >
                  {columns.map((column, i) => (
                    <td
                      key={column.name}
                      data-type={column.type}
                      data-status={column.type === 'status' ? row?.cells[i] : undefined}
                    >
                      {row && cell(column, row.cells[i] ?? null)}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </section>
  )
}
