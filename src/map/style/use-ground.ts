import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection, Point } from 'geojson'
import { type RefObject, useEffect } from 'react'
import type { Palette } from '@/layers/palette'
import type { LiveMap } from '@/map/engine/live-map'
import { whenAnswered } from '@/workers/client'
import { loadFont } from './load-font'

interface Props {
  readonly map: LiveMap | null
  /** Gets `data-drawn` once the style is set for the first time. */
  readonly container: RefObject<HTMLElement | null>
  readonly style: StyleSpecification
  readonly palette: Palette
  readonly labels: FeatureCollection<Point>
  readonly points: FeatureCollection<Point>
  /** The first style was set. */
  readonly onDrawn: (drawn: true) => void
}

/**
 * Draws everything that lies under the symbols. The first style is set as soon as the font for its texts is there; a later one
 * waits for the answers that the page waits for.
 */
export function useGround({ map, container, style, palette, labels, points, onDrawn }: Props) {
  useEffect(() => {
    if (!map) return
    let gone = false
    const text = [...labels.features, ...points.features].map(({ properties }) => properties?.text).join('')
    const turn = container.current?.hasAttribute('data-drawn') ? whenAnswered() : null
    void Promise.all([loadFont(text), turn]).then(() => {
      if (gone) return
      map.setStyle(style, palette)
      container.current?.setAttribute('data-drawn', 'true')
      performance.mark('counties-drawn')
      onDrawn(true)
    })
    return () => {
      gone = true
    }
  }, [map, container, style, palette, labels, points, onDrawn])
}
