import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import OlMap from 'ol/Map'
import Overlay from 'ol/Overlay'
import View from 'ol/View'
import { fitCamera } from '@/domain/geodesy/fit-camera'
import type { Position } from '@/domain/geodesy/position'
import type { Palette } from '@/layers/palette'
import type {
  Covered,
  LineHosts,
  LiveMap,
  LngLat,
  MapEventName,
  MapHandler,
  MapTarget,
  PixelPair,
  SourceOverlay,
  TrackOverlay,
} from '@/map/engine/live-map'
import type { MapStart } from '@/map/engine/map-engine'
import { MAX_ZOOM, MIN_ZOOM } from '@/map/engine/zooms'
import { FIT_PIXELS } from '@/map/instance/bounds'
import { NOTHING_COVERED } from '@/map/instance/covered'
import './canvas-map.css'
import { featuresAt } from './features-at'
import { Ground } from './ground'
import { mapInteractions, rememberInput } from './handling'
import { MapEventBus } from './map-event-bus'
import { addLines } from './map-lines'
import { metresOf, pairOf, placesOf, positionOf, resolutionOf, zoomOf } from './places'
import { zoomButtons } from './zoom-buttons'

/** A map drawn by OpenLayers on a plain canvas, for machines without WebGL or with slow WebGL. */
export class CanvasMap implements LiveMap {
  readonly loaded: Promise<unknown>
  private readonly map: OlMap
  private readonly view: View
  private readonly ground: Ground
  private readonly bus = new MapEventBus()
  private readonly hand: ReturnType<typeof rememberInput>
  private style: StyleSpecification = { version: 8, sources: {}, layers: [] }
  private padding: Covered = NOTHING_COVERED
  /** True during `jumpTo`, while view events come from the app itself. */
  private isJumping = false
  private readonly leastZoom: number
  private isMoving = false
  private symbols: Promise<SourceOverlay> | null = null
  private trucks: Promise<TrackOverlay> | null = null

  constructor(
    private readonly container: HTMLElement,
    private readonly start: Omit<MapStart, 'container'>,
  ) {
    const { camera, bounds, centre, locale, leastZoom = MIN_ZOOM } = start
    this.leastZoom = leastZoom
    const { clientWidth, clientHeight } = container
    const fitted = bounds && fitCamera(bounds, clientWidth, clientHeight, FIT_PIXELS)
    const { lon, lat, zoom } = camera ?? fitted ?? { lon: centre[0], lat: centre[1], zoom: 9 }
    this.view = new View({
      center: metresOf([lon, lat]),
      resolution: resolutionOf(zoom),
      minResolution: resolutionOf(MAX_ZOOM),
      maxResolution: resolutionOf(leastZoom),
      enableRotation: false,
      multiWorld: true,
      smoothResolutionConstraint: false,
    })
    this.ground = new Ground(devicePixelRatio, (sourceId, error) => this.bus.fire('error', { sourceId, error }))
    this.map = new OlMap({
      target: container,
      view: this.view,
      layers: [this.ground.group],
      controls: [],
      interactions: mapInteractions(),
    })
    this.loaded = new Promise((done) => setTimeout(done))
    container.dataset.mapEngine = 'canvas'
    const viewport = this.getCanvas()
    viewport.tabIndex = 0
    viewport.dataset.mapCanvas = ''
    viewport.setAttribute('role', 'region')
    viewport.setAttribute('aria-label', locale['Map.Title'] ?? '')
    this.hand = rememberInput(viewport)
    container.append(zoomButtons(locale, (by, event) => this.zoomBy(by, event)))
    this.tellOf()
  }

  /** Translates OpenLayers events into those of {@link LiveMap}. */
  private tellOf(): void {
    const { map, view, bus } = this
    const viewport = this.getCanvas()
    const at = (event: MouseEvent) => {
      const { left, top } = viewport.getBoundingClientRect()
      const point = { x: event.clientX - left, y: event.clientY - top }
      return { point, lngLat: this.unproject([point.x, point.y]), originalEvent: event }
    }
    map.on('click', (event) => bus.fire('click', at(event.originalEvent as MouseEvent)))
    viewport.addEventListener('mousemove', (event) => bus.fire('mousemove', at(event)))
    viewport.addEventListener('mouseleave', () => bus.fire('mouseout', {}))
    const moved = () => {
      if (this.isJumping) return
      const event = this.hand.event()
      if (!this.isMoving) bus.fire('movestart', event)
      this.isMoving = true
      bus.fire('move', event)
    }
    view.on('change:center', moved)
    view.on('change:resolution', moved)
    map.on('postrender', () => {
      if (!this.isMoving || view.getAnimating() || view.getInteracting()) return
      this.isMoving = false
      const event = this.hand.event()
      this.hand.clear()
      bus.fire('moveend', event)
    })
    map.on('change:size', () => {
      bus.fire('resize', {})
      bus.fire('moveend', {})
    })
    map.on('rendercomplete', () => bus.fire('idle', {}))
  }

