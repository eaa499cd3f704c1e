import type { Map as MapLibreMap } from 'maplibre-gl'
import type { SourceOverlay } from '@/map/overlay/source-overlay'
import { whenAnswered } from '@/workers/client'
import { FIT_PIXELS } from './bounds'
import { canDrawMap } from './can-draw-map'
import { createMap, type MapStart } from './create-map'
import classes from './shared-map.module.css'

/** A map with its symbols, which are null until they are first asked for. */
export interface Overlaid {
  readonly map: MapLibreMap
  overlay: Promise<SourceOverlay> | null
}

/** A map that one screen after the other shows. */
export interface SharedMap extends Overlaid {
  /** Language and city that it was made for. */
  readonly key: string
  readonly element: HTMLElement
  readonly loaded: Promise<unknown>
}

// Begun while the package is still being read: the first WebGL context starts the browser's drawing, and deck.gl is large.
canDrawMap()
const overlayCode = import('@/map/overlay/source-overlay')

/** The symbols over a map; made when they are first asked for. */
export function overlayOf(shared: Overlaid): Promise<SourceOverlay> {
  shared.overlay ??= overlayCode.then(({ overlaySources }) => overlaySources(shared.map))
  return shared.overlay
}

/** The map that no screen shows at present. Without a graphics card a new context and its programs take seconds to make. */
let released: SharedMap | null = null

/** Puts a map into a container, at a camera: the one that another screen released where it has the same key, else a new one. */
export function acquireMap(key: string, container: HTMLElement, start: Omit<MapStart, 'container'>): SharedMap {
  const found = released?.key === key ? released : null
  if (!found) return makeMap(key, container, start)
  released = null
  container.append(found.element)
  found.element.inert = false
  if (fitElement(found.element, container)) found.map.resize()
  const { camera, bounds } = start
  // What lay over it on the screen before does not here.
  found.map.setPadding({ top: 0, right: 0, bottom: 0, left: 0 })
  if (camera) found.map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom })
  else if (bounds)
    found.map.fitBounds([...bounds] as [number, number, number, number], { padding: FIT_PIXELS, duration: 0 })
  return found
}

function makeMap(key: string, container: HTMLElement, start: Omit<MapStart, 'container'>): SharedMap {
  const element = document.createElement('div')
  element.className = classes.map!
  container.append(element)
  fitElement(element, container)
  const map = createMap({ container: element, ...start })
  return { key, element, map, loaded: map.once('load'), overlay: null }
}

/**
 * Makes the map's element as large as its container and says whether that changed its size. MapLibre redraws on every resize,
 * so the element has a size of its own, which is changed only when the page is idle.
 */
function fitElement(element: HTMLElement, { clientWidth, clientHeight }: HTMLElement): boolean {
  const [width, height] = [`${clientWidth}px`, `${clientHeight}px`]
  const changes = element.style.width !== width || element.style.height !== height
  Object.assign(element.style, { width, height })
  return changes
}

/** Keeps the map's element as large as its container, each time after the answers that the page waits for. Returns what ends it. */
export function followSize(element: HTMLElement, container: HTMLElement): () => void {
  let ended = false
  const observer = new ResizeObserver(async () => {
    await whenAnswered()
    if (!ended) fitElement(element, container)
  })
  observer.observe(container)
  return () => {
    ended = true
    observer.disconnect()
  }
}

/** Takes a map off its screen and keeps it, hidden, for the next one that acquires it; one that was kept before is removed. */
export function releaseMap(shared: SharedMap): void {
  released?.map.remove()
  released?.element.remove()
  released = shared
  const { element } = shared
  const holder = document.getElementById(HOLDER_ID) ?? makeHolder()
  element.inert = true
  void shared.overlay?.then((overlay) => released === shared && overlay.hide())
  holder.append(element)
}

const HOLDER_ID = 'released-map'

function makeHolder(): HTMLElement {
  const holder = document.createElement('div')
  holder.id = HOLDER_ID
  holder.className = classes.released!
  document.body.append(holder)
  return holder
}
