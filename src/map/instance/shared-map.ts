import type { LiveMap } from '@/map/engine/live-map'
import type { MapEngine, MapStart } from '@/map/engine/map-engine'
import { whenAnswered } from '@/workers/client'
import { FIT_PIXELS } from './bounds'
import { cameraFor } from './camera-for'
import { NOTHING_COVERED } from './covered'
import classes from './shared-map.module.css'
import { targetOf } from './use-camera'

/** A map that one screen after the other shows. */
export interface SharedMap {
  /** Engine, language and city that it was made for. */
  readonly key: string
  readonly element: HTMLElement
  readonly map: LiveMap
}

/** The map that no screen shows at present. Without a graphics card a new context and its programs take seconds to make. */
let released: SharedMap | null = null

/** Puts a map into a container, at a camera: the one that another screen released where it has the same key, else a new one. */
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
  // What lay over it on the screen before does not here.
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
 * Makes the map's element as large as its container and says whether that changed its size. A map is drawn anew on every resize,
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