  on<Name extends MapEventName>(type: Name, handler: MapHandler<Name>) {
    return this.bus.on(type, handler)
  }

  redraw() {
    this.map.render()
  }

  getContainer = () => this.container
  /** Exists until the map is removed. */
  getCanvas = () => this.map.getViewport()!
  getPadding = () => this.padding
  getZoom = () => zoomOf(this.view.getResolution()!)

  getCenter(): LngLat {
    const [lng, lat] = positionOf(this.view.getCenter()!)
    return { lng, lat }
  }

  private places() {
    const { clientWidth: width, clientHeight: height } = this.container
    return placesOf({ centre: pairOf(this.getCenter()), zoom: this.getZoom(), width, height, padding: this.padding })
  }

  getBounds = () => this.places().getBounds()
  project = (at: Position | LngLat) => this.places().project(at)
  unproject = (at: PixelPair) => this.places().unproject(at)

  jumpTo({ center, zoom, padding }: MapTarget, mark: object = {}) {
    const { view } = this
    this.isJumping = true
    view.cancelAnimations()
    const at = center ? metresOf(pairOf(center)) : view.getCenter()!
    if (padding) {
      this.padding = padding
      view.padding = [padding.top, padding.right, padding.bottom, padding.left]
    }
    if (zoom !== undefined) view.setResolution(resolutionOf(Math.max(this.leastZoom, Math.min(MAX_ZOOM, zoom))))
    view.setCenter(at)
    this.isJumping = false
    this.isMoving = false
    for (const each of ['movestart', 'move', 'moveend'] as const) this.bus.fire(each, mark)
  }

  easeTo({ duration, ...to }: MapTarget & { readonly duration: number }) {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return this.jumpTo(to)
    this.hand.clear()
    const { center, zoom } = to
    this.view.animate({
      ...(center && { center: metresOf(pairOf(center)) }),
      ...(zoom !== undefined && { resolution: resolutionOf(Math.min(MAX_ZOOM, zoom)) }),
      duration,
    })
  }

  private zoomBy(by: number, event: Event) {
    const zoom = Math.max(this.leastZoom, Math.min(MAX_ZOOM, this.getZoom() + by))
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return this.jumpTo({ zoom }, { originalEvent: event })
    this.hand.take(event)
    this.view.animate({ resolution: resolutionOf(zoom), duration: 200 })
  }

  panBy([x, y]: PixelPair) {
    const middle = this.project(this.getCenter())
    this.jumpTo({ center: this.unproject([middle.x + x, middle.y + y]) })
  }

  fireMoveEnd() {
    this.bus.fire('moveend', {})
  }

  setStyle(style: StyleSpecification, palette?: Palette) {
    this.style = style
    this.getCanvas().style.backgroundColor = this.ground.set(style, palette)
  }

  featuresAt(where: PixelPair | readonly [PixelPair, PixelPair], layers: readonly string[]) {
    const [from, to] = (typeof where[0] === 'number' ? [where, where] : where) as readonly [PixelPair, PixelPair]
    const metres = (x: number, y: number) => metresOf(pairOf(this.unproject([x, y])))
    return featuresAt(this.style, layers, this.getZoom(), (sides, below) => [
      ...metres(from[0] - sides, to[1] + below),
      ...metres(to[0] + sides, from[1]),
    ])
  }

  overlay() {
    this.symbols ??= import('./symbols-layer').then(({ overlaySources }) => overlaySources(this.map))
    return this.symbols
  }

  tracks() {
    this.trucks ??= import('./track-overlay').then(({ overlayTracks }) => overlayTracks(this.map))
    return this.trucks
  }

  hideSymbols() {
    void this.symbols?.then((symbols) => symbols.hide())
  }

  place(element: HTMLElement, at: Position, options?: { readonly above: number }) {
    element.dataset.mapMarker = ''
    const overlay = new Overlay({
      element,
      position: metresOf(at),
      positioning: options ? 'bottom-center' : 'center-center',
      offset: [0, -(options?.above ?? 0)],
    })
    this.map.addOverlay(overlay)
    return () => void this.map.removeOverlay(overlay)
  }

  addLines = (hosts: LineHosts) => addLines(this, this.start.locale, () => this.style, hosts)

  async drawAdapter() {
    const { CanvasDrawAdapter } = await import('./draw-adapter')
    return new CanvasDrawAdapter(this, this.map)
  }

  resize() {
    this.map.updateSize()
  }

  remove() {
    this.map.setTarget(undefined)
    this.map.dispose()
    this.container.replaceChildren()
  }
}
