import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { PaperView } from '@/io/papers/papers'
import { useOpened } from '@/store/chentu'
import { agendaOf } from '@/store/meeting/agenda'
import type { Pictures, PinnedPictures } from './PinnedPictures'

/** Pictures that are being drawn for a paper. */
interface Run {
  /** Numbers the runs: each begins with nothing drawn. */
  readonly number: number
  readonly Part: typeof PinnedPictures
  readonly views: readonly string[]
  readonly report: MonthReport
  onDrawn(pictures: Pictures): void
}

const NONE: Pictures = new Map()
const NO_PICTURE = { bytes: new Uint8Array(), width: 1, height: 1 }
const TO_COME: PaperView = { wide: NO_PICTURE, narrow: NO_PICTURE, facts: [], legend: [], source: '' }

/** Pictures of the views that are pinned into the agenda, drawn once a paper that shows them is asked for. */
export function usePinnedPictures(report: MonthReport | null): {
  /** Those that were drawn, or that will be. */
  readonly pictures: Pictures
  /** Rejects where what draws them can't be had, and once nobody is there any more for whom they are drawn. */
  draw(): Promise<Pictures>
  /** Which of how many is being drawn; null while none is. */
  readonly progress: { readonly at: number; readonly count: number } | null
  /** Draws, unseen, where it stands on the page, and must stand there until it is done. */
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
    // One that failed is tried again.
    const missing = views.filter((view) => !had.has(view))
    if (!isDrawable || missing.length === 0 || !report) return had
    // No part that loads by itself: a press waits for it, and says why it failed.
    const { PinnedPictures: Part } = await import('./PinnedPictures')
    signal.throwIfAborted()
    const found = await new Promise<Pictures>((onDrawn, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      // The views and the month of whoever asked, whatever the agenda turns to while they are drawn.
      setAt(1)
      setRun({ number, Part, views: missing, report, onDrawn })
    })
    const pictures = new Map([...had, ...found])
    latest.current = { of: views, pictures }
    setDrawn(latest.current)
    setRun(null)
    return pictures
  }

  /** One run after the other: who asks while another is drawn takes over what that has drawn. */
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
