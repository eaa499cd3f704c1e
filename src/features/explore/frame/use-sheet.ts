import { useEffect, useRef, useState } from 'react'
import { ASKED_DIMENSIONS, type Filters } from '@/domain/sources/view/filters'
import { useChentu } from '@/store/chentu'
import { useLanding } from '@/store/page/landing'
import { FIRST_VIEW, type Panel } from '@/store/view/view'
import type { Stop } from './SheetGrip'

/** What lies on the sheet, or in its place: the panel that is open, one half of the right panel, or the table. */
export type Front = 'panel' | 'ranking' | 'list' | 'table'
/** Details lie over any of these, and going back from them finds it again. */
type Shown = Front | 'details'

/** The one thing of all panels and the table that a narrow window shows, and how far it is drawn up. */
export interface Sheet {
  readonly shown: Shown
  /** What is there, or comes back once the details go. */
  readonly front: Front
  readonly stop: Stop
  setStop(stop: Stop): void
  /** Brings something to the front; a panel by its name. */
  open(what: Panel | Exclude<Front, 'panel'>): void
}

/** Whether the filters ask which sources have a problem: who asks that wants to see them. */
const asksForSources = (filters: Filters) =>
  filters.statuses.length > 0 || ASKED_DIMENSIONS.some((name) => filters[name].length > 0)

/** Holds that sheet: to the front comes what was asked for last. */
export function useSheet(): Sheet {
  const view = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  const selected = useChentu((state) => state.selected?.source ?? null)
  const { panel, table, filters, point } = view
  const chosen = point ?? selected
  const [front, setFront] = useState<Front>(() =>
    table
      ? 'table'
      : panel !== FIRST_VIEW.panel && chosen === null
        ? 'panel'
        : asksForSources(filters)
          ? 'list'
          : 'ranking',
  )
  const [isDetail, setDetail] = useState(chosen !== null)
  const [stop, setStop] = useState<Stop>('half')

  const bring = (next: Front) => {
    setFront(next)
    setDetail(false)
    setStop((stop) => (stop === 'low' ? 'half' : stop))
  }
  useOnChange(panel, () => panel && bring('panel'))
  useOnChange(table, () => (table ? bring('table') : front === 'table' && bring('ranking')))
  // What was pressed on the board is asked to see its sources.
  useOnChange(filters, () => {
    if (front === 'panel' && panel === 'board' && asksForSources(filters)) bring('list')
  })
  // What was chosen in the search is a list of sources.
  const wanted = useLanding((state) => state.wanted)
  useOnChange(wanted, () => {
    if (wanted === 'list') bring('list')
  })
  useOnChange(chosen, () => {
    setDetail(chosen !== null)
    if (chosen !== null) setStop((stop) => (stop === 'low' ? 'half' : stop))
  })

  const there = front === 'panel' && !panel ? 'ranking' : front
  return {
    shown: isDetail ? 'details' : there,
    front: there,
    stop,
    setStop,
    open(what) {
      if (what === 'table') setView({ table: true, selected: null, point: null })
      else if (what === 'ranking' || what === 'list') setView({ table: false, selected: null, point: null })
      else setView({ table: false, panel: what })
      bring(what === 'table' || what === 'ranking' || what === 'list' ? what : 'panel')
    },
  }
}

/** Does something whenever a value has changed, and not at first. */
function useOnChange(value: unknown, act: () => void) {
  const before = useRef(value)
  useEffect(() => {
    if (before.current === value) return
    before.current = value
    act()
  })
}
