import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Palette } from '@/layers/palette'
import type { Bounds } from '@/map/instance/bounds'
import type { Camera } from '@/store/view/view'
import type { LiveMap, MapPlaces } from './live-map'

/** Who draws the maps: a graphics card, or the processor that stands in for one; or a plain canvas, on any machine. */
export const ENGINES = ['webgl', 'canvas'] as const
export type EngineName = (typeof ENGINES)[number]

export interface MapStart {
  readonly container: HTMLElement
  readonly camera: Camera | null
  readonly bounds: Bounds | null
  readonly centre: readonly [number, number]
  readonly locale: Record<string, string>
  /** How far out it goes; as far as a city needs where it is not said. */
  readonly leastZoom?: number
}

/** Size in CSS pixels, how many pixels of the picture each is, and those left free about the bounds. */
export interface StillStart {
  readonly container: HTMLElement
  readonly bounds: Bounds
  readonly padding: number
  readonly scale: number
}

/** A map off the screen, of which pictures are made. */
export interface StillMap extends MapPlaces {
  readonly loaded: Promise<unknown>
  /** Resolves where what draws it was taken away. */
  readonly lost: Promise<unknown>
  /** The map as an image once it is drawn in a style, with the images of a palette. */
  imageOf(style: StyleSpecification, palette?: Palette): Promise<ImageBitmap>
  remove(): void
}

export interface MapEngine {
  readonly name: EngineName
  /**
   * A map that asks for no tiles, glyphs or anything else until a style says so, at a camera, else fitted to bounds, else about a
   * centre. It can't be turned or tilted: north stays up.
   */
  createMap(start: MapStart): LiveMap
  createStill(start: StillStart): StillMap
}
