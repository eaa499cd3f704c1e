import type { FeatureCollection, Point } from 'geojson'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { DrawnSources } from '@/domain/sources/view/drawn-sources'
import { labelRequests, type NamedThings } from '@/layers/map-labels'
import type { LiveMap, OverlayInput, SourceOverlay } from '@/map/engine/live-map'
import { isFontLoaded, loadFont } from '@/map/style/load-font'
import { whenAnswered } from '@/workers/client'

/** The symbols overlay of a map; null until the ground under it is drawn. */
export function useOverlay(map: LiveMap | null, groundDrawn: boolean): SourceOverlay | null {
  const [overlay, setOverlay] = useState<SourceOverlay | null>(null)
  useEffect(() => {
    if (!map || !groundDrawn) return
    let gone = false
    void map.overlay().then((made) => !gone && setOverlay(made))
    return () => {
      gone = true
      setOverlay(null)
    }
  }, [map, groundDrawn])
  return overlay
}

/** Number of sources drawn, including those in badges and cells. */
const countOf = ({ symbols, dots, badges, cells }: DrawnSources) =>
  [badges.counts, cells?.counts ?? new Uint32Array()].reduce(
    (total, counts) => counts.reduce((sum, count) => sum + count, total),
    symbols.rows.length + dots.rows.length,
  )

/** All texts written on the map. */
const textsOf = (names: NamedThings, { sources, zoom }: NonNullable<Props['drawn']>) =>
  labelRequests(names, sources, zoom)
    .map(({ text }) => text)
    .join('')

interface Props extends Omit<OverlayInput, 'sources' | 'zoom' | 'window'> {
  readonly overlay: SourceOverlay | null
  readonly drawn: Pick<OverlayInput, 'sources' | 'zoom' | 'window'> | null
  /** Cells shown as heat by the map's style; they are then not drawn as discs. */
  readonly heat: FeatureCollection<Point> | null
  /** Element that gets the number of drawn sources as `data-symbols`. */
  readonly container: RefObject<HTMLElement | null>
  /** Called when the sources have been drawn. */
  readonly onDrawn: (drawn: true) => void
}

/**
 * Draws the sources. New sources are drawn immediately; other changes (e.g. of the selection) wait until the panels
 * have rendered.
 */
export function useSymbols(props: Props) {
  const { overlay, kinds, drawn, heat, container, look, selected, opacity, palette, names, drops, onDrawn } = props
  const lastDrawn = useRef<Props['drawn']>(null)
  // A layout effect runs before the browser paints; an effect would run after the next frame of the whole page.
  useLayoutEffect(() => {
    if (!overlay || !drawn) return
    let gone = false
    const draw = async () => {
      if (gone) return
      lastDrawn.current = drawn
      await overlay.draw({
        kinds,
        sources: heat ? { ...drawn.sources, cells: null } : drawn.sources,
        zoom: drawn.zoom,
        window: drawn.window,
        look,
        selected,
        opacity,
        palette,
        names,
        drops,
      })
      if (gone) return
      container.current?.setAttribute('data-symbols', String(countOf(drawn.sources)))
      performance.mark('sources-drawn')
      onDrawn(true)
    }
    const texts = textsOf(names, drawn)
    if (lastDrawn.current === drawn) void Promise.all([whenAnswered(), loadFont(texts)]).then(draw)
    else if (isFontLoaded(texts)) void draw()
    else void loadFont(texts).then(draw)
    return () => {
      gone = true
    }
  }, [overlay, kinds, drawn, heat, container, look, selected, opacity, palette, names, drops, onDrawn])
}
