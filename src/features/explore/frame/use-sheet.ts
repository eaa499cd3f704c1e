import { useEffect, useRef, useState } from 'react'
import { FINDING_DIMENSIONS, type Filters } from '@/domain/sources/view/filters'
import { useChentu } from '@/store/chentu'
import { useRequestedPart } from '@/store/page/requested-part'
import { FIRST_VIEW, type Panel } from '@/store/view/view'
import type { Stop } from './SheetGrip'

/** Content of the sheet: the open panel, one half of the right panel, or the table. */
export type SheetContent = 'panel' | 'ranking' | 'list' | 'table'
/** Details cover any of these; going back shows it again. */
type Shown = SheetContent | 'details'

/** In a narrow window: which one panel or table is shown, and how far the sheet is raised. */
export interface Sheet {
  readonly shown: Shown
  /** What is shown, or shown again when the details close. */
  readonly front: SheetContent
  readonly stop: Stop
  setStop(stop: Stop): void
  /** Shows something; a panel is given by its name. */
  open(what: Panel | Exclude<SheetContent, 'panel'>): void
}

/** Whether the filters ask for sources with a problem; the user then wants to see the list. */
const asksForSources = (filters: Filters) =>
  filters.statuses.length > 0 || FINDING_DIMENSIONS.some((name) => filters[name].length > 0)

/** State of the sheet: the latest request is shown. */
export function useSheet(): Sheet {
  const view = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  const selected = useChentu((state) => state.selected?.source ?? null)
  const { panel, table, filters, point } = view
  const chosen = point ?? selected
  const [front, setFront] = useState<SheetContent>(() =>
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

  const bring = (next: SheetContent) => {
    setFront(next)
    setDetail(false)
    setStop((stop) => (stop === 'low' ? 'half' : stop))
  }
  useOnChange(panel, () => panel && bring('panel'))
  useOnChange(table, () => (table ? bring('table') : front === 'table' && bring('ranking')))
  // A press on the board asks for its sources.
  useOnChange(filters, () => {
    if (front === 'panel' && panel === 'board' && asksForSources(filters)) bring('list')
  })
  // A list of sources was chosen in the search, or the origin of the data on the map, whose panel may be open already.
  const wanted = useRequestedPart((state) => state.wanted)
  useOnChange(wanted, () => {
    if (wanted === 'list') bring('list')
    if (wanted === 'provenance') bring('panel')
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

/** Runs `act` whenever the value changes, but not on mount. */
function useOnChange(value: unknown, act: () => void) {
  const before = useRef(value)
  useEffect(() => {
    if (before.current === value) return
    before.current = value
    act()
  })
}
