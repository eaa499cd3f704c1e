import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableRow } from '@/questions/table/table-view'
import { usePromise } from '@/store/answers/use-promise'
import { useRows } from '@/store/answers/use-rows'
import { useChentu } from '@/store/chentu'
import { keyOf } from '@/store/view/view'
import { datasetWorker } from '@/workers/client'
import { GroupLine } from './GroupLine'
import { SourceLine } from './SourceLine'
import { TableHead } from './TableHead'
import classes from './TablePanel.module.css'
import type { CellEdits } from './use-cell-edits'
import { useMoreRight } from './use-more-right'
import { useRoving } from './use-roving'
import type { TableState } from './use-table'
import type { TableTexts } from './use-table-texts'

const ROW_PIXELS = 32
/** Row height for touch. */
const COARSE_ROW_PIXELS = 44

interface Props {
  readonly table: TableState
  readonly texts: TableTexts
  readonly edits: CellEdits
  /** Moves the focus to the active cell. */
  readonly toCell: Ref<() => void>
}

/** The rows as a grid: arrow keys move between cells, Enter opens the source, and only visible rows are rendered. */
export function TableGrid({ table, texts, edits, toCell }: Props) {
  const { t } = useTranslation()
  const { request, about, columns, groups, grouping, count, lineAt } = table
  const selected = useChentu((state) => state.selected?.source ?? null)
  const setView = useChentu((state) => state.setView)
  const scroll = useRef<HTMLDivElement>(null)
  const wasActive = useRef(false)
  const { grid, active, setActive, move, focusActive } = useRoving(count, columns.length)
  const isMore = useMoreRight(scroll, grid)
  const rowPixels = window.matchMedia('(pointer: coarse)').matches ? COARSE_ROW_PIXELS : ROW_PIXELS
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowPixels,
    overscan: 8,
    // The active line stays rendered wherever the grid is scrolled to, so that the focus is not lost.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), Math.max(0, active.line)])].sort(byNumber),
  })
  const visible = rows.getVirtualItems().filter(({ index }) => index < count)
  // The first rows are requested along with the row count.
  const places =
    table.length === null
      ? [0]
      : visible.flatMap(({ index }) => {
          const line = lineAt(index)
          return 'place' in line ? [line.place] : []
        })
  const { rowAt } = useRows((worker, from, to) => worker.tableRows(request, from, to), about, places)

  // Scrolls to the source that is selected on the map.
  const chosenPlace = usePromise(
    async () => (selected === null ? null : datasetWorker().tablePlace(request, selected)),
    selected,
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls only when another source is selected
  useEffect(() => {
    if (chosenPlace !== null && chosenPlace >= 0 && !groups) rows.scrollToIndex(chosenPlace, { align: 'auto' })
  }, [selected, chosenPlace])

  useImperativeHandle(toCell, () => focusActive)
  // A closing list or calendar returns the focus to what opened it, but the cell's pencil button is gone by then.
  useEffect(() => {
    if (!edits.isOpen) return
    return () => {
      requestAnimationFrame(() => document.activeElement === document.body && focusActive())
    }
  }, [edits.isOpen, focusActive])

  const choose = (row: TableRow | undefined) => row && setView({ selected: keyOf(row) })

  /** Action of Enter: folds or unfolds a group, or opens the source of a row. */
  function enter() {
    const line = lineAt(active.line)
    if ('group' in line) table.fold(groups![line.group]!.value)
    else choose(rowAt(line.place))
  }

  /** Opens the editor of the active cell, if the cell can be edited. */
  function edit() {
    const line = active.line < 0 ? null : lineAt(active.line)
    const row = line && 'place' in line ? rowAt(line.place) : undefined
    const column = columns[active.column]
    if (row && column && edits.canEdit(row, column.name)) edits.open(row, column.name)
  }

  function onKeyDown(event: KeyboardEvent) {
    // Column filters and editors handle their own keys.
    if (!(event.target as Element).matches('[data-active]')) return
    if (event.key === 'Enter' && active.line >= 0) enter()
    else if (event.key === 'F2') edit()
    else if (!move(event)) return
    event.preventDefault()
  }

  /** Makes the pressed cell the active one. */
  function onMouseDown({ target }: MouseEvent) {
    const cell = (target as Element).closest<HTMLElement>('[data-line]')
    wasActive.current = cell?.dataset.active === 'true'
    if (cell) setActive({ line: Number(cell.dataset.line), column: Number(cell.dataset.column ?? active.column) })
  }

  /** A press on a cell that is already active edits it. */
  function onClick({ target }: MouseEvent) {
    if (wasActive.current && (target as Element).matches('td[data-active="true"]')) edit()
  }

  return (
    <div className={classes.frame} data-more={isMore}>
      <div ref={scroll} className={classes.scroll}>
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are navigated by keys is a grid
          role="grid"
          className={classes.table}
          style={{ '--row': `${rowPixels}px` } as React.CSSProperties}
          aria-label={t('table.rowsLabel')}
          aria-rowcount={count + 1}
          aria-colcount={columns.length}
          onKeyDown={onKeyDown}
          onMouseDown={onMouseDown}
          onClick={onClick}
        >
          <TableHead
            table={table}
            texts={texts}
            active={active.line < 0 ? active.column : null}
            onActive={(column) => setActive({ line: -1, column })}
          />
          <tbody style={{ height: rows.getTotalSize() }}>
            {visible.map(({ index, start }) => {
              const line = lineAt(index)
              const place = { index, start, active: index === active.line ? active.column : null }
              if ('group' in line) {
                const group = groups![line.group]!
                return (
                  <GroupLine
                    key={index}
                    {...place}
                    group={group}
                    name={texts.group(grouping!, group.value)}
                    isOpen={table.open.has(group.value)}
                    wide={columns.length}
                    onFold={() => table.fold(group.value)}
                  />
                )
              }
              const row = rowAt(line.place)
              return (
                <SourceLine
                  key={index}
                  {...place}
                  row={row}
                  columns={columns}
                  all={table.all}
                  texts={texts}
                  edits={edits}
                  onEdited={focusActive}
                  isChosen={row !== undefined && row.source === selected}
                  onChoose={() => choose(row)}
                />
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}

const byNumber = (a: number, b: number) => a - b
