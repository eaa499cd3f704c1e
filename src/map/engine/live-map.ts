import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { TerraDrawExtend } from 'terra-draw'
import type { Position } from '@/domain/geodesy/position'
import type { Palette } from '@/layers/palette'
import type { SourceLayerInput } from '@/layers/source-layers'
import type { TrackInput } from '@/layers/track-paths'

/** Pixels at each edge of the map that something covers. */
export interface Covered {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export interface LngLat {
  readonly lng: number
  readonly lat: number
}

/** A point in the map's window, in pixels from its upper left corner. */
export interface Pixel {
  readonly x: number
  readonly y: number
}

export type PixelPair = readonly [x: number, y: number]

/** What is under the pointer; also used for touch. */
export interface MapPointer {
  readonly lngLat: LngLat
  readonly point: Pixel
  readonly originalEvent: MouseEvent
}

/** A move of the map. `originalEvent` is set if the user caused it; a mark passed by the app is merged in. */
export interface MapMove {
  readonly originalEvent?: unknown
}

interface MapEvents {
  readonly click: MapPointer
  readonly mousemove: MapPointer
  readonly mouseout: object
  readonly movestart: MapMove
  readonly move: MapMove
  readonly moveend: MapMove
  readonly resize: object
  /** Everything is drawn and nothing moves. */
  readonly idle: object
  /** A source, or something else, failed to load. */
  readonly error: { readonly sourceId?: string; readonly error: unknown }
}

export type MapEventName = keyof MapEvents
export type MapHandler<Name extends MapEventName> = (event: MapEvents[Name]) => void

export interface Subscription {
  unsubscribe(): void
}

/** Where the map goes; absent properties stay as they are. */
export interface MapTarget {
  readonly center?: LngLat | Position
  readonly zoom?: number
  /** What covers the map; the map is centred in the rest. */
  readonly padding?: Covered
}

/** Elements for scale and attribution; absent ones are put on the map itself. */
export interface LineHosts {
  readonly scale?: HTMLElement
  readonly attribution?: HTMLElement
}

/** What is drawn of the sources, and how. */
export type OverlayInput = Omit<SourceLayerInput, 'atlas'>

/** The symbols over a map. */
export interface SourceOverlay {
  /** Resolves once everything is handed over, or a newer drawing has replaced it. */
  draw(input: OverlayInput): Promise<void>
  /** Hides the symbols until the next `draw`. */
  hide(): void
}

/** Moving trucks over a map. */
export interface TrackOverlay {
  /** Draws the trucks at a time; null draws none. */
  draw(input: TrackInput | null): void
}

/** Projection methods of all maps, on screen and offscreen. */
export interface MapPlaces {
  getZoom(): number
  /** The whole window, including covered parts. */
  getBounds(): { getWest(): number; getSouth(): number; getEast(): number; getNorth(): number }
  project(at: Position | LngLat): Pixel
  unproject(at: PixelPair): LngLat
}

/** A map on the screen, independent of the engine; names follow MapLibre. North is up. */
export interface LiveMap extends MapPlaces {
  /** Resolves once a style can be set. */
  readonly loaded: Promise<unknown>
  on<Name extends MapEventName>(type: Name, handler: MapHandler<Name>): Subscription
  /** Draws once more, so that `idle` fires again. */
  redraw(): void
  getContainer(): HTMLElement
  /** The element that takes focus and pointer events. */
  getCanvas(): HTMLElement
  getCenter(): LngLat
  getPadding(): Covered
  /** Moves at once; `mark` is merged into the move events. */
  jumpTo(to: MapTarget, mark?: object): void
  /** Moves in `duration` milliseconds, or at once if the user prefers reduced motion. */
  easeTo(to: MapTarget & { readonly duration: number }): void
  panBy(pixels: PixelPair): void
  /** Fires `moveend` again, e.g. after the map was moved through another map. */
  fireMoveEnd(): void
  /** Replaces the style, with the images of a palette. */
  setStyle(style: StyleSpecification, palette?: Palette): void
  /**
   * Properties of the features that some layers show at a point or in a box, uppermost first. Unknown layers yield
   * nothing.
   */
  featuresAt(where: PixelPair | readonly [PixelPair, PixelPair], layers: readonly string[]): readonly Properties[]
  /** The symbols overlay; its code loads after the map's own. */
  overlay(): Promise<SourceOverlay>
  /** The overlay of moving trucks, above the symbols; its code loads on first use. */
  tracks(): Promise<TrackOverlay>
  /** Hides the symbols until they are drawn again. */
  hideSymbols(): void
  /** Places an element at a position. Returns a function that removes it. */
  place(element: HTMLElement, at: Position, options?: { readonly above: number }): () => void
  /** Adds scale and attribution beside the map, or on it. Returns a function that removes them. */
  addLines(hosts: LineHosts): () => void
  /** Adapter that lets the user draw on the map. */
  drawAdapter(): Promise<TerraDrawExtend.TerraDrawBaseAdapter>
  resize(): void
  remove(): void
}

export type Properties = Readonly<Record<string, unknown>>
