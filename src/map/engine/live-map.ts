import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { TerraDrawExtend } from 'terra-draw'
import type { Position } from '@/domain/geodesy/position'
import type { Palette } from '@/layers/palette'
import type { SourceLayerInput } from '@/layers/source-layers'
import type { TrackInput } from '@/layers/track-paths'

/** How many pixels at each edge of the map something lies over. */
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

/** A place in the map's window, in pixels from its upper left corner. */
export interface Pixel {
  readonly x: number
  readonly y: number
}

export type PixelPair = readonly [x: number, y: number]

/** What is under the pointer, a finger too. */
export interface MapPointer {
  readonly lngLat: LngLat
  readonly point: Pixel
  readonly originalEvent: MouseEvent
}

/** A move of the map; of one that a hand makes, what the hand did. What the app gives a move as a mark stands in it too. */
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
  /** All that was handed to it is drawn, and nothing moves. */
  readonly idle: object
  /** A source, or something else, could not be had. */
  readonly error: { readonly sourceId?: string; readonly error: unknown }
}

export type MapEventName = keyof MapEvents
export type MapHandler<Name extends MapEventName> = (event: MapEvents[Name]) => void

export interface Subscription {
  unsubscribe(): void
}

/** Where the map goes; what is not said stays as it is. */
export interface MapTarget {
  readonly center?: LngLat | Position
  readonly zoom?: number
  /** What lies over the map: its middle is the middle of the rest. */
  readonly padding?: Covered
}

/** Elements that scale and attribution are put into; on the map itself where not given. */
export interface LineHosts {
  readonly scale?: HTMLElement
  readonly attribution?: HTMLElement
}

/** What is drawn of the sources, and how. */
export type OverlayInput = Omit<SourceLayerInput, 'atlas'>

/** The symbols over a map. */
export interface SourceOverlay {
  /** Settles once all of it is handed over, or something newer took its place. */
  draw(input: OverlayInput): Promise<void>
  /** Shows nothing until something is drawn again. */
  hide(): void
}

/** Trucks in time over a map. */
export interface TrackOverlay {
  /** Draws them at a moment; null draws none. */
  draw(input: TrackInput | null): void
}

/** What both engines can tell of a place on the map, on the screen and off it. */
export interface MapPlaces {
  getZoom(): number
  /** The whole window, also what something lies over. */
  getBounds(): { getWest(): number; getSouth(): number; getEast(): number; getNorth(): number }
  project(at: Position | LngLat): Pixel
  unproject(at: PixelPair): LngLat
}

/** A map on the screen, whichever engine draws it; named as MapLibre names its own. North is up. */
export interface LiveMap extends MapPlaces {
  /** Resolves once a style can be set. */
  readonly loaded: Promise<unknown>
  on<Name extends MapEventName>(type: Name, handler: MapHandler<Name>): Subscription
  /** Draws once more, so that it comes to be idle again. */
  redraw(): void
  getContainer(): HTMLElement
  /** The element that has the focus and hears of the pointer. */
  getCanvas(): HTMLElement
  getCenter(): LngLat
  getPadding(): Covered
  /** Goes there at once; `mark` is told with the move. */
  jumpTo(to: MapTarget, mark?: object): void
  /** Goes there in so many milliseconds, at once where a person wants nothing to move. */
  easeTo(to: MapTarget & { readonly duration: number }): void
  panBy(pixels: PixelPair): void
  /** Says again that it came to rest, as when it was moved through another map. */
  sayRest(): void
  /** Draws a style in place of the one before, with the images of a palette. */
  setStyle(style: StyleSpecification, palette?: Palette): void
  /** Properties of what some layers show at a place or in a box, the uppermost first. Layers that are not there show nothing. */
  featuresAt(where: PixelPair | readonly [PixelPair, PixelPair], layers: readonly string[]): readonly Properties[]
  /** The symbols over it; their code comes after the map's own. */
  overlay(): Promise<SourceOverlay>
  /** Trucks in time over it, above the symbols; their code comes when they are asked for. */
  tracks(): Promise<TrackOverlay>
  /** Shows no symbols until some are drawn again. */
  hideSymbols(): void
  /** Puts an element on a place. Returns what takes it off. */
  place(element: HTMLElement, at: Position, options?: { readonly above: number }): () => void
  /** Puts scale and attribution beside it, or on it. Returns what takes them off. */
  addLines(hosts: LineHosts): () => void
  /** What lets a person draw on it. */
  drawAdapter(): Promise<TerraDrawExtend.TerraDrawBaseAdapter>
  resize(): void
  remove(): void
}

export type Properties = Readonly<Record<string, unknown>>
