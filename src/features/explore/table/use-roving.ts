import { type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from 'react'

/** A cell of the grid; line -1 is the heading row. */
export interface ActiveCell {
  readonly line: number
  readonly column: number
}

const PAGE = 10
const HEAD = -1

/**
 * Roving tabindex for a grid: one cell is in the tab order and arrow keys move between cells. The active cell has
 * `data-active` and is rendered wherever the grid is scrolled to, so that the focus is never lost.
 */
export function useRoving(lines: number, columns: number) {
  const [active, setActive] = useState<ActiveCell>({ line: 0, column: 0 })
  const grid = useRef<HTMLTableElement>(null)
  /** Whether to focus the active cell once it is rendered. */
  const follows = useRef(false)
  const clamped = {
    line: Math.max(HEAD, Math.min(lines - 1, active.line)),
    column: Math.max(0, Math.min(columns - 1, active.column)),
  }
  const { line, column } = clamped

  const focusActive = useCallback(() => {
    const cell = grid.current?.querySelector<HTMLElement>('[data-active="true"]')
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: moves the focus only when the active cell changes
  useLayoutEffect(() => {
    if (!follows.current) return
    follows.current = false
    focusActive()
  }, [line, column])

  function go(to: ActiveCell) {
    follows.current = true
    setActive(to)
  }

  /** Moves the active cell by a key; returns false for other keys. */
  function move({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
    const far = ctrlKey || metaKey
    const to: Readonly<Record<string, ActiveCell>> = {
      ArrowDown: { line: line + 1, column },
      ArrowUp: { line: line - 1, column },
      PageDown: { line: Math.max(0, line) + PAGE, column },
      PageUp: { line: Math.max(0, line - PAGE), column },
      ArrowRight: { line, column: column + 1 },
      ArrowLeft: { line, column: column - 1 },
      Home: { line: far ? 0 : line, column: 0 },
      End: { line: far ? lines - 1 : line, column: columns - 1 },
    }
    const next = to[key]
    if (!next) return false
    go({
      line: Math.max(HEAD, Math.min(lines - 1, next.line)),
      column: Math.max(0, Math.min(columns - 1, next.column)),
    })
    return true
  }

  return { grid, active: clamped, setActive, move, focusActive }
}
