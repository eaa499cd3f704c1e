import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SortKey } from '@/domain/table/sort'
import type { TableRequest } from '@/questions/table-view'
import { useAnswer } from '@/store/answers/use-answer'
import { usePromise } from '@/store/answers/use-promise'
import { useRows } from '@/store/answers/use-rows'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { keyOf } from '@/store/view/view'
import { datasetWorker } from '@/workers/client'
import { groupedLines } from './grouped-places'
import { TableBar } from './TableBar'
import { TableHead } from './TableHead'
import classes from './TablePanel.module.css'
import { tabbedText } from './tabbed-text'
import { useTableTexts } from './use-table-texts'

const ROW_PIXELS = 32
const COPY_MOST = 20_000

/** The shown sources as a table: sorted by any columns, filtered by each, linked with the map both ways. */
export function TablePanel({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const selected = useChentu((state) => state.selected?.source ?? null)
  const filters = useChentu((state) => state.view.filters)
  const setView = useChentu((state) => state.setView)
  const [sort, setSort] = useState<readonly SortKey[]>([])
  const [copied, setCopied] = useState<number | 'refused'>(0)
  const scroll = useRef<HTMLDivElement>(null)
  const kind = filters.kinds.length === 1 ? filters.kinds[0]! : null
  const { heading, cell } = useTableTexts(kind)
  const [group, setGroup] = useState<string | null>(null)
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const request: TableRequest = { kind, sort, group }
  const about = JSON.stringify(request)
  const table = useAnswer((worker) => worker.table(request), about)
  const all = table?.columns ?? []
  const left = usePreferences((state) => state.hiddenColumns[kind ?? 'all']) ?? []
  // Rows hold a cell for every column, shown or hidden; `at` is the column's index among all.
  const columns = all.map((column, at) => ({ ...column, at })).filter(({ name }) => !left.includes(name))
  const groups = group === null ? null : (table?.groups ?? [])
  const lines = groups && groupedLines(groups, open)
  const rows = useVirtualizer({
    count: lines ? lines.length : (table?.length ?? 0),
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 8,
  })
  const visible = rows.getVirtualItems()
  const ask = (worker: ReturnType<typeof datasetWorker>, from: number, to: number) =>
    worker.tableRows(request, from, to)
  const lineAt = (index: number) => (lines ? lines.at(index) : { place: index })
  // The first rows are asked for together with how many there are.
  const places =
    table === null
      ? [0]
      : visible.flatMap(({ index }) => {
          const line = lineAt(index)
          return 'place' in line ? [line.place] : []
        })
  const rowAt = useRows(ask, about, places)

  // What is chosen on the map is scrolled to.
  const chosenPlace = usePromise(
    async () => (selected === null ? null : datasetWorker().tablePlace(request, selected)),
    selected,
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new choice scrolls
  useEffect(() => {
    if (chosenPlace !== null && chosenPlace >= 0 && !lines) rows.scrollToIndex(chosenPlace, { align: 'auto' })
  }, [selected, chosenPlace])

  /** Groups start folded, since their counts are what a person looks for. */
  function groupBy(name: string | null) {
    setGroup(name)
    setOpen(new Set())
  }

  function fold(at: number) {
    const next = new Set(open)
    if (!next.delete(at)) next.add(at)
    setOpen(next)
  }

  async function copy() {
    const copied = await datasetWorker().tableRows(request, 0, COPY_MOST)
    const text = tabbedText([
      columns.map(({ name }) => heading(name)),
      ...copied.map(({ cells }) => columns.map((column) => cell(column, cells[column.at] ?? null))),
    ])
    try {
      await navigator.clipboard.writeText(text)
      setCopied(copied.length)
    } catch {
      // Over plain HTTP there is no clipboard at all; elsewhere the user may have refused it.
      setCopied('refused')
    }
  }

  function move(event: React.KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key]
    // Arrow keys in a column's filter dialog move in its fields, not in the table.
    const isInDialog = (event.target as Element).closest('dialog') !== null
    if (step === undefined || table === null || isInDialog) return
    event.preventDefault()
    void datasetWorker()
      .tablePlace(request, selected ?? -1)
      .then(async (place) => {
        const next = Math.min(table.length - 1, Math.max(0, place + step))
        const [row] = await datasetWorker().tableRows(request, next, next + 1)
        if (row) setView({ selected: keyOf(row) })
      })
  }

  return (
    <section className={classes.panel} aria-label={t('table.title')}>
      <TableBar
        kind={kind}
        onKind={(next) => {
          setSort([])
          groupBy(null)
          setView({ filters: { ...filters, kinds: next ? [next] : [] } })
        }}
        group={group}
        onGroup={groupBy}
        all={all}
        columns={columns}
        heading={heading}
        onCopy={() => void copy()}
        copied={copied}
        onClose={onClose}
      />
      <section
        ref={scroll}
        className={classes.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        onKeyDown={move}
        aria-label={t('table.rowsLabel')}
      >
        <table className={classes.table} aria-rowcount={(table?.length ?? 0) + 1}>
          <TableHead request={request} columns={columns} heading={heading} onSort={setSort} />
          <tbody style={{ height: rows.getTotalSize() }}>
            {visible.map(({ index, start }) => {
              const line = lineAt(index)
              if ('group' in line) {
                const { value, count, overdue } = groups![line.group]!
                const column = all.find(({ name }) => name === group)!
                return (
                  <tr key={index} className={classes.group} style={{ transform: `translateY(${start}px)` }}>
                    <th scope="rowgroup">
                      <button type="button" aria-expanded={open.has(line.group)} onClick={() => fold(line.group)}>
                        {cell(column, value) || t('table.noValue')}
                      </button>
                    </th>
                    <td>{t('table.rows', { count })}</td>
                    <td data-status={overdue > 0 ? 'overdue' : undefined}>{t('table.overdue', { count: overdue })}</td>
                  </tr>
                )
              }
              const row = rowAt(line.place)
              return (
                <tr
                  key={index}
                  aria-rowindex={line.place + 2}
                  aria-selected={row !== undefined && row.source === selected}
                  style={{ transform: `translateY(${start}px)` }}
                  onClick={() => row && setView({ selected: keyOf(row) })}
                >
                  {columns.map((column) => (
                    <td
                      key={column.name}
                      data-type={column.type}
                      data-status={column.type === 'status' ? row?.cells[column.at] : undefined}
                    >
                      {row && cell(column, row.cells[column.at] ?? null)}
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
