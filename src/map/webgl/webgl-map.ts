import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { type LngLatLike, type Map as MapLibreMap, Marker } from 'maplibre-gl'
import type { Position } from '@/domain/geodesy/position'
import type { Palette } from '@/layers/palette'
import type {
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
import { DRAW_PREFIX, keepDrawing } from './keep-drawing'
import { addLines } from './map-lines'
import { repaint } from './repaint'
import { putStyleImages } from './style-images'

// Loading starts with the map's own code, because deck.gl is large.
const overlayCode = import('./source-overlay')

const pointOf = (at: Position | LngLat): LngLatLike => ('lng' in at ? at : [at[0], at[1]])

/** A map by MapLibre, drawn with WebGL. */
export class WebglMap implements LiveMap {
  readonly loaded: Promise<unknown>
  private style: StyleSpecification | null = null
  private symbols: Promise<SourceOverlay> | null = null
  private trucks: Promise<TrackOverlay> | null = null

  constructor(private readonly map: MapLibreMap) {
    this.loaded = map.once('load')
  }

  on<Name extends MapEventName>(type: Name, handler: MapHandler<Name>) {
    return this.map.on(type, handler as never)
  }

  redraw() {
    this.map.triggerRepaint()
  }

  getContainer = () => this.map.getContainer()
  getCanvas = () => this.map.getCanvas()
  getCenter = () => this.map.getCenter()
  getZoom = () => this.map.getZoom()
  getBounds = () => this.map.getBounds()
  project = (at: Position | LngLat) => this.map.project(pointOf(at))
  unproject = ([x, y]: PixelPair) => this.map.unproject([x, y])

  getPadding() {
    const { top, right, bottom, left } = this.map.getPadding()
    return { top: top ?? 0, right: right ?? 0, bottom: bottom ?? 0, left: left ?? 0 }
  }

  jumpTo(to: MapTarget, mark?: object) {
    this.map.jumpTo(targetOf(to), mark)
  }

  easeTo({ duration, ...to }: MapTarget & { readonly duration: number }) {
    this.map.easeTo({ ...targetOf(to), duration })
  }

  panBy([x, y]: PixelPair) {
    this.map.panBy([x, y], { animate: false })
  }

  fireMoveEnd() {
    this.map.fire('moveend')
  }

  setStyle(style: StyleSpecification, palette?: Palette) {
    if (palette) putStyleImages(this.map, palette)
    const { style: before } = this
    this.style = style
    if (before && repaint(this.map, before, style)) return
    this.map.setStyle(style, { diff: true, transformStyle: keepDrawing })
  }

  featuresAt(where: PixelPair | readonly [PixelPair, PixelPair], layers: readonly string[]) {
    const there = layers.filter((id) => this.map.getLayer(id))
    if (there.length === 0) return []
    const box = where as [number, number] | [[number, number], [number, number]]
    return this.map.queryRenderedFeatures(box, { layers: there }).map(({ properties }) => properties)
  }

  overlay() {
    this.symbols ??= overlayCode.then(({ overlaySources }) => overlaySources(this.map))
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
    const marker = new Marker(options ? { element, anchor: 'bottom', offset: [0, -options.above] } : { element })
    element.dataset.mapMarker = ''
    marker.setLngLat(pointOf(at)).addTo(this.map)
    return () => void marker.remove()
  }

  addLines = (hosts: LineHosts) => addLines(this.map, hosts)

  async drawAdapter() {
    const { TerraDrawMapLibreGLAdapter } = await import('terra-draw-maplibre-gl-adapter')
    return new TerraDrawMapLibreGLAdapter({ map: this.map, prefixId: DRAW_PREFIX, coordinatePrecision: 7 })
  }

  resize() {
    this.map.resize()
  }

  /** Waits for an overlay still being created: adding symbols to a removed map would fail. */
  remove() {
    if (this.symbols) void this.symbols.finally(() => this.map.remove())
    else this.map.remove()
  }
}

function targetOf({ center, zoom, padding }: MapTarget) {
  return {
    ...(center && { center: pointOf(center) }),
    ...(zoom !== undefined && { zoom }),
    ...(padding && { padding }),
  }
}
