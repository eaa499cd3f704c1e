import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { PaperView } from '@/io/papers/papers'
import { useOpened } from '@/store/chentu'
import { agendaOf } from '@/store/meeting/agenda'
import type { Pictures, PinnedPictures } from './PinnedPictures'

/** A drawing run: the pictures being drawn for a paper. */
interface Run {
  /** Key of the run, so that each starts with nothing drawn. */
  readonly number: number
  readonly Part: typeof PinnedPictures
  readonly views: readonly string[]
  readonly report: MonthReport
  onDrawn(pictures: Pictures): void
}

const NONE: Pictures = new Map()
const NO_PICTURE = { bytes: new Uint8Array(), width: 1, height: 1 }
const TO_COME: PaperView = { wide: NO_PICTURE, narrow: NO_PICTURE, facts: [], legend: [], source: '' }

/** Pictures of the views pinned in the agenda, drawn when a paper that shows them is requested. */
export function usePinnedPictures(report: MonthReport | null): {
  /** The drawn pictures, or placeholders for those still to be drawn. */
  readonly pictures: Pictures
  /** Rejects if the drawing code can't be loaded, and when the component unmounts. */
  draw(): Promise<Pictures>
  /** Which picture of how many is being drawn; null while none is. */
  readonly progress: { readonly at: number; readonly count: number } | null
  /** Element that draws unseen; it must stay mounted until the run is done. */
  readonly drawing: ReactNode
} {
  const { dataset } = useOpened()
  const month = report?.month ?? ''
  const views = useMemo(() => {
    const pinned = agendaOf(dataset, month).filter(({ scene }) => scene === 'pinned')
    return [...new Set(pinned.map(({ view = '' }) => view))]
  }, [dataset, month])
  const [drawn, setDrawn] = useState<{ readonly of: readonly string[]; readonly pictures: Pictures } | null>(null)
  const [run, setRun] = useState<Run | null>(null)
  const [at, setAt] = useState(1)
  const latest = useRef(drawn)
  latest.current = drawn
  const leaving = useRef<AbortController>(null)
  useEffect(() => {
    const left = new AbortController()
    leaving.current = left
    return () => left.abort(new DOMException('Nobody waits for the pictures any more', 'AbortError'))
  }, [])
  const last = useRef<{ readonly number: number; readonly done: Promise<unknown> }>({
    number: 0,
    done: Promise.resolve(),
  })
  const isDrawable = views.length > 0 && dataset.outlines.features.length > 0

  async function drawMissing(number: number): Promise<Pictures> {
    const { signal } = leaving.current!
    const had = latest.current?.of === views ? latest.current.pictures : NONE
    // Includes pictures that failed before.
    const missing = views.filter((view) => !had.has(view))
    if (!isDrawable || missing.length === 0 || !report) return had
    // Imported here rather than with `lazyPart`: the click awaits it and reports why it failed.
    const { PinnedPictures: Part } = await import('./PinnedPictures')
    signal.throwIfAborted()
    const found = await new Promise<Pictures>((onDrawn, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      // Uses the views and month at the time of the call, even if the agenda changes meanwhile.
      setAt(1)
      setRun({ number, Part, views: missing, report, onDrawn })
    })
    const pictures = new Map([...had, ...found])
    latest.current = { of: views, pictures }
    setDrawn(latest.current)
    setRun(null)
    return pictures
  }

  /** Runs one at a time: a call during a run waits for it and reuses its pictures. */
  function draw(): Promise<Pictures> {
    const { number, done } = last.current
    const drawing = done.then(() => drawMissing(number + 1))
    last.current = { number: number + 1, done: drawing.catch(() => undefined) }
    return drawing
  }

  const known = drawn?.of === views ? drawn.pictures : null
  return {
    pictures: known ?? (isDrawable ? new Map(views.map((view) => [view, TO_COME])) : NONE),
    draw,
    progress: run && { at, count: run.views.length },
    drawing: run && (
      <run.Part key={run.number} views={run.views} report={run.report} onBegun={setAt} onDrawn={run.onDrawn} />
    ),
  }
}
