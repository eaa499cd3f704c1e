import type { LiveMap } from '@/map/engine/live-map'
import type { MapEngine, MapStart } from '@/map/engine/map-engine'
import { whenAnswered } from '@/workers/client'
import { FIT_PIXELS } from './bounds'
import { cameraFor } from './camera-for'
import { NOTHING_COVERED } from './covered'
import classes from './shared-map.module.css'
import { targetOf } from './use-camera'

/** A map instance that screens reuse one after another. */
export interface SharedMap {
  /** Engine, language and city that the map was made for. */
  readonly key: string
  readonly element: HTMLElement
  readonly map: LiveMap
}

/**
 * The map that no screen shows at present. Kept because without a graphics card a new context and its programs take
 * seconds.
 */
let released: SharedMap | null = null

/** Puts a map into a container at a camera: the released one if its key matches, else a new one. */
export function acquireMap(
  engine: MapEngine,
  key: string,
  container: HTMLElement,
  start: Omit<MapStart, 'container'>,
): SharedMap {
  const found = released?.key === key ? released : null
  if (!found) return makeMap(engine, key, container, start)
  released = null
  container.append(found.element)
  found.element.inert = false
  if (fitElement(found.element, container)) found.map.resize()
  const { camera, bounds } = start
  // What covered it on the previous screen no longer does.
  found.map.jumpTo({ padding: NOTHING_COVERED })
  if (camera) found.map.jumpTo(targetOf(camera))
  else if (bounds) found.map.jumpTo(targetOf(cameraFor(found.map, bounds, FIT_PIXELS)))
  return found
}

function makeMap(
  engine: MapEngine,
  key: string,
  container: HTMLElement,
  start: Omit<MapStart, 'container'>,
): SharedMap {
  const element = document.createElement('div')
  element.className = classes.map!
  container.append(element)
  fitElement(element, container)
  return { key, element, map: engine.createMap({ container: element, ...start }) }
}

/**
 * Gives the map's element the size of its container and returns whether that changed. The element has an explicit size,
 * set only when the page is idle, because every resize redraws the map.
 */
function fitElement(element: HTMLElement, { clientWidth, clientHeight }: HTMLElement): boolean {
  const [width, height] = [`${clientWidth}px`, `${clientHeight}px`]
  const changes = element.style.width !== width || element.style.height !== height
  Object.assign(element.style, { width, height })
  return changes
}

/**
 * Keeps the map's element as large as its container, each time after pending answers. Returns a function that ends it.
 */
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

/** Takes a map off its screen and keeps it, hidden, for the next `acquireMap`; a map kept before is removed. */
export function releaseMap(shared: SharedMap): void {
  released?.map.remove()
  released?.element.remove()
  released = shared
  const { element } = shared
  const holder = document.getElementById(HOLDER_ID) ?? makeHolder()
  element.inert = true
  shared.map.hideSymbols()
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
