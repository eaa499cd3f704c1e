import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { distanceMetres } from '@/domain/geodesy/distance'
import type { LineHosts, LiveMap } from '@/map/engine/live-map'
import { SCALE_PIXELS } from '@/map/engine/scale-pixels'

/** The longest round distance of at most this many metres: 1, 2, 3 or 5 times a power of ten. */
export function roundDistance(most: number): number {
  const step = 10 ** Math.floor(Math.log10(most))
  return step * [5, 3, 2, 1].find((each) => each * step <= most)!
}

/**
 * Adds the scale and the attribution to elements beside the map, or to the map itself. Returns a function that removes
 * them.
 */
export function addLines(
  map: LiveMap,
  words: Record<string, string>,
  style: () => StyleSpecification,
  { scale, attribution }: LineHosts,
): () => void {
  const line = (name: string, host: HTMLElement | undefined) => {
    const element = document.createElement('div')
    element.dataset.mapControl = name
    element.className = `canvas-map-line canvas-map-${name}${host ? '' : ' canvas-map-within'}`
    ;(host ?? map.getContainer()).append(element)
    return element
  }
  const bar = line('scale', scale)
  const whose = line('attribution', attribution)
  const write = () => {
    const { clientWidth, clientHeight } = map.getContainer()
    const [left, right] = [-0.5, 0.5].map((share) => {
      const { lng, lat } = map.unproject([clientWidth / 2 + share * SCALE_PIXELS, clientHeight / 2])
      return [lng, lat] as const
    }) as [readonly [number, number], readonly [number, number]]
    const most = distanceMetres(left, right)
    if (!(most > 0)) return
    const metres = roundDistance(most)
    bar.style.width = `${(SCALE_PIXELS * metres) / most}px`
    bar.textContent =
      metres < 1000
        ? `${metres} ${words['ScaleControl.Meters']}`
        : `${metres / 1000} ${words['ScaleControl.Kilometers']}`
    const texts = Object.values(style().sources).flatMap((source) =>
      'attribution' in source && source.attribution ? [source.attribution] : [],
    )
    // Attribution in a style is HTML; unescape it for plain text.
    whose.textContent = [...new Set(texts)].join(' | ').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
    whose.hidden = texts.length === 0
  }
  write()
  const told = (['move', 'moveend', 'resize', 'idle'] as const).map((type) => map.on(type, write))
  return () => {
    for (const each of told) each.unsubscribe()
    bar.remove()
    whose.remove()
  }
}
