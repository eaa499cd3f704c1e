import { useEffect, useMemo, useRef, useState } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { PaperPicture, PaperView } from '@/io/papers/papers'
import type { LegendEntry } from '@/layers/legend'
import { useLegendText } from '@/map/legend/use-legend-text'
import { legendSample } from '@/map/picture/legend-sample'
import type { PicturedMap, PictureSize } from '@/map/picture/use-picture'
import { planAtThatTimeText } from '@/store/words/earlier-plan-text'
import { OFFICE_LANGUAGE } from '@/store/words/office'
import { planMoveText } from '@/store/words/plan-move-text'
import { DOT } from '@/ui/dot'
import { OptionalPart } from './OptionalPart'
import { entryCounts, namedEntries, pinnedFacts } from './pinned-words'
import { useLegendHeadings } from './use-legend-headings'
import { type PinnedView, usePinnedView } from './use-pinned-view'

/** Space on a slide beside the legend, in CSS pixels; names in the picture then match the slide's other text. */
const WIDE: PictureSize = { width: 690, height: 383, scale: 3 }
/** Space on a phone. */
const NARROW: PictureSize = { width: 362, height: 420, scale: 3 }
/** A picture that takes longer is left out, so that a paper is always finished. */
const MAX_WAIT_MS = 60_000

/** Pictures by view address; agenda items with the same view share one. */
export type Pictures = ReadonlyMap<string, PaperView>

interface Props {
  /** Addresses of the views. */
  readonly views: readonly string[]
  readonly report: MonthReport
  /** Called with each picture's number before it is drawn. */
  onBegun(at: number): void
  /** Called once, with the pictures that could be drawn. */
  onDrawn(pictures: Pictures): void
}

/**
 * Draws pinned views for paper, one after another, since a machine has memory for few maps at once. Renders nothing.
 */
export function PinnedPictures({ views, report, onBegun, onDrawn }: Props) {
  const { i18n } = useTranslation()
  const office = useMemo(() => i18n.cloneInstance({ lng: OFFICE_LANGUAGE, initAsync: false }), [i18n])
  const [drawn, setDrawn] = useState<ReadonlyMap<string, PaperView | null>>(new Map())
  const view = views.find((each) => !drawn.has(each))
  // Only the first result counts: later ones, or those after the time limit, are ignored.
  const put = (of: string, picture: PaperView | null) =>
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
      {/* Without this boundary an error here would unmount the dialog and lose its input. */}
      <OptionalPart key={view} onFailed={() => put(view, null)}>
        <PinnedPicture address={view} report={report} onDrawn={(picture) => put(view, picture)} />
      </OptionalPart>
    </I18nextProvider>
  )
}

interface PictureProps {
  readonly address: string
  readonly report: MonthReport
  /** Called with null if it can't be drawn. */
  onDrawn(view: PaperView | null): void
}

/** Draws one view on white as on the wall, in two sizes: for a slide and for a phone. */
function PinnedPicture({ address, report, onDrawn }: PictureProps) {
  const { t } = useTranslation()
  const pinned = usePinnedView(address, report, 'light')
  const entryText = useLegendText()
  const headings = useLegendHeadings()
  const leaving = useRef<AbortController>(null)
  const told = useRef(onDrawn)
  told.current = onDrawn
  useEffect(() => {
    const left = new AbortController()
    leaving.current = left
    const late = setTimeout(() => told.current(null), MAX_WAIT_MS)
    return () => {
      clearTimeout(late)
      left.abort()
    }
  }, [])
  const begun = useRef(false)
  useEffect(() => {
    if (!pinned?.draw || begun.current) return
    begun.current = true
    paperViewOf(pinned, pinned.draw, leaving.current!.signal)
      // A paper without this picture is better than none; the paper lists what is left out.
      .catch((error: unknown) => {
        console.warn(error)
        return null
      })
      .then(onDrawn)
  })

  async function paperViewOf(pinned: PinnedView, draw: NonNullable<PinnedView['draw']>, signal: AbortSignal) {
    const wide = await draw(pinned.box, WIDE, signal)
    const narrow = await draw(pinned.box, NARROW, signal)
    const counts = entryCounts(wide.entries, pinned)
    const said = (entry: LegendEntry) => {
      const [name, count] = [entryText(entry), counts.get(entry)]
      return count === undefined ? name : t('meeting.pictures.counted', { name, count })
    }
    const view: PaperView = {
      wide: await pictureOf(wide, WIDE),
      narrow: await pictureOf(narrow, NARROW),
      facts: pinnedFacts(t, pinned).map(({ label, value }) => `${label} ${value}`),
      legend: await Promise.all(
        namedEntries(wide.entries, headings).map(async ({ name, entries }) => ({
          name,
          entries: await Promise.all(
            entries.map(async (entry) => ({ text: said(entry), sample: await legendSample(entry) })),
          ),
        })),
      ),
      source: [
        ...(pinned.place === null ? [] : [planAtThatTimeText(t, pinned.kept)]),
        ...(pinned.move ? [planMoveText(t, pinned.move)] : []),
        wide.source,
      ].join(DOT),
    }
    return view
  }
  return null
}

const pictureOf = async ({ canvas }: PicturedMap, { width, height }: PictureSize): Promise<PaperPicture> => ({
  bytes: new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer()),
  width,
  height,
})
