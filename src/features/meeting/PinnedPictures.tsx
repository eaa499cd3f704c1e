import { useEffect, useMemo, useRef, useState } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { PaperPicture } from '@/io/papers/papers'
import { usePictureOf } from '@/map/picture/use-picture'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useOpened } from '@/store/chentu'
import { filtersWithin } from '@/store/chentu/filters-within'
import { decodeView } from '@/store/view/link'
import { OFFICE_LANGUAGE } from '@/store/words/office'
import { datasetWorker } from '@/workers/client'
import { WithoutIt } from './WithoutIt'

/** As a slide has room for, in CSS pixels, whose texts are then as large as those of its tables; and how many pixels each is. */
const SIZE = { width: 960, height: 500, scale: 2 }
/** One that takes longer is left out: whatever hangs, a paper comes to its end. */
const MOST_WAIT_MS = 60_000

/** Pictures of pinned views by their addresses: two items of an agenda that show the same view have one. */
export type Pictures = ReadonlyMap<string, PaperPicture>

interface Props {
  /** Addresses of the views. */
  readonly views: readonly string[]
  readonly report: MonthReport
  /** Called with the number of each, before it is drawn. */
  onBegun(at: number): void
  /** Called once, with those that could be drawn. */
  onDrawn(pictures: Pictures): void
}

/** Draws pinned views for paper, one after the other: a machine has room for few maps at once. Shows nothing itself. */
export function PinnedPictures({ views, report, onBegun, onDrawn }: Props) {
  const { i18n } = useTranslation()
  const office = useMemo(() => i18n.cloneInstance({ lng: OFFICE_LANGUAGE, initAsync: false }), [i18n])
  const [drawn, setDrawn] = useState<ReadonlyMap<string, PaperPicture | null>>(new Map())
  const view = views.find((each) => !drawn.has(each))
  // What comes of one a second time, or after it was given up, changes nothing.
  const put = (of: string, picture: PaperPicture | null) =>
    setDrawn((before) => (before.has(of) ? before : new Map(before).set(of, picture)))
  const told = useRef({ onBegun, onDrawn })
  told.current = { onBegun, onDrawn }
  useEffect(() => {
    if (drawn.size < views.length) told.current.onBegun(drawn.size + 1)
    else told.current.onDrawn(new Map([...drawn].flatMap(([of, picture]) => (picture ? [[of, picture] as const] : []))))
  }, [views, drawn])
  if (view === undefined) return null
  return (
    <I18nextProvider i18n={office}>
      {/* What fails here would take the dialog away, and what was written there. */}
      <WithoutIt key={view} onFailed={() => put(view, null)}>
        <PinnedPicture address={view} report={report} onDrawn={(picture) => put(view, picture)} />
      </WithoutIt>
    </I18nextProvider>
  )
}

interface PictureProps {
  readonly address: string
  readonly report: MonthReport
  /** Called with null where it can't be drawn. */
  onDrawn(picture: PaperPicture | null): void
}

/** One view as its own filters, look and place have it, on the ring and the day that the page stands on, as on the wall. */
function PinnedPicture({ address, report, onDrawn }: PictureProps) {
  const opened = useOpened()
  const ring = useChentu((state) => state.view.ring)
  const [view] = useState(() => decodeView(address))
  const [filters] = useState(() => filtersWithin(view.filters, view.within))
  const pinned = useAnswer((worker) => worker.pinned(filters, view.look))
  const draw = usePictureOf(
    {
      opened: pinned ? { ...opened, shown: pinned.shown } : opened,
      view: { ...view, ring },
      report,
      other: null,
      lookLegend: pinned?.lookLegend ?? null,
      scene: (request) => datasetWorker().pinnedScene(filters, request),
    },
    true,
  )
  const leaving = useRef<AbortController>(null)
  const told = useRef(onDrawn)
  told.current = onDrawn
  useEffect(() => {
    const left = new AbortController()
    leaving.current = left
    const late = setTimeout(() => told.current(null), MOST_WAIT_MS)
    return () => {
      clearTimeout(late)
      left.abort()
    }
  }, [])
  const begun = useRef(false)
  useEffect(() => {
    if (!pinned || !draw || begun.current) return
    begun.current = true
    draw('', { camera: view.camera }, SIZE, leaving.current!.signal)
      .then((blob) => blob.arrayBuffer())
      .then((bytes): PaperPicture => ({ bytes: new Uint8Array(bytes), width: SIZE.width, height: SIZE.height }))
      // A paper without it is better than none; the paper says what is left out.
      .catch((error: unknown) => {
        console.warn(error)
        return null
      })
      .then(onDrawn)
  })
  return null
}
