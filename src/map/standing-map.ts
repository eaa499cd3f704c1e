import type { Map as MapLibreMap } from 'maplibre-gl'
import { whenAnswered } from '@/workers/client'
import { canDrawMap, createMap, FIT_PIXELS, type MapStart } from './create-map'
import classes from './SourceMap.module.css'
import type { SourceOverlay } from './source-overlay'

/** A map with its symbols that is shown by one screen after the other. */
export interface StandingMap {
  /** Language and city that it was made for. */
  readonly key: string
  readonly element: HTMLElement
  readonly map: MapLibreMap
  readonly loaded: Promise<unknown>
  overlay: Promise<SourceOverlay> | null
}

// While the package is still being read: the first context starts the browser's drawing, and the symbols' library is large.
canDrawMap()
const overlayCode = import('./source-overlay')

/** The symbols over a map, from its first use on. */
export function overlayOf(standing: StandingMap): Promise<SourceOverlay> {
  standing.overlay ??= overlayCode.then(({ overlaySources }) => overlaySources(standing.map))
  return standing.overlay
}

/** Without a graphics card the context and its programs take seconds to make: a screen that goes leaves its map to the next. */
let parked: StandingMap | null = null

/** Puts a map into a container at a camera: the one that another screen left, or a new one. */
export function takeMap(key: string, container: HTMLElement, start: Omit<MapStart, 'container'>): StandingMap {
  const found = parked?.key === key ? parked : null
  if (!found) return makeMap(key, container, start)
  parked = null
  container.append(found.element)
  found.element.inert = false
  if (fill(found.element, container)) found.map.resize()
  const { camera, bounds } = start
  if (camera) found.map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom })
  else if (bounds) found.map.fitBounds(bounds, { padding: FIT_PIXELS, duration: 0 })
  return found
}

function makeMap(key: string, container: HTMLElement, start: Omit<MapStart, 'container'>): StandingMap {
  const element = document.createElement('div')
  element.className = classes.map!
  container.append(element)
  fill(element, container)
  const map = createMap({ container: element, ...start })
  return { key, element, map, loaded: map.once('load'), overlay: null }
}

/** Makes a map as large as what holds it; whether it had another size. It draws anew whenever that changes, so it has one of its own. */
function fill(element: HTMLElement, { clientWidth, clientHeight }: HTMLElement): boolean {
  const [width, height] = [`${clientWidth}px`, `${clientHeight}px`]
  const changes = element.style.width !== width || element.style.height !== height
  Object.assign(element.style, { width, height })
  return changes
}

/** Keeps a map as large as what holds it, once nothing else is waited for. Returns what ends it. */
export function followSize(element: HTMLElement, container: HTMLElement): () => void {
  let ended = false
  const observer = new ResizeObserver(async () => {
    await whenAnswered()
    if (!ended) fill(element, container)
  })
  observer.observe(container)
  return () => {
    ended = true
    observer.disconnect()
  }
}

/** Takes a map off its screen and keeps it for the next. */
export function parkMap(standing: StandingMap): void {
  parked?.map.remove()
  parked?.element.remove()
  parked = standing
  const { element } = standing
  const holder = document.getElementById(HOLDER) ?? makeHolder()
  element.inert = true
  void standing.overlay?.then((overlay) => parked === standing && overlay.hide())
  holder.append(element)
}

const HOLDER = 'parked-map'

function makeHolder(): HTMLElement {
  const holder = document.createElement('div')
  holder.id = HOLDER
  holder.className = classes.parked!
  document.body.append(holder)
  return holder
}
