import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection, Point } from 'geojson'
import { type RefObject, useEffect } from 'react'
import type { Palette } from '@/layers/palette'
import type { LiveMap } from '@/map/engine/live-map'
import { whenAnswered } from '@/workers/client'
import { loadFont } from './load-font'

interface Props {
  readonly map: LiveMap | null
  /** Element that gets `data-drawn` once the first style is set. */
  readonly container: RefObject<HTMLElement | null>
  readonly style: StyleSpecification
  readonly palette: Palette
  readonly labels: FeatureCollection<Point>
  readonly points: FeatureCollection<Point>
  /** Called when a style has been set. */
  readonly onDrawn: (drawn: true) => void
}

/**
 * Draws everything under the symbols. The first style is set as soon as its font has loaded; later ones also wait for
 * pending answers.
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
